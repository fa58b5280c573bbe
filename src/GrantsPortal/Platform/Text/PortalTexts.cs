using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace GrantsPortal.Platform.Text;

/// <summary>
/// The portal's own sentences in every language it speaks: <c>Texts/{language}.json</c> beside this project, an object
/// from the English sentence to that language's. What a language lacks is said in the language it derives from, else in
/// English. Pages, documents and e-mails all take their words from here.
/// </summary>
public sealed class PortalTexts
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _languages = new(StringComparer.Ordinal);
    private readonly Func<string, Stream?> _open;

    /// <summary>The texts that the portal comes with.</summary>
    public PortalTexts()
        : this(language => typeof(PortalTexts).Assembly.GetManifestResourceStream($"texts/{language}.json"))
    {
    }

    /// <summary>Texts from elsewhere: <paramref name="open"/> gives the JSON of a language, or null when there is none.</summary>
    public PortalTexts(Func<string, Stream?> open) => _open = open;

    /// <summary>The sentences in a language (BCP 47 code).</summary>
    public TextsIn In(string language) => new(this, CultureInfo.GetCultureInfo(language));

    /// <summary>A sentence in a language or the one it derives from; null when neither has it. Throws <see cref="JsonException"/> when the texts are no JSON.</summary>
    public string? Find(CultureInfo language, string english)
    {
        for (var culture = language; culture.Name.Length > 0; culture = culture.Parent)
        {
            if (Language(culture.Name).TryGetValue(english, out var text) && text.Length > 0)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Every sentence that a language has of its own.</summary>
    public IReadOnlyDictionary<string, string> Language(string language) => _languages.GetOrAdd(language, code =>
    {
        using var json = _open(code);
        return json is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
    });
}

/// <summary>The portal's sentences in one language; the English sentence is the key.</summary>
public sealed class TextsIn(PortalTexts texts, CultureInfo culture)
{
    /// <summary>The language, as it writes days and amounts.</summary>
    public CultureInfo Culture { get; } = culture;

    /// <summary>BCP 47 code of the language.</summary>
    public string Language => Culture.Name;

    /// <summary>The sentence.</summary>
    public string this[string english] => texts.Find(Culture, english) ?? english;

    /// <summary>The sentence with its places filled; numbers are written as the language writes them.</summary>
    public string this[string english, params ReadOnlySpan<object?> args] => string.Format(Culture, this[english], args);
}
