using System.Globalization;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards.Years;

/// <summary>The city's confirmation of a budget year of an award; the same parts always give the same bytes.</summary>
public static class YearDocument
{
    /// <summary>What the document is called.</summary>
    public static string Title(Award award, int year, TextsIn says) => says["Confirmation of the year {0} of grant agreement {1}", year.ToString(CultureInfo.InvariantCulture), award.Reference];

    /// <summary>The document.</summary>
    public static string Html(AwardWhole whole, AwardYear year, string confirmedBy, string? note, DateTimeOffset at, TextsIn says, PortalOptions portal)
    {
        var award = whole.Award;
        var page = new DocumentPage(says, Title(award, year.Year, says), says["{0} to {1}", portal.City, award.OrganisationName]);
        string Amount(long minor) => Money.FromMinor(minor, award.Currency).Format(page.Culture);
        page.Paragraph(
                says["What this document does"],
                says["{0} confirms the year {1} of the grant agreement {2}, “{3}”. What it holds can be paid as the schedule says. It is part of the agreement.", portal.City, year.Year.ToString(CultureInfo.InvariantCulture), award.Reference, award.Title])
            .Table(
                says["Budget years"], [says["Year"], says["Amount"], says["Where it stands"]],
                whole.Years.Select(one => (IReadOnlyList<string>)
                [
                    one.Year.ToString(CultureInfo.InvariantCulture), Amount(one.AmountMinor),
                    one.Year == year.Year ? says["Confirmed by this document"] : says[AwardYearStates.Table.Names[one.State].ForApplicants],
                ]), 1);
        if (note is not null)
        {
            page.Paragraph(says["With it"], note);
        }

        return page.Signed(
                says["Confirmed"],
                new(says["Agreement"], award.AgreementHash is null ? null : $"SHA-256 {award.AgreementHash}", "hash"),
                new(says["Confirmed for the city by"], confirmedBy, "mark"),
                new(says["On"], Instants.Long(at, portal.Zone, page.Culture)))
            .Html();
    }
}
