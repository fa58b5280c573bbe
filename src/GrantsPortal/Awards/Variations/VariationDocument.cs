using GrantsPortal.Awards.Agreements;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards.Variations;

/// <summary>An approved variation as a document: part of the agreement. The same parts always give the same bytes.</summary>
public static class VariationDocument
{
    /// <summary>What the document is called.</summary>
    public static string Title(Award award, Variation variation, TextsIn says) => says["Variation {0} of grant agreement {1}", variation.Number, award.Reference];

    /// <summary>The document.</summary>
    /// <param name="before">The award before.</param>
    /// <param name="variation">The variation, with the terms it is approved with.</param>
    /// <param name="decidedBy">Name of who approves or agrees.</param>
    /// <param name="at">When, in UTC.</param>
    /// <param name="says">The language it is in.</param>
    /// <param name="portal">The city.</param>
    public static string Html(AwardWhole before, Variation variation, string decidedBy, DateTimeOffset at, TextsIn says, PortalOptions portal)
    {
        var (award, wanted) = (before.Award, variation.Wanted);
        var page = new DocumentPage(says, Title(award, variation, says), says["Between {0} and {1}", portal.City, award.OrganisationName]);
        string Amount(long minor) => Money.FromMinor(minor, award.Currency).Format(page.Culture);
        var changes = Comparison.Of(variation.Before, wanted, award.Currency, page.Culture).Where(row => row.Differs);
        return page
            .Paragraph(says["What this document does"], says["It changes the grant agreement {0} and is part of it. What is not named here stays as it was agreed.", award.Reference])
            .Table(
                says["What changes"], [says["What"], says["Before"], says["From now on"], says["Change"]],
                changes.Select(row => (IReadOnlyList<string>)[says[row.Label, [.. row.Args]], row.Before, row.After, says[row.Change!, [.. row.ChangeArgs]]]))
            .Table(
                says["The budget from now on"], [says["Budget line"], says["Amount"]],
                [.. wanted.Lines.Where(line => line.AmountMinor > 0).Select(line => (IReadOnlyList<string>)[line.Name, Amount(line.AmountMinor)]), [says["Together"], Amount(wanted.AmountMinor)]], 1)
            .Paragraph(says["Why"], variation.Reason)
            .Signed(
                says["Agreed"],
                new(says["Agreement"], award.AgreementHash is null ? null : $"SHA-256 {award.AgreementHash}", "hash"),
                new(says["Asked for by"], variation.Side == VariationSide.City ? $"{portal.City}: {variation.AskedByName}" : $"{award.OrganisationName}: {variation.AskedByName}"),
                new(says["Asked on"], variation.AskedAt is { } asked ? Instants.Long(asked, portal.Zone, page.Culture) : null),
                new(says["Agreed for the city by"], variation.Side == VariationSide.City ? variation.CityByName ?? variation.AskedByName : decidedBy, "mark"),
                new(says["Agreed for the organisation by"], variation.AgreedName ?? variation.AskedByName, "mark"),
                new(says["Signed in as"], variation.AgreedName is null ? null : decidedBy),
                new(says["Agreed on"], Instants.Long(at, portal.Zone, page.Culture)))
            .Html();
    }
}
