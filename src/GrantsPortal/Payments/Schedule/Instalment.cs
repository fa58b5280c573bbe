using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Schedule;

/// <summary>What makes an instalment due.</summary>
public enum InstalmentBasis
{
    /// <summary>Its day.</summary>
    Date,

    /// <summary>A milestone that is reached.</summary>
    Milestone,

    /// <summary>A report that is accepted.</summary>
    Report,

    /// <summary>Receipts that were seen.</summary>
    Receipts,
}

/// <summary>One part of an award's payment schedule.</summary>
public sealed record Instalment
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>Its place in the schedule, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The budget year it is paid from.</summary>
    public int Year { get; init; }

    /// <summary>What it is called; at most 200 characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>What makes it due.</summary>
    public InstalmentBasis Basis { get; init; }

    /// <summary>The day it is due; for what waits for an act, the day that is expected.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The milestone it waits for.</summary>
    public long? MilestoneId { get; init; }

    /// <summary>The report it waits for, by its number, from 1.</summary>
    public int? ReportNumber { get; init; }

    /// <summary>When what it waits for was there, in UTC; null for a date.</summary>
    public DateTimeOffset? MetAt { get; init; }

    /// <summary>Who saw to it.</summary>
    public long? MetBy { get; init; }

    /// <summary>What they said of it.</summary>
    public string? MetNote { get; init; }

    /// <summary>When the schedule dropped it, in UTC.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Amount.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);

    /// <summary>Whether it is due by a day.</summary>
    public bool DueBy(DateOnly day) => Basis == InstalmentBasis.Date ? DueOn <= day : MetAt is not null;
}

/// <summary>Something to be reached that an instalment waits for.</summary>
public sealed record Milestone
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>What is to be reached; at most 200 characters.</summary>
    public string Title { get; init; } = "";

    /// <summary>By when it is expected.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>What shows that it is reached, in words.</summary>
    public string? Evidence { get; init; }

    /// <summary>A document that shows it.</summary>
    public long? EvidenceFileId { get; init; }

    /// <summary>When somebody said that it is reached, in UTC.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>Who said so.</summary>
    public long? ToldBy { get; init; }

    /// <summary>What an officer answered.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was found reached, in UTC.</summary>
    public DateTimeOffset? ReachedAt { get; init; }

    /// <summary>The officer who found so.</summary>
    public long? ReachedBy { get; init; }

    /// <summary>When the schedule dropped it, in UTC.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Whether an officer has to look at what was said.</summary>
    public bool Waits => ToldAt is not null && ReachedAt is null && Answer is null;
}
