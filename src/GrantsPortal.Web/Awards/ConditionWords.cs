using GrantsPortal.Awards.Conditions;

namespace GrantsPortal.Web.Awards;

/// <summary>Conditions in English words for the localiser.</summary>
public static class ConditionWords
{
    /// <summary>Where a condition stands, for members: what the city does itself is not asked of them.</summary>
    public static string ForMembers(AwardCondition condition) =>
        condition.State == ConditionState.Open && !ConditionRules.TakesHandIns(condition.Kind) ? "Not done yet" : ConditionStates.Table.Names[condition.State].ForApplicants;

    /// <summary>Colour of a state.</summary>
    public static string Look(ConditionState state) => state switch
    {
        ConditionState.Open => "waiting",
        ConditionState.HandedIn => "going",
        ConditionState.Met => "good",
        _ => "done",
    };

    /// <summary>What an act means, for who chooses it.</summary>
    public static string Hint(string act) => act switch
    {
        ConditionStates.Meet => "It holds. Where nothing was handed in, note what you saw.",
        ConditionStates.SendBack => "The organisation has to hand in something else; say what.",
        ConditionStates.Waive => "The award can be paid without it; say why.",
        _ => "It does not hold any more; say why.",
    };

    /// <summary>What was done.</summary>
    public static string Act(string act) => act switch
    {
        ConditionStates.HandIn => "Handed in",
        ConditionStates.Meet => "Found to be met",
        ConditionStates.SendBack => "Sent back",
        ConditionStates.Waive => "Not needed any more",
        ConditionStates.Reopen => "Asked for again",
        _ => act,
    };
}
