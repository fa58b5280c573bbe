using GrantsPortal.Platform.States;

namespace GrantsPortal.Partnerships.Briefs;

/// <summary>The machine of a brief.</summary>
public static class BriefStates
{
    /// <summary>It is kept as a document.</summary>
    public const string Keep = "keep";

    /// <summary>The table.</summary>
    public static readonly StateTable<BriefState> Table = new(
        "brief",
        new Dictionary<BriefState, StateName>
        {
            [BriefState.Draft] = new("Draft", "Draft"),
            [BriefState.Kept] = new("Kept", "Kept"),
        },
        [new(BriefState.Draft, Keep, "Keep it as a document", BriefState.Kept, "Focal point, programme officer or administrator")]);
}
