using System.Text.Json.Serialization;

namespace GrantsPortal.Platform.Text;

/// <summary>
/// A text the city wrote, per language. The source language is what it was first written in; readers of a language
/// that is not filled in get the source. Kept as JSON inside forms and rubrics: <c>{"source":"en","in":{"en":"…"}}</c>.
/// </summary>
public sealed record Words
{
    /// <summary>BCP 47 code of the language first written in.</summary>
    [JsonPropertyName("source")]
    public string Source { get; init; } = "en";

    /// <summary>The text per language code.</summary>
    [JsonPropertyName("in")]
    public IReadOnlyDictionary<string, string> In { get; init; } = new Dictionary<string, string>();

    /// <summary>No text.</summary>
    public static readonly Words None = new();

    /// <summary>A text in its source language alone.</summary>
    public static Words Of(string? text, string source = "en") =>
        new() { Source = source, In = new Dictionary<string, string> { [source] = (text ?? "").Trim() } };

    /// <summary>The text for a reader of a language, or the source where that is not filled in.</summary>
    public string For(string language) =>
        In.TryGetValue(language, out var text) && text.Length > 0 ? text : In.GetValueOrDefault(Source, "");

    /// <summary>The same words with one language replaced.</summary>
    public Words With(string language, string text) =>
        this with { In = new Dictionary<string, string>(In) { [language] = text.Trim() } };

    /// <summary>True when nothing is written.</summary>
    [JsonIgnore]
    public bool IsEmpty => In.Values.All(string.IsNullOrWhiteSpace);

    /// <summary>The source text.</summary>
    public override string ToString() => For(Source);

    /// <inheritdoc/>
    public bool Equals(Words? other) =>
        other is not null && Source == other.Source && In.Count == other.In.Count && In.All(p => other.In.TryGetValue(p.Key, out var t) && t == p.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => For(Source).GetHashCode(StringComparison.Ordinal);
}
