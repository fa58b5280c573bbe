using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Response.RapidFund;

/// <summary>What the pages of templates and of decisions share: staff read them, and an act that is refused shows its page again.</summary>
[Authorize(Policies.ReadDesk)]
public abstract class RapidDeskController(PortalDatabase database, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>The database.</summary>
    protected PortalDatabase Database => database;

    /// <summary>Refusals in words.</summary>
    protected Sentences Sentences => sentences;

    /// <summary>The localiser.</summary>
    protected IStringLocalizer<Texts> T => texts;

    /// <summary>Who is signed in.</summary>
    protected Actor Actor => User.Actor();

    /// <summary>Says what was done and goes on, or shows the page again with why it was refused.</summary>
    protected async Task<IActionResult> After(Outcome outcome, string done, string to, Func<Task<IActionResult>> again)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return await again();
        }

        TempData.SayDone(done);
        return LocalRedirect(to);
    }
}
