using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Letters;

/// <summary>What a letter may say, and how its places are filled.</summary>
public static partial class LetterRules
{
    /// <summary>Most characters of a subject.</summary>
    public const int SubjectLimit = 200;

    /// <summary>Most characters of a letter.</summary>
    public const int BodyLimit = 20_000;

    /// <summary>The place that is filled only when letters are sent: until when the offer stands.</summary>
    public const string Expires = "expires";

    /// <summary>
    /// Refuses an edited letter: <c>letter.subject-missing</c>, <c>letter.subject-long</c> (limit), <c>letter.body-missing</c>,
    /// <c>letter.body-long</c> (limit), <c>letter.place-unknown</c> (place).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(string subject, string body)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(subject))
        {
            refusals.Add(new Refusal("letter.subject-missing").At("Subject"));
        }
        else if (subject.Length > SubjectLimit)
        {
            refusals.Add(new Refusal("letter.subject-long", SubjectLimit).At("Subject"));
        }

        if (string.IsNullOrWhiteSpace(body))
        {
            refusals.Add(new Refusal("letter.body-missing").At("Body"));
        }
        else if (body.Length > BodyLimit)
        {
            refusals.Add(new Refusal("letter.body-long", BodyLimit).At("Body"));
        }

        refusals.AddRange(Open(subject).Select(place => new Refusal("letter.place-unknown", place).At("Subject")));
        refusals.AddRange(Open(body).Where(place => place != Expires).Select(place => new Refusal("letter.place-unknown", place).At("Body")));
        return refusals;
    }

    /// <summary>
    /// Fills the places of a template, <c>{{ name }}</c>; those without a value stay as they are. Values are put in as
    /// plain words: whatever Markdown or address somebody wrote into a name is shown, not obeyed.
    /// </summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(template, match => values.TryGetValue(match.Groups[1].Value.ToLowerInvariant(), out var value) ? value : match.Value);

    /// <summary>The places that are still open in a text.</summary>
    public static IReadOnlyList<string> Open(string text) => [.. Place().Matches(text).Select(match => match.Groups[1].Value.ToLowerInvariant()).Distinct()];

    /// <summary>Somebody's words with every mark that Markdown would obey taken its force; line ends become spaces.</summary>
    public static string Plain(string? words) =>
        Mark().Replace((words ?? "").ReplaceLineEndings(" ").Trim(), match => "\\" + match.Value);

    /// <summary>A subject is one line of plain text: the marks of Markdown mean nothing in it.</summary>
    public static string OneLine(string text) => Escaped().Replace(text, "$1").ReplaceLineEndings(" ").Trim();

    /// <summary>Markdown as plain text for the text part of an e-mail: it reads well as it is, without the escapes.</summary>
    public static string AsText(string markdown) => Escaped().Replace(markdown, "$1");

    /// <summary>Changes whenever a letter or anybody who gets one does, so that nothing is sent that was not shown.</summary>
    public static string Fingerprint(IReadOnlyList<Letter> letters, IReadOnlyList<LetterRecipient> recipients)
    {
        var text = string.Join('\n', letters.Select(letter => FormattableString.Invariant($"{letter.Id}|{letter.Version}"))
            .Concat(recipients.Select(person => FormattableString.Invariant($"{person.LetterId}|{person.PersonId}|{person.Address}|{person.DeliverBy}"))));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }

    /// <summary>The last minute of the day on which an offer ends, in UTC.</summary>
    public static DateTimeOffset OfferEnds(DateTimeOffset sent, int days, TimeZoneInfo zone) =>
        Instants.FromLocal(Instants.DayOf(sent, zone).AddDays(days).ToDateTime(new TimeOnly(23, 59)), zone);

    [GeneratedRegex(@"\{\{\s*([A-Za-z][A-Za-z0-9_-]*)\s*\}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~!&]|(?<=[A-Za-z]):(?=//)|(?<=\bwww)\.|@|^(?:[-+]|\d+(?=[.)]))", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();
}
