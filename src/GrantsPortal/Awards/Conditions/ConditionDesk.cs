using GrantsPortal.Calls.Agreements;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Conditions;

/// <summary>What members hand in before the first payment, and what officers find.</summary>
public sealed partial class ConditionDesk
{
    /// <summary>
    /// Finds every condition of a kind met, within the caller's transaction: for Payments once bank details are
    /// confirmed, and for whoever clears a person check. What the actor handed in is left alone. Returns how many were
    /// met; none when there is none of the kind, or all were met or waived before.
    /// </summary>
    /// <param name="work">The caller's transaction.</param>
    /// <param name="award">The award.</param>
    /// <param name="kind">What was fulfilled.</param>
    /// <param name="evidence">What shows it, for staff; no personal detail.</param>
    public static async Task<int> Meet(UnitOfWork work, Award award, ConditionKind kind, string evidence)
    {
        var met = 0;
        foreach (var condition in (await ConditionRepository.Of(work, award.Id)).Where(condition => condition.Kind == kind && condition.Blocks))
        {
            if ((condition.HandedInBy is { } handed && handed == work.Actor.PersonId) || !await ConditionRepository.Decide(work, condition, ConditionState.Met, evidence))
            {
                continue;
            }

            await ConditionRepository.InsertStep(work, condition.Id, ConditionStates.Meet, null, evidence);
            work.Audit("award.condition-met", "Award", award.Id, new { condition = condition.Id, condition.Kind, from = condition.State });
            met++;
        }

        return met;
    }
}
