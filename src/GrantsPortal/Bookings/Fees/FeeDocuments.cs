using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Bookings.Fees;

/// <summary>
/// Makes invoices and credit notes in the transaction of what they say, so that their numbers have no gaps, and writes to who
/// paid. Prints them when somebody first asks, since that takes half a second.
/// </summary>
public sealed class FeeDocuments(PortalDatabase database, PortalTexts texts, PdfMaker pdf, FileStore files, IOptions<PortalOptions> portal) : ISubscriber<ChargePaid>, ISubscriber<RefundDecided>
{
    /// <summary>Makes the invoice, and sends it.</summary>
    public async Task On(ChargePaid happened, UnitOfWork work)
    {
        var (to, fee) = await Addressee(work, happened.Party);
        var number = await Number(work, "INV");
        var lines = happened.Lines.Zip(happened.Placed, (line, booking) => new InvoiceLine(booking.Reference, new TaxedAmount(line.AmountMinor, line.NetMinor, line.TaxMinor))).ToList();
        var html = FeeDocumentPage.Invoice(number, happened.Occasion, fee, lines, to, work.Now, texts.In(to.Language), portal.Value);
        var document = await Keep(work, FeeDocumentKind.Invoice, number, happened.Charge, null, lines, html);
        if (to.Person.DisabledAt is null)
        {
            work.Mail(
                to.Person.AsRecipient(),
                new FeePaid(happened.Occasion.Title, [.. happened.Placed.Select(booking => booking.Name)], document.Amount, number, BookingRoutes.Party(happened.Party.Secret)),
                nameof(BookingParty), happened.Party.Id);
        }
    }

    /// <summary>Makes the credit note where an invoice was made, and says what comes back.</summary>
    public async Task On(RefundDecided happened, UnitOfWork work)
    {
        var party = await BookingRepository.FindParty(work, happened.Charge.PartyId) ?? throw new InvalidOperationException("A charge without its party.");
        var (to, fee) = await Addressee(work, party);
        string? number = null;
        if (happened is { Line: { } line, Refund: { } refund })
        {
            var invoice = (await ChargeRepository.Documents(work, [happened.Charge.Id])).First(one => one.Kind == FeeDocumentKind.Invoice);
            var booking = await BookingRepository.Find(work, happened.Occasion.Id, line.BookingId) ?? throw new InvalidOperationException("A line without its booking.");
            number = await Number(work, "CN");
            IReadOnlyList<InvoiceLine> lines = [new InvoiceLine(booking.Reference, FeeRules.Taxed(refund.AmountMinor, fee.TaxBasisPoints))];
            var html = FeeDocumentPage.Credit(number, invoice.Number, happened.Occasion, fee, lines, to, work.Now, texts.In(to.Language), portal.Value);
            await Keep(work, FeeDocumentKind.CreditNote, number, happened.Charge, refund.Id, lines, html);
        }

        if (to.Person.DisabledAt is null)
        {
            work.Mail(
                to.Person.AsRecipient(),
                new FeeReturned(happened.Occasion.Title, happened.Refund?.Amount, happened.Paid, happened.Refund?.Reason.ToString() ?? nameof(RefundReason.GivenUp), number, BookingRoutes.Party(party.Secret)),
                nameof(BookingParty), party.Id);
        }
    }

    /// <summary>The print of a document: its content type and bytes' hash; null where none can be made.</summary>
    public async Task<StoredFile?> Print(FeeDocument document)
    {
        string html;
        await using (var work = await database.Read())
        {
            if (document.PdfId is { } known)
            {
                return await StoredFileRepository.Find(work, known);
            }

            html = await ChargeRepository.Html(work, document.Id);
        }

        if (await pdf.Make(html) is not { } bytes)
        {
            return null;
        }

        var content = await files.Keep(bytes, $"{document.Number}.pdf", "application/pdf");
        await using var write = await database.Write(Actor.System);
        var id = await StoredFileRepository.Insert(write, content);
        if (!await ChargeRepository.Printed(write, document.Id, id))
        {
            var first = (await ChargeRepository.Document(write, document.Number))!.PdfId!.Value;
            return await StoredFileRepository.Find(write, first);
        }

        var printed = await StoredFileRepository.Find(write, id);
        await write.Commit();
        return printed;
    }

    private Task<string> Number(UnitOfWork work, string prefix) => work.NextReference(prefix, Instants.DayOf(work.Now, portal.Value.Zone).Year);

    private async Task<(Addressee To, PartyFee Fee)> Addressee(UnitOfWork work, BookingParty party)
    {
        var person = await PersonRepository.Find(work, party.BookedBy) ?? throw new InvalidOperationException("Who asked is not there.");
        var organisation = party.OrganisationId is { } id ? await OrganisationRepository.Find(work, id) : null;
        var fee = await FeeRepository.OfParty(work, party.Id) ?? throw new InvalidOperationException("A charge without a price.");
        var language = portal.Value.Languages.Contains(person.Language) ? person.Language : portal.Value.SourceLanguage;
        return (new Addressee(person, organisation, language), fee);
    }

    private async Task<FeeDocument> Keep(UnitOfWork work, FeeDocumentKind kind, string number, BookingCharge charge, long? refund, IReadOnlyList<InvoiceLine> lines, string html)
    {
        var day = Instants.DayOf(work.Now, portal.Value.Zone);
        var document = new FeeDocument
        {
            Id = work.NewId(),
            Number = number,
            Kind = kind,
            ChargeId = charge.Id,
            PartyId = charge.PartyId,
            RefundId = refund,
            AmountMinor = lines.Sum(line => line.Amount.AmountMinor),
            TaxMinor = lines.Sum(line => line.Amount.TaxMinor),
            Currency = charge.Currency,
            Month = (day.Year * 100) + day.Month,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html))),
            CreatedAt = work.Now,
        };
        await ChargeRepository.Insert(work, document, html);
        work.Audit("booking.document-made", nameof(FeeDocument), document.Id, new { kind, number, document.AmountMinor, document.Currency, document.Hash });
        return document;
    }
}
