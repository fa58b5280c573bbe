using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships.Contacts;

/// <summary>E-mail to a partner's contact comes back; to who acts for the partner.</summary>
public sealed record ContactUndeliverable(string Partner, string Contact, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static ContactUndeliverable Sample => new("Harbour Women’s Circle", "Amina Yusuf", "/manage/partnerships/1#contacts");
}
