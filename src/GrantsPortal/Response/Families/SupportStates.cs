using GrantsPortal.Platform.States;

namespace GrantsPortal.Response.Families;

/// <summary>The machine of support asked for and offered. Which acts belong to which side, <see cref="From"/> says.</summary>
public static class SupportStates
{
    /// <summary>Somebody begins to follow up what was asked for.</summary>
    public const string Follow = "follow";

    /// <summary>What was asked for is there.</summary>
    public const string Meet = "meet";

    /// <summary>It is ended without.</summary>
    public const string Close = "close";

    /// <summary>It is taken up again.</summary>
    public const string Again = "again";

    /// <summary>What was offered is in use.</summary>
    public const string Use = "use";

    /// <summary>It is free for others again.</summary>
    public const string Free = "free";

    /// <summary>It is offered no longer.</summary>
    public const string Withdraw = "withdraw";

    /// <summary>It is offered again.</summary>
    public const string OfferAgain = "offer-again";

    private const string Officer = "Focal point, programme officer or administrator who may read it";
    private const string Both = Officer + "; Owner or Editor of the partner";

    /// <summary>The table.</summary>
    public static readonly StateTable<SupportState> Table = new(
        "support for families",
        new Dictionary<SupportState, StateName>
        {
            [SupportState.Open] = new("Open", "Noted"),
            [SupportState.Followed] = new("Followed up", "Somebody works on it"),
            [SupportState.Met] = new("Met", "Met"),
            [SupportState.Closed] = new("Ended without", "Ended"),
            [SupportState.Used] = new("In use", "In use"),
            [SupportState.Withdrawn] = new("Offered no longer", "Offered no longer"),
        },
        [
            new(SupportState.Open, Follow, "Follow it up", SupportState.Followed, Officer),
            new(SupportState.Open, Meet, "It is met", SupportState.Met, Officer),
            new(SupportState.Open, Close, "End it without", SupportState.Closed, Officer),
            new(SupportState.Followed, Meet, "It is met", SupportState.Met, Officer),
            new(SupportState.Followed, Close, "End it without", SupportState.Closed, Officer),
            new(SupportState.Met, Again, "Take it up again", SupportState.Followed, Officer),
            new(SupportState.Closed, Again, "Take it up again", SupportState.Followed, Officer),
            new(SupportState.Open, Use, "It is in use", SupportState.Used, Officer),
            new(SupportState.Used, Free, "It is free again", SupportState.Open, Officer),
            new(SupportState.Open, Withdraw, "It is offered no longer", SupportState.Withdrawn, Both),
            new(SupportState.Used, Withdraw, "It is offered no longer", SupportState.Withdrawn, Both),
            new(SupportState.Withdrawn, OfferAgain, "Offer it again", SupportState.Open, Both),
        ]);

    /// <summary>The acts possible from a state on a side.</summary>
    public static IEnumerable<Transition<SupportState>> From(SupportSide side, SupportState state) => Table.From(state).Where(line => SideOf(line.Act) == side);

    /// <summary>The side an act belongs to.</summary>
    public static SupportSide SideOf(string act) => act is Use or Free or Withdraw or OfferAgain ? SupportSide.Offered : SupportSide.Asked;

    /// <summary>The states there are on a side.</summary>
    public static IReadOnlyList<SupportState> Of(SupportSide side) =>
        side == SupportSide.Asked ? [SupportState.Open, SupportState.Followed, SupportState.Met, SupportState.Closed] : [SupportState.Open, SupportState.Used, SupportState.Withdrawn];

    /// <summary>Whether a state is an end.</summary>
    public static bool IsOver(SupportState state) => state is SupportState.Met or SupportState.Closed or SupportState.Withdrawn;
}
