using GrantsPortal.Platform.Text;

namespace GrantsPortal.DueDiligence.Screening;

/// <summary>
/// How alike two names are. Words are compared whatever their order, letter by letter after Jaro and Winkler
/// (W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model", 1990), and
/// candidates are found by the consonants of their words, so that spellings of one name in other alphabets meet.
/// </summary>
public static class NameRules
{
    /// <summary>Most letters of a key.</summary>
    public const int KeyLength = 8;

    private const double LittleWeight = 0.2;

    /// <summary>Words that many names share and that tell little.</summary>
    private static readonly HashSet<string> Little =
    [
        "the", "of", "and", "for", "in", "de", "la", "le", "les", "der", "die", "das", "und", "et", "y", "al", "el", "bin", "ibn", "abu", "van", "von",
        "mr", "mrs", "ms", "dr", "rev", "imam", "rabbi", "ltd", "limited", "cic", "cio", "plc", "inc", "llc", "gmbh", "ev", "asbl", "association",
        "charity", "trust", "foundation", "society", "group", "community", "centre", "center", "organisation", "organization", "committee",
    ];

    /// <summary>The words of a name, folded, in order.</summary>
    public static IReadOnlyList<string> Words(string name) => Folded.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The keys under which a name is found: each telling word's first sound and consonants. All its words when none tells much.</summary>
    public static IReadOnlyList<string> Keys(string name)
    {
        var words = Words(name);
        var telling = words.Where(word => word.Length > 1 && !Little.Contains(word)).ToList();
        return [.. (telling.Count > 0 ? telling : words).Select(Key).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>How alike two names are, 0 to 100; 100 when they have the same words. Words that only one name has count against it.</summary>
    public static int Score(string one, string other)
    {
        var (few, many) = (Words(one), Words(other));
        if (few.Count > many.Count)
        {
            (few, many) = (many, few);
        }

        if (few.Count == 0)
        {
            return 0;
        }

        var (left, right) = (few.ToList(), many.ToList());
        var (sum, weights) = (0d, 0d);
        while (left.Count > 0)
        {
            var (word, match) = left.SelectMany(word => right.Select(match => (word, match))).MaxBy(pair => Alike(pair.word, pair.match));
            var weight = (Weight(word) + Weight(match)) / 2;
            sum += weight * Alike(word, match);
            weights += weight;
            left.Remove(word);
            right.Remove(match);
        }

        // A middle name or a legal form more is common; each word left over costs half of its weight.
        return (int)Math.Round(100 * sum / (weights + (right.Sum(Weight) / 2)));
    }

    /// <summary>How alike two words are, 0 to 1, after Jaro and Winkler.</summary>
    public static double Alike(string one, string other)
    {
        var jaro = string.CompareOrdinal(one, other) <= 0 ? Jaro(one, other) : Jaro(other, one);
        var prefix = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Take(4).Count();
        return jaro < 0.7 ? jaro : jaro + (prefix * 0.1 * (1 - jaro));
    }

    private static double Weight(string word) => Little.Contains(word) || word.Length == 1 ? LittleWeight : 1;

    private static double Jaro(string one, string other)
    {
        if (one == other)
        {
            return 1;
        }

        var reach = Math.Max(0, (Math.Max(one.Length, other.Length) / 2) - 1);
        var taken = new bool[other.Length];
        var found = new List<char>();
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = Math.Max(0, i - reach); j <= Math.Min(other.Length - 1, i + reach); j++)
            {
                if (!taken[j] && one[i] == other[j])
                {
                    taken[j] = true;
                    found.Add(one[i]);
                    break;
                }
            }
        }

        if (found.Count == 0)
        {
            return 0;
        }

        double matches = found.Count;
        var swapped = other.Where((_, j) => taken[j]).Zip(found).Count(pair => pair.First != pair.Second) / 2;
        return ((matches / one.Length) + (matches / other.Length) + ((matches - swapped) / matches)) / 3;
    }

    private static string Key(string word)
    {
        var key = new List<char>(KeyLength);
        foreach (var letter in word.Replace("ph", "f", StringComparison.Ordinal).Replace("kh", "k", StringComparison.Ordinal).Replace("ch", "k", StringComparison.Ordinal))
        {
            var sound = Sound(letter);
            if (key.Count < KeyLength && sound != '\0' && (key.Count == 0 || key[^1] != sound))
            {
                key.Add(sound);
            }
        }

        return key.Count == 0 ? word[..Math.Min(word.Length, KeyLength)] : new string([.. key]);
    }

    /// <summary>Letters that spellings of one sound exchange become one; vowels and breaths vanish.</summary>
    private static char Sound(char letter) => letter switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w' => '\0',
        'c' or 'q' or 'g' => 'k',
        'z' or 'x' or 'ß' => 's',
        'v' => 'f',
        'd' => 't',
        'p' => 'b',
        'j' => 's',
        _ => letter,
    };
}
