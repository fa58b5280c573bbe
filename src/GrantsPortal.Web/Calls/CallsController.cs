using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Platform.Database;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Calls;

/// <summary>Calls as everybody reads them; drafts are not there.</summary>
[AllowAnonymous]
public sealed class CallsController(PortalDatabase database, TimeProvider clock) : Controller
{
    private const int PageSize = 20;

    /// <summary>Open, upcoming or closed calls, searched.</summary>
    [HttpGet(CallRoutes.Browse)]
    public async Task<IActionResult> Browse(string? q, string? show, string? after)
    {
        var (now, language, cursor) = (clock.GetUtcNow(), CultureInfo.CurrentUICulture.Name, CallCursors.Read(after));
        await using var work = await database.Read();
        var kind = CallCursors.Kind(show);
        var found = kind switch
        {
            CallState.Scheduled => await CallRepository.Upcoming(work, now, language, q, cursor, PageSize + 1),
            CallState.Closed => await CallRepository.Closed(work, now, language, q, cursor, PageSize + 1),
            _ => await CallRepository.Open(work, now, language, q, cursor, PageSize + 1),
        };
        return View(new CallsPage(kind, q, await CallRepository.PublicCounts(work, now, q), [.. found.Take(PageSize)], cursor is not null)
        {
            Now = now,
            Next = found.Count > PageSize ? CallCursors.Write(found[PageSize - 1], kind) : null,
        });
    }

    /// <summary>One call: who can apply, how much, for what, by when, and every question.</summary>
    [HttpGet(CallRoutes.Browse + "/{slug}")]
    public async Task<IActionResult> Show(string slug)
    {
        await using var work = await database.Read();
        var page = await CallPage.Read(work, slug, CultureInfo.CurrentUICulture.Name, clock.GetUtcNow());
        return page is null ? NotFound() : View(page);
    }
}
