using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Needs;

/// <summary>
/// Keeps the register of needs and concerns. What looks like personal data is refused with <c>personal.points</c> until the writer
/// answers for exactly these pieces (<see cref="PersonalTextRules.Seal"/>). Acts answer null when there is no such record.
/// </summary>
public sealed class NeedDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>Notes one outside an engagement. Refused like <see cref="NeedRules.Check"/>.</summary>
    public async Task<Outcome?> Note(Actor actor, NeedPlan plan, string? answeredFor)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.Find(work, plan.OrganisationId) is null)
        {
            return null;
        }

        if (await Against(work, plan, answeredFor) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        await NeedMoves.Note(work, [plan], null, Instants.DayOf(work.Now, portal.Value.Zone));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Changes what was noted. Refused like <see cref="Note"/>, or with <c>need.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Change(Actor actor, long id, int version, NeedPlan plan, string? answeredFor)
    {
        await using var work = await database.Write(actor);
        if (await NeedRepository.Find(work, id) is not { } before)
        {
            return null;
        }

        plan = plan with { OrganisationId = before.OrganisationId };
        if (await Against(work, plan, answeredFor) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var after = NeedMoves.With(before, plan);
        if (!await NeedRepository.Update(work, after, version))
        {
            return new Refusal("need.changed-meanwhile");
        }

        work.Audit("need.changed", nameof(Need), id, new { from = new { before.Kind, before.Theme, before.District, before.Seriousness }, to = new { after.Kind, after.Theme, after.District, after.Seriousness } });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Says what is done, moves the status where an act is given, and tells the partner when asked to.
    /// Refused like <see cref="NeedRules.Answer"/>, with <c>need.nobody-to-tell</c>, or with <c>need.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Answer(Actor actor, long id, int version, string? act, string? words, bool tell, string? answeredFor)
    {
        await using var work = await database.Write(actor);
        if (await NeedRepository.Find(work, id) is not { } need)
        {
            return null;
        }

        var to = NeedRules.Answer(actor, need, act, words, tell);
        if (to.Refused)
        {
            return to.Plain();
        }

        var said = words?.Trim() ?? "";
        if (PersonalTextRules.Against(await NeedMoves.Points(work, need.OrganisationId, said), answeredFor, "Words") is { } personal)
        {
            return personal;
        }

        var people = tell ? await Reached(work, need.OrganisationId) : [];
        if (tell && people.Count == 0)
        {
            return new Refusal("need.nobody-to-tell").At("Tell");
        }

        if (!await NeedRepository.Move(work, need, to.Value, tell, version))
        {
            return new Refusal("need.changed-meanwhile");
        }

        if (said.Length > 0)
        {
            await NeedRepository.Say(work, id, to.Value, said, tell);
        }

        if (tell)
        {
            await Tell(work, need, said, to.Value, people);
        }

        work.Audit($"need.{act ?? "answered"}", nameof(Need), id, new { need.OrganisationId, to = to.Value, told = people.Count });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Whom of a partner an answer reaches: where letters are read behind sign-in, only those who can sign in.</summary>
    public async Task<IReadOnlyList<Recipient>> Reached(UnitOfWork work, long organisation) =>
        await OrganisationRepository.Find(work, organisation) is { LettersBy: LetterDelivery.SignIn }
            ? await PartnerAddresses.Owners(work, organisation)
            : await PartnerAddresses.Of(work, organisation, portal.Value.SourceLanguage);

    private static async Task Tell(UnitOfWork work, Need need, string said, NeedStatus status, IReadOnlyList<Recipient> people)
    {
        // Where the organisation reads its letters behind sign-in, the e-mail says nothing of substance.
        Message message = await OrganisationRepository.Find(work, need.OrganisationId) is { LettersBy: LetterDelivery.SignIn }
            ? new CommitmentNotice(PartnershipRoutes.MyNeeds)
            : new NeedAnswered(need.OrganisationName, need.Words, said, NeedStates.Table.Names[status].ForApplicants, PartnershipRoutes.MyNeeds);
        foreach (var person in people)
        {
            work.Mail(person, message, nameof(Need), need.Id);
        }
    }

    private async Task<IReadOnlyList<Refusal>> Against(UnitOfWork work, NeedPlan plan, string? answeredFor)
    {
        var wrong = NeedRules.Check(work.Actor, plan, portal.Value.ThemesInUse);
        return wrong.Count > 0 ? wrong
            : PersonalTextRules.Against(await NeedMoves.Points(work, plan.OrganisationId, plan.Words), answeredFor, "Words") is { } personal ? [personal] : [];
    }
}
