using GrantsPortal.Platform;

namespace GrantsPortal.Funds.Budgets;

/// <summary>What a funding source gives a fund in a budget year.</summary>
public sealed record FundBudget
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The fund.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The budget year, named after the calendar year it starts in.</summary>
    public int Year { get; init; }

    /// <summary>Where the money comes from.</summary>
    public long SourceId { get; init; }

    /// <summary>Name of the funding source.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code; the fund's.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>The account it is booked on in the city's own accounts; empty where none was entered yet.</summary>
    public string AccountCode { get; init; } = "";

    /// <summary>What was decided about it, and where.</summary>
    public string? Note { get; init; }

    /// <summary>When it was last changed, in UTC.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who changed it.</summary>
    public long? ChangedBy { get; init; }

    /// <summary>Name of who changed it; null for the portal itself.</summary>
    public string? ChangedByName { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Amount.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);
}

/// <summary>What is written of a budget; the amount in whole units of the fund's currency.</summary>
public sealed record BudgetText(int Year, long SourceId, decimal Amount, string AccountCode, string? Note);
