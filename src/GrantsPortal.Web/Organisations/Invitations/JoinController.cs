using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Invitations;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Organisations.Invitations;

/// <summary>What somebody says who asks to be let in.</summary>
public sealed class JoinForm
{
    /// <summary>The organisation.</summary>
    public long Organisation { get; set; }

    /// <summary>Its name as it was shown.</summary>
    public string Name { get; set; } = "";

    /// <summary>Who they are to it.</summary>
    public string? Reason { get; set; }
}

/// <summary>Asks the Owners of an organisation to be let in; nothing on these pages tells who they are.</summary>
[Authorize(Policies.SignedIn)]
public sealed class JoinController(JoinDesk desk, Sentences sentences, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>Asks for a word to the Owners.</summary>
    [HttpPost(OrganisationRoutes.Join)]
    public IActionResult Join(JoinForm form) => View(form);

    /// <summary>Sends it.</summary>
    [HttpPost(OrganisationRoutes.Join + "/send")]
    [EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Send(JoinForm form)
    {
        if (await desk.Ask(User.Actor(), form.Organisation, form.Reason) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return View("Join", form);
        }

        TempData.SayDone(texts["Your request is with those who look after {0}. You will get an e-mail when they answer.", outcome.Value.Name]);
        return LocalRedirect(MyRoutes.Home);
    }
}
