namespace GrantsPortal.People;

/// <summary>How accounts are guarded; section <c>Accounts</c> of the configuration.</summary>
public sealed class AccountOptions
{
    /// <summary>Rounds of PBKDF2-HMAC-SHA512 over a password. Lower it in tests alone.</summary>
    public int PasswordIterations { get; set; } = 210_000;

    /// <summary>Wrong attempts after which an account is locked for a while.</summary>
    public int Attempts { get; set; } = 5;

    /// <summary>How long a locked account stays locked, in minutes.</summary>
    public int LockMinutes { get; set; } = 15;

    /// <summary>How long a sign-in lasts without use, in hours.</summary>
    public int IdleHours { get; set; } = 12;

    /// <summary>How long a sign-in lasts however much it is used, in days.</summary>
    public int LongestDays { get; set; } = 14;

    /// <summary>
    /// The shortest time, in milliseconds, that an answer takes which must not tell by its speed whether an account exists.
    /// </summary>
    public int EvenMilliseconds { get; set; } = 500;

    /// <summary>Whether the city's staff must use a second factor or a passkey; without one their roles rest.</summary>
    public bool StaffSecondFactor { get; set; }
}
