using GrantsPortal.Platform.States;

namespace GrantsPortal.Partnerships.Needs;

/// <summary>The machine of a need or concern.</summary>
public static class NeedStates
{
    /// <summary>The city works on it.</summary>
    public const string Take = "take";

    /// <summary>Something was done.</summary>
    public const string Do = "do";

    /// <summary>It is not possible.</summary>
    public const string Refuse = "refuse";

    /// <summary>It is taken up again.</summary>
    public const string Again = "again";

    private const string Staff = "Focal point, programme officer or administrator";

    /// <summary>The table.</summary>
    public static readonly StateTable<NeedStatus> Table = new(
        "need",
        new Dictionary<NeedStatus, StateName>
        {
            [NeedStatus.Raised] = new("Raised", "Noted"),
            [NeedStatus.Taken] = new("Taken on", "We are on it"),
            [NeedStatus.Done] = new("Done", "Done"),
            [NeedStatus.NotPossible] = new("Not possible", "Not possible"),
        },
        [
            new(NeedStatus.Raised, Take, "Take it on", NeedStatus.Taken, Staff, nameof(NeedAnswered)),
            new(NeedStatus.Raised, Do, "It was done", NeedStatus.Done, Staff, nameof(NeedAnswered)),
            new(NeedStatus.Raised, Refuse, "It is not possible", NeedStatus.NotPossible, Staff, nameof(NeedAnswered)),
            new(NeedStatus.Taken, Do, "It was done", NeedStatus.Done, Staff, nameof(NeedAnswered)),
            new(NeedStatus.Taken, Refuse, "It is not possible", NeedStatus.NotPossible, Staff, nameof(NeedAnswered)),
            new(NeedStatus.Done, Again, "Take it up again", NeedStatus.Taken, Staff, nameof(NeedAnswered)),
            new(NeedStatus.NotPossible, Again, "Take it up again", NeedStatus.Taken, Staff, nameof(NeedAnswered)),
        ]);
}
