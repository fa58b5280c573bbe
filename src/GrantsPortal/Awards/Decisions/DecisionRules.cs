using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards.Decisions;

/// <summary>An application as it stands when a list is proposed, with what was recommended for it.</summary>
/// <param name="Reference">The application's reference.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Recommendation">What was recommended; null when nothing was.</param>
public sealed record Candidate(string Reference, ApplicationState State, ProposedOutcome? Recommendation);

/// <summary>What is proposed for an application, before it is kept as a line.</summary>
/// <param name="Outcome">Fund, fund in part, reserve or decline.</param>
/// <param name="AmountMinor">Amount to grant in minor units.</param>
/// <param name="Reason">Why.</param>
/// <param name="RecommendedBy">Who recommends it.</param>
public sealed record ProposedOutcome(RecommendedOutcome Outcome, long? AmountMinor, string Reason, long RecommendedBy)
{
    /// <summary>Whether money is proposed.</summary>
    public bool Funds => Outcome is RecommendedOutcome.Fund or RecommendedOutcome.FundInPart;
}

/// <summary>Who may propose and decide what.</summary>
public static class DecisionRules
{
    /// <summary>
    /// Whether a ranked list may go to the approver. Refused with <c>decision.call-open</c> (closing instant),
    /// <c>decision.call-decided</c>, <c>decision.unfinished</c> (how many), <c>decision.empty</c>,
    /// <c>decision.no-recommendation</c> (how many, first reference), <c>decision.no-amount</c> (reference),
    /// <c>decision.over-budget</c> (total, available, excess).
    /// </summary>
    public static IReadOnlyList<Refusal> MayPropose(Call call, DateTimeOffset now, Money available, IReadOnlyList<Candidate> list, int unfinished)
    {
        var refusals = new List<Refusal>();
        switch (call.StateAt(now))
        {
            case CallState.Closed:
                break;
            case CallState.Decided or CallState.Archived:
                return [new Refusal("decision.call-decided")];
            default:
                return [new Refusal("decision.call-open", call.ClosesAt)];
        }

        if (unfinished > 0)
        {
            refusals.Add(new Refusal("decision.unfinished", unfinished));
        }

        var open = list.Where(candidate => candidate.Recommendation is null).ToList();
        if (list.Count == 0)
        {
            refusals.Add(new Refusal("decision.empty"));
        }
        else if (open.Count > 0)
        {
            refusals.Add(new Refusal("decision.no-recommendation", open.Count, open[0].Reference));
        }

        refusals.AddRange(Amounts(available, [.. list.Where(candidate => candidate.Recommendation is not null)]));
        return refusals;
    }

    /// <summary>
    /// Whether awards may be proposed for applications in reserve. Refused with <c>decision.not-decided-yet</c>,
    /// <c>decision.empty</c>, <c>decision.not-in-reserve</c> (reference), <c>decision.reserve-again</c>,
    /// <c>decision.reason-missing</c> (reference), <c>decision.no-amount</c> and <c>decision.over-budget</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> MayProposeReserves(Call call, DateTimeOffset now, Money available, IReadOnlyList<Candidate> list)
    {
        if (call.StateAt(now) != CallState.Decided)
        {
            return [new Refusal("decision.not-decided-yet")];
        }

        if (list.Count == 0)
        {
            return [new Refusal("decision.empty")];
        }

        var refusals = new List<Refusal>();
        foreach (var (reference, state, proposed) in list)
        {
            if (state != ApplicationState.Reserve)
            {
                refusals.Add(new Refusal("decision.not-in-reserve", reference));
            }
            else if (proposed is null or { Outcome: RecommendedOutcome.Reserve })
            {
                refusals.Add(new Refusal("decision.reserve-again", reference));
            }
            else if (string.IsNullOrWhiteSpace(proposed.Reason))
            {
                refusals.Add(new Refusal("decision.reason-missing", reference));
            }
        }

        refusals.AddRange(Amounts(available, [.. list.Where(candidate => candidate.Recommendation is not null)]));
        return refusals;
    }

    /// <summary>
    /// Whether somebody may approve a decision or send it back. Refused with <c>decision.not-approver</c>,
    /// <c>decision.own-proposal</c>, <c>decision.own-recommendation</c> (reference), <c>decision.own-organisation</c>
    /// (organisation), <c>decision.own-conflict</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> MayDecide(Actor actor, Decision decision, IReadOnlyList<DecisionLine> lines, IReadOnlySet<long> memberOf, IReadOnlySet<long> conflicted)
    {
        if (!actor.Is(Roles.Approver) || actor.PersonId is not { } person)
        {
            return [new Refusal("decision.not-approver")];
        }

        var refusals = new List<Refusal>();
        if (decision.ProposedBy == person)
        {
            refusals.Add(new Refusal("decision.own-proposal"));
        }

        if (lines.FirstOrDefault(line => line.RecommendedBy == person) is { } own)
        {
            refusals.Add(new Refusal("decision.own-recommendation", own.Reference));
        }

        if (lines.FirstOrDefault(line => line.OrganisationId is { } organisation && memberOf.Contains(organisation)) is { } group)
        {
            refusals.Add(new Refusal("decision.own-organisation", group.OrganisationName));
        }

        if (conflicted.Contains(person))
        {
            refusals.Add(new Refusal("decision.own-conflict"));
        }

        return refusals;
    }

    /// <summary>The sum of the amounts, in minor units; throws <see cref="OverflowException"/> rather than wrapping round.</summary>
    public static long Total(IEnumerable<long?> amounts) => amounts.Aggregate(0L, (sum, amount) => checked(sum + (amount ?? 0)));

    /// <summary>The act that moves an application in review to what is proposed for it.</summary>
    public static string ActOf(RecommendedOutcome outcome) => outcome switch
    {
        RecommendedOutcome.Fund or RecommendedOutcome.FundInPart => ApplicationStates.Recommend,
        RecommendedOutcome.Reserve => ApplicationStates.PutInReserve,
        _ => ApplicationStates.NotRecommend,
    };

    private static IEnumerable<Refusal> Amounts(Money available, IReadOnlyList<Candidate> list)
    {
        foreach (var (reference, _, proposed) in list)
        {
            if (proposed!.Funds && proposed.AmountMinor is not > 0)
            {
                yield return new Refusal("decision.no-amount", reference);
            }
        }

        var total = Money.FromMinor(Total(list.Where(line => line.Recommendation!.Funds).Select(line => line.Recommendation!.AmountMinor)), available.Currency);
        if (total > available)
        {
            yield return new Refusal("decision.over-budget", total, available, total - available);
        }
    }
}
