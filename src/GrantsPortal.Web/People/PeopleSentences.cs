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
        ["password.missing"] = "Enter a password",
        ["password.too-short"] = "The password must have {0} characters or more. Three or four words that do not belong together are good and easy to remember",
        ["password.too-long"] = "The password must have {0} characters or fewer",
        ["password.of-context"] = "Choose a password that is not made of your name, your e-mail address, the city or the portal",
        ["password.known"] = "This password is one of those that are guessed first. Three or four words that do not belong together are good and easy to remember",
    };
}
