using System.Globalization;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships;

/// <summary>Partner organisations, all by the urgency of what is promised.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class PartnershipsController(PortalDatabase database, IEnumerable<IPartnerEncounters> encounters, IOptions<PortalOptions> portal) : Controller
{
    private const int PageSize = 50;

    /// <summary>The list, its filters in the address.</summary>
    [HttpGet(PartnershipRoutes.All)]
    public async Task<IActionResult> Index(string? search, PartnerFilter show, string? due, string? after, long afterId)
    {
        await using var work = await database.Read();
        var (today, person) = (Instants.DayOf(work.Now, portal.Value.Zone), User.Actor().Person);
        var key = after is null ? null : new PartnerKey(DateOnly.TryParse(due, CultureInfo.InvariantCulture, out var day) ? day : null, after, afterId);
        var rows = await PartnerRepository.Search(work, search, show, person, today, key, PageSize + 1);
        var shown = rows.Take(PageSize).ToList();
        var next = rows.Count > PageSize && shown[^1] is { } last
            ? Url.Action(nameof(Index), new { search, show, due = last.NextDue?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), after = last.FoldedName, afterId = last.Id })
            : null;
        return View(new PartnersPage(search, show, shown, await PartnerRepository.Counts(work, search, person, today), await Seen(work, [.. shown.Select(row => row.Id)]), today, next, key is null));
    }

    private async Task<Dictionary<long, Encounter>> Seen(UnitOfWork work, IReadOnlyCollection<long> organisations)
    {
        var last = new Dictionary<long, Encounter>();
        foreach (var source in encounters)
        {
            foreach (var (organisation, encounter) in await source.Last(work, organisations))
            {
                last[organisation] = last.TryGetValue(organisation, out var other) && other.At >= encounter.At ? other : encounter;
            }
        }

        return last;
    }
}
