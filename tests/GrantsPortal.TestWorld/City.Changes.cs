using GrantsPortal.Awards;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;

namespace GrantsPortal.TestWorld;

/// <summary>An award under way.</summary>
/// <param name="Award">The award when it started.</param>
/// <param name="Applicant">Who holds it, with the Owner.</param>
/// <param name="Officer">A programme officer, who asked for nothing yet.</param>
/// <param name="Approver">An approver.</param>
public sealed record RunningAward(Award Award, Applicant Applicant, Actor Officer, Actor Approver)
{
    /// <summary>The Owner acting.</summary>
    public Actor Owner => City.As(Applicant.Owner);

    /// <summary>Its reference.</summary>
    public string Reference => Award.Reference;
}

/// <summary>Awards under way and what changes about them.</summary>
public sealed partial class City
{
    /// <summary>An award of 10,000.00 under way, bound in the ledger, in a fund with twice that in this and the next two years.</summary>
    public async Task<RunningAward> UnderWay(LetterDelivery by = LetterDelivery.Email, long amountMinor = 1_000_000)
    {
        var listing = await Told(new Wish(RecommendedOutcome.Fund, amountMinor, by));
        var applicant = listing.Applicants[0];
        var award = await AwardOf(applicant);
        foreach (var year in new[] { 0, 1, 2 })
        {
            await Budget(award.ProgrammeId!.Value, award.AwardedOn.Year + year, 2 * amountMinor);
        }

        await Write(Actor.System, async work => (await Ledger.Post(work, FormattableString.Invariant($"commit:award:{award.Id}"), AwardWholes.Bind(award, [], AwardTerms.Of(await AwardWholes.Of(work, award)).Years), award.AwardedOn)).Done);
        Done((await Portal.Get<OfferDesk>().Accept(As(applicant.Owner), award.Reference, award.Version, applicant.Owner.Name, Now)).Refusals);
        Done((await Portal.Get<AwardDesk>().Activate(listing.Officer, award.Reference, (await AwardOf(applicant)).Version)).Refusals);
        return new RunningAward(await AwardOf(applicant), applicant, listing.Officer, listing.Approver);
    }

    /// <summary>Gives a fund more budget in a year.</summary>
    public Task<bool> Budget(long fund, int year, long amountMinor) => Write(Actor.System, async work =>
        (await Ledger.Post(work, FormattableString.Invariant($"budget:test:{work.NewId()}"), Postings.Budget(fund, year, Money.FromMinor(amountMinor, "GBP")), new DateOnly(year, 1, 1))).Done);

    /// <summary>Pays some of an award, as the ledger has it.</summary>
    public Task<bool> Paid(Award award, int year, long amountMinor) => Write(Actor.System, async work =>
    {
        var (subject, amount, key) = (LedgerSubject.Award(award.Id), Money.FromMinor(amountMinor, award.Currency), work.NewId());
        return (await Ledger.Post(work, FormattableString.Invariant($"send:test:{key}"), Postings.Send(award.ProgrammeId!.Value, year, subject, amount), award.AwardedOn)).Done
            && (await Ledger.Post(work, FormattableString.Invariant($"settle:test:{key}"), Postings.Settle(award.ProgrammeId!.Value, year, subject, amount), award.AwardedOn)).Done;
    });

    /// <summary>The award with its lines and years as they are now.</summary>
    public Task<AwardWhole> WholeOf(RunningAward running) => Read(async work => await AwardWholes.Of(work, (await AwardRepository.Find(work, running.Award.Id))!));

    /// <summary>What an award is now, changed by <paramref name="change"/>, as somebody would write it.</summary>
    public async Task<VariationEntry> Wish(RunningAward running, Func<VariationEntry, VariationEntry> change)
    {
        var terms = AwardTerms.Of(await WholeOf(running));
        return change(new VariationEntry(terms.StartsOn, terms.EndsOn, terms.Title, terms.Summary, terms.Lines, null, "The hall closes for repairs until March."));
    }

    /// <summary>A variation that somebody asks for; its number.</summary>
    public async Task<int> Asked(RunningAward running, Actor by, VariationSide side, Func<VariationEntry, VariationEntry> change)
    {
        var number = (await Portal.Get<VariationDesk>().Save(by, running.Reference, side, null, 0, await Wish(running, change))).Value;
        Done((await Portal.Get<VariationDesk>().Ask(by, running.Reference, side, number, (await Variation(running, number, side)).Version)).Refusals);
        return number;
    }

    /// <summary>A variation as a side sees it; throws when it does not.</summary>
    public Task<Variation> Variation(RunningAward running, int number, VariationSide side = VariationSide.City) => Read(async work =>
        await VariationRepository.Find(work, running.Award.Id, number, side) ?? throw new InvalidOperationException($"There is no variation {number}."));

    /// <summary>A budget year of an award.</summary>
    public async Task<AwardYear> YearOf(RunningAward running, int year) => (await WholeOf(running)).Years.First(one => one.Year == year);

    /// <summary>What the ledger holds for an award.</summary>
    public Task<LedgerFigures> FiguresOf(RunningAward running) => Read(work => Ledger.Of(work, SubjectKind.Award, running.Award.Id));
}
