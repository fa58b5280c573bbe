using System.Text.RegularExpressions;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Introductions.Offers;

/// <summary>What may be written as an offer or a wish, and until when it holds.</summary>
public static partial class OfferRules
{
    /// <summary>The most entries of one side and kind.</summary>
    public const int MostOfAKind = 12;

    /// <summary>The most characters of an entry.</summary>
    public const int WordsLength = 80;

    /// <summary>The most characters of a note.</summary>
    public const int NoteLength = 300;

    /// <summary>The most months for which an entry can be said to hold.</summary>
    public const int MostMonths = 24;

    /// <summary>
    /// Why entries cannot be kept. Refused with <c>offer.too-many</c>, <c>offer.words-long</c>, <c>offer.note-long</c>,
    /// <c>offer.holds-contact</c> (an address or telephone number, which is passed on only when both sides agree),
    /// <c>offer.until-missing</c>, <c>offer.until-past</c> or <c>offer.until-late</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(EntryText text, DateOnly today)
    {
        var refusals = new List<Refusal>();
        void Refuse(bool when, string code, string field, params object?[] args)
        {
            if (when)
            {
                refusals.Add(new Refusal(code, args).At(field));
            }
        }

        var words = Tidied(text.Words);
        Refuse(words.Count > MostOfAKind, "offer.too-many", "Own", MostOfAKind);
        Refuse(words.Any(word => word.Length > WordsLength), "offer.words-long", "Own", WordsLength);
        Refuse(words.Any(HoldsContact), "offer.holds-contact", "Own");
        Refuse(text.Note.Length > NoteLength, "offer.note-long", "Note", NoteLength);
        Refuse(HoldsContact(text.Note), "offer.holds-contact", "Note");
        if (words.Count > 0)
        {
            Refuse(text.Until is null, "offer.until-missing", "Until");
            Refuse(text.Until < today, "offer.until-past", "Until");
            Refuse(text.Until > today.AddMonths(MostMonths), "offer.until-late", "Until", MostMonths);
        }

        return refusals;
    }

    /// <summary>Words without stray spaces, each once however it is written.</summary>
    public static IReadOnlyList<string> Tidied(IEnumerable<string> words) =>
        [.. words.Select(word => string.Join(' ', word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(word => Term(word).Length > 0).DistinctBy(Term)];

    /// <summary>Words as they are compared: folded, at most 120 characters.</summary>
    public static string Term(string words) => Folded.Of(words) is { Length: > 120 } longer ? longer[..120] : Folded.Of(words);

    /// <summary>Whether a text holds an e-mail address, a web address, or seven figures in a row as telephone numbers have.</summary>
    public static bool HoldsContact(string text) => Contact().IsMatch(text);

    /// <summary>Whether a partner is asked on a day if its entries still hold: two weeks before the first runs out, once for each time.</summary>
    public static bool IsToAsk(DateOnly firstRunsOut, DateOnly? askedOn, DateOnly today) =>
        firstRunsOut <= today.AddDays(14) && (askedOn is null || askedOn < firstRunsOut.AddDays(-14));

    [GeneratedRegex(@"\S@\S+\.\S|\b(https?://|www\.)\S|(\d[\s()/.–-]{0,2}){7,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Contact();
}
