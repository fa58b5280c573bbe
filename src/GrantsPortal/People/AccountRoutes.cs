namespace GrantsPortal.People;

/// <summary>Addresses of the account's pages and of the administrators' page of users.</summary>
public static class AccountRoutes
{
    /// <summary>Register.</summary>
    public const string Register = "/account/register";

    /// <summary>Sign in.</summary>
    public const string SignIn = "/account/sign-in";

    /// <summary>Second step of signing in: a code of the authenticator app.</summary>
    public const string SecondStep = "/account/sign-in/code";

    /// <summary>Second step of signing in: a recovery code.</summary>
    public const string RecoveryStep = "/account/sign-in/recovery-code";

    /// <summary>Signs in with a passkey; POST.</summary>
    public const string PasskeySignIn = "/account/sign-in/passkey";

    /// <summary>Gives the browser what it needs to ask for a passkey; POST, JSON.</summary>
    public const string PasskeyRequest = "/account/sign-in/passkey/options";

    /// <summary>Gives the browser what it needs to ask somebody who is signed in for a passkey of theirs once more; POST, JSON.</summary>
    public const string PasskeyAgain = "/account/security/passkeys/again";

    /// <summary>Signs out; POST.</summary>
    public const string SignOut = "/account/sign-out";

    /// <summary>Asks for a link that sets a new password.</summary>
    public const string ForgotPassword = "/account/forgot-password";

    /// <summary>Password, e-mail address, second factor, passkeys, notices, sign-ins.</summary>
    public const string Security = "/account/security";

    /// <summary>Download or erase one's own data.</summary>
    public const string Data = "/account/data";

    /// <summary>The users, for administrators and auditors.</summary>
    public const string Users = "/admin/users";

    /// <summary>Sign in, then go on to a path of the portal.</summary>
    public static string SignInThen(string path) => $"{SignIn}?returnUrl={Uri.EscapeDataString(path)}";

    /// <summary>Register, then go on to a path of the portal.</summary>
    public static string RegisterThen(string path) => $"{Register}?returnUrl={Uri.EscapeDataString(path)}";

    /// <summary>Shows a registration to confirm; a button acts.</summary>
    public static string Confirm(string token) => $"/account/confirm/{token}";

    /// <summary>Sets a new password.</summary>
    public static string ResetPassword(string token) => $"/account/reset-password/{token}";

    /// <summary>Sets the first password of somebody who was invited.</summary>
    public static string Welcome(string token) => $"/account/welcome/{token}";

    /// <summary>Shows a change of e-mail address to confirm; a button acts.</summary>
    public static string ConfirmEmail(string token) => $"/account/confirm-email/{token}";

    /// <summary>One part of <see cref="Security"/>, such as <c>password</c>.</summary>
    public static string SecurityPart(string part) => $"{Security}/{part}";

    /// <summary>One user, for administrators and auditors.</summary>
    public static string User(long person) => FormattableString.Invariant($"{Users}/{person}");

    /// <summary>An act of an administrator upon a user; POST.</summary>
    public static string UserAct(long person, string act) => $"{User(person)}/{act}";
}
