using System.Globalization;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Years;

/// <summary>Sets the budget years of an award, and confirms or withholds them year by year.</summary>
public sealed class YearDesk(PortalDatabase database, AwardDocuments documents, PortalTexts texts, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Sets how much comes from which budget year. Refused with <c>variation.not-officer</c>, <c>variation.own-organisation</c>,
    /// <c>award.unknown</c>, <c>variation.not-running</c> (state), <c>variation.open</c> while a variation waits, as
    /// <see cref="YearRules.Check"/> says, with <c>ledger.not-enough</c> where a year's budget lacks the money, or <c>award.changed-meanwhile</c>.
    /// </summary>
    /// <param name="actor">An officer.</param>
    /// <param name="reference">The award.</param>
    /// <param name="version">Which version of it was shown.</param>
    /// <param name="years">The years as they shall be; those with nothing are left out.</param>
    public async Task<Outcome> Set(Actor actor, string reference, int version, IReadOnlyList<TermsYear> years)
    {
        await using var work = await database.Write(actor);
        if (await AwardRepository.FindByReference(work, reference) is not { Source: RecordSource.Portal } award)
        {
            return new Refusal("award.unknown");
        }

        if (YearRules.MaySet(award, actor, await IsMember(work, award, actor), await VariationRepository.Asked(work, award.Id) is not null) is { } refusal)
        {
            return refusal;
        }

        var before = await AwardWholes.Of(work, award);
        IReadOnlyList<TermsYear> wanted = [.. years.Where(year => year.AmountMinor != 0).OrderBy(year => year.Year)];
        var wrong = YearRules.Check(wanted, award.AmountMinor, await AwardWholes.PaidOut(work, award.Id), award.Currency);
        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        var bound = AwardWholes.Bind(award, AwardTerms.Of(before).Years, wanted);
        if (bound.Count == 0)
        {
            return new Refusal("variation.nothing-changed");
        }

        if (!await AwardRepository.Touch(work, award with { Version = version }))
        {
            return new Refusal("award.changed-meanwhile");
        }

        var posted = await Ledger.Post(work, FormattableString.Invariant($"spread:award:{award.Id}:{version}"), bound, Instants.DayOf(work.Now, portal.Value.Zone));
        if (posted.Refused)
        {
            return posted.Plain();
        }

        await AwardWholes.PutYears(work, award.Id, before.Years, YearRules.Set(award, before.Years, wanted, byApprover: false));
        work.Audit("award.years-set", "Award", award.Id, new { before = AwardTerms.Of(before).Years, after = wanted });
        await work.Publish(new AwardVaried(before, await AwardWholes.Of(work, (await AwardRepository.Find(work, award.Id))!)));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Proposes to confirm a year and tells the approvers. Refused as <see cref="YearRules.MayPropose"/> says, with <c>award.reason-missing</c>,
    /// <c>award.reason-long</c>, <c>award.unknown</c>, <c>year.unknown</c> or <c>award.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Propose(Actor actor, string reference, int year, int version, string? note)
    {
        if (VariationRules.CheckReason(note, "Note") is { } unsaid)
        {
            return unsaid;
        }

        await using var work = await database.Write(actor);
        var read = await Found(work, reference, year);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (whole, one) = read.Value;
        if (YearRules.MayPropose(whole.Award, whole.Years, one, actor, await IsMember(work, whole.Award, actor)) is { } refusal)
        {
            return refusal;
        }

        if (!await YearRepository.Propose(work, one with { Version = version }, note!.Trim()))
        {
            return new Refusal("award.changed-meanwhile");
        }

        work.Audit("year.proposed", "Award", whole.Award.Id, new { year });
        await VariationMail.ToApprovers(work, whole.Award, new YearProposed(whole.Award.Reference, whole.Award.OrganisationName, whole.Award.Title, year, Of(whole.Award, one), note.Trim(), AwardRoutes.Year(reference, year)), actor.PersonId);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Confirms a year with a document of its own, and writes to the organisation. Refused as <see cref="YearRules.MayDecide"/>
    /// says, with <c>award.unknown</c>, <c>year.unknown</c> or <c>award.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Confirm(Actor actor, string reference, int year, int version, string? note)
    {
        Outcome<(AwardWhole Whole, AwardYear Year)> read;
        await using (var look = await database.Read())
        {
            read = await Decidable(look, actor, reference, year, AwardYearStates.Confirm);
        }

        if (read.Refused)
        {
            return read.Plain();
        }

        var (whole, one) = (read.Value.Whole, read.Value.Year with { Version = version });
        var award = whole.Award;
        var said = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        var says = texts.In(award.LanguageIn(portal.Value));
        var made = await documents.Make(YearDocument.Title(award, year, says), says.Language, YearDocument.Html(whole, one, actor.Name, said, database.Clock.GetUtcNow(), says, portal.Value));

        await using var work = await database.Write(actor);
        var still = await Decidable(work, actor, reference, year, AwardYearStates.Confirm);
        if (still.Refused)
        {
            return still.Plain();
        }

        if (still.Value.Year.AmountMinor != one.AmountMinor || !await YearRepository.Decide(work, one, AwardYearState.Confirmed, said))
        {
            return new Refusal("award.changed-meanwhile");
        }

        var document = await AwardDocuments.Keep(work, award, AwardDocumentKind.YearConfirmation, made);
        await YearRepository.SetDocument(work, award.Id, year, document.Id);
        work.Audit("year.confirmed", "Award", award.Id, new { year, one.AmountMinor, document = document.Hash });
        await Tell(work, award, new YearConfirmed(award.Reference, award.OrganisationName, award.Title, year, Of(award, one), said, AwardRoutes.Mine(award.Reference)), AwardRoutes.Years(award.Reference));
        await work.Publish(new AwardYearDecided(award, one with { State = AwardYearState.Confirmed }));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Withholds a year with a reason, and writes to the organisation. Refused as <see cref="YearRules.MayDecide"/> says, with
    /// <c>award.reason-missing</c>, <c>award.reason-long</c>, <c>award.unknown</c>, <c>year.unknown</c> or <c>award.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Withhold(Actor actor, string reference, int year, int version, string? reason)
    {
        if (VariationRules.CheckReason(reason, "Note") is { } unsaid)
        {
            return unsaid;
        }

        await using var work = await database.Write(actor);
        var read = await Decidable(work, actor, reference, year, AwardYearStates.Withhold);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (award, one) = (read.Value.Whole.Award, read.Value.Year);
        if (!await YearRepository.Decide(work, one with { Version = version }, AwardYearState.Withheld, reason!.Trim()))
        {
            return new Refusal("award.changed-meanwhile");
        }

        work.Audit("year.withheld", "Award", award.Id, new { year });
        await Tell(work, award, new YearWithheld(award.Reference, award.OrganisationName, award.Title, year, reason.Trim(), AwardRoutes.Mine(award.Reference)), AwardRoutes.Years(award.Reference));
        await work.Publish(new AwardYearDecided(award, one with { State = AwardYearState.Withheld, DecisionReason = reason.Trim() }));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Reminds the officer that a year begins unconfirmed, once; false when it was done before or is not so any more.</summary>
    public async Task<bool> Remind(YearToConfirm year, DateOnly begins)
    {
        await using var work = await database.Write(Actor.System);
        if (!await YearRepository.Reminded(work, year.AwardId, year.Year))
        {
            return false;
        }

        var award = (await AwardRepository.Find(work, year.AwardId))!;
        work.Audit("year.reminded", "Award", award.Id, new { year.Year });
        await AwardMail.ToOfficer(work, award, new YearReminder(award.Reference, award.OrganisationName, award.Title, year.Year, begins, AwardRoutes.Year(award.Reference, year.Year)));
        await work.Commit();
        return true;
    }

    private static async Task Tell<TMessage>(UnitOfWork work, Award award, TMessage message, string deskPath)
        where TMessage : Platform.Mail.Message
    {
        await AwardMail.ToMembers(work, award, message);
        await AwardMail.ToOfficer(work, award, message switch
        {
            YearConfirmed confirmed => confirmed with { Path = deskPath },
            YearWithheld withheld => withheld with { Path = deskPath },
            _ => message,
        });
    }

    private static async Task<Outcome<(AwardWhole Whole, AwardYear Year)>> Found(UnitOfWork work, string reference, int year)
    {
        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        var whole = await AwardWholes.Of(work, award);
        return whole.Years.FirstOrDefault(one => one.Year == year) is { } found ? (whole, found) : new Refusal("year.unknown", year.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<Outcome<(AwardWhole Whole, AwardYear Year)>> Decidable(UnitOfWork work, Actor actor, string reference, int year, string act)
    {
        var read = await Found(work, reference, year);
        return read.Refused || YearRules.MayDecide(read.Value.Whole.Award, read.Value.Year, act, actor, await IsMember(work, read.Value.Whole.Award, actor)) is not { } refusal ? read : refusal;
    }

    private static async Task<bool> IsMember(UnitOfWork work, Award award, Actor actor) =>
        actor.PersonId is { } person && await OrganisationRepository.MembershipOf(work, award.OrganisationId, person) is not null;

    private static Money Of(Award award, AwardYear year) => Money.FromMinor(year.AmountMinor, award.Currency);
}
