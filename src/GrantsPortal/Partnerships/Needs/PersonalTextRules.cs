using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Needs;

/// <summary>What a piece of text looks like.</summary>
public enum PersonalKind
{
    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A date of birth.</summary>
    Birth,

    /// <summary>A number that a state or a bank gives one person.</summary>
    Number,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A house number with its postcode.</summary>
    Address,

    /// <summary>A name after a title, or of somebody whom the record knows.</summary>
    Name,
}

/// <summary>A pattern that both .NET and browsers (with the flag <c>u</c>) read alike.</summary>
/// <param name="Kind">What it finds.</param>
/// <param name="Pattern">The regular expression; it tells letters of upper and lower case apart.</param>
public sealed record PersonalPattern(PersonalKind Kind, string Pattern);

/// <summary>A piece of a text that looks like personal data.</summary>
/// <param name="Kind">What it looks like.</param>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Text">The piece.</param>
public sealed record PersonalPoint(PersonalKind Kind, int Start, string Text);

/// <summary>
/// Finds what looks like personal data, so that a writer looks again. It only points: some of what it finds is none, and a
/// first name alone is not found, which is why a person answers for the text.
/// </summary>
public static class PersonalTextRules
{
    // Not inside a longer word or number; no \b, which browsers and .NET hold differently for letters beyond ASCII.
    private const string NotAfter = @"(?<![\p{L}\p{N}])";
    private const string NotBefore = @"(?![\p{L}\p{N}])";
    private const string NotAfterNumber = @"(?<![\p{L}\p{N}+.,/-])";
    private const string Capital = @"\p{Lu}[\p{L}'’-]*\p{L}";
    private const string FullDay = @"[0-3]?[0-9][./ -]{1,2}(?:[01]?[0-9]|\p{L}{3,12})\.?[./ -]{1,2}(?:19|20)?[0-9]{2}(?![0-9])";

    private const string Titles =
        @"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Cllr|Rev|Reverend|Imam|Rabbi|Pastor|Father|Sister|Brother|Sheikh|Shaykh|Ustadh|Ustadha"
        + @"|(?<!(?:[Ee]in|[Kk]ein|[Jj]ed|[Dd]ies|[Mm]ein|[Uu]nser)(?:e|er|em|en|es)? )(?:Herrn?|Frau)|herr|fru"
        + @"|Monsieur|Madame|Mademoiselle|Mme|Mlle|M\.|[Ss]eñora?|[Ss]eñorita|Sra?|[Dd]oña|don|[Ss]enhora?|[Dd]ona|[Ss]ignora?|[Ss]ignorina|[Ss]ig"
        + @"|[Dd]e heer|[Mm]evrouw|[Mm]eneer|[Dd]hr|[Mm]evr|[Pp]ani?|[Pp]anem|[Pp]anią|[Пп]ані?|[Гг]осподин|[Гг]оспожа)";

    // "Imam Ali Mosque", "Father Christmas", "Pan African", "Sister cities": places, feasts and the like, which are nobody.
    private const string NoPerson =
        @"(?!(?:\p{Lu}[\p{L}'’-]* ){0,4}(?:Mosque|Masjid|Church|Cathedral|Temple|Synagogue|Chapel|Centre|Center|School|College|Academy|Street|Road|Lane|Square|Park|Hall|House|Foundation|Trust|Library|Hospital|Moschee|Straße|Schule|Mosquée|Rue)(?!\p{L}))"
        + @"(?!(?:Christmas|Time|World|Circle|Cit(?:y|ies)|Network|Group|Club|African|American|Asian|Arab|European)(?!\p{L}))";

    /// <summary>The patterns; where two find the same piece, the first names it.</summary>
    public static IReadOnlyList<PersonalPattern> Patterns { get; } =
    [
        new(PersonalKind.Email, @"[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}"),
        new(PersonalKind.Birth, NotAfter
            + @"(?:[Bb]orn|[Dd]ate of [Bb]irth|D\.?O\.?B\.?|[Gg]eboren|[Gg]eb\.|[Gg]eburtsdatum|[Nn]ée? le|[Dd]ate de naissance|[Nn]acid[oa]|[Ff]echa de nacimiento"
            + @"|[Nn]at[oa] il|[Dd]ata di nascita|[Nn]ascid[oa]|[Uu]rodzon[ya]|[Gg]eboortedatum|[Ff]ödd|[Ff]ødt|[Dd]oğum tarihi|[Рр]одил(?:ся|ась)|[Нн]ароди(?:вся|лася)|تاريخ الميلاد)"
            + @"[^0-9\n]{0,15}" + FullDay),
        new(PersonalKind.Birth, NotAfterNumber + @"[0-3]?[0-9][./-][01]?[0-9][./-](?:19[2-9][0-9]|200[0-9])" + NotBefore),

        // IBAN; national insurance (UK); social security (US); DNI and NIE (Spain); codice fiscale (Italy); NIR (France); personal numbers of Sweden,
        // Denmark and Finland; rijksregister (Belgium); and the eleven digits of Germany, Poland and Türkiye.
        new(PersonalKind.Number, NotAfter + @"[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?" + NotBefore),
        new(PersonalKind.Number, NotAfter + @"[A-CEGHJ-PR-TW-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]" + NotBefore),
        new(PersonalKind.Number, NotAfterNumber + @"[0-9]{3}-[0-9]{2}-[0-9]{4}" + NotBefore),
        new(PersonalKind.Number, NotAfter + @"(?:[0-9]{8}|[XYZ]-?[0-9]{7})-?[A-Z]" + NotBefore),
        new(PersonalKind.Number, NotAfter + @"[A-Z]{6}[0-9]{2}[A-Z][0-9]{2}[A-Z][0-9]{3}[A-Z]" + NotBefore),
        new(PersonalKind.Number, NotAfterNumber + @"[12] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{3} ?[0-9]{3}(?: ?[0-9]{2})?" + NotBefore),
        new(PersonalKind.Number, NotAfterNumber + @"(?:[0-9]{2})?[0-9]{6}[-+A][0-9]{3}[0-9A-Z]" + NotBefore),
        new(PersonalKind.Number, NotAfterNumber + @"[0-9]{2}\.[0-9]{2}\.[0-9]{2}-[0-9]{3}\.[0-9]{2}" + NotBefore),
        new(PersonalKind.Number, NotAfterNumber + @"[1-9][0-9]{10}" + NotBefore),

        new(PersonalKind.Phone, NotAfter + @"(?:\+|00)[1-9](?:[ ./()-]{0,2}[0-9]){7,13}" + NotBefore),
        new(PersonalKind.Phone, NotAfterNumber
            + @"(?![0-3]?[0-9][./-][01]?[0-9][./-](?:19|20)[0-9]{2})(?![0-2][0-9][.][0-5][0-9] ?[-–])0[0-9](?:[ ./()-]{0,2}[0-9]){7,11}" + NotBefore),
        new(PersonalKind.Phone, NotAfterNumber + @"[(]?[2-9][0-9]{2}(?:[)] ?|[ .-])[2-9][0-9]{2}[ .-][0-9]{4}" + NotBefore),

        // "12 Rose Lane, Riverton RV1 2AB"; "12 Rose Street, Springfield, IL 62701"; "12 rue des Lilas, 75011 Paris"; "Lindenstraße 12, 10969 Berlin"; "Via Roma 12, 00184 Roma".
        new(PersonalKind.Address, NotAfterNumber + @"[0-9]{1,4}[A-Za-z]?,? \p{Lu}[\p{L}'’.-]{1,30}(?:,? [\p{L}'’.-]{1,30}){0,7},? (?:[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}|[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]|[A-Z]{2} [0-9]{5})" + NotBefore),
        new(PersonalKind.Address, NotAfterNumber + @"[0-9]{1,4}(?: ?(?:bis|ter))?,? (?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Cc]hemin|[Aa]llée|[Ii]mpasse) [\p{L}'’ -]{2,40},? [0-9]{5}" + NotBefore),
        new(PersonalKind.Address, NotAfter + @"\p{Lu}[\p{L}.-]{1,30}(?:straße|strasse|str\.|weg|platz|gasse|allee|straat|laan|plein|gade|vej|gatan|vägen) [0-9]{1,4} ?[A-Za-z]?,? (?:[A-Z]{1,2}-)?[0-9]{3,5} ?(?:[0-9]{2}|[A-Z]{2})?" + NotBefore),
        new(PersonalKind.Address, NotAfter + @"(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]alle|[Aa]venida|[Pp]laza|[Rr]ua|[Uu]l\.|[Uu]lica) [\p{L}'’. -]{2,40},? [0-9]{1,4} ?[A-Za-z]?,? (?:[0-9]{5}|[0-9]{4}-[0-9]{3}|[0-9]{2}-[0-9]{3})" + NotBefore),

        new(PersonalKind.Name, NotAfter + Titles + @"\.?[ \u00A0]" + NoPerson + @"(?:(?:van|von|der|den|de|da|dos|el|al|bin|ibn|bint|abu)[ -]){0,3}" + Capital + @"(?: " + Capital + @"){0,2}"),
        new(PersonalKind.Name, NotAfter + Capital + @" (?:Bey|Hanım|Amca|Teyze)" + NotBefore),
        new(PersonalKind.Name, NotAfter + @"(?:السيدة?|الأستاذة?|الدكتورة?) \p{L}{2,30}"),
    ];

    private static readonly IReadOnlyList<(PersonalKind Kind, Regex Expression)> Compiled =
        [.. Patterns.Select(pattern => (pattern.Kind, new Regex(pattern.Pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled)))];

    /// <summary>The pieces that look like personal data, in the order they stand, none within another.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">Full names that the record knows, looked for whatever the letters' case.</param>
    public static IReadOnlyList<PersonalPoint> Points(string? text, IEnumerable<string>? known = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var found = Compiled.SelectMany(one => one.Expression.Matches(text).Select(match => new PersonalPoint(one.Kind, match.Index, match.Value)))
            .Concat((known ?? []).Where(name => name.Trim().Length > 3).SelectMany(name => Named(text, name.Trim())));
        List<PersonalPoint> kept = [];
        foreach (var point in found)
        {
            if (!kept.Exists(other => point.Start < other.Start + other.Text.Length && other.Start < point.Start + point.Text.Length))
            {
                kept.Add(point);
            }
        }

        return [.. kept.OrderBy(point => point.Start)];
    }

    /// <summary>Stands for exactly these pieces: whoever answers for them answers for no others. Empty for none.</summary>
    public static string Seal(IReadOnlyList<PersonalPoint> points) =>
        points.Count == 0 ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', points.Select(point => $"{point.Kind} {point.Text}")))))[..16];

    /// <summary>The pieces as a sentence quotes them: the first three, then how many more.</summary>
    public static string Quoted(IReadOnlyList<PersonalPoint> points) =>
        string.Join(", ", points.Take(3).Select(point => $"“{point.Text}”")) + (points.Count > 3 ? $" +{points.Count - 3}" : "");

    /// <summary>
    /// Refused with <c>personal.points</c> (the pieces) at a field, unless the writer has answered for exactly these pieces.
    /// </summary>
    public static Refusal? Against(IReadOnlyList<PersonalPoint> points, string? answeredFor, string field) =>
        points.Count == 0 || answeredFor == Seal(points) ? null : new Refusal("personal.points", Quoted(points)).At(field);

    private static IEnumerable<PersonalPoint> Named(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length])))
            {
                yield return new PersonalPoint(PersonalKind.Name, at, text.Substring(at, name.Length));
            }
        }
    }
}
