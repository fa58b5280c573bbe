using GrantsPortal.Applications;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Offers;

/// <summary>An organisation's answer to an offer, and the offers nobody answered.</summary>
public sealed class OfferDesk(PortalDatabase database, AwardDocuments documents, IOptions<PortalOptions> portal)
{
    /// <summary>How long after an offer's end it is let lapse, so that an answer that came in time and is still being handled wins.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Accepts an offer by typed name; the caller has asked for the password anew. The agreement is stored first, then
    /// the acceptance, with its hash, in one transaction. Refused as <see cref="AwardRules.MayAnswer"/> and
    /// <see cref="AwardRules.CheckName"/> say, with <c>award.unknown</c>, or <c>award.changed-meanwhile</c> when somebody
    /// was quicker.
    /// </summary>
    public async Task<Outcome> Accept(Actor actor, string reference, int version, string? name, DateTimeOffset received)
    {
        if (AwardRules.CheckName(name) is { } wrong)
        {
            return wrong;
        }

        var read = await Answerable(actor, reference, received);
        if (read.Refused)
        {
            return read.Plain();
        }

        var parts = read.Value with { SignedBy = name!.Trim(), Account = actor.Name, At = received };
        var award = parts.Award;
        var made = await documents.Make(AgreementDocument.Title(award), award.TermsLanguage ?? portal.Value.SourceLanguage, AgreementDocument.Html(parts, portal.Value));

        await using var work = await database.Write(actor);
        if (!await AwardRepository.Accept(work, award with { Version = version }, received, parts.SignedBy))
        {
            return await WhyNot(work, actor, reference, received);
        }

        await AwardRepository.SetAgreement(work, award, await AwardDocuments.Keep(work, award, AwardDocumentKind.Agreement, made));
        work.Audit("award.accepted", "Award", award.Id, new { from = award.State, to = AwardState.Accepted, agreement = made.Hash });
        var message = new AwardAccepted(award.Reference, award.OrganisationName, award.Title, award.Amount, parts.SignedBy, received, made.Hash, AwardRoutes.Mine(award.Reference));
        await AwardMail.ToMembers(work, award, message);
        await AwardMail.ToOfficer(work, award, message with { Path = AwardRoutes.Manage(award.Reference) });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Refuses an offer with a reason. Refused as <see cref="AwardRules.MayAnswer"/> and <see cref="AwardRules.CheckReason"/>
    /// say, with <c>award.unknown</c> or <c>award.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Refuse(Actor actor, string reference, int version, string? reason, DateTimeOffset received)
    {
        if (AwardRules.CheckReason(reason) is { } wrong)
        {
            return wrong;
        }

        var read = await Answerable(actor, reference, received);
        if (read.Refused)
        {
            return read.Plain();
        }

        var award = read.Value.Award;
        await using var work = await database.Write(actor);
        if (!await AwardRepository.Refuse(work, award with { Version = version }, received, reason!.Trim()))
        {
            return await WhyNot(work, actor, reference, received);
        }

        work.Audit("award.refused", "Award", award.Id, new { from = award.State, to = AwardState.Refused });
        await AwardLedger.Release(work, award.Id, FormattableString.Invariant($"release:award:{award.Id}"), Instants.DayOf(work.Now, portal.Value.Zone));
        var message = new AwardRefused(award.Reference, award.OrganisationName, award.Title, award.Amount, reason.Trim(), AwardRoutes.Mine(award.Reference));
        await AwardMail.ToMembers(work, award, message);
        await AwardMail.ToOfficer(work, award, message with { Path = AwardRoutes.Manage(award.Reference) });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Lets an offer lapse that ended more than <see cref="Grace"/> ago; false when somebody answered it.</summary>
    public async Task<bool> Lapse(Award award)
    {
        await using var work = await database.Write(Actor.System);
        if (!await AwardRepository.Lapse(work, award, work.Now - Grace))
        {
            return false;
        }

        work.Audit("award.lapsed", "Award", award.Id, new { from = AwardState.Offered, to = AwardState.Lapsed });
        await AwardLedger.Release(work, award.Id, FormattableString.Invariant($"release:award:{award.Id}"), Instants.DayOf(work.Now, portal.Value.Zone));
        var message = new AwardLapsed(award.Reference, award.OrganisationName, award.Title, award.Amount, award.OfferExpiresAt!.Value, AwardRoutes.Mine(award.Reference));
        await AwardMail.ToMembers(work, award, message);
        await AwardMail.ToOfficer(work, award, message with { Path = AwardRoutes.Manage(award.Reference) });
        await work.Commit();
        return true;
    }

    /// <summary>Brings an unanswered offer to mind, once; false when it was before or somebody answered.</summary>
    public async Task<bool> Remind(Award award)
    {
        await using var work = await database.Write(Actor.System);
        if (!await AwardRepository.Reminded(work, award))
        {
            return false;
        }

        work.Audit("award.reminded", "Award", award.Id);
        await AwardMail.ToMembers(work, award, new OfferReminder(award.Reference, award.OrganisationName, award.Title, award.Amount, award.OfferExpiresAt!.Value, AwardRoutes.Mine(award.Reference)));
        await work.Commit();
        return true;
    }

    private async Task<Outcome<AgreementParts>> Answerable(Actor actor, string reference, DateTimeOffset received)
    {
        await using var work = await database.Read();
        if (await AwardRepository.FindFor(work, reference, actor.Person) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        var membership = await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person);
        if (AwardRules.MayAnswer(award, membership?.Role, received) is { } refusal)
        {
            return refusal;
        }

        var application = award.ApplicationId is { } id ? await ApplicationRepository.Find(work, id) : null;
        var call = award.CallId is { } callId ? await CallRepository.Find(work, callId, award.TermsLanguage ?? "en") : null;
        var organisation = (await OrganisationRepository.Find(work, award.OrganisationId))!;
        return new AgreementParts(award, organisation, application?.Reference, call?.Title, "", "", default);
    }

    private static async Task<Outcome> WhyNot(UnitOfWork work, Actor actor, string reference, DateTimeOffset received)
    {
        var now = await AwardRepository.FindFor(work, reference, actor.Person);
        var role = now is null ? null : (await OrganisationRepository.MembershipOf(work, now.OrganisationId, actor.Person))?.Role;
        return (now is null ? new Refusal("award.unknown") : AwardRules.MayAnswer(now, role, received)) ?? new Refusal("award.changed-meanwhile");
    }
}
