using System.Collections.Concurrent;
using System.Globalization;

namespace GrantsPortal.Calls;

/// <summary>
/// The letters a call starts with, in plain words; a city changes them call by call. They lie in <c>Letters/{kind}.{language}.md</c>,
/// whose first line is <c>Subject: …</c>; a language without one of its own gets that of the language it derives from, else English.
/// </summary>
public static class LetterDefaults
{
    private const string Source = "en";
    private const string Subject = "Subject: ";

    private static readonly ConcurrentDictionary<(LetterKind Kind, string Language), LetterTemplate?> Read = new();

    /// <summary>The portal's words for a kind in a language (BCP 47 code), or in English; the template says which.</summary>
    public static LetterTemplate For(LetterKind kind, string language)
    {
        for (var culture = CultureInfo.GetCultureInfo(language); culture.Name.Length > 0; culture = culture.Parent)
        {
            if (Of(kind, culture.Name) is { } letter)
            {
                return letter;
            }
        }

        return Of(kind, Source) ?? throw new InvalidOperationException($"There is no letter {kind}.");
    }

    private static LetterTemplate? Of(LetterKind kind, string language) => Read.GetOrAdd((kind, language), static key =>
    {
        using var stream = typeof(LetterDefaults).Assembly.GetManifestResourceStream($"letters/{key.Kind}.{key.Language}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n', 2);
        return lines[0].StartsWith(Subject, StringComparison.Ordinal)
            ? new LetterTemplate { Kind = key.Kind, Language = key.Language, Subject = lines[0][Subject.Length..].Trim(), Body = lines[1].Trim() }
            : throw new InvalidOperationException($"The letter {key.Kind} in {key.Language} does not begin with its subject.");
    });
}
