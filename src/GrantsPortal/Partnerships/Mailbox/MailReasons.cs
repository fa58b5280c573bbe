using System.Globalization;
using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Files;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Why an e-mail, or a piece of it, was not taken, as English sentences: for the officer's e-mail and for the pages.</summary>
public static class MailReasons
{
    /// <summary>Sentence by code.</summary>
    public static readonly IReadOnlyDictionary<string, string> English = new Dictionary<string, string>
    {
        [MailRefusals.Unreadable] = "It could not be read as an e-mail. Forward it again, or copy its text into a new one.",
        [MailRefusals.TooLarge] = "It is larger than {0} MB. Forward it without the large attachments.",
        [MailRefusals.HeadTooLarge] = "Its head is larger than {0} kB, which no ordinary e-mail is. Copy its text into a new one.",
        [MailRefusals.TooManyParts] = "It has more than {0} parts. Forward it without the e-mails that hang on it.",
        [MailRefusals.Sealed] = "It is encrypted, or signed so that its text is hidden. Open it yourself, and send what may be kept as plain text.",
        [MailRefusals.Empty] = "There is neither text nor an attachment in it that could be kept.",
        [MailRefusals.Automatic] = "A program sent it by itself, such as an absence note or a mailing list.",
        [MailRefusals.UnknownAddress] = "It was sent to an address that does not hold: a mistyped one, or one that was renewed or ended.",
        [MailRefusals.SeveralPartners] = "It was sent to the addresses of several partners at once. Forward it to each by itself.",
        [MailRefusals.TooMany] = "More than {0} e-mails came to your addresses within a day. If they were not from you, renew the address on the partner’s page.",
        [MailRefusals.ForeignReport] = "It says that an e-mail failed, but not which of ours, so it was not believed.",
        [MailRefusals.PieceTooMany] = "Only the first {0} attachments are kept.",
        [MailRefusals.PieceOrnament] = "A small picture inside the text, such as a logo.",
        [MailRefusals.PieceSignature] = "A signature, which is not checked here.",
        [MailRefusals.PieceBroken] = "It could not be unpacked.",
        [MailRefusals.PieceElsewhere] = "It only points to something that lies elsewhere.",
        ["file.not-allowed"] = "It is of a kind that is not kept. Kept are {0}.",
        ["file.too-large"] = "It is larger than {0} MB.",
        ["file.empty"] = "It is empty.",
    };

    /// <summary>A reason as an English sentence.</summary>
    public static string Say(Refusal why) =>
        English.TryGetValue(why.Code, out var sentence) ? string.Format(CultureInfo.InvariantCulture, sentence, [.. why.Args]) : English[MailRefusals.Unreadable];

    /// <summary>What a reason's sentence needs, as it is stored.</summary>
    public static string? Stored(Refusal why) =>
        why.Args.Length == 0 ? null : Json.Write(why.Args.Select(arg => Convert.ToString(arg, CultureInfo.InvariantCulture) ?? "").ToArray());
}
