using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.People;

/// <summary>
/// What may be a password: long enough, not made of what everybody knows about the person or the portal, and not one of
/// those that are guessed first. No rules about kinds of characters (NIST SP 800-63B §3.1.1.2).
/// </summary>
public static class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>The most characters; hashing longer ones would only cost time.</summary>
    public const int Longest = 128;

    /// <summary>How many characters must be left when the words of the context are taken out.</summary>
    public const int OwnCharacters = 6;

    /// <summary>The longest part that is looked up; looking up costs time with the square of the length.</summary>
    private const int LookedUp = 64;

    /// <summary>
    /// The least entropy in bits by zxcvbn's count. Measured: of thirty passwords that people make up, "liverpoolfc1892" (27.7)
    /// and "summer2026!!" (23.1) fall below; three words that do not belong together have 40 and more.
    /// </summary>
    public const double LeastBits = 28;

    private static readonly string[] OwnWords = ["grantsportal", "grants", "grant", "portal", "password", "passwort"];

    /// <summary>
    /// Why a password cannot be used; empty when it can. <paramref name="context"/> is what others know: name, e-mail
    /// address (its local part), city. Refused with <c>password.missing</c>, <c>password.too-short</c> (limit), <c>password.too-long</c> (limit),
    /// <c>password.of-context</c> or <c>password.known</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(string? password, params IReadOnlyList<string?> context)
    {
        if (string.IsNullOrEmpty(password))
        {
            return [new Refusal("password.missing")];
        }

        var words = Words(context);
        return WordCount.CharactersOf(password) < Shortest ? [new Refusal("password.too-short", Shortest)]
            : WordCount.CharactersOf(password) > Longest ? [new Refusal("password.too-long", Longest)]
            : Without(password, words).Length < OwnCharacters ? [new Refusal("password.of-context")]
            : Guessable(password, words) ? [new Refusal("password.known")]
            : [];
    }

    private static List<string> Words(IReadOnlyList<string?> context) =>
        [.. context.SelectMany(part => Folded.Of(part?.Split('@')[0]).Split(' '))
            .Where(word => word.Length >= 3)
            .Concat(OwnWords)
            .Distinct()
            .OrderByDescending(word => word.Length)];

    private static string Without(string password, List<string> words)
    {
        var left = Folded.Of(password).Replace(" ", "", StringComparison.Ordinal);
        foreach (var word in words)
        {
            left = left.Replace(word, "", StringComparison.Ordinal);
        }

        return left;
    }

    // zxcvbn looks a password up in lists of the most used ones, of names, words, keyboard rows, dates and repeats.
    private static bool Guessable(string password, List<string> words) =>
        new Zxcvbn.Zxcvbn().EvaluatePassword(password.Length > LookedUp ? password[..LookedUp] : password, words).Entropy < LeastBits;
}
