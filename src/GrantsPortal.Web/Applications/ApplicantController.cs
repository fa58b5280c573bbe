using System.Globalization;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Applications;

/// <summary>What the pages of one's own applications share: whose they are is asked in the query, and answered 404 otherwise.</summary>
[Authorize(Policies.SignedIn)]
public abstract class ApplicantController(PortalDatabase database, IStringLocalizer<Texts> texts, Sentences sentences) : Controller
{
    /// <summary>The database.</summary>
    protected PortalDatabase Database => database;

    /// <summary>The localiser.</summary>
    protected IStringLocalizer<Texts> T => texts;

    /// <summary>Refusals in words.</summary>
    protected Sentences Sentences => sentences;

    /// <summary>Who is signed in.</summary>
    protected Actor Actor => User.Actor();

    /// <summary>The reader's language.</summary>
    protected static string Language => CultureInfo.CurrentUICulture.Name;

    /// <summary>The person's own application, or null.</summary>
    protected async Task<Draft?> Find(string reference)
    {
        await using var work = await database.Read();
        return await DraftLoader.Find(work, reference, Actor.Person, Language);
    }

    /// <summary>Goes on after an act, or says on the next page why it was refused.</summary>
    protected IActionResult After(IReadOnlyList<Refusal> refusals, string path, string? done = null)
    {
        if (refusals.Contains(GrantsPortal.Applications.ApplicationRefusals.NotFound))
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
