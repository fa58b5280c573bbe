using GrantsPortal.Partnerships.Partners;

namespace GrantsPortal.Partnerships.Caseload;

/// <summary>A partner on somebody's caseload.</summary>
public sealed record CaseloadLine
{
    /// <summary>The partner.</summary>
    public Partner Partner { get; init; } = new();

    /// <summary>How many commitments are open.</summary>
    public int Open { get; init; }

    /// <summary>How many of them are overdue.</summary>
    public int Overdue { get; init; }

    /// <summary>When the next is due.</summary>
    public DateOnly? NextDue { get; init; }

    /// <summary>When it was last spoken to or seen, in UTC.</summary>
    public DateTimeOffset? LastContactAt { get; init; }

    /// <summary>How many contacts are to be confirmed anew.</summary>
    public int Stale { get; init; }

    /// <summary>How many addresses do not work.</summary>
    public int Undeliverable { get; init; }

    /// <summary>Whose partner it is, where the reader covers for them or is their deputy.</summary>
    public string? For { get; init; }

    /// <summary>Until when the reader covers.</summary>
    public DateOnly? CoversUntil { get; init; }

    /// <summary>How it is to be seen to.</summary>
    public CaseloadUrgency Urgency { get; init; }

    /// <summary>Days since it was last spoken to, or since it is known.</summary>
    public int SilentDays { get; init; }
}

/// <summary>How urgent a partner is, the most urgent first.</summary>
public enum CaseloadUrgency
{
    /// <summary>A commitment is overdue.</summary>
    Overdue,

    /// <summary>The next contact is today or was missed.</summary>
    ContactDue,

    /// <summary>Nobody has spoken to it for the time of its tier.</summary>
    Silent,

    /// <summary>A contact is stale or does not work.</summary>
    Contacts,

    /// <summary>Nothing presses.</summary>
    Calm,
}

/// <summary>What on a caseload comes first.</summary>
public static class CaseloadRules
{
    /// <summary>How urgent a partner is. One that ended is calm; one at rest is never silent.</summary>
    public static CaseloadUrgency UrgencyOf(CaseloadLine line, PartnerOptions options, DateOnly today) =>
        line.Overdue > 0 ? CaseloadUrgency.Overdue
        : line.Partner.State == PartnerState.Ended ? CaseloadUrgency.Calm
        : line.Partner.NextContactOn <= today ? CaseloadUrgency.ContactDue
        : line.Partner.State != PartnerState.Dormant && line.Partner.NextContactOn is null && line.SilentDays > options.DaysOf(line.Partner.Tier) ? CaseloadUrgency.Silent
        : line.Stale > 0 || line.Undeliverable > 0 ? CaseloadUrgency.Contacts
        : CaseloadUrgency.Calm;

    /// <summary>By urgency; within it what is due soonest, then the longest silence, then by name.</summary>
    public static IReadOnlyList<CaseloadLine> Order(IEnumerable<CaseloadLine> lines) =>
        [.. lines.OrderBy(line => line.Urgency).ThenBy(line => Soonest(line) ?? DateOnly.MaxValue).ThenByDescending(line => line.SilentDays).ThenBy(line => line.Partner.Name, StringComparer.OrdinalIgnoreCase)];

    private static DateOnly? Soonest(CaseloadLine line) => line.Urgency switch { CaseloadUrgency.Overdue => line.NextDue, CaseloadUrgency.ContactDue => line.Partner.NextContactOn, _ => null };
}
