using System.Globalization;
using GrantsPortal.Following;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Following;

/// <summary>Following what is new by e-mail, without an account. Opening a link shows; a button acts.</summary>
[AllowAnonymous]
public sealed class AlertsController(PortalDatabase database, FollowDesk desk, CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string One = FollowRoutes.Ask + "/{secret:length(43)}";

    /// <summary>Where one asks.</summary>
    [HttpGet(FollowRoutes.Ask)]
    public Task<IActionResult> Index() => Page("Index", new FollowForm { What = ["Calls", "Courses", "Events"] });

    /// <summary>Asks.</summary>
    [HttpPost(FollowRoutes.Ask), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Index(FollowForm form)
    {
        var asked = await desk.Ask(User.Actor(), form.Email, CultureInfo.CurrentUICulture.Name, form.Read());
        if (asked.Done)
        {
            return LocalRedirect(FollowRoutes.Asked);
        }

        ModelState.AddRefusals(asked.Refusals, sentences);
        return await Page("Index", form);
    }

    /// <summary>Says that an e-mail is on its way, whoever asked.</summary>
    [HttpGet(FollowRoutes.Asked)]
    public IActionResult Asked() => View();

    /// <summary>Says that nothing is kept any more.</summary>
    [HttpGet(FollowRoutes.Left)]
    public IActionResult Left() => View();

    /// <summary>What somebody follows.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string secret)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        await using var work = await database.Read();
        return await FollowerRepository.FindBySecret(work, secret) is { } follower ? await Page("Show", FollowForm.Of(follower.Choice), follower) : NotFound();
    }

    /// <summary>Says yes.</summary>
    [HttpPost(One + "/confirm")]
    public async Task<IActionResult> Confirm(string secret)
    {
        if (await desk.Confirm(User.Actor(), secret) is not { } confirmed)
        {
            return NotFound();
        }

        Say(confirmed, texts["Thank you. We write to you when there is something new"]);
        return LocalRedirect(FollowRoutes.One(secret));
    }

    /// <summary>Changes what is followed.</summary>
    [HttpPost(One)]
    public async Task<IActionResult> Show(string secret, FollowForm form)
    {
        if (await desk.Choose(User.Actor(), secret, form.Read()) is not { } chosen)
        {
            return NotFound();
        }

        if (chosen.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(FollowRoutes.One(secret));
        }

        ModelState.AddRefusals(chosen.Refusals, sentences);
        await using var work = await database.Read();
        return await FollowerRepository.FindBySecret(work, secret) is { } follower ? await Page("Show", form, follower) : NotFound();
    }

    /// <summary>Stops.</summary>
    [HttpPost(One + "/stop")]
    public async Task<IActionResult> Stop(string secret)
    {
        await desk.Leave(User.Actor(), secret);
        return LocalRedirect(FollowRoutes.Left);
    }

    /// <summary>Stops, for a mail program that posts by itself when its own button is pressed (RFC 8058).</summary>
    [HttpPost(One + "/leave"), IgnoreAntiforgeryToken]
    public async Task<IActionResult> Leave(string secret)
    {
        await desk.Leave(User.Actor(), secret);
        return Ok();
    }

    private void Say(Outcome outcome, string done)
    {
        if (outcome.Done)
        {
            TempData.SayDone(done);
        }
        else
        {
            TempData.SayNote(sentences.Say(outcome.Refusals[0]));
        }
    }

    private async Task<IActionResult> Page(string view, FollowForm form, Follower? follower = null)
    {
        await using var work = await database.Read();
        return View(view, new FollowPage(form, portal.Value.ThemesInUse, await districts.All(work), portal.Value.Languages) { Follower = follower });
    }
}
