using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Asks an approver to look at a template of rapid-response funds.</summary>
public sealed record RapidTemplateWaiting(string Title, string PreparedBy, Money Ceiling, int Hours, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static RapidTemplateWaiting Sample => new("Rapid help after an attack", "Farah Siddiqui", new Money(30_000, "GBP"), 48, "/manage/incidents/rapid-templates/1");
}
