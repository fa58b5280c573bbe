using System.Text;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Payments.Stripe;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Bookings.Fees;

/// <summary>Paying for places, and the documents of it, by the link of who asked. Opening a link shows; a button acts.</summary>
[AllowAnonymous]
public sealed class FeeLinksController(PortalDatabase database, CheckoutDesk checkouts, FeeDocuments documents, FileStore files, Sentences sentences) : Controller
{
    private const string Party = BookingRoutes.Links + "/party/{secret:length(32)}";

    /// <summary>Goes on to the payment page.</summary>
    [HttpPost(Party + "/pay/{charge:long}")]
    public async Task<IActionResult> Pay(string secret, long charge)
    {
        LinksController.Guard(Response);
        if (await checkouts.Open(User.Actor(), secret, charge) is not { } opened)
        {
            return NotFound();
        }

        if (opened.Done)
        {
            return Onward.To(this, opened.Value);
        }

        TempData.SayNote(sentences.Say(opened.Refusals[0]));
        return LocalRedirect(BookingRoutes.Party(secret));
    }

    /// <summary>An invoice or credit note as it was made; as HTML where no PDF can be made.</summary>
    [HttpGet(Party + "/documents/{number}.pdf")]
    public async Task<IActionResult> Document(string secret, string number)
    {
        LinksController.Guard(Response);
        FeeDocument? document;
        string html;
        await using (var work = await database.Read())
        {
            var charges = await BookingRepository.FindPartyBySecret(work, secret) is { } party ? await ChargeRepository.OfParty(work, party.Id) : [];
            document = charges.Count == 0 ? null : (await ChargeRepository.Documents(work, [.. charges.Select(charge => charge.Id)])).FirstOrDefault(one => one.Number == number);
            html = document is null ? "" : await ChargeRepository.Html(work, document.Id);
        }

        return document is null ? NotFound() : await this.Handed(documents, files, document, html);
    }
}

/// <summary>Hands invoices and credit notes out, always as an attachment.</summary>
internal static class FeeFiles
{
    /// <summary>The PDF; its HTML where no PDF can be made.</summary>
    public static async Task<IActionResult> Handed(this Controller controller, FeeDocuments documents, FileStore files, FeeDocument document, string html) =>
        await documents.Print(document) is { } print && files.Has(print.Hash)
            ? controller.File(files.Open(print.Hash), print.ContentType, print.Name)
            : controller.File(Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", $"{document.Number}.html");
}
