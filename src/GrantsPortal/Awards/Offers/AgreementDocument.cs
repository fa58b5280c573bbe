using GrantsPortal.Awards.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Offers;

/// <summary>What goes into an agreement, frozen at the instant it is accepted.</summary>
/// <param name="Award">The award as offered.</param>
/// <param name="Organisation">Who accepts.</param>
/// <param name="ApplicationReference">The application it answers.</param>
/// <param name="CallTitle">The call.</param>
/// <param name="SignedBy">The name typed.</param>
/// <param name="Account">The name on the account that typed it.</param>
/// <param name="At">When the acceptance reached the server.</param>
public sealed record AgreementParts(Award Award, Organisation Organisation, string? ApplicationReference, string? CallTitle, string SignedBy, string Account, DateTimeOffset At);

/// <summary>The grant agreement; the same parts always give the same bytes.</summary>
public static class AgreementDocument
{
    /// <summary>What the document is called.</summary>
    public static string Title(Award award) => $"Grant agreement {award.Reference}";

    /// <summary>The document.</summary>
    public static string Html(AgreementParts parts, PortalOptions portal)
    {
        var award = parts.Award;
        var page = new DocumentPage(Title(award), $"Between {portal.City} and {parts.Organisation.Name}", award.TermsLanguage ?? portal.SourceLanguage);
        return page
            .Rows(
                "The award",
                new("Organisation", parts.Organisation.Name),
                new("Registered as", parts.Organisation.OfficialId ?? parts.Organisation.LegalNumber),
                new("Amount", award.Amount.Format(page.Culture)),
                new("For", award.Title),
                new("Application", parts.ApplicationReference),
                new("Call", parts.CallTitle),
                new("First day", award.StartsOn is { } starts ? Instants.Day(starts, page.Culture) : null),
                new("Last day", award.EndsOn is { } ends ? Instants.Day(ends, page.Culture) : null),
                new("Decided on", Instants.Day(award.AwardedOn, page.Culture)))
            .Section("Terms", award.Terms)
            .Signed(
                "Acceptance",
                new("Accepted by", parts.SignedBy, "mark"),
                new("Signed in as", parts.Account),
                new("For", $"{parts.Organisation.Name}, as an Owner of it"),
                new("On", Instants.Long(parts.At, portal.Zone, page.Culture)))
            .Html();
    }
}
