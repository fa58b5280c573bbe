namespace GrantsPortal.Organisations.Signing;

/// <summary>Who has to sign before an organisation is bound.</summary>
public enum SigningRule
{
    /// <summary>One Owner.</summary>
    OneOwner,

    /// <summary>Two Owners.</summary>
    TwoOwners,
}

/// <summary>An organisation's rule, and a request to loosen it that waits for a second Owner.</summary>
public sealed class StandingRule
{
    /// <summary>The rule.</summary>
    public SigningRule SigningRule { get; init; }

    /// <summary>The Owner who asked that one signature be enough; null while nobody does.</summary>
    public long? LooseningAskedBy { get; init; }

    /// <summary>Their name.</summary>
    public string? LooseningAskedByName { get; init; }

    /// <summary>When they asked, in UTC.</summary>
    public DateTimeOffset? LooseningAskedAt { get; init; }
}
