using System.Globalization;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Variations;

/// <summary>An approved variation as a document: part of the agreement. The same parts always give the same bytes.</summary>
public static class VariationDocument
{
    /// <summary>What the document is called.</summary>
    public static string Title(Award award, Variation variation) =>
        FormattableString.Invariant($"Variation {variation.Number} of grant agreement {award.Reference}");

    /// <summary>The document.</summary>
    /// <param name="before">The award before.</param>
    /// <param name="variation">The variation, with the terms it is approved with.</param>
    /// <param name="decidedBy">Name of who approves or agrees.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="portal">The city.</param>
    public static string Html(AwardWhole before, Variation variation, string decidedBy, DateTimeOffset at, PortalOptions portal)
    {
        var (award, wanted) = (before.Award, variation.Wanted);
        var page = new DocumentPage(Title(award, variation), $"Between {portal.City} and {award.OrganisationName}", award.TermsLanguage ?? portal.SourceLanguage);
        string Amount(long minor) => Money.FromMinor(minor, award.Currency).Format(page.Culture);
        string Said(string text, IReadOnlyList<object> args) => string.Format(page.Culture, text, [.. args]);
        var changes = Comparison.Of(variation.Before, wanted, award.Currency, page.Culture).Where(row => row.Differs);
        return page
            .Paragraph("What this document does", $"It changes the grant agreement {award.Reference} and is part of it. What is not named here stays as it was agreed.")
            .Table(
                "What changes", ["What", "Before", "From now on", "Change"],
                changes.Select(row => (IReadOnlyList<string>)[Said(row.Label, row.Args), row.Before, row.After, Said(row.Change!, row.ChangeArgs)]))
            .Table(
                "The budget from now on", ["Budget line", "Amount"],
                [.. wanted.Lines.Where(line => line.AmountMinor > 0).Select(line => (IReadOnlyList<string>)[line.Name, Amount(line.AmountMinor)]), ["Together", Amount(wanted.AmountMinor)]], 1)
            .Paragraph("Why", variation.Reason)
            .Signed(
                "Agreed",
                new("Agreement", award.AgreementHash is null ? null : $"SHA-256 {award.AgreementHash}", "hash"),
                new("Asked for by", variation.Side == VariationSide.City ? $"{portal.City}: {variation.AskedByName}" : $"{award.OrganisationName}: {variation.AskedByName}"),
                new("Asked on", variation.AskedAt is { } asked ? Instants.Long(asked, portal.Zone, page.Culture) : null),
                new("Agreed for the city by", variation.Side == VariationSide.City ? variation.CityByName ?? variation.AskedByName : decidedBy, "mark"),
                new("Agreed for the organisation by", variation.AgreedName ?? variation.AskedByName, "mark"),
                new("Signed in as", variation.AgreedName is null ? null : decidedBy),
                new("Agreed on", Instants.Long(at, portal.Zone, page.Culture)))
            .Html();
    }
}
