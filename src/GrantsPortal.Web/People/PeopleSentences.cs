using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.People;

/// <summary>Why something about people or accounts was refused.</summary>
public sealed class PeopleSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["person.name-missing"] = "Enter your name",
        ["person.name-too-long"] = "The name must have {0} characters or fewer",
        ["person.name-not-a-name"] = "Enter a name as people call you, without web addresses or signs such as @ / : < >",
        ["person.email-missing"] = "Enter an e-mail address",
        ["person.email-unfit"] = "Enter an e-mail address like name@example.com",
        ["person.email-taken"] = "Somebody has an account with this e-mail address already",
        ["person.sign-in-wrong"] = "The e-mail address and the password do not belong together. After several wrong attempts an account is locked for a while; if you have just registered, open the link we e-mailed first",
        ["person.disabled"] = "This account is switched off. Write to the city's grants team",
        ["person.password-wrong"] = "This is not your password. After several wrong attempts your account is locked for a while",
        ["person.code-wrong"] = "This code is not right, or was used before. Wait for the next one and try again",
        ["person.app-already"] = "An authenticator app is set up already",
        ["person.no-app"] = "Set up an authenticator app first",
        ["person.no-passkey"] = "There is no such passkey any more",
        ["person.passkey-failed"] = "The passkey could not be checked. Try again",
        ["person.last-administrator"] = "This is the last administrator who can sign in. Make somebody else an administrator first",
        ["person.last-owner"] = "You are the last Owner of {0}. Make somebody else an Owner first, so that it does not lose its way in",
        ["person.changed-meanwhile"] = "Your account was changed in another window just now. Look at it and save again",
        ["person.language-unknown"] = "Choose one of the languages",
        ["link.unknown"] = "The address is not complete, or something was changed at the account since it was sent.",
        ["link.used"] = "It was used already. Each link works once.",
        ["link.expired"] = "It has expired.",
        ["user.no-role"] = "Choose at least one role",
        ["user.roles-changed"] = "Somebody else changed the roles while you had this page open; compare below, then save again",
        ["user.has-password"] = "This person has set a password already",
        ["user.self"] = "You cannot switch off your own account",
        ["user.already"] = "That is so already",
        ["user.unknown"] = "There is no such user",
        ["password.missing"] = "Enter a password",
        ["password.too-short"] = "The password must have {0} characters or more. Three or four words that do not belong together are good and easy to remember",
        ["password.too-long"] = "The password must have {0} characters or fewer",
        ["password.of-context"] = "Choose a password that is not made of your name, your e-mail address, the city or the portal",
        ["password.known"] = "This password is one of those that are guessed first. Three or four words that do not belong together are good and easy to remember",
    };
}
