using System.Globalization;
using System.Text.RegularExpressions;
using GrantsPortal.Platform;
using MimeKit;
using MimeKit.Utils;

namespace GrantsPortal.Partnerships.Mailbox.Reading;

/// <summary>
/// Finds, in the text of a forwarded e-mail, the head that mail programs write before the original: who, when, about what. Each
/// does it its own way and in its own language; what is not understood is left as text.
/// </summary>
public static partial class ForwardedRules
{
    private const int Block = 12;

    private static readonly string[] Cultures = ["en-GB", "en-US", "de-DE", "fr-FR", "es-ES", "it-IT", "nl-NL", "pl-PL", "pt-PT", "sv-SE", "da-DK", "uk-UA", "tr-TR"];

    private static readonly Dictionary<string, string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["From"] = "from",
        ["Von"] = "from",
        ["De"] = "from",
        ["Da"] = "from",
        ["Van"] = "from",
        ["Fra"] = "from",
        ["Från"] = "from",
        ["Od"] = "from",
        ["Від"] = "from",
        ["От"] = "from",
        ["Kimden"] = "from",
        ["من"] = "from",
        ["Date"] = "date",
        ["Sent"] = "date",
        ["Datum"] = "date",
        ["Gesendet"] = "date",
        ["Envoyé"] = "date",
        ["Envoyé le"] = "date",
        ["Fecha"] = "date",
        ["Enviado"] = "date",
        ["Enviado el"] = "date",
        ["Data"] = "date",
        ["Inviato"] = "date",
        ["Verzonden"] = "date",
        ["Dato"] = "date",
        ["Sendt"] = "date",
        ["Skickat"] = "date",
        ["Wysłano"] = "date",
        ["Дата"] = "date",
        ["Надіслано"] = "date",
        ["Отправлено"] = "date",
        ["Tarih"] = "date",
        ["Gönderildi"] = "date",
        ["تاريخ"] = "date",
        ["Subject"] = "subject",
        ["Betreff"] = "subject",
        ["Objet"] = "subject",
        ["Asunto"] = "subject",
        ["Oggetto"] = "subject",
        ["Onderwerp"] = "subject",
        ["Emne"] = "subject",
        ["Ämne"] = "subject",
        ["Temat"] = "subject",
        ["Тема"] = "subject",
        ["Konu"] = "subject",
        ["Assunto"] = "subject",
        ["الموضوع"] = "subject",
        ["To"] = "to",
        ["An"] = "to",
        ["À"] = "to",
        ["Para"] = "to",
        ["A"] = "to",
        ["Aan"] = "to",
        ["Til"] = "to",
        ["Till"] = "to",
        ["Do"] = "to",
        ["Кому"] = "to",
        ["Kime"] = "to",
        ["إلى"] = "to",
        ["Cc"] = "to",
        ["Kopie"] = "to",
        ["Copie à"] = "to",
        ["Reply-To"] = "to",
        ["Antwort an"] = "to",
        ["Bcc"] = "to",
        ["Importance"] = "to",
        ["Wichtigkeit"] = "to",
        ["Priority"] = "to",
    };

    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["GMT"] = 0,
        ["UTC"] = 0,
        ["Z"] = 0,
        ["WET"] = 0,
        ["BST"] = 1,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["MEZ"] = 1,
        ["CEST"] = 2,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["EEST"] = 3,
        ["EST"] = -5,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MST"] = -7,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
    };

    /// <summary>
    /// What stands before the head (the officer's own words) and after it, and the head; null when the clean text holds none. A
    /// time without a zone is read in <paramref name="zone"/>; one after <paramref name="latest"/> is not believed.
    /// </summary>
    public static (string Before, OriginalMail Head, string After)? Find(string text, TimeZoneInfo zone, DateTimeOffset latest)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Label(lines[i]) is ("from", var from) && Read(lines, i) is var (end, found) && (found.ContainsKey("subject") || found.ContainsKey("date")))
            {
                var head = new OriginalMail(
                    Party(from),
                    found.TryGetValue("date", out var date) && Instant(date, zone) is { } at && Believable(at, latest) ? at : null,
                    found.TryGetValue("subject", out var subject) && subject.Length > 0 ? PlainText.Cut(subject, MailLimits.Subject) : null);
                return (Before(lines, i), head, string.Join('\n', lines[end..]).Trim());
            }
        }

        return null;
    }

    /// <summary>Whether an instant may be when an e-mail was sent: not before there was e-mail as we know it, and not after it came.</summary>
    public static bool Believable(DateTimeOffset at, DateTimeOffset latest) => at.Year >= 1995 && at <= latest.AddMinutes(10);

    /// <summary>The instant a mail program wrote for people, in one of the languages we know; null when it is not understood.</summary>
    public static DateTimeOffset? Instant(string written, TimeZoneInfo zone)
    {
        var plain = written.Trim().Trim('*').Trim();
        if (plain.Length is 0 or > 100)
        {
            return null;
        }

        if (OfMachines().IsMatch(plain))
        {
            return DateUtils.TryParse(plain, out var exact) ? exact : null;
        }

        var offset = (double?)null;
        var named = ZoneAtEnd().Match(plain);
        if (named.Success && Zones.TryGetValue(named.Groups[1].Value, out var hours))
        {
            (offset, plain) = (hours, plain[..named.Index].Trim());
        }

        plain = Between().Replace(plain, " ");
        var american = zone.Id.StartsWith("America/", StringComparison.Ordinal);
        foreach (var name in american ? [Cultures[1], .. Cultures.Where(one => one != Cultures[1])] : Cultures)
        {
            if (DateTime.TryParse(plain, CultureInfo.GetCultureInfo(name), DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.NoCurrentDateDefault, out var local) && local.Year > 1900)
            {
                return offset is { } hour
                    ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.FromHours(hour))
                    : Instants.FromLocal(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone);
            }
        }

        return null;
    }

    /// <summary>Name and address as a head writes them: "Name &lt;a@b&gt;", "Name [mailto:a@b]", "a@b".</summary>
    public static MailParty? Party(string? written)
    {
        var plain = PlainText.Line(written, 400).Replace("*", "", StringComparison.Ordinal);
        var found = Address().Match(plain);
        if (!found.Success)
        {
            return plain.Length == 0 ? null : new MailParty(PlainText.Cut(plain, 200), "");
        }

        var name = plain[..found.Index].Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).Trim(' ', '<', '[', '(', '"', '\'', ',');
        return new MailParty(PlainText.Cut(name, 200), found.Value);
    }

    /// <summary>The lines of a head from its first on: where it ends and what each label says.</summary>
    private static (int End, Dictionary<string, string> Found) Read(string[] lines, int start)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var end = start;
        while (end < lines.Length && end < start + Block)
        {
            if (Label(lines[end]) is var (kind, value))
            {
                found.TryAdd(kind, value);
                end++;
            }
            else if (lines[end].Length == 0 && end + 1 < lines.Length && end + 1 < start + Block && !(found.ContainsKey("subject") && found.ContainsKey("date")) && Label(lines[end + 1]) is not null)
            {
                // HTML made into text: each line of the head is a paragraph.
                end++;
            }
            else if (lines[end].Length > 0 && found.ContainsKey("to") && !found.ContainsKey("subject") && lines[end].Contains('@', StringComparison.Ordinal))
            {
                // A long list of recipients goes on.
                end++;
            }
            else
            {
                break;
            }
        }

        return (end, found);
    }

    private static string Before(string[] lines, int start)
    {
        while (start > 0 && (lines[start - 1].Length == 0 || Marker().IsMatch(lines[start - 1])))
        {
            start--;
        }

        return string.Join('\n', lines[..start]).Trim();
    }

    private static (string Kind, string Value)? Label(string line)
    {
        var found = Labelled().Match(line);
        return found.Success && Labels.TryGetValue(found.Groups[1].Value.Trim(), out var kind) ? (kind, found.Groups[2].Value.Trim(' ', '*')) : null;
    }

    [GeneratedRegex(@"^[>|\s]*\*?([\p{L}\-’' ]{1,14}?)\s?\*?\s?:\*?\s?(.{0,2000})$")]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^[>\s]*(?:[-–—_=]{3,}.{0,60}|.{0,40}[-–—_=]{3,}|(?:Begin forwarded message|Anfang der weitergeleiteten Nachricht|Début du message réexpédié|Inicio del mensaje reenviado|Inizio messaggio inoltrato)\s?:?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Marker();

    [GeneratedRegex(@"^(?:[A-Za-z]{3},\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+[+-]\d{4}")]
    private static partial Regex OfMachines();

    [GeneratedRegex(@"\s\(?([A-Za-z]{1,5})\)?$")]
    private static partial Regex ZoneAtEnd();

    [GeneratedRegex(@"\s(?:at|um|à|alle ore|alle|a las|om|kl\.?|o|às)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Between();

    [GeneratedRegex(@"[^\s<>\[\]()"",;:]{1,64}@[^\s<>\[\]()"",;:]{1,190}")]
    private static partial Regex Address();
}
