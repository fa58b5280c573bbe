using System.Text.RegularExpressions;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls;

/// <summary>What a letter's template must be.</summary>
public static partial class TemplateRules
{
    /// <summary>Most characters of a subject.</summary>
    public const int SubjectLimit = 200;

    /// <summary>Most characters of a letter.</summary>
    public const int BodyLimit = 20_000;

    /// <summary>The places a template of a kind may hold, with what each becomes, in English.</summary>
    public static IReadOnlyDictionary<string, string> Places(LetterKind kind)
    {
        var places = new Dictionary<string, string>
        {
            ["organisation"] = "the applicant organisation’s name",
            ["project"] = "the project’s title",
            ["reference"] = "the application’s reference",
            ["call"] = "this call’s title",
            ["asked"] = "the amount asked for",
            ["city"] = "the city’s name",
            ["contact"] = "the address people write to",
        };
        if (kind != LetterKind.Terms)
        {
            places["reason"] = "why, as the officer wrote it";
        }

        if (kind is LetterKind.Award or LetterKind.Terms)
        {
            places["amount"] = "the amount awarded";
            places["award"] = "the award’s reference";
            places["expires"] = "until when the offer stands";
        }

        return places;
    }

    /// <summary>
    /// Refuses: <c>template.subject-missing</c>, <c>template.subject-long</c>, <c>template.body-missing</c>, <c>template.body-long</c>,
    /// <c>template.place-unknown</c>, <c>template.place-missing</c> (an award without its amount, a refusal without its reason).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(LetterKind kind, string subject, string body)
    {
        var wrong = new List<Refusal>();
        Text(subject, SubjectLimit, "template.subject-missing", "template.subject-long", "Subject", wrong);
        Text(body, BodyLimit, "template.body-missing", "template.body-long", "Body", wrong);
        var known = Places(kind);
        wrong.AddRange(PlacesIn(subject).Where(place => !known.ContainsKey(place)).Select(place => new Refusal("template.place-unknown", place).At("Subject")));
        wrong.AddRange(PlacesIn(body).Where(place => !known.ContainsKey(place)).Select(place => new Refusal("template.place-unknown", place).At("Body")));
        var needed = kind is LetterKind.Award or LetterKind.Terms ? "amount" : "reason";
        if (!PlacesIn(body).Contains(needed) && !string.IsNullOrWhiteSpace(body))
        {
            wrong.Add(new Refusal("template.place-missing", needed).At("Body"));
        }

        return wrong;
    }

    /// <summary>The text with each known place filled; what has no value stays as it is.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(text, match => values.TryGetValue(match.Groups[1].Value, out var value) ? value : match.Value);

    /// <summary>The names of the places a text holds.</summary>
    public static IReadOnlyList<string> PlacesIn(string? text) => [.. Place().Matches(text ?? "").Select(match => match.Groups[1].Value).Distinct()];

    private static void Text(string? text, int limit, string missing, string tooLong, string field, List<Refusal> wrong)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            wrong.Add(new Refusal(missing).At(field));
        }
        else if (WordCount.CharactersOf(text) > limit)
        {
            wrong.Add(new Refusal(tooLong, limit).At(field));
        }
    }

    [GeneratedRegex(@"\{\{\s*([^{}]*?)\s*\}\}")]
    private static partial Regex Place();
}
