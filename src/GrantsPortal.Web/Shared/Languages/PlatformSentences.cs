namespace GrantsPortal.Web.Shared.Languages;

/// <summary>Refusals that the platform itself gives.</summary>
public sealed class PlatformSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["file.empty"] = "The file is empty",
        ["file.too-large"] = "The file is larger than {0} MB",
        ["file.not-allowed"] = "This kind of file is not taken. We take: {0}",
        ["state.not-from-here"] = "This cannot be done now: the {0} is “{1}”, and “{2}” does not follow from there",
    };
}
