using GrantsPortal.Awards.Agreements;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Standing;

/// <summary>The early end of an award as a document; the same parts always give the same bytes.</summary>
public static class TerminationDocument
{
    /// <summary>What the document is called.</summary>
    public static string Title(Award award) => $"Termination of grant agreement {award.Reference}";

    /// <summary>The document.</summary>
    public static string Html(Award award, StandingEntry entry, AwardMoney money, string endedBy, DateTimeOffset at, PortalOptions portal)
    {
        var page = new DocumentPage(Title(award), $"{portal.City} to {award.OrganisationName}", award.TermsLanguage ?? portal.SourceLanguage);
        string Amount(long minor) => Money.FromMinor(minor, award.Currency).Format(page.Culture);
        return page
            .Rows(
                "The end of the award",
                new("Award", $"{award.Reference}, “{award.Title}”"),
                new("Last day", Instants.Day(entry.EffectiveOn!.Value, page.Culture)),
                new("Last day as it was agreed", award.EndsOn is { } ends ? Instants.Day(ends, page.Culture) : null))
            .Rows(
                "Final figures",
                new("Granted", award.Amount.Format(page.Culture)),
                new("Paid until now", Amount(money.PaidMinor)),
                new("Still to be paid", Amount(entry.StillPaidMinor!.Value)),
                new("Owed back by the organisation", Amount(entry.OwedBackMinor!.Value)))
            .Paragraph("Why", entry.Reason!.Trim())
            .Signed(
                "Ended",
                new("Agreement", award.AgreementHash is null ? null : $"SHA-256 {award.AgreementHash}", "hash"),
                new("Ended for the city by", endedBy, "mark"),
                new("On", Instants.Long(at, portal.Zone, page.Culture)))
            .Html();
    }
}
