using GrantsPortal.Platform.Mail;

namespace GrantsPortal.People.Security;

/// <summary>About somebody's own account: always goes, at once.</summary>
public abstract record AccountMessage : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Account;
}

/// <summary>Asks whoever reads an address to confirm that they registered with it.</summary>
/// <param name="Link">Path that shows the registration.</param>
/// <param name="Until">Until when the link holds, in UTC.</param>
public sealed record ConfirmRegistration(string Link, DateTimeOffset Until) : AccountMessage
{
    /// <summary>An example.</summary>
    public static ConfirmRegistration Sample => new(AccountRoutes.Confirm("example"), new(2026, 6, 18, 12, 0, 0, TimeSpan.Zero));
}

/// <summary>Tells the owner of an account that somebody wanted to register, or to take over, with its address.</summary>
/// <param name="Forgot">Path of the page that sends a reset link.</param>
public sealed record AccountExists(string Forgot) : AccountMessage
{
    /// <summary>An example.</summary>
    public static AccountExists Sample => new(AccountRoutes.ForgotPassword);
}

/// <summary>Holds the link that sets a new password.</summary>
/// <param name="Link">Path that asks for the new password.</param>
/// <param name="Until">Until when the link holds, in UTC.</param>
public sealed record ResetPassword(string Link, DateTimeOffset Until) : AccountMessage
{
    /// <summary>An example.</summary>
    public static ResetPassword Sample => new(AccountRoutes.ResetPassword("example"), new(2026, 6, 16, 13, 0, 0, TimeSpan.Zero));
}

/// <summary>Asks whoever reads a new address to confirm that the account may use it.</summary>
/// <param name="Link">Path that shows the change.</param>
/// <param name="Until">Until when the link holds, in UTC.</param>
public sealed record ConfirmNewAddress(string Link, DateTimeOffset Until) : AccountMessage
{
    /// <summary>An example.</summary>
    public static ConfirmNewAddress Sample => new(AccountRoutes.ConfirmEmail("example"), new(2026, 6, 16, 13, 0, 0, TimeSpan.Zero));
}

/// <summary>Invites somebody the city has made an account for.</summary>
/// <param name="Link">Path that sets the first password.</param>
/// <param name="Until">Until when the link holds, in UTC.</param>
/// <param name="AsReviewer">Whether they are invited to review and nothing else.</param>
public sealed record WelcomeInvitation(string Link, DateTimeOffset Until, bool AsReviewer) : AccountMessage
{
    /// <summary>An example.</summary>
    public static WelcomeInvitation Sample => new(AccountRoutes.Welcome("example"), new(2026, 6, 23, 12, 0, 0, TimeSpan.Zero), true);
}

/// <summary>Tells a person what was changed at their account, so that they notice what they did not do themselves.</summary>
/// <param name="What">One of the names in <see cref="AccountChange"/>.</param>
/// <param name="At">When, in UTC.</param>
public sealed record AccountChanged(string What, DateTimeOffset At) : AccountMessage
{
    /// <summary>An example.</summary>
    public static AccountChanged Sample => new(AccountChange.Password, new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero));
}

/// <summary>What can have been changed at an account; the template of <see cref="AccountChanged"/> has a sentence for each.</summary>
public static class AccountChange
{
    /// <summary>The password.</summary>
    public const string Password = "password";

    /// <summary>The e-mail address.</summary>
    public const string Email = "email";

    /// <summary>The authenticator app was set up.</summary>
    public const string AppAdded = "app-added";

    /// <summary>The authenticator app was taken away.</summary>
    public const string AppRemoved = "app-removed";

    /// <summary>New recovery codes were made.</summary>
    public const string NewCodes = "new-codes";

    /// <summary>A recovery code was used to sign in.</summary>
    public const string CodeUsed = "code-used";

    /// <summary>A passkey was added.</summary>
    public const string PasskeyAdded = "passkey-added";

    /// <summary>A passkey was removed.</summary>
    public const string PasskeyRemoved = "passkey-removed";

    /// <summary>Too many wrong attempts locked the account for a while.</summary>
    public const string Locked = "locked";

    /// <summary>An administrator changed the roles.</summary>
    public const string Roles = "roles";

    /// <summary>An administrator switched the account off.</summary>
    public const string Disabled = "disabled";

    /// <summary>An administrator switched the account on again.</summary>
    public const string Enabled = "enabled";

    /// <summary>An administrator took away the authenticator app and the passkeys.</summary>
    public const string SecondFactorReset = "second-factor-reset";

    /// <summary>An administrator unlocked the account.</summary>
    public const string Unlocked = "unlocked";
}

/// <summary>Says farewell to somebody who erased their account.</summary>
public sealed record AccountErased : AccountMessage
{
    /// <summary>An example.</summary>
    public static AccountErased Sample => new();
}
