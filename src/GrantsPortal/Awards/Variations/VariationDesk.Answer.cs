using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Funds.Overdrawing;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards.Variations;

/// <summary>
/// Answering a variation. An approval is one transaction: the variation, the award, its lines and years, the ledger and
/// the document, or nothing.
/// </summary>
public sealed partial class VariationDesk
{
    /// <summary>
    /// Approves what an organisation asks for. Refused as <see cref="VariationRules.MayAnswer"/> and <see cref="VariationRules.Check"/>
    /// say, with <c>award.unknown</c>, <c>variation.unknown</c>, as <see cref="FundRules.MayCommit"/> says where the budget of a year lacks the money, <c>variation.terms-changed</c> or <c>variation.changed-meanwhile</c>.
    /// </summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="reference">The award.</param>
    /// <param name="number">The variation.</param>
    /// <param name="version">Which version of it was shown.</param>
    /// <param name="years">Budget years the city pays from; null to take those it was asked with.</param>
    /// <param name="note">What is said with it.</param>
    /// <param name="overdraw">Why an approver binds more than is free; null when they do not.</param>
    public async Task<Outcome> Approve(Actor actor, string reference, int number, int version, IReadOnlyList<TermsYear>? years = null, string? note = null, string? overdraw = null)
    {
        var read = await Answerable(actor, reference, number, VariationSide.City);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (variation, whole) = read.Value;
        if (variation.Turn == VariationTurn.Owner || variation.Side == VariationSide.City)
        {
            return new Refusal("variation.owner-only");
        }

        var wanted = years is null ? variation.Wanted : variation.Wanted with { Years = [.. years.Where(year => year.AmountMinor != 0).OrderBy(year => year.Year)] };
        var byApprover = variation.Turn == VariationTurn.Approver;
        return await Carry(actor, whole, variation with { Version = version, TermsWanted = Json.Write(wanted), Overdraw = byApprover ? Tidy(overdraw) : null }, byApprover, Tidy(note));
    }

    /// <summary>
    /// An approver lets the city ask for what raises the amount or moves much; the Owners are asked then. Refused as
    /// <see cref="VariationRules.MayAnswer"/> says, with <c>award.unknown</c>, <c>variation.unknown</c>, as <see cref="FundRules.MayCommit"/> says, or with
    /// <c>variation.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> LetAsk(Actor actor, string reference, int number, int version, string? overdraw = null)
    {
        await using var work = await database.Write(actor);
        var read = await Answerable(work, actor, reference, number, VariationSide.City);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (variation, whole) = read.Value;
        if (variation.Side != VariationSide.City)
        {
            return new Refusal("variation.unknown");
        }

        if (await Lacking(work, whole.Award, variation, overdraw) is { } lacking)
        {
            return lacking;
        }

        var why = await Overdraw(work, actor, overdraw);
        if (!await VariationRepository.LetAsk(work, variation with { Version = version }, why))
        {
            return new Refusal("variation.changed-meanwhile");
        }

        work.Audit("variation.let-ask", "Award", whole.Award.Id, new { number, overdraw = why });
        await VariationMail.ToAgree(work, whole.Award, variation);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// An Owner agrees by typed name to what the city asks for; the caller has asked for the password anew. Refused as
    /// <see cref="VariationRules.MayAnswer"/> and <see cref="AwardRules.CheckName"/> say, and as <see cref="Approve"/>.
    /// </summary>
    public async Task<Outcome> Agree(Actor actor, string reference, int number, int version, string? name)
    {
        if (AwardRules.CheckName(name) is { } wrong)
        {
            return wrong;
        }

        var read = await Answerable(actor, reference, number, VariationSide.Grantee);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (variation, whole) = read.Value;
        return variation.Turn != VariationTurn.Owner
            ? new Refusal("variation.city-first")
            : await Carry(actor, whole, variation with { Version = version, AgreedName = name!.Trim() }, variation.CityBy is not null, null);
    }

    /// <summary>
    /// Declines with a reason: the city what an organisation asks for, an Owner or an approver what the city asks for. Refused
    /// as <see cref="VariationRules.MayAnswer"/> and <see cref="VariationRules.CheckReason"/> say, with <c>award.unknown</c>,
    /// <c>variation.unknown</c> or <c>variation.changed-meanwhile</c>.
    /// </summary>
    /// <param name="actor">Who declines.</param>
    /// <param name="reference">The award.</param>
    /// <param name="side">The side the actor is on.</param>
    /// <param name="number">The variation.</param>
    /// <param name="version">Which version of it was shown.</param>
    /// <param name="note">Why.</param>
    public async Task<Outcome> Decline(Actor actor, string reference, VariationSide side, int number, int version, string? note)
    {
        if (VariationRules.CheckReason(note, "Note") is { } unsaid)
        {
            return unsaid;
        }

        await using var work = await database.Write(actor);
        var read = await Answerable(work, actor, reference, number, side);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (variation, whole) = read.Value;
        if (!await VariationRepository.Decide(work, variation with { Version = version }, VariationState.Declined, note!.Trim()))
        {
            return new Refusal("variation.changed-meanwhile");
        }

        work.Audit("variation.declined", "Award", whole.Award.Id, new { number });
        await VariationMail.Decided(work, whole.Award, variation with { State = VariationState.Declined, DecisionNote = note.Trim() });
        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<Outcome> Carry(Actor actor, AwardWhole before, Variation variation, bool byApprover, string? note)
    {
        var (award, wanted) = (before.Award, variation.Wanted);
        await using (var look = await database.Read())
        {
            if (await Against(look, before, variation) is { Refused: true } refused)
            {
                return refused;
            }

            if (variation.Side == VariationSide.Grantee)
            {
                if (await Lacking(look, award, variation, variation.Overdraw, actor) is { } lacking)
                {
                    return lacking;
                }

                variation = variation with { Overdraw = await Overdraw(look, actor, variation.Overdraw) };
            }
        }

        var says = texts.In(award.LanguageIn(portal.Value));
        var made = await documents.Make(
            VariationDocument.Title(award, variation, says), says.Language,
            VariationDocument.Html(before, variation, actor.Name, database.Clock.GetUtcNow(), says, portal.Value));

        await using var work = await database.Write(actor);
        if (await Against(work, before, variation) is { Refused: true } wrong)
        {
            return wrong;
        }

        if (!await VariationRepository.Decide(work, variation, VariationState.Approved, note)
            || !await AwardRepository.Vary(work, award, wanted, Folded.Of(award.Reference, wanted.Title, wanted.Summary)))
        {
            return new Refusal("variation.changed-meanwhile");
        }

        var years = YearRules.Set(award, before.Years, wanted.Years, byApprover);
        var bound = AwardWholes.Bind(award, AwardTerms.Of(before).Years, wanted.Years);
        if (bound.Count > 0)
        {
            var posted = await Ledger.Post(work, FormattableString.Invariant($"vary:variation:{variation.Id}"), bound, Instants.DayOf(work.Now, portal.Value.Zone), variation.Overdraw);
            if (posted.Refused)
            {
                return posted.Plain();
            }
        }

        await AwardWholes.PutLines(work, award.Id, wanted.Lines);
        await AwardWholes.PutYears(work, award.Id, before.Years, years);
        var document = await AwardDocuments.Keep(work, award, AwardDocumentKind.Variation, made);
        await VariationRepository.SetDocument(work, variation.Id, document.Id);
        work.Audit("variation.approved", "Award", award.Id, new { variation.Number, variation.ChangeMinor, variation.MovedMinor, document = document.Hash, variation.Overdraw });
        var after = await AwardWholes.Of(work, (await AwardRepository.Find(work, award.Id))!);
        await work.Publish(new AwardVaried(before, after));
        await VariationMail.Decided(work, after.Award, variation with { State = VariationState.Approved, DecisionNote = note });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>What stands against approving: the award has changed since it was asked, or the wishes cannot be met any more.</summary>
    private static async Task<Outcome> Against(UnitOfWork work, AwardWhole before, Variation variation)
    {
        var now = await AwardRepository.Find(work, before.Award.Id);
        return now!.Version != before.Award.Version ? new Refusal("variation.changed-meanwhile")
            : !VariationRules.CanVary(now.State) ? new Refusal("variation.not-running", now.State)
            : AwardTerms.Of(before) != variation.Before ? new Refusal("variation.terms-changed")
            : Outcome.From(VariationRules.Check(variation.Before, variation.Wanted, await AwardWholes.PaidOut(work, now.Id), now.Currency));
    }

    private async Task<Outcome<(Variation Variation, AwardWhole Whole)>> Answerable(Actor actor, string reference, int number, VariationSide side)
    {
        await using var work = await database.Read();
        return await Answerable(work, actor, reference, number, side);
    }

    private static async Task<Outcome<(Variation Variation, AwardWhole Whole)>> Answerable(UnitOfWork work, Actor actor, string reference, int number, VariationSide side)
    {
        var award = side == VariationSide.Grantee ? await AwardRepository.FindFor(work, reference, actor.Person) : await AwardRepository.FindByReference(work, reference);
        if (award is null)
        {
            return new Refusal("award.unknown");
        }

        if (await VariationRepository.Find(work, award.Id, number, side) is not { } variation)
        {
            return new Refusal("variation.unknown");
        }

        var role = (await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person))?.Role;
        return VariationRules.MayAnswer(variation, actor, role) is { } refusal ? refusal : (variation, await AwardWholes.Of(work, award));
    }

    /// <summary>Why the city cannot bind more in a year; null when it can, or the actor may bind more than is free and says why.</summary>
    private async Task<Refusal?> Lacking(UnitOfWork work, Award award, Variation variation, string? overdraw, Actor? actor = null)
    {
        var changes = YearRules.Changes(variation.Before.Years, variation.Wanted.Years).Where(year => year.AmountMinor > 0).ToList();
        var holdsRight = changes.Count > 0 && await OverdrawRepository.Holds(work, actor ?? work.Actor);
        foreach (var year in changes)
        {
            var free = (await Ledger.OfFund(work, award.ProgrammeId!.Value, year.Year)).FreeMinor;
            var named = BudgetYear.Write(year.Year, portal.Value.BudgetYearStartsMonth);
            if (FundRules.MayCommit(Money.FromMinor(year.AmountMinor, award.Currency), Money.FromMinor(free, award.Currency), award.ProgrammeName ?? "", named, holdsRight, overdraw) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>The reason to bind more than is free, where the actor holds the right to; nobody else's is kept, however much is free now.</summary>
    private static async Task<string?> Overdraw(UnitOfWork work, Actor actor, string? reason) =>
        Tidy(reason) is { } why && await OverdrawRepository.Holds(work, actor) ? why : null;

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
