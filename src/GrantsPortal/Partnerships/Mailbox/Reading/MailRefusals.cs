namespace GrantsPortal.Partnerships.Mailbox.Reading;

/// <summary>Why an e-mail, or a piece of it, is not taken: the codes.</summary>
public static class MailRefusals
{
    /// <summary>It cannot be read as an e-mail.</summary>
    public const string Unreadable = "mailbox.unreadable";

    /// <summary>It is larger than is taken (limit in MiB).</summary>
    public const string TooLarge = "mailbox.too-large";

    /// <summary>Its head is larger than is taken (limit in KiB).</summary>
    public const string HeadTooLarge = "mailbox.head-too-large";

    /// <summary>It has more parts than are taken (limit).</summary>
    public const string TooManyParts = "mailbox.too-many-parts";

    /// <summary>It is encrypted, or signed in a form that hides its text.</summary>
    public const string Sealed = "mailbox.sealed";

    /// <summary>There is neither text nor a piece that can be kept.</summary>
    public const string Empty = "mailbox.empty";

    /// <summary>A program sent it by itself.</summary>
    public const string Automatic = "mailbox.automatic";

    /// <summary>The address it was sent to is none of ours, or was renewed.</summary>
    public const string UnknownAddress = "mailbox.unknown-address";

    /// <summary>It was sent to the addresses of several partners at once.</summary>
    public const string SeveralPartners = "mailbox.several-partners";

    /// <summary>More came to one address within a day than is taken (limit).</summary>
    public const string TooMany = "mailbox.too-many";

    /// <summary>It came before.</summary>
    public const string Repeated = "mailbox.repeated";

    /// <summary>A report of an e-mail that we did not send, or that does not prove it.</summary>
    public const string ForeignReport = "mailbox.foreign-report";

    /// <summary>A piece beyond the number that is taken (limit).</summary>
    public const string PieceTooMany = "mailbox.piece-too-many";

    /// <summary>A small picture inside the text.</summary>
    public const string PieceOrnament = "mailbox.piece-ornament";

    /// <summary>A signature that was not checked.</summary>
    public const string PieceSignature = "mailbox.piece-signature";

    /// <summary>A piece that could not be unpacked.</summary>
    public const string PieceBroken = "mailbox.piece-broken";

    /// <summary>A piece that leads elsewhere instead of holding something.</summary>
    public const string PieceElsewhere = "mailbox.piece-elsewhere";
}
