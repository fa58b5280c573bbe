namespace GrantsPortal.People.SignIn;

/// <summary>A person as the sign-in stores know them: with secrets. Pages and e-mails use <see cref="Person"/>.</summary>
public sealed class Account
{
    /// <summary>Record id of the person.</summary>
    public long Id { get; set; }

    /// <summary>Name as the person writes it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Address e-mails go to, and the name one signs in with.</summary>
    public string Email { get; set; } = "";

    /// <summary>The address as it is compared; unique.</summary>
    public string NormalizedEmail { get; set; } = "";

    /// <summary>Whether the address was confirmed.</summary>
    public bool EmailConfirmed { get; set; }

    /// <summary>Hash of the password; null while none is set.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes with everything that must end sign-ins elsewhere.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>BCP 47 code of the language to write in.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Key of the authenticator app, protected; null while there is none.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Whether signing in with a password needs a code as well.</summary>
    public bool TwoFactorEnabled { get; set; }

    /// <summary>Whether wrong attempts lock the account.</summary>
    public bool LockoutEnabled { get; set; } = true;

    /// <summary>Until when the account is locked, in UTC.</summary>
    public DateTimeOffset? LockoutEnd { get; set; }

    /// <summary>Attempts since the last success.</summary>
    public int AccessFailedCount { get; set; }

    /// <summary>Since when the account is switched off; null while it is on.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>When the person erased themself.</summary>
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>When the account was made, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Last sign-in, in UTC.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Counts edits.</summary>
    public int Version { get; set; }

    /// <summary>The account without its secrets.</summary>
    public Person ToPerson() => new() { Id = Id, Name = Name, Email = Email, Language = Language, EmailConfirmed = EmailConfirmed, DisabledAt = DisabledAt };

    /// <summary>Whether wrong attempts have locked the account at an instant.</summary>
    public bool LockedAt(DateTimeOffset now) => LockoutEnd > now;
}
