using GrantsPortal.Platform.States;

namespace GrantsPortal.Partnerships.Partners;

/// <summary>The machine of a partnership.</summary>
public static class PartnerStates
{
    /// <summary>The city and the partner begin to work together.</summary>
    public const string Begin = "begin";

    /// <summary>It rests.</summary>
    public const string Rest = "rest";

    /// <summary>It wakes up.</summary>
    public const string Wake = "wake";

    /// <summary>It is over.</summary>
    public const string End = "end";

    private const string Staff = "The partner's focal point or deputy, or a programme officer";

    /// <summary>The table.</summary>
    public static readonly StateTable<PartnerState> Table = new(
        "partnership",
        new Dictionary<PartnerState, StateName>
        {
            [PartnerState.Prospect] = new("Prospect", "Getting to know each other"),
            [PartnerState.Active] = new("Active", "Working together"),
            [PartnerState.Dormant] = new("Dormant", "At rest"),
            [PartnerState.Ended] = new("Ended", "Ended"),
        },
        [
            new(PartnerState.Prospect, Begin, "Begin the partnership", PartnerState.Active, Staff),
            new(PartnerState.Active, Rest, "Let it rest", PartnerState.Dormant, Staff),
            new(PartnerState.Dormant, Wake, "Wake it up", PartnerState.Active, Staff),
            new(PartnerState.Prospect, End, "End it", PartnerState.Ended, Staff),
            new(PartnerState.Active, End, "End it", PartnerState.Ended, Staff),
            new(PartnerState.Dormant, End, "End it", PartnerState.Ended, Staff),
        ]);
}
