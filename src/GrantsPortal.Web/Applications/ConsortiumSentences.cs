using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Applications;

/// <summary>What stands against naming partners of an application, in words.</summary>
public sealed class ConsortiumSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["consortium.name-missing"] = "Enter the name of the organisation",
        ["consortium.name-long"] = "A name has at most {0} characters",
        ["consortium.name-of-several"] = "Several organisations are called {0}: enter the register number of the one you mean",
        ["consortium.own-organisation"] = "This is the organisation that applies itself",
        ["consortium.named-already"] = "{0} is named already",
        ["consortium.too-many"] = "An application names at most {0} partners",
        ["consortium.part-missing"] = "Say what it does in the project",
        ["consortium.part-long"] = "What it does is said in at most {0} characters",
        ["consortium.share-nothing"] = "Its share is more than nothing; leave it empty where there is none",
        ["consortium.shares-above-asked"] = "The partners’ shares come to {0}, more than the {1} you ask for",
        ["consortium.answered-no"] = "{0} said no, and stays listed so that it is not asked again and again",
        ["consortium.partners-first"] = "Partners agreed to apply with {0}: take them out first",
        ["consortium.sent-already"] = "The application is sent; nobody can join it any more",
    };
}
