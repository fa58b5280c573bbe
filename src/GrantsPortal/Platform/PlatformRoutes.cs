using System.Globalization;

namespace GrantsPortal.Platform;

/// <summary>Addresses of the administrators' pages and of the officers' messages.</summary>
public static class PlatformRoutes
{
    /// <summary>What is wrong now.</summary>
    public const string Admin = "/admin";

    /// <summary>What was sent to whom.</summary>
    public const string Emails = "/admin/emails";

    /// <summary>Each message with sample data.</summary>
    public const string EmailSamples = "/admin/emails/samples";

    /// <summary>The audit trail.</summary>
    public const string Audit = "/admin/audit";

    /// <summary>What the portal does by itself.</summary>
    public const string Jobs = "/admin/jobs";

    /// <summary>Settings.</summary>
    public const string Settings = "/admin/settings";

    /// <summary>What each state means and what leads on from it.</summary>
    public const string States = "/manage/states";

    /// <summary>Messages from officers to many.</summary>
    public const string Messages = "/manage/messages";

    /// <summary>A new message to many.</summary>
    public const string NewMessage = "/manage/messages/new";

    /// <summary>One e-mail.</summary>
    public static string Email(long id) => string.Create(CultureInfo.InvariantCulture, $"{Emails}/{id}");

    /// <summary>One e-mail's HTML, for a frame.</summary>
    public static string EmailHtml(long id) => Email(id) + "/html";

    /// <summary>E-mails in a state.</summary>
    public static string EmailsIn(Mail.OutboxState state) => $"{Emails}?state={state}";

    /// <summary>One message with sample data.</summary>
    public static string EmailSample(string name) => $"{EmailSamples}/{name}";

    /// <summary>A sample's HTML, for a frame.</summary>
    public static string EmailSampleHtml(string name) => EmailSample(name) + "/html";

    /// <summary>What was done to one record.</summary>
    public static string AuditOf(string type, long id) => string.Create(CultureInfo.InvariantCulture, $"{Audit}?type={Uri.EscapeDataString(type)}&id={id}");

    /// <summary>One message to many.</summary>
    public static string Message(long id) => string.Create(CultureInfo.InvariantCulture, $"{Messages}/{id}");
}
