using GrantsPortal.Platform.States;

namespace GrantsPortal.Awards.Years;

/// <summary>Where a budget year of an award stands.</summary>
public enum AwardYearState
{
    /// <summary>Planned; nothing of it is paid yet.</summary>
    Planned,

    /// <summary>An officer proposes to confirm it; waits for an approver.</summary>
    Proposed,

    /// <summary>Confirmed; it can be paid.</summary>
    Confirmed,

    /// <summary>An approver withheld it.</summary>
    Withheld,
}

/// <summary>What an award takes from one budget year. The first year is confirmed by the agreement itself.</summary>
public sealed record AwardYear
{
    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>The budget year, named by the calendar year it begins in.</summary>
    public int Year { get; init; }

    /// <summary>Amount in minor units of the award's currency.</summary>
    public long AmountMinor { get; init; }

    /// <summary>Where it stands.</summary>
    public AwardYearState State { get; init; }

    /// <summary>The officer who proposed to confirm it.</summary>
    public long? ProposedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? ProposedAt { get; init; }

    /// <summary>What the officer says of the reports and the standing so far.</summary>
    public string? ProposalNote { get; init; }

    /// <summary>The approver who confirmed or withheld it; null for a first year.</summary>
    public long? DecidedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was withheld, or what the approver added.</summary>
    public string? DecisionReason { get; init; }

    /// <summary>The document that confirms it.</summary>
    public long? DocumentId { get; init; }

    /// <summary>When the officer was reminded that it begins unconfirmed, in UTC.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Whether it can be paid.</summary>
    public bool Payable => State == AwardYearState.Confirmed;
}

/// <summary>The machine of an award's budget year.</summary>
public static class AwardYearStates
{
    /// <summary>Proposes to confirm it.</summary>
    public const string Propose = "propose";

    /// <summary>Confirms it.</summary>
    public const string Confirm = "confirm";

    /// <summary>Withholds it.</summary>
    public const string Withhold = "withhold";

    private const string Officer = "Programme officer";
    private const string Approver = "Approver who did not propose it and is no member of the organisation";

    /// <summary>The table.</summary>
    public static readonly StateTable<AwardYearState> Table = new(
        "year of an award",
        new Dictionary<AwardYearState, StateName>
        {
            [AwardYearState.Planned] = new("Planned", "Planned"),
            [AwardYearState.Proposed] = new("Waiting for approval", "Being looked at"),
            [AwardYearState.Confirmed] = new("Confirmed", "Confirmed"),
            [AwardYearState.Withheld] = new("Withheld", "Held back"),
        },
        [
            new(AwardYearState.Planned, Propose, "Propose to confirm", AwardYearState.Proposed, Officer, "YearProposed"),
            new(AwardYearState.Withheld, Propose, "Propose to confirm", AwardYearState.Proposed, Officer, "YearProposed"),
            new(AwardYearState.Proposed, Confirm, "Confirm year", AwardYearState.Confirmed, Approver, "YearConfirmed"),
            new(AwardYearState.Proposed, Withhold, "Withhold year", AwardYearState.Withheld, Approver, "YearWithheld"),
        ]);
}
