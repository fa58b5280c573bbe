using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>An e-mail could not be filed; to the officer whose address it was sent to, never to its sender.</summary>
/// <param name="About">Its subject, made safe to repeat.</param>
/// <param name="Partner">The partner; null where it is not certain which.</param>
/// <param name="Why">The reason.</param>
/// <param name="Path">Where it stands.</param>
public sealed record MailNotFiled(string About, string? Partner, string Why, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static MailNotFiled Sample => new("The hall on Fridays", "Harbour Women’s Circle", MailReasons.Say(new Refusal(MailRefusals.Sealed)), "/manage/partnerships/mailbox/1");
}

/// <summary>E-mails to somebody of a partner do not arrive; to the partner's focal point, once.</summary>
/// <param name="Person">Whose address it is.</param>
/// <param name="Partner">The partner.</param>
/// <param name="Words">What the mail server said, one line.</param>
/// <param name="Path">The partner's page.</param>
public sealed record EmailUndeliverable(string Person, string Partner, string Words, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static EmailUndeliverable Sample => new("Amira Haddad", "Harbour Women’s Circle", "550 5.1.1 no such user", "/manage/partnerships/1");
}
