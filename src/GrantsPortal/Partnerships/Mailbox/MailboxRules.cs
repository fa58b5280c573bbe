using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>What is taken from the mailbox, what is answered, and what a filed e-mail says in the record.</summary>
public static partial class MailboxRules
{
    /// <summary>Most e-mails to one address within a day.</summary>
    public const int PerDay = 200;

    /// <summary>Most answers to one officer within a day.</summary>
    public const int AnswersPerDay = 20;

    /// <summary>Characters of a secret: 130 bits, in letters and digits that no mail server changes.</summary>
    public const int TokenCharacters = 26;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>A new secret.</summary>
    public static string NewToken() => RandomNumberGenerator.GetString(Alphabet, TokenCharacters);

    /// <summary>Whether what is added to our address has the form of a secret.</summary>
    public static bool IsToken(string added) => added.Length == TokenCharacters && added.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    /// <summary>
    /// What tells an e-mail from every other: its Message-ID and to which of our addresses it went, so that one that is forwarded to two
    /// partners counts for both; without a Message-ID, all it holds.
    /// </summary>
    public static string Key(string? messageId, string added, byte[] raw) => Convert.ToHexStringLower(messageId is null
        ? SHA256.HashData([.. Encoding.UTF8.GetBytes(added), 0, .. raw])
        : SHA256.HashData(Encoding.UTF8.GetBytes($"{messageId}\n{added}")));

    /// <summary>
    /// Whether the officer of an address is told why an e-mail was refused: never where a program sent it, where it was a repetition, or
    /// where they were told often enough today.
    /// </summary>
    public static bool IsAnswered(ReadMail? head, Refusal why, int answersToday) =>
        head is { Automatic: false } && why.Code is not (MailRefusals.Automatic or MailRefusals.Repeated or MailRefusals.UnknownAddress) && answersToday < AnswersPerDay;

    /// <summary>What the engagement says: about what, what the officer wrote above, what the e-mail says; and that there is more, where it was cut.</summary>
    public static string Words(ReadMail mail)
    {
        var subject = Subject(mail);
        var pieces = new[] { subject, mail.Note, mail.Text }.Where(text => text.Length > 0);
        var words = string.Join("\n\n", pieces);
        return words.Length == 0 ? string.Join(", ", mail.Pieces.Select(piece => piece.Name)) : PlainText.Cut(words, EngagementRules.Characters);
    }

    /// <summary>About what it is: of a forwarded one, the original's subject, else its own without the marks of forwarding.</summary>
    public static string Subject(ReadMail mail) => mail.Original?.Subject ?? Marks().Replace(mail.Subject, "");

    /// <summary>When it was written: of a forwarded one the original where that can be read, else the e-mail itself, else now; never later than now.</summary>
    public static DateTimeOffset WrittenAt(ReadMail mail, DateTimeOffset now)
    {
        var at = mail.Original is { } original ? original.SentAt ?? mail.SentAt : mail.SentAt;
        return at is { } written && written < now ? written : now;
    }

    /// <summary>Who wrote it.</summary>
    public static MailParty? Writer(ReadMail mail) => mail.Original is { } original ? original.From : mail.From;

    [GeneratedRegex(@"^(?:\s*(?:fwd?|wg|tr|rv|rif|doorst|vs|vb|pd|i)\s*:\s*)+", RegexOptions.IgnoreCase)]
    private static partial Regex Marks();
}
