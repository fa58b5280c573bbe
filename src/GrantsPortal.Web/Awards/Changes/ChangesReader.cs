using GrantsPortal.Awards;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Awards.Changes;

/// <summary>An award with everything that was or may be changed about it.</summary>
/// <param name="Whole">The award, its lines and years.</param>
/// <param name="Role">What the reader may do in the organisation; null when nothing.</param>
/// <param name="Variations">The variations the reader's side may see, newest first.</param>
/// <param name="Movements">Movements between lines, newest first.</param>
/// <param name="Asked">Whether a variation waits, also one the reader does not see yet.</param>
/// <param name="Officer">Who answers for it at the city.</param>
public sealed record ChangesView(AwardWhole Whole, MemberRole? Role, IReadOnlyList<Variation> Variations, IReadOnlyList<BudgetMovement> Movements, bool Asked, Person? Officer)
{
    /// <summary>The award.</summary>
    public Award Award => Whole.Award;

    /// <summary>The draft of the reader's side.</summary>
    public Variation? Draft => Variations.FirstOrDefault(variation => variation.State == VariationState.Draft);

    /// <summary>What waits for an answer.</summary>
    public Variation? Waiting => Variations.FirstOrDefault(variation => variation.State == VariationState.Asked);

    /// <summary>What was asked for, newest first.</summary>
    public IReadOnlyList<Variation> Past => [.. Variations.Where(variation => variation.State != VariationState.Draft)];

    /// <summary>The name of a budget line.</summary>
    public string Line(int number) => Whole.Lines.FirstOrDefault(line => line.Number == number)?.Name ?? "";

    /// <summary>The lines that hold anything, or did when they were last agreed.</summary>
    public IReadOnlyList<AwardBudgetLine> Lines => [.. Whole.Lines.Where(line => line.AmountMinor != 0 || line.AgreedMinor != 0)];
}

/// <summary>Reads what the pages about changes show, in few queries.</summary>
internal static class ChangesReader
{
    /// <summary>Everything about the changes of an award, as a side sees it.</summary>
    public static async Task<ChangesView> Read(UnitOfWork work, Award award, VariationSide side, Actor actor)
    {
        var role = (await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person))?.Role;
        var variations = await VariationRepository.Of(work, award.Id, side);
        var asked = variations.Any(variation => variation.State == VariationState.Asked) || await VariationRepository.Asked(work, award.Id) is not null;
        return new ChangesView(await AwardWholes.Of(work, award), role, variations, await MovementRepository.Of(work, award.Id), asked, await AwardOfficer.Of(work, award));
    }

    /// <summary>What the fund has free in each year that a change binds more in.</summary>
    public static async Task<IReadOnlyList<YearNeed>> Needs(UnitOfWork work, Award award, Variation variation)
    {
        var needs = new List<YearNeed>();
        if (award.ProgrammeId is { } fund)
        {
            foreach (var year in YearRules.Changes(variation.Before.Years, variation.Wanted.Years).Where(year => year.AmountMinor > 0))
            {
                needs.Add(new YearNeed(year.Year, year.AmountMinor, (await Ledger.OfFund(work, fund, year.Year)).FreeMinor));
            }
        }

        return needs;
    }
}

/// <summary>What a change binds more in a year, and what is free there, in minor units.</summary>
public sealed record YearNeed(int Year, long MoreMinor, long FreeMinor)
{
    /// <summary>Whether the year lacks it.</summary>
    public bool Lacks => FreeMinor < MoreMinor;
}
