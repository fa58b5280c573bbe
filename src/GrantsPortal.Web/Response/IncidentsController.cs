using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response;

/// <summary>Incidents and exercises: the lists, and opening one.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class IncidentsController(PortalDatabase database, IncidentDesk desk, ScopeChoices choices, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<ResponseOptions> options) : Controller
{
    private const int Most = 100;

    /// <summary>What is real, and below it the exercises.</summary>
    [HttpGet(ResponseRoutes.All)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        return View(new IncidentsPage(await IncidentRepository.All(work, false, Most), await IncidentRepository.All(work, true, Most), IncidentRules.MayAct(User.Actor())));
    }

    /// <summary>Where something real is opened.</summary>
    [HttpGet(ResponseRoutes.New), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> New() => Page(false, new IncidentForm { DeputyMinutes = options.Value.DeputyMinutes });

    /// <summary>Opens it.</summary>
    [HttpPost(ResponseRoutes.New), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> New(IncidentForm form) => Open(false, form);

    /// <summary>Where an exercise is opened.</summary>
    [HttpGet(ResponseRoutes.NewExercise), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> NewExercise() => Page(true, new IncidentForm { DeputyMinutes = options.Value.DeputyMinutes });

    /// <summary>Opens it.</summary>
    [HttpPost(ResponseRoutes.NewExercise), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> NewExercise(IncidentForm form) => Open(true, form);

    private async Task<IActionResult> Open(bool isDrill, IncidentForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Page(isDrill, form);
        }

        var opened = await desk.Open(User.Actor(), isDrill, form.Read());
        if (opened.Done)
        {
            TempData.SayDone(texts["Opened. Nobody is alerted yet: look at the list, then confirm"]);
            return LocalRedirect(ResponseRoutes.At(opened.Value.Reference, "call-down"));
        }

        ModelState.AddRefusals(opened.Refusals, sentences);
        return await Page(isDrill, form);
    }

    private async Task<IActionResult> Page(bool isDrill, IncidentForm form)
    {
        await using var work = await database.Read();
        return View("New", new NewIncidentPage(isDrill, form, await choices.For(work, form)));
    }
}

/// <summary>Reads what can be chosen in a scope.</summary>
public sealed class ScopeChoices(CityDistricts districts, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal)
{
    /// <summary>The lists, with what is chosen.</summary>
    public async Task<ScopeFields> For(UnitOfWork work, ScopeForm form) => new(
        [.. (await districts.All(work)).Select(name => new FieldItem(name, name))],
        [.. portal.Value.ThemesInUse.Select(theme => new FieldItem(theme.Code, texts[theme.Name]))],
        ResponseWords.Capabilities(words => texts[words]),
        form);
}
