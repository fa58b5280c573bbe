using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Offers;

/// <summary>Somebody who signed.</summary>
/// <param name="Name">The name typed.</param>
/// <param name="Account">The name on the account that typed it.</param>
/// <param name="At">When it reached the server, in UTC.</param>
public sealed record Signatory(string Name, string Account, DateTimeOffset At);

/// <summary>What goes into an agreement, frozen at the instant it is accepted.</summary>
/// <param name="Award">The award as offered.</param>
/// <param name="Organisation">Who accepts.</param>
/// <param name="ApplicationReference">The application it answers.</param>
/// <param name="CallTitle">The call.</param>
/// <param name="Conditions">What is needed before the first payment.</param>
/// <param name="SignedBy">Who signed for the organisation, in their order.</param>
public sealed record AgreementParts(
    Award Award, Organisation Organisation, string? ApplicationReference, string? CallTitle, IReadOnlyList<AwardCondition> Conditions, IReadOnlyList<Signatory> SignedBy);

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
        page.Rows(
            "The award",
            new("Organisation", parts.Organisation.Name),
            new("Registered as", parts.Organisation.OfficialId ?? parts.Organisation.LegalNumber),
            new("Amount", award.Amount.Format(page.Culture)),
            new("For", award.Title),
            new("Application", parts.ApplicationReference),
            new("Call", parts.CallTitle),
            new("First day", award.StartsOn is { } starts ? Instants.Day(starts, page.Culture) : null),
            new("Last day", award.EndsOn is { } ends ? Instants.Day(ends, page.Culture) : null),
            new("Decided on", Instants.Day(award.AwardedOn, page.Culture)));
        page.Section("Terms", award.Terms);
        if (parts.Conditions.Count > 0)
        {
            page.Items("Needed before the first payment", [.. parts.Conditions.Select(condition => condition.Detail is { } detail ? $"{condition.Title}: {detail}" : condition.Title)]);
        }

        foreach (var (signatory, number) in parts.SignedBy.Select((signatory, i) => (signatory, i + 1)))
        {
            page.Signed(
                parts.SignedBy.Count == 1 ? "Acceptance" : $"Acceptance, signature {number} of {parts.SignedBy.Count}",
                new("Accepted by", signatory.Name, "mark"),
                new("Signed in as", signatory.Account),
                new("For", $"{parts.Organisation.Name}, as an Owner of it"),
                new("On", Instants.Long(signatory.At, portal.Zone, page.Culture)));
        }

        return page.Html();
    }
}
