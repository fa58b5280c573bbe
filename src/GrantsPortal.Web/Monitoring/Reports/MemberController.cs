using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Monitoring.Reports;

/// <summary>What the members' pages of a report share: whose it is is asked in the query, and answered 404 otherwise.</summary>
[Authorize(Policies.SignedIn)]
public abstract class MemberController(PortalDatabase database, IStringLocalizer<Texts> texts, Sentences sentences) : Controller
{
    /// <summary>Address of a report.</summary>
    protected const string One = "/my/awards/{reference}/reports/{number:int}";

    /// <summary>The database.</summary>
    protected PortalDatabase Database => database;

    /// <summary>The localiser.</summary>
    protected IStringLocalizer<Texts> T => texts;

    /// <summary>Refusals in words.</summary>
    protected Sentences Sentences => sentences;

    /// <summary>Who is signed in.</summary>
    protected Actor Actor => User.Actor();

    /// <summary>The report, or null.</summary>
    protected async Task<ReportSheet?> Find(string reference, int number)
    {
        await using var work = await database.Read();
        return await ReportSheet.For(work, reference, number, Actor.Person);
    }

    /// <summary>Goes on after an act, or says on the next page why it was refused.</summary>
    protected IActionResult After(IReadOnlyList<Refusal> refusals, string path, string? done = null)
    {
        if (refusals.Any(refusal => refusal.Code == "report.unknown"))
        {
            return NotFound();
        }

        if (refusals.Count > 0)
        {
            TempData.SayNote(string.Join(" ", refusals.Select(refusal => sentences.Say(refusal) + ".")));
        }
        else if (done is not null)
        {
            TempData.SayDone(done);
        }

        return LocalRedirect("~" + path);
    }
}
