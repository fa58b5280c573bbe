using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GrantsPortal.Platform.Mail;

/// <summary>
/// The way back of each e-mail of ours: an address of the mailbox that names the e-mail and holds 80 of the random bits of its
/// Message-ID, so that only who had the e-mail can write to it.
/// </summary>
public static class ReturnPaths
{
    private const string Mark = "b-";
    private const int Digits = 20;

    /// <summary>The way back of an e-mail; null where the portal reads no mailbox, or may not use it.</summary>
    public static string? Of(InboundOptions inbound, string messageId) =>
        inbound.ReturnPath && messageId.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && messageId.Length - dot - 1 >= Digits
            ? inbound.With(Mark + messageId[..(dot + 1 + Digits)])
            : null;

    /// <summary>The id of the e-mail in the outbox that a way back names, not believed yet; null when the text added to our address is none.</summary>
    public static long? Named(string added) =>
        added.StartsWith(Mark, StringComparison.Ordinal) && added.IndexOf('.', StringComparison.Ordinal) is var dot and > 2
        && long.TryParse(added.AsSpan(Mark.Length, dot - Mark.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Whether a way back is that of the e-mail with this Message-ID.</summary>
    public static bool IsOf(string added, string messageId) =>
        messageId.Length >= added.Length - Mark.Length && added.Length > Mark.Length + Digits
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(added[Mark.Length..]), Encoding.ASCII.GetBytes(messageId[..(messageId.IndexOf('.', StringComparison.Ordinal) + 1 + Digits)]));
}
