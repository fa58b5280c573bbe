using GrantsPortal.Platform;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>What a report covers.</summary>
public enum ReportKind
{
    /// <summary>A part of the work, while it goes on.</summary>
    Interim,

    /// <summary>The whole work, after its end.</summary>
    Final,
}

/// <summary>How much a report asks.</summary>
public enum ReportForm
{
    /// <summary>Three questions, every item with its receipt, and why lines depart from their budget.</summary>
    Usual,

    /// <summary>Two short questions and one sum, without receipts: what follows money that was given within days.</summary>
    Light,
}

/// <summary>The states of a report (product contract §4); late is a fact of the clock, see <see cref="Report.IsLate"/>.</summary>
public enum ReportState
{
    /// <summary>Planned for later.</summary>
    Scheduled,

    /// <summary>Asked for now.</summary>
    Due,

    /// <summary>Sent in; waits for an officer.</summary>
    Submitted,

    /// <summary>Accepted; its figures stand.</summary>
    Accepted,

    /// <summary>Sent back with what has to change.</summary>
    ChangesRequested,
}

/// <summary>A report of an award: what was done, and what the money was spent on.</summary>
public sealed record Report
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>1 for the first of the award.</summary>
    public int Number { get; init; }

    /// <summary>What it covers.</summary>
    public ReportKind Kind { get; init; }

    /// <summary>How much it asks.</summary>
    public ReportForm Form { get; init; }

    /// <summary>First day of the period it covers.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>Last day of the period it covers.</summary>
    public DateOnly ToOn { get; init; }

    /// <summary>Last day to send it in, in the city's zone.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>Where it stands.</summary>
    public ReportState State { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>What its items come to, in minor units, disallowed ones included.</summary>
    public long SpentMinor { get; init; }

    /// <summary>What its disallowed items come to, in minor units.</summary>
    public long DisallowedMinor { get; init; }

    /// <summary>How often it was sent in.</summary>
    public int Submissions { get; init; }

    /// <summary>When it was last sent in, in UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Who last sent it in.</summary>
    public long? SubmittedBy { get; init; }

    /// <summary>Last day to send it in again, where changes were asked for.</summary>
    public DateOnly? ChangesDueOn { get; init; }

    /// <summary>When changes were last asked for, in UTC.</summary>
    public DateTimeOffset? ChangesAskedAt { get; init; }

    /// <summary>Who last asked for changes.</summary>
    public long? ChangesAskedBy { get; init; }

    /// <summary>When it was accepted, in UTC.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Who accepted it.</summary>
    public long? AcceptedBy { get; init; }

    /// <summary>What was said with the acceptance.</summary>
    public string? AcceptedNote { get; init; }

    /// <summary>SHA-256 of what was accepted, see <see cref="ReportContent"/>, in hexadecimal.</summary>
    public string? FrozenHash { get; init; }

    /// <summary>Day of the reminder before it is due.</summary>
    public DateOnly? RemindedOn { get; init; }

    /// <summary>Day of the last reminder after it was due.</summary>
    public DateOnly? LateRemindedOn { get; init; }

    /// <summary>How many reminders went out after it was due.</summary>
    public int LateReminders { get; init; }

    /// <summary>When the record was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When something in it was last saved, in UTC.</summary>
    public DateTimeOffset SavedAt { get; init; }

    /// <summary>Counts changes of plan and state; what members write has versions of its own.</summary>
    public int Version { get; init; }

    /// <summary>What its items come to.</summary>
    public Money Spent => Money.FromMinor(SpentMinor, Currency);

    /// <summary>What counts as spent, in minor units.</summary>
    public long CountedMinor => SpentMinor - DisallowedMinor;

    /// <summary>The day it has to be here by now.</summary>
    public DateOnly NeededOn => State == ReportState.ChangesRequested ? ChangesDueOn ?? DueOn : DueOn;

    /// <summary>Whether it asks two questions and one sum.</summary>
    public bool IsLight => Form == ReportForm.Light;

    /// <summary>Whether its members write in it now.</summary>
    public bool IsOpen => State is ReportState.Scheduled or ReportState.Due or ReportState.ChangesRequested;

    /// <summary>Whether the city waits for it and its day has passed.</summary>
    public bool IsLate(DateOnly today) => IsOpen && NeededOn < today;
}

/// <summary>A report with what lists say of its award.</summary>
public sealed class ReportRow
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>The award's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What the award is for.</summary>
    public string Title { get; init; } = "";

    /// <summary>Who got the award.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>1 for the first of the award.</summary>
    public int Number { get; init; }

    /// <summary>What it covers.</summary>
    public ReportKind Kind { get; init; }

    /// <summary>First day of the period.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>Last day of the period.</summary>
    public DateOnly ToOn { get; init; }

    /// <summary>The day it has to be here by now.</summary>
    public DateOnly NeededOn { get; init; }

    /// <summary>Where it stands.</summary>
    public ReportState State { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>What its items come to, in minor units.</summary>
    public long SpentMinor { get; init; }

    /// <summary>What its disallowed items come to, in minor units.</summary>
    public long DisallowedMinor { get; init; }

    /// <summary>When it was last sent in, in UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When it was accepted, in UTC.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Whether the city waits for it and its day has passed.</summary>
    public bool IsLate(DateOnly today) => State is ReportState.Scheduled or ReportState.Due or ReportState.ChangesRequested && NeededOn < today;
}
