using GrantsPortal.Platform.States;

namespace GrantsPortal.Awards.Variations;

/// <summary>Who asks for a variation.</summary>
public enum VariationSide
{
    /// <summary>The organisation that holds the award.</summary>
    Grantee,

    /// <summary>The city.</summary>
    City,
}

/// <summary>Whose answer an asked variation waits for.</summary>
public enum VariationTurn
{
    /// <summary>A programme officer.</summary>
    Officer,

    /// <summary>An approver.</summary>
    Approver,

    /// <summary>An Owner of the organisation.</summary>
    Owner,
}

/// <summary>Where a variation stands.</summary>
public enum VariationState
{
    /// <summary>Being written; only the side that writes it sees it.</summary>
    Draft,

    /// <summary>Asked for; waits for an answer.</summary>
    Asked,

    /// <summary>Approved; part of the agreement.</summary>
    Approved,

    /// <summary>Declined.</summary>
    Declined,

    /// <summary>Taken back by the side that asked.</summary>
    Withdrawn,
}

/// <summary>A change to an award: of its dates, amount, budget lines or purpose, one or several together.</summary>
public sealed record Variation
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>Its number on the award, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Who asks.</summary>
    public VariationSide Side { get; init; }

    /// <summary>Where it stands.</summary>
    public VariationState State { get; init; }

    /// <summary>Whose answer it waits for once it is asked.</summary>
    public VariationTurn Turn { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The terms it starts from, as JSON of <see cref="AwardTerms"/>.</summary>
    public string TermsBefore { get; init; } = "";

    /// <summary>The terms wanted, as JSON of <see cref="AwardTerms"/>.</summary>
    public string TermsWanted { get; init; } = "";

    /// <summary>Change of the award's amount in minor units; negative for less.</summary>
    public long ChangeMinor { get; init; }

    /// <summary>How much money it moves, in minor units, as <see cref="AwardTerms.Moved"/> reckons.</summary>
    public long MovedMinor { get; init; }

    /// <summary>Who began it.</summary>
    public long CreatedBy { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who asked for it.</summary>
    public long? AskedBy { get; init; }

    /// <summary>Name of who asked.</summary>
    public string? AskedByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The approver who let the city ask for it, where one must.</summary>
    public long? CityBy { get; init; }

    /// <summary>Name of that approver.</summary>
    public string? CityByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? CityAt { get; init; }

    /// <summary>Why an approver went beyond what is free in the fund.</summary>
    public string? Overdraw { get; init; }

    /// <summary>Who approved, declined or withdrew it.</summary>
    public long? DecidedBy { get; init; }

    /// <summary>Name of who did.</summary>
    public string? DecidedByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>What they said.</summary>
    public string? DecisionNote { get; init; }

    /// <summary>Name the Owner typed when agreeing to what the city asked.</summary>
    public string? AgreedName { get; init; }

    /// <summary>The document of an approved variation.</summary>
    public long? DocumentId { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>The terms it starts from.</summary>
    public AwardTerms Before => Platform.Json.Read<AwardTerms>(TermsBefore);

    /// <summary>The terms wanted.</summary>
    public AwardTerms Wanted => Platform.Json.Read<AwardTerms>(TermsWanted);
}

/// <summary>The machine of a variation.</summary>
public static class VariationStates
{
    /// <summary>Asks for it.</summary>
    public const string Ask = "ask";

    /// <summary>Approves it.</summary>
    public const string Approve = "approve";

    /// <summary>Declines it.</summary>
    public const string Decline = "decline";

    /// <summary>Takes it back.</summary>
    public const string Withdraw = "withdraw";

    private const string Asker = "Owner or Editor of the organisation, or programme officer";
    private const string Decider = "For the organisation's: programme officer, or approver when the amount rises or much moves. For the city's: Owner of the organisation. Never who asked";

    /// <summary>The table.</summary>
    public static readonly StateTable<VariationState> Table = new(
        "variation",
        new Dictionary<VariationState, StateName>
        {
            [VariationState.Draft] = new("Draft", "Draft"),
            [VariationState.Asked] = new("Asked for", "Being decided"),
            [VariationState.Approved] = new("Approved", "Agreed"),
            [VariationState.Declined] = new("Declined", "Not agreed"),
            [VariationState.Withdrawn] = new("Withdrawn", "Withdrawn"),
        },
        [
            new(VariationState.Draft, Ask, "Ask for this variation", VariationState.Asked, Asker, "VariationAsked"),
            new(VariationState.Draft, Withdraw, "Delete draft", VariationState.Withdrawn, Asker),
            new(VariationState.Asked, Withdraw, "Withdraw", VariationState.Withdrawn, Asker, "VariationWithdrawn"),
            new(VariationState.Asked, Approve, "Approve variation", VariationState.Approved, Decider, "VariationDecided"),
            new(VariationState.Asked, Decline, "Decline variation", VariationState.Declined, Decider, "VariationDecided"),
        ]);
}
