using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Documents;

/// <summary>Every document that the city holds of a partner and the reader may know of, each with the way to it.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class DocumentsController(PortalDatabase database, PartnerTimeline timeline, IOptions<PortalOptions> portal) : Controller
{
    private const int PageSize = 40;

    /// <summary>The list, the latest first; <paramref name="before"/> goes back.</summary>
    [HttpGet(PartnershipRoutes.All + "/{id:long}/documents")]
    public async Task<IActionResult> Index(long id, DateTimeOffset? before)
    {
        await using var work = await database.Read();
        var reading = await PartnerReading.Of(work, User.Actor(), id, Instants.DayOf(work.Now, portal.Value.Zone));
        if (await OrganisationRepository.Find(work, id) is not { } organisation || await PartnerRecords.Find(work, id) is null || !reading.May(PartnerField.Documents))
        {
            return NotFound();
        }

        var (documents, next) = await timeline.Documents(work, reading, before, PageSize);
        return View(new DocumentsPage(organisation, documents, before is null ? null : PartnerRoutes.Documents(id), next is { } older ? PartnerRoutes.Documents(id, older) : null));
    }
}

/// <summary>A page of a partner's documents.</summary>
public sealed record DocumentsPage(Organisation Organisation, IReadOnlyList<PartnerDocument> Documents, string? First, string? Next);

/// <summary>The latest documents, on a partner's page.</summary>
public sealed class DocumentsPart(PartnerTimeline timeline) : IPartnerPart
{
    private const int Shown = 8;

    /// <inheritdoc/>
    public PartnerField Field => PartnerField.Documents;

    /// <inheritdoc/>
    public int Order => 55;

    /// <inheritdoc/>
    public async Task<PartnerPart?> For(PartnerSight sight, UnitOfWork work)
    {
        var (documents, next) = await timeline.Documents(work, sight.Reading, null, Shown);
        return documents.Count == 0 ? null : new PartnerPart("documents", "Documents", "/Partnerships/Documents/_Part.cshtml", new DocumentsPartView(documents, next is null ? null : PartnerRoutes.Documents(sight.Organisation.Id)));
    }
}

/// <summary>Documents, and the way to all of them where these are the latest.</summary>
public sealed record DocumentsPartView(IReadOnlyList<PartnerDocument> Documents, string? All);
