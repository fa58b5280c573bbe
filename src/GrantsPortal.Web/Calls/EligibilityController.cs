using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Calls;

/// <summary>The eligibility check: one page, before signing in. Nothing that is answered is kept unless one goes on to apply.</summary>
[AllowAnonymous]
public sealed class EligibilityController(PortalDatabase database, TimeProvider clock, IStringLocalizer<Texts> texts) : Controller
{
    /// <summary>The questions; or what came of the answers that the address carries.</summary>
    [HttpGet(CallRoutes.Browse + "/{slug}/eligibility")]
    public async Task<IActionResult> Ask(string slug)
    {
        if (await Read(slug) is not { } page)
        {
            return NotFound();
        }

        var given = page.Form.Eligibility.ToDictionary(question => question.Key, question => Request.Query[EligibilityPage.Parameter(question.Key)].ToString());
        var result = EligibilityRules.Check(page.Form, given);
        var answered = result.Unanswered.Count == 0 && (given.Count > 0 || Request.Query.ContainsKey(EligibilityPage.Nothing));
        return answered
            ? View("Result", new EligibilityPage(page, given) { Result = result })
            : View("Ask", new EligibilityPage(page, given));
    }

    /// <summary>Judges the answers and shows what came of them under an address that can be gone back to.</summary>
    [HttpPost(CallRoutes.Browse + "/{slug}/eligibility")]
    public async Task<IActionResult> Judge(string slug, Dictionary<string, string> answers)
    {
        if (await Read(slug) is not { } page)
        {
            return NotFound();
        }

        var asked = page.Form.Eligibility.Select(question => question.Key).ToHashSet(StringComparer.Ordinal);
        var given = answers.Where(answer => asked.Contains(answer.Key)).ToDictionary();
        var result = EligibilityRules.Check(page.Form, given);
        foreach (var question in result.Unanswered)
        {
            ModelState.AddModelError(EligibilityPage.Field(question), texts["Choose an answer to “{0}”", question.Text.For(page.Language)]);
        }

        return ModelState.IsValid
            ? Redirect(CallRoutes.Eligibility(slug) + new EligibilityPage(page, given).Query)
            : View("Ask", new EligibilityPage(page, given));
    }

    private async Task<CallPage?> Read(string slug)
    {
        await using var work = await database.Read();
        return await CallPage.Read(work, slug, CultureInfo.CurrentUICulture.Name, clock.GetUtcNow());
    }
}
