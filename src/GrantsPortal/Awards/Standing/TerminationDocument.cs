using GrantsPortal.Awards.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards.Standing;

/// <summary>The early end of an award as a document; the same parts always give the same bytes.</summary>
public static class TerminationDocument
{
    /// <summary>What the document is called.</summary>
    public static string Title(Award award, TextsIn says) => says["Termination of grant agreement {0}", award.Reference];

    /// <summary>The document.</summary>
    public static string Html(Award award, StandingEntry entry, AwardMoney money, string endedBy, DateTimeOffset at, TextsIn says, PortalOptions portal)
    {
        var page = new DocumentPage(says, Title(award, says), says["{0} to {1}", portal.City, award.OrganisationName]);
        string Amount(long minor) => Money.FromMinor(minor, award.Currency).Format(page.Culture);
        return page
            .Rows(
                says["The end of the award"],
                new(says["Award"], says["{0}, “{1}”", award.Reference, award.Title]),
                new(says["Last day"], Instants.Day(entry.EffectiveOn!.Value, page.Culture)),
                new(says["Last day as it was agreed"], award.EndsOn is { } ends ? Instants.Day(ends, page.Culture) : null))
            .Rows(
                says["Final figures"],
                new(says["Granted"], award.Amount.Format(page.Culture)),
                new(says["Paid until now"], Amount(money.PaidMinor)),
                new(says["Still to be paid"], Amount(entry.StillPaidMinor!.Value)),
                new(says["Owed back by the organisation"], Amount(entry.OwedBackMinor!.Value)))
            .Paragraph(says["Why"], entry.Reason!.Trim())
            .Signed(
                says["Ended"],
                new(says["Agreement"], award.AgreementHash is null ? null : $"SHA-256 {award.AgreementHash}", "hash"),
                new(says["Ended for the city by"], endedBy, "mark"),
                new(says["On"], Instants.Long(at, portal.Zone, page.Culture)))
            .Html();
    }
}
