using GrantsPortal.Platform;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>A budget line as reports count against it.</summary>
/// <param name="Number">Its number in the award; items name it.</param>
/// <param name="Name">What it pays for.</param>
/// <param name="BudgetMinor">What may be spent, in minor units.</param>
public sealed record SpendingLine(int Number, string Name, long BudgetMinor);

/// <summary>Something that was paid from the award.</summary>
public sealed record SpendingItem
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The report.</summary>
    public long ReportId { get; init; }

    /// <summary>The budget line it is paid from.</summary>
    public int LineNumber { get; init; }

    /// <summary>Day it was paid.</summary>
    public DateOnly SpentOn { get; init; }

    /// <summary>Who was paid.</summary>
    public string Payee { get; init; } = "";

    /// <summary>What for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Amount in minor units; more than nothing.</summary>
    public long AmountMinor { get; init; }

    /// <summary>Why it does not count as spent; null where it does.</summary>
    public string? DisallowedReason { get; init; }

    /// <summary>When it was disallowed, in UTC.</summary>
    public DateTimeOffset? DisallowedAt { get; init; }

    /// <summary>When it was last saved, in UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Who last saved it.</summary>
    public long SavedBy { get; init; }

    /// <summary>Name of who last saved it.</summary>
    public string SavedByName { get; init; } = "";

    /// <summary>Counts saves of this item.</summary>
    public int Version { get; init; }

    /// <summary>Whether it counts as spent.</summary>
    public bool Counts => DisallowedReason is null;

    /// <summary>Whether its members changed it after it was disallowed.</summary>
    public bool ChangedSinceDisallowed => DisallowedAt is { } at && SavedAt > at;
}

/// <summary>A receipt of an item.</summary>
public sealed class Receipt
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The item.</summary>
    public long ItemId { get; init; }

    /// <summary>The report.</summary>
    public long ReportId { get; init; }

    /// <summary>Its name, for display.</summary>
    public string Name { get; init; } = "";

    /// <summary>Length of its content.</summary>
    public long Bytes { get; init; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>SHA-256 of its content.</summary>
    public string Hash { get; init; } = "";

    /// <summary>When it was added, in UTC.</summary>
    public DateTimeOffset AddedAt { get; init; }
}

/// <summary>Where content that was handed in as a receipt was handed in before.</summary>
public sealed class SameReceipt
{
    /// <summary>The receipt that has the same content as another.</summary>
    public long ReceiptId { get; init; }

    /// <summary>The award of the other one.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who got that award.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>The report of the other one.</summary>
    public int Number { get; init; }

    /// <summary>Who was paid, by the other one's item.</summary>
    public string Payee { get; init; } = "";

    /// <summary>What for, by the other one's item.</summary>
    public string Description { get; init; } = "";
}

/// <summary>What one budget line comes to.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">What it pays for; empty where the budget no longer has it.</param>
/// <param name="BudgetMinor">What may be spent, in minor units.</param>
/// <param name="EarlierMinor">What earlier reports counted, in minor units.</param>
/// <param name="NowMinor">What this report counts, in minor units.</param>
/// <param name="Known">Whether the budget has it.</param>
public sealed record LineFigures(int Number, string Name, long BudgetMinor, long EarlierMinor, long NowMinor, bool Known = true)
{
    /// <summary>Spent so far, in minor units.</summary>
    public long TotalMinor => EarlierMinor + NowMinor;

    /// <summary>What is left of the line, in minor units; below nothing when more was spent.</summary>
    public long LeftMinor => BudgetMinor - TotalMinor;
}

/// <summary>What a report and those before it come to, by line and in all.</summary>
/// <param name="Lines">The lines, by number.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record SpendingFigures(IReadOnlyList<LineFigures> Lines, string Currency)
{
    /// <summary>The lines added up.</summary>
    public LineFigures Sum => new(0, "", Lines.Sum(line => line.BudgetMinor), Lines.Sum(line => line.EarlierMinor), Lines.Sum(line => line.NowMinor));

    /// <summary>An amount of these figures.</summary>
    public Money Of(long minor) => Money.FromMinor(minor, Currency);
}
