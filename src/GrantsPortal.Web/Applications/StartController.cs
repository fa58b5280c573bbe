using System.Globalization;
using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Applications;

/// <summary>Begins an application after the eligibility check, whose answers the address carries.</summary>
public sealed class StartController(PortalDatabase database, DraftDesk drafts, IStringLocalizer<Texts> texts, Sentences sentences)
    : ApplicantController(database, texts, sentences)
{
    /// <summary>Value of the choice "no organisation yet".</summary>
    public const string None = "none";

    /// <summary>For whom, and who will see it.</summary>
    [HttpGet(ApplicationRoutes.List + "/start/{slug}")]
    public async Task<IActionResult> Ask(string slug)
    {
        var (page, form) = await Read(slug, key => Request.Query[$"e.{key}"].ToString());
        if (page is null)
        {
            return NotFound();
        }

        return EligibilityRules.Check(form!, page.Eligibility).Eligible
            ? View(page with { Chosen = page.Choices.Count == 0 ? None : page.Choices.Count == 1 ? Value(page.Choices[0]) : null })
            : LocalRedirect("~" + CallRoutes.Eligibility(slug) + Request.QueryString);
    }

    /// <summary>Begins it.</summary>
    [HttpPost(ApplicationRoutes.List + "/start/{slug}")]
    public async Task<IActionResult> Begin(string slug, string? organisation)
    {
        var (page, form) = await Read(slug, key => Request.Form[$"e.{key}"].ToString());
        if (page is null)
        {
            return NotFound();
        }

        if (!EligibilityRules.Check(form!, page.Eligibility).Eligible)
        {
            return LocalRedirect("~" + CallRoutes.Eligibility(slug));
        }

        long? chosen = long.TryParse(organisation, CultureInfo.InvariantCulture, out var id) ? id : null;
        if (chosen is null && organisation != None)
        {
            ModelState.AddModelError("organisation", T["Choose who applies"]);
            return View("Ask", page);
        }

        var started = await drafts.Start(Actor, new StartRequest(slug, chosen, page.Eligibility, HttpContext.ReceivedAt()));
        if (started.Refused && !started.Refusals.IsMissing())
        {
            ModelState.AddRefusals(started.Refusals, Sentences);
            return View("Ask", page with { Chosen = organisation });
        }

        return started.Refused ? NotFound() : After([], ApplicationRoutes.Mine(started.Value.Reference), T["Your application is begun. You can leave and come back at any time"]);
    }

    private async Task<(StartPage? Page, FormDefinition? Form)> Read(string slug, Func<string, string> answer)
    {
        await using var work = await Database.Read();
        var call = await CallRepository.FindBySlug(work, slug, Language);
        var form = call is { IsPublic: true } ? await CallRepository.Form(work, call.Id, call.FormVersion) : null;
        if (call is null || form is null)
        {
            return (null, null);
        }

        var definition = form.Read();
        var given = definition.Eligibility.ToDictionary(question => question.Key, question => answer(question.Key));
        var page = new StartPage(call, await AttachController.Choices(work, Actor.Person), await ApplicationRepository.Others(work, call.Id, Actor.Person, 0, Language), given);
        return (page, definition);
    }

    private static string Value(ApplicantChoice choice) => choice.Membership.OrganisationId.ToString(CultureInfo.InvariantCulture);
}
