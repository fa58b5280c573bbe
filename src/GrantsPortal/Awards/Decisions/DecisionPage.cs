using GrantsPortal.Calls;
using GrantsPortal.Funds.Overdrawing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards.Decisions;

/// <summary>Somebody who took no part, and in which applications.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Applications">The applications, as reference and organisation.</param>
public sealed record NoPart(string Name, IReadOnlyList<(string Reference, string Organisation)> Applications);

/// <summary>All that an approver reads of one decision, on one page.</summary>
public sealed record DecisionPage
{
    /// <summary>The decision.</summary>
    public required Decision Decision { get; init; }

    /// <summary>The call.</summary>
    public required Call Call { get; init; }

    /// <summary>The lines, in the list's order; figures and reasons are left out of those the viewer has a tie to.</summary>
    public required IReadOnlyList<DecisionLine> Lines { get; init; }

    /// <summary>The lines whose figures the viewer may not see.</summary>
    public required IReadOnlySet<long> Hidden { get; init; }

    /// <summary>Who took no part because of a conflict of interest.</summary>
    public required IReadOnlyList<NoPart> NoPart { get; init; }

    /// <summary>What stands against the viewer deciding; empty when they may.</summary>
    public required IReadOnlyList<Refusal> Against { get; init; }

    /// <summary>The awards it made, by application reference.</summary>
    public required IReadOnlyList<AwardRow> Awards { get; init; }

    /// <summary>What it needs from its fund in each budget year, beside what is free there; empty once it is decided.</summary>
    public required IReadOnlyList<FundNeed> Needs { get; init; }

    /// <summary>Whether the viewer may commit more than is free, with a reason.</summary>
    public required bool MayOverdraw { get; init; }

    /// <summary>Why its awards were committed beyond what was free.</summary>
    public required IReadOnlyList<OverdrawnBy> Overdrawn { get; init; }

    /// <summary>Whether more is needed than is free.</summary>
    public bool IsShort => Needs.Any(need => need.IsShort);

    /// <summary>Lines that grant money.</summary>
    public IReadOnlyList<DecisionLine> Funded => [.. Lines.Where(line => line.Funds)];

    /// <summary>Lines in reserve.</summary>
    public IReadOnlyList<DecisionLine> Reserve => [.. Lines.Where(line => line.Outcome == RecommendedOutcome.Reserve)];

    /// <summary>Lines that are left out.</summary>
    public IReadOnlyList<DecisionLine> LeftOut => [.. Lines.Where(line => line.Outcome == RecommendedOutcome.Decline)];

    /// <summary>What would be left of the budget; never below zero.</summary>
    public Money Left => Decision.Available - Decision.Total;

    /// <summary>Whether the viewer may decide now.</summary>
    public bool MayDecide => Decision.State == DecisionState.Proposed && Against.Count == 0;

    /// <summary>Reads the page for a viewer, or null.</summary>
    public static async Task<DecisionPage?> Read(UnitOfWork work, Actor viewer, long id, PortalOptions portal)
    {
        if (await DecisionRepository.Find(work, id) is not { } decision || await CallRepository.Find(work, decision.CallId) is not { } call)
        {
            return null;
        }

        var lines = await DecisionRepository.Lines(work, id);
        var hidden = await HiddenFrom(work, call.Id, viewer);
        return new DecisionPage
        {
            Decision = decision,
            Call = call,
            Lines = [.. lines.Select(line => hidden.Contains(line.ApplicationId) ? line with { Score = null, Reviews = 0, Reason = "" } : line)],
            Hidden = hidden,
            NoPart = await WhoTookNoPart(work, decision, lines),
            Against = await DecisionDesk.Against(work, viewer, decision, lines),
            Awards = await AwardRepository.OfDecision(work, id),
            Needs = await DecisionDesk.Needs(work, id, portal),
            MayOverdraw = await OverdrawRepository.Holds(work, viewer),
            Overdrawn = await DecisionRepository.Overdrawn(work, id),
        };
    }

    /// <summary>The applications of a call whose figures a viewer may not see, by the rule that reviews keep.</summary>
    public static async Task<IReadOnlySet<long>> HiddenFrom(UnitOfWork work, long call, Actor viewer) =>
        (await RankingReader.Read(work, call, viewer.PersonId))
            .Where(ranked => ranked.Sight != ScoreSight.Open)
            .Select(ranked => ranked.ApplicationId)
            .ToHashSet();

    private static async Task<IReadOnlyList<NoPart>> WhoTookNoPart(UnitOfWork work, Decision decision, IReadOnlyList<DecisionLine> lines)
    {
        var byId = lines.ToDictionary(line => line.ApplicationId);
        var declared = (await DecisionRepository.Conflicts(work, decision.Id)).Select(found => (found.PersonId, found.Name, found.ApplicationId));
        var reviewers = (await RecommendationRepository.ConflictsForCall(work, decision.CallId)).Select(found => (found.PersonId, Name: found.PersonName, found.ApplicationId));
        return
        [
            .. declared.Concat(reviewers).Where(found => byId.ContainsKey(found.ApplicationId)).Distinct()
                .GroupBy(found => (found.PersonId, found.Name))
                .OrderBy(group => group.Key.Name, StringComparer.CurrentCulture)
                .Select(group => new NoPart(group.Key.Name, [.. group.Select(found => byId[found.ApplicationId]).OrderBy(line => line.Place).Select(line => (line.Reference, line.OrganisationName))])),
        ];
    }
}
