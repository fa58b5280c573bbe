using GrantsPortal.Bookings.Fees;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Bookings.Fees;

/// <summary>Invoices and credit notes made out to a partner, for those who may read them in its record.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class PartnerFeesController(PortalDatabase database, FeeDocuments documents, FileStore files, IOptions<PortalOptions> portal) : Controller
{
    /// <summary>One of them as it was made; as HTML where no PDF can be made.</summary>
    [HttpGet(PartnershipRoutes.All + "/{id:long}/fees/{number}.pdf")]
    public async Task<IActionResult> Document(long id, string number)
    {
        FeeDocument? document = null;
        var html = "";
        await using (var work = await database.Read())
        {
            var reading = await PartnerReading.Of(work, User.Actor(), id, Instants.DayOf(work.Now, portal.Value.Zone));
            if (reading.May(PartnerField.Documents) && reading.May(PartnerField.Fees) && await ChargeRepository.Document(work, id, number) is { } found)
            {
                (document, html) = (found, await ChargeRepository.Html(work, found.Id));
            }
        }

        return document is null ? NotFound() : await this.Handed(documents, files, document, html);
    }
}
