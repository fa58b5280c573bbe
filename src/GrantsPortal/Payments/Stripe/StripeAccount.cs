namespace GrantsPortal.Payments.Stripe;

/// <summary>The connected account of an organisation, as it was when it was last fetched. Nothing is released by what stands here.</summary>
public sealed class StripeAccount
{
    /// <summary>Such as acct_….</summary>
    public string AccountId { get; init; } = "";

    /// <summary>Whose it is.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Name of whose it is.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>Slug of whose it is.</summary>
    public string OrganisationSlug { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; init; } = "";

    /// <summary>Whether its people went through Stripe's questions once.</summary>
    public bool DetailsSubmitted { get; init; }

    /// <summary>Whether it could receive transfers.</summary>
    public bool TransfersOpen { get; init; }

    /// <summary>Whether Stripe paid out to its bank.</summary>
    public bool PayoutsOpen { get; init; }

    /// <summary>Why something was closed, as Stripe codes it.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>What Stripe asked for, one code a line.</summary>
    public string CurrentlyDue { get; init; } = "";

    /// <summary>What Stripe asked for and did not get in time, one code a line.</summary>
    public string PastDue { get; init; } = "";

    /// <summary>What Stripe was checking, one code a line.</summary>
    public string Pending { get; init; } = "";

    /// <summary>Until when what is due is wanted, in UTC.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>When it was found to be no longer connected, in UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The Owner who began it.</summary>
    public long CreatedBy { get; init; }

    /// <summary>When it was begun, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last fetched, in UTC.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Whether payments could go there and on to its bank.</summary>
    public bool Ready => ClosedAt is null && DetailsSubmitted && TransfersOpen && PayoutsOpen;

    /// <summary>What Stripe still wants, each once: overdue first.</summary>
    public IReadOnlyList<string> Wanted => [.. Lines(PastDue).Concat(Lines(CurrentlyDue)).Distinct(StringComparer.Ordinal)];

    /// <summary>One code a line.</summary>
    public static string Joined(IEnumerable<string> codes) => string.Join('\n', codes);

    /// <summary>The codes of such lines.</summary>
    public static IReadOnlyList<string> Lines(string joined) => joined.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
