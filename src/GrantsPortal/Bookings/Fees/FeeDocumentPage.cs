using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Bookings.Fees;

/// <summary>To whom a document is made out.</summary>
/// <param name="Person">Who asked and paid.</param>
/// <param name="Organisation">The organisation they asked for; null for themselves.</param>
/// <param name="Language">BCP 47 code of the document's language.</param>
public sealed record Addressee(Person Person, Organisation? Organisation, string Language)
{
    /// <summary>The organisation, or the person.</summary>
    public string Name => Organisation?.Name ?? Person.Name;

    /// <summary>Its address, as far as it is known; null when nothing is.</summary>
    public string? Address => string.Join(", ", new[] { Organisation?.Address?.ReplaceLineEndings(", "), Organisation?.Town, Organisation?.Postcode }.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } known ? known : null;
}

/// <summary>One place on a document.</summary>
/// <param name="Reference">The booking; no name of who comes, since documents are kept longer than names.</param>
/// <param name="Amount">Tax included, with its parts.</param>
public sealed record InvoiceLine(string Reference, TaxedAmount Amount);

/// <summary>Invoices and credit notes as pages; the same parts always give the same bytes.</summary>
public static class FeeDocumentPage
{
    /// <summary>Invoice and receipt in one: it is made when the money is there.</summary>
    public static string Invoice(string number, Occasion occasion, PartyFee fee, IReadOnlyList<InvoiceLine> lines, Addressee to, DateTimeOffset at, TextsIn says, PortalOptions portal)
    {
        var page = new DocumentPage(says, says["Invoice and receipt {0}", number], says["{0} to {1}", portal.City, to.Name]);
        Parties(page, says["Invoice"], number, null, to, at, says, portal);
        Lines(page, occasion, fee, lines, says);
        return page.Rows(
                says["Payment"],
                new(says["Paid"], says["{0} by card through {1}, on {2}", Written(lines.Sum(line => line.Amount.AmountMinor), fee, says), "Stripe", Day(at, says, portal)]),
                new(says["Still to pay"], Written(0, fee, says)))
            .Html();
    }

    /// <summary>Takes an invoice back, in whole or in part.</summary>
    public static string Credit(string number, string invoice, Occasion occasion, PartyFee fee, IReadOnlyList<InvoiceLine> lines, Addressee to, DateTimeOffset at, TextsIn says, PortalOptions portal)
    {
        var page = new DocumentPage(says, says["Credit note {0}", number], says["{0} to {1}", portal.City, to.Name]);
        Parties(page, says["Credit note"], number, invoice, to, at, says, portal);
        Lines(page, occasion, fee, lines, says);
        return page.Paragraph(
                says["What comes back"],
                says["{0} goes back the way it was paid. Banks take up to ten days.", Written(lines.Sum(line => line.Amount.AmountMinor), fee, says)])
            .Html();
    }

    private static void Parties(DocumentPage page, string heading, string number, string? invoice, Addressee to, DateTimeOffset at, TextsIn says, PortalOptions portal) => page
        .Rows(
            heading,
            new(says["Number"], number),
            new(says["For invoice"], invoice),
            new(says["Date"], Day(at, says, portal)),
            new(says["From"], portal.City),
            new(says["Address"], portal.Address?.Trim().ReplaceLineEndings(", ")),
            new(says["Tax number"], portal.TaxNumber))
        .Rows(says["To"], new(says["Name"], to.Name), new(says["Address"], to.Address), new(says["Asked for by"], to.Organisation is null ? null : to.Person.Name));

    private static void Lines(DocumentPage page, Occasion occasion, PartyFee fee, IReadOnlyList<InvoiceLine> lines, TextsIn says)
    {
        string Amount(long minor) => Written(minor, fee, says);
        IReadOnlyList<string> Row(string name, TaxedAmount sum) => fee.TaxBasisPoints == 0 ? [name, Amount(sum.AmountMinor)] : [name, Amount(sum.NetMinor), Amount(sum.TaxMinor), Amount(sum.AmountMinor)];
        var rate = (fee.TaxBasisPoints / 100m).ToString("0.##", says.Culture);
        IReadOnlyList<string> columns = fee.TaxBasisPoints == 0 ? [says["For"], says["Amount"]] : [says["For"], says["Without tax"], says["{0} {1} %", fee.TaxName, rate], says["Amount"]];
        var total = new TaxedAmount(lines.Sum(line => line.Amount.AmountMinor), lines.Sum(line => line.Amount.NetMinor), lines.Sum(line => line.Amount.TaxMinor));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(occasion.TimeZone);
        var what = occasion.StartsAt is { } starts ? says["{0}, {1}", occasion.Title, Instants.Long(starts, zone, says.Culture)] : occasion.Title;
        page.Table(
            what,
            columns,
            [.. lines.Select(line => Row(says["Place, {0}", line.Reference], line.Amount)), Row(says["In all"], total)],
            [.. Enumerable.Range(1, columns.Count - 1)]);
        if (fee.TaxBasisPoints == 0)
        {
            page.Paragraph(says["Tax"], says["No tax is charged."]);
        }

        if (fee.PercentOff > 0)
        {
            page.Paragraph(says["Price"], says["{0} % less than the full price of {1} a person.", fee.PercentOff, Amount(fee.ListMinor)]);
        }
    }

    private static string Written(long minor, PartyFee fee, TextsIn says) => Money.FromMinor(minor, fee.Currency).Format(says.Culture, full: true);

    private static string Day(DateTimeOffset at, TextsIn says, PortalOptions portal) => Instants.Day(Instants.DayOf(at, portal.Zone), says.Culture);
}
