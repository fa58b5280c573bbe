using System.Text.RegularExpressions;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform;

namespace GrantsPortal.Response.Families;

/// <summary>A text of a form, at its field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Text">What was typed.</param>
public sealed record FamilyText(string Field, string? Text);

/// <summary>
/// Keeps survivors' names out of the register. On top of <see cref="PersonalTextRules"/>, which points out names after titles and of people whom the record knows, two words in
/// capitals side by side are taken for a name, so is a word in capitals after a word for somebody of a family, and so is what <see cref="SingleNameRules"/> finds. Addresses, telephone numbers, dates of birth and numbers of
/// persons are refused whatever the writer says; what looks like a name is refused until it is written otherwise or the writer answers that it is none.
/// </summary>
public static class FamilyTextRules
{
    private const string Word = @"\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*";
    private const string NotAfter = @"(?<![\p{L}\p{N}])";
    private const string NotBefore = @"(?![\p{L}\p{N}])";

    // Words that open a sentence or a list, and peoples and faiths: what follows them is seldom a name.
    private const string NoFirst =
        @"(?!(?:Die|Der|Das|Den|Dem|Des|Ein|Eine|Einen|Einer|Kein|Keine|Zwei|Drei|Viele|Wir|Sie|Ihr|Ihre|Mit|Für|Im|Am|Seit|Nach|Vor|Les|Une|Un|The|A|An|In|At|On|For|From|With|And|Or|No|Not|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Many|All|Both|Each|Every|Our|We|They|Their|His|Her|Also|After|Before|During|Since|When|If|Help|Young|Older|Somebody|People|Families|Women|Men|Children|Speaks|Needs|Free|Legal|Muslim|Jewish|Christian|Sikh|Hindu|Roma|Arab|African|Asian|Somali|Turkish|Kurdish|Polish|Ukrainian|Syrian|Eritrean|Afghan|Saint|St|North|South|East|West|New|Old)(?!\p{L}))";

    private const string Family =
        @"(?:[Ss]on|[Dd]aughter|[Bb]rother|[Ss]ister|[Mm]other|[Ff]ather|[Ww]ife|[Hh]usband|[Ww]idow|[Ww]idower|[Pp]artner|[Uu]ncle|[Aa]unt|[Cc]ousin|[Gg]randmother|[Gg]randfather|[Bb]oy|[Gg]irl|[Nn]amed|[Cc]alled|[Ff]amily|[Ss]ohn|[Tt]ochter|[Bb]ruder|[Ss]chwester|[Mm]utter|[Vv]ater|[Ww]itwe|[Ff]amilie|[Ff]ils|[Ff]ille|[Ff]rère|[Ss]œur|[Mm]ère|[Pp]ère|[Vv]euve|[Ff]amille|[Hh]ijo|[Hh]ija|[Hh]ermano|[Hh]ermana|[Mm]adre|[Pp]adre|[Vv]iuda|[Ff]amilia)";

    /// <summary>The patterns for a form: those of the register of needs, and what looks like a name here, save for phrases that are known to be none.</summary>
    /// <param name="allowed">Names of districts, partners and languages.</param>
    public static IReadOnlyList<PersonalPattern> Patterns(IReadOnlyCollection<string> allowed)
    {
        var known = string.Join('|', allowed.Select(phrase => phrase.Trim()).Where(phrase => phrase.Length > 1).Distinct(StringComparer.Ordinal).OrderByDescending(phrase => phrase.Length).Select(Escaped));
        var none = known.Length == 0 ? "" : $@"(?!(?:{known}){NotBefore})";

        // Within a phrase that is known each word is.
        var words = string.Join('|', allowed.SelectMany(phrase => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(one => one.Length > 1 && char.IsUpper(one[0])).Distinct(StringComparer.Ordinal).OrderByDescending(one => one.Length).Select(Escaped));
        return
        [
            .. PersonalTextRules.Patterns,
            new(PersonalKind.Name, $"{NotAfter}{none}{NoFirst}{Word} {none}{Word}{NotBefore}"),
            new(PersonalKind.Name, $"{NotAfter}{Family},? {none}{Word}{NotBefore}"),
            .. SingleNameRules.Patterns(Word, NoFirst, words.Length == 0 ? "" : $@"(?!(?:{words}){NotBefore})").Select(pattern => new PersonalPattern(PersonalKind.Name, pattern)),
        ];
    }

    /// <summary>The pieces of texts that look like personal data, each text's in the order they stand.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="known">Full names that the record knows.</param>
    /// <param name="allowed">Phrases that are no names.</param>
    public static IReadOnlyList<(string Field, PersonalPoint Point)> Points(IReadOnlyList<FamilyText> texts, IReadOnlyList<string> known, IReadOnlyCollection<string> allowed)
    {
        var own = Patterns(allowed).Skip(PersonalTextRules.Patterns.Count).Select(pattern => new Regex(pattern.Pattern, RegexOptions.CultureInvariant)).ToList();
        return [.. texts.SelectMany(text => Of(text.Text, known, own).Select(point => (text.Field, point)))];
    }

    /// <summary>
    /// Refused at their fields with <c>family.personal</c> (pieces) for what is never kept, and with <c>family.name</c> (pieces) for what looks like a name unless the writer answered for exactly these.
    /// </summary>
    public static IReadOnlyList<Refusal> Against(IReadOnlyList<(string Field, PersonalPoint Point)> points, string? answeredFor)
    {
        var answered = answeredFor == Seal(points);
        return
        [
            .. points.Where(one => one.Point.Kind != PersonalKind.Name).GroupBy(one => one.Field)
                .Select(group => new Refusal("family.personal", PersonalTextRules.Quoted([.. group.Select(one => one.Point)])).At(group.Key)),
            .. answered ? [] : points.Where(one => one.Point.Kind == PersonalKind.Name).GroupBy(one => one.Field)
                .Select(group => new Refusal("family.name", PersonalTextRules.Quoted([.. group.Select(one => one.Point)])).At(group.Key)),
        ];
    }

    /// <summary>Stands for exactly these names: whoever answers for them answers for no others. Empty for none.</summary>
    public static string Seal(IReadOnlyList<(string Field, PersonalPoint Point)> points) =>
        PersonalTextRules.Seal([.. points.Where(one => one.Point.Kind == PersonalKind.Name).Select(one => one.Point)]);

    private static IReadOnlyList<PersonalPoint> Of(string? text, IReadOnlyList<string> known, IReadOnlyList<Regex> own)
    {
        List<PersonalPoint> kept = [.. PersonalTextRules.Points(text, known)];
        foreach (var point in own.SelectMany(one => one.Matches(text ?? "").Select(match => new PersonalPoint(PersonalKind.Name, match.Index, match.Value))))
        {
            if (!kept.Exists(other => point.Start < other.Start + other.Text.Length && other.Start < point.Start + point.Text.Length))
            {
                kept.Add(point);
            }
        }

        return [.. kept.OrderBy(point => point.Start)];
    }

    // Regex.Escape also escapes what browsers do not let be escaped.
    private static string Escaped(string phrase) => string.Concat(phrase.Select(letter => @"\^$.*+?()[]{}|/".Contains(letter, StringComparison.Ordinal) ? @"\" + letter : letter.ToString()));
}
