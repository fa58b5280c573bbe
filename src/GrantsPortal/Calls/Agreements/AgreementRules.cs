using System.Globalization;
using System.Text;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls.Agreements;

/// <summary>What clauses and agreement templates must be, and how they become terms.</summary>
public static class AgreementRules
{
    /// <summary>Most characters of a clause's name and heading.</summary>
    public const int NameLimit = 200;

    /// <summary>Most characters of a clause, an opening or special conditions.</summary>
    public const int BodyLimit = 10_000;

    /// <summary>Most characters of a whole agreement, as of terms written in one piece.</summary>
    public const int WholeLimit = 60_000;

    /// <summary>Most clauses of an agreement.</summary>
    public const int ClauseLimit = 60;

    /// <summary>The places a clause or template may hold: those of the terms, and the dates of the work.</summary>
    public static IReadOnlyDictionary<string, string> Places { get; } = new Dictionary<string, string>(TemplateRules.Places(LetterKind.Terms))
    {
        ["starts"] = "the first day of the work",
        ["ends"] = "the last day of the work",
    };

    /// <summary>
    /// Refuses a clause: <c>clause.name-missing</c>, <c>clause.name-long</c>, <c>clause.heading-missing</c>, <c>clause.heading-long</c>,
    /// <c>clause.body-missing</c>, <c>clause.body-long</c> (limit each), <c>template.place-unknown</c> (place). No name: only its words are judged.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(string? name, string? heading, string? body)
    {
        var wrong = new List<Refusal>();
        if (name is not null)
        {
            Line(name, "clause.name-missing", "clause.name-long", "Name", wrong);
        }

        Line(heading, "clause.heading-missing", "clause.heading-long", "Heading", wrong);
        if (string.IsNullOrWhiteSpace(body))
        {
            wrong.Add(new Refusal("clause.body-missing").At("Body"));
        }

        Text(body, "clause.body-long", "Body", wrong);
        Known(heading, "Heading", wrong);
        return wrong;
    }

    /// <summary>Refuses a clause's name: <c>clause.name-missing</c>, <c>clause.name-long</c> (limit).</summary>
    public static IReadOnlyList<Refusal> CheckName(string? name)
    {
        var wrong = new List<Refusal>();
        Line(name, "clause.name-missing", "clause.name-long", "Name", wrong);
        return wrong;
    }

    /// <summary>
    /// Refuses a template: <c>agreement.opening-missing</c>, <c>agreement.opening-long</c>, <c>agreement.special-long</c> (limit each),
    /// <c>agreement.no-clause</c>, <c>agreement.clauses-many</c> (limit), <c>agreement.long</c> (limit), <c>template.place-unknown</c> (place),
    /// <c>agreement.amount-missing</c> (place) when nothing in it says how much.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(string opening, string special, IReadOnlyList<(string Heading, string Body)> clauses)
    {
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(opening))
        {
            wrong.Add(new Refusal("agreement.opening-missing").At("Opening"));
        }

        Text(opening, "agreement.opening-long", "Opening", wrong);
        if (clauses.Count == 0)
        {
            wrong.Add(new Refusal("agreement.no-clause").At("Clauses"));
        }

        if (clauses.Count > ClauseLimit)
        {
            wrong.Add(new Refusal("agreement.clauses-many", ClauseLimit).At("Clauses"));
        }

        Text(special, "agreement.special-long", "Special", wrong);
        var whole = Compose(opening, clauses, special, "en");
        if (wrong.Count == 0 && WordCount.CharactersOf(whole) > WholeLimit)
        {
            wrong.Add(new Refusal("agreement.long", WholeLimit).At("Clauses"));
        }

        if (wrong.Count == 0 && !TemplateRules.PlacesIn(whole).Contains("amount"))
        {
            wrong.Add(new Refusal("agreement.amount-missing", "{{amount}}").At("Opening"));
        }

        return wrong;
    }

    /// <summary>The agreement as one text in Markdown: opening, numbered clauses, special conditions under their heading in the language.</summary>
    public static string Compose(string opening, IReadOnlyList<(string Heading, string Body)> clauses, string special, string language)
    {
        var text = new StringBuilder(opening.Trim());
        foreach (var (clause, number) in clauses.Select((clause, i) => (clause, i + 1)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\n# {number}. {clause.Heading.Trim()}\n\n{clause.Body.Trim()}");
        }

        if (!string.IsNullOrWhiteSpace(special))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\n# {SpecialHeading(language)}\n\n{special.Trim()}");
        }

        return text.ToString().ReplaceLineEndings("\n").Trim();
    }

    /// <summary>The heading over special conditions, in the agreement's language; English where it is not known here.</summary>
    public static string SpecialHeading(string language) => language.Split('-')[0] switch
    {
        "ar" => "شروط خاصة",
        "de" => "Besondere Bedingungen",
        "es" => "Condiciones particulares",
        "fr" => "Conditions particulières",
        "nl" => "Bijzondere voorwaarden",
        "pl" => "Warunki szczególne",
        "tr" => "Özel koşullar",
        "uk" => "Особливі умови",
        _ => "Special conditions",
    };

    /// <summary>The chosen clauses in their order: by place, then as they came.</summary>
    public static IReadOnlyList<ChosenClause> Ordered(IEnumerable<ChosenClause> chosen) =>
        [.. chosen.DistinctBy(clause => clause.ClauseId).OrderBy(clause => clause.Place ?? int.MaxValue)];

    /// <summary>The languages a call is written in and has no template for, once it has one in any; none for a call without.</summary>
    public static IReadOnlyList<string> Lacking(IReadOnlyCollection<string> written, IReadOnlyCollection<string> templates) =>
        templates.Count == 0 ? [] : [.. written.Except(templates, StringComparer.OrdinalIgnoreCase)];

    private static void Line(string? text, string missing, string tooLong, string field, List<Refusal> wrong)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            wrong.Add(new Refusal(missing).At(field));
        }
        else if (WordCount.CharactersOf(text) > NameLimit)
        {
            wrong.Add(new Refusal(tooLong, NameLimit).At(field));
        }
    }

    private static void Text(string? text, string tooLong, string field, List<Refusal> wrong)
    {
        if (WordCount.CharactersOf(text ?? "") > BodyLimit)
        {
            wrong.Add(new Refusal(tooLong, BodyLimit).At(field));
        }

        Known(text, field, wrong);
    }

    private static void Known(string? text, string field, List<Refusal> wrong) =>
        wrong.AddRange(TemplateRules.PlacesIn(text).Where(place => !Places.ContainsKey(place)).Select(place => new Refusal("template.place-unknown", place).At(field)));
}
