using System.Globalization;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Years;

/// <summary>The city's confirmation of a budget year of an award; the same parts always give the same bytes.</summary>
public static class YearDocument
{
    /// <summary>What the document is called.</summary>
    public static string Title(Award award, int year) => FormattableString.Invariant($"Confirmation of the year {year} of grant agreement {award.Reference}");

    /// <summary>The document.</summary>
    public static string Html(AwardWhole whole, AwardYear year, string confirmedBy, string? note, DateTimeOffset at, PortalOptions portal)
    {
        var award = whole.Award;
        var page = new DocumentPage(Title(award, year.Year), $"{portal.City} to {award.OrganisationName}", award.TermsLanguage ?? portal.SourceLanguage);
        string Amount(long minor) => Money.FromMinor(minor, award.Currency).Format(page.Culture);
        page.Paragraph(
                "What this document does",
                $"{portal.City} confirms the year {year.Year.ToString(CultureInfo.InvariantCulture)} of the grant agreement {award.Reference}, “{award.Title}”. What it holds can be paid as the schedule says. It is part of the agreement.")
            .Table(
                "Budget years", ["Year", "Amount", "Where it stands"],
                whole.Years.Select(one => (IReadOnlyList<string>)
                [
                    one.Year.ToString(CultureInfo.InvariantCulture), Amount(one.AmountMinor),
                    one.Year == year.Year ? "Confirmed by this document" : AwardYearStates.Table.Names[one.State].ForApplicants,
                ]), 1);
        if (note is not null)
        {
            page.Paragraph("With it", note);
        }

        return page.Signed(
                "Confirmed",
                new("Agreement", award.AgreementHash is null ? null : $"SHA-256 {award.AgreementHash}", "hash"),
                new("Confirmed for the city by", confirmedBy, "mark"),
                new("On", Instants.Long(at, portal.Zone, page.Culture)))
            .Html();
    }
}
