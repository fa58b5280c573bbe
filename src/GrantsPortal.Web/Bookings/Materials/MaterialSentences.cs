using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Bookings.Materials;

/// <summary>Refusals about materials as sentences.</summary>
public sealed class MaterialSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["material.not-staff"] = "Only a programme officer or focal point can do this",
        ["material.called-off"] = "This was called off: there is nobody to share materials with",
        ["material.too-many"] = "At most {0} materials can be shared; take one back first",
        ["material.title-missing"] = "Say what it is",
        ["material.title-long"] = "The title can have at most {0} characters",
        ["material.language-missing"] = "Choose the language it is in",
        ["material.what-missing"] = "Choose a file, or enter a link below",
        ["material.both"] = "Share a file or a link, not both at once",
        ["material.link-wrong"] = "Enter a whole address that begins with https://",
    };
}
