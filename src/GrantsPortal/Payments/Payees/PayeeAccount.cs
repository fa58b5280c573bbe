using GrantsPortal.Payments.Bank.Accounts;

namespace GrantsPortal.Payments.Payees;

/// <summary>Where a payee account stands.</summary>
public enum PayeeState
{
    /// <summary>Entered; waits for the payee-name check and a second person.</summary>
    Waiting,

    /// <summary>Confirmed: payments go there.</summary>
    Confirmed,

    /// <summary>Not confirmed, with a reason.</summary>
    Refused,

    /// <summary>Another account took its place.</summary>
    Replaced,
}

/// <summary>What the bank said when asked whether the holder's name is that of the account.</summary>
public enum NameCheck
{
    /// <summary>Nobody asked yet.</summary>
    NotAsked,

    /// <summary>It is.</summary>
    Match,

    /// <summary>Nearly.</summary>
    CloseMatch,

    /// <summary>It is not.</summary>
    NoMatch,

    /// <summary>The bank cannot say.</summary>
    NotPossible,
}

/// <summary>An account that an organisation, or a person, is paid to.</summary>
public sealed record PayeeAccount
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Whose it is, when an organisation's.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Whose it is, when a person's.</summary>
    public long? PersonId { get; init; }

    /// <summary>Name of the organisation or person whose it is.</summary>
    public string PayeeName { get; init; } = "";

    /// <summary>How it is paid.</summary>
    public PaymentMethod Method { get; init; }

    /// <summary>How its numbers are written; null at Stripe.</summary>
    public AccountScheme? Scheme { get; init; }

    /// <summary>Where it stands.</summary>
    public PayeeState State { get; init; }

    /// <summary>Name of the account's holder, as entered.</summary>
    public string Holder { get; init; } = "";

    /// <summary>ISO 3166-1 alpha-2 code of the account's country.</summary>
    public string Country { get; init; } = "";

    /// <summary>Its numbers, sealed; opened by <see cref="AccountSeal"/>.</summary>
    public string? Sealed { get; init; }

    /// <summary>The last four characters of its number.</summary>
    public string Ending { get; init; } = "";

    /// <summary>The connected account at Stripe.</summary>
    public string? ProviderId { get; init; }

    /// <summary>Who entered it; null where Stripe reported it.</summary>
    public long? EnteredBy { get; init; }

    /// <summary>Name of who entered it.</summary>
    public string? EnteredByName { get; init; }

    /// <summary>When it was entered, in UTC.</summary>
    public DateTimeOffset EnteredAt { get; init; }

    /// <summary>What the payee-name check said.</summary>
    public NameCheck NameCheck { get; init; }

    /// <summary>The bank's answer in its own words, such as the name it gave.</summary>
    public string? NameCheckAnswer { get; init; }

    /// <summary>Why it may be paid all the same, for anything but a match.</summary>
    public string? NameCheckReason { get; init; }

    /// <summary>Who recorded the check.</summary>
    public long? NameCheckBy { get; init; }

    /// <summary>Name of who recorded the check.</summary>
    public string? NameCheckByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? NameCheckAt { get; init; }

    /// <summary>Who confirmed or refused it.</summary>
    public long? DecidedBy { get; init; }

    /// <summary>Name of who confirmed or refused it.</summary>
    public string? DecidedByName { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why it was refused.</summary>
    public string? RefusalReason { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>As people see it: all but the ending hidden.</summary>
    public string Masked => Ending.Length == 0 ? Method.ToString() : $"{Country} •••• {Ending}";
}
