using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Resources;

/// <summary>The module's refusals as sentences.</summary>
public sealed class ResourceSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["resource.not-staff"] = "Only a programme officer or focal point can do this",
        ["resource.title-missing"] = "Enter the title",
        ["resource.title-taken"] = "There is a resource of this name already",
        ["resource.too-long"] = "This can have at most {0} characters",
        ["resource.summary-missing"] = "Say in a sentence or two what it is",
        ["resource.language-unknown"] = "Choose the language it is in",
        ["resource.source-missing"] = "Say who made it",
        ["resource.link-wrong"] = "Enter a full address that starts with https://",
        ["resource.theme-unknown"] = "Choose themes from the list",
        ["resource.published"] = "It is in the library already",
        ["resource.empty"] = "Write what it says, add a file or a link first",
        ["resource.changed-meanwhile"] = "Somebody else changed this resource while you had it open",
    };
}
