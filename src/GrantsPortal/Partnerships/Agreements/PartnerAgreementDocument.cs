using GrantsPortal.Platform;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>The agreement as it was signed; the same parts in the same language always give the same bytes.</summary>
public static class PartnerAgreementDocument
{
    /// <summary>What the document is called.</summary>
    public static string Title(PartnerAgreement agreement, TextsIn says) => $"{Kind(agreement.Kind, says)} {agreement.Reference}";

    /// <summary>The document.</summary>
    public static string Html(WholeAgreement whole, IReadOnlyList<PartnerSignature> given, TextsIn says, PortalOptions portal)
    {
        var agreement = whole.Agreement;
        var page = new DocumentPage(says, agreement.Title, says["{0} between {1} and {2}", Title(agreement, says), portal.City, whole.Partners]);
        page.Paragraph(says["What it is for"], agreement.Purpose);
        page.Rows(
            says["When"],
            new(says["First day"], Instants.Day(agreement.StartsOn, page.Culture)),
            new(says["Last day"], Instants.Day(agreement.EndsOn, page.Culture)),
            new(says["Follows"], agreement.FollowsReference));
        page.Rows(says["What each side brings"], [new DocumentRow(portal.City, agreement.CityBrings), .. whole.Parties.Select(party => new DocumentRow(party.Name, party.Brings))]);
        if (whole.Goals.Count > 0)
        {
            page.Table(
                says["Goals"],
                [says["Goal"], says["Whose"], says["By"]],
                whole.Goals.Select(goal => (IReadOnlyList<string>)[goal.What, goal.OrganisationName ?? portal.City, Instants.Day(goal.DueOn, page.Culture)]));
        }

        foreach (var (signature, number) in given.Select((signature, i) => (signature, i + 1)))
        {
            var party = whole.Parties.FirstOrDefault(party => party.OrganisationId == signature.OrganisationId)?.Name;
            page.Signed(
                says["Signature {0} of {1}", number, given.Count],
                new(says["Signed by"], signature.Name, "mark"),
                new(says["Signed in as"], signature.Account),
                new(says["For"], party is null ? portal.City : says["{0}, as an Owner of it", party]),
                new(says["On"], Instants.Long(signature.SignedAt, portal.Zone, page.Culture)));
        }

        return page.Html();
    }

    private static string Kind(PartnerAgreementKind kind, TextsIn says) => kind == PartnerAgreementKind.Memorandum ? says["Memorandum of understanding"] : says["Partnership plan"];
}
