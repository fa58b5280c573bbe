using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Exercises;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response.Exercises;

/// <summary>Table-top exercises: the list, planning one, and what is open because of them.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class ExercisesController(PortalDatabase database, ExerciseDesk desk, ExerciseForms forms, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int Most = 100;
    private const string Edit = ExerciseRoutes.All + "/{reference}/edit";

    /// <summary>Every exercise.</summary>
    [HttpGet(ExerciseRoutes.All)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        return View("/Response/Exercises/Index.cshtml", new ExercisesPage(await ExerciseRepository.All(work, Most), (await ExerciseActionRepository.Open(work, Most)).Count, IncidentRules.MayAct(User.Actor())));
    }

    /// <summary>Where one is planned.</summary>
    [HttpGet(ExerciseRoutes.New), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> New() => Page(null, new ExerciseForm { Facilitator = User.Actor().Person, Officers = [User.Actor().Person] }, changed: false);

    /// <summary>Plans it.</summary>
    [HttpPost(ExerciseRoutes.New), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> New(ExerciseForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Page(null, form, changed: false);
        }

        var planned = await desk.Plan(User.Actor(), form.Read(portal.Value.Zone));
        if (planned.Done)
        {
            TempData.SayDone(texts["Planned. Nobody is told anything before it starts"]);
            return LocalRedirect(ExerciseRoutes.Show(planned.Value));
        }

        ModelState.AddRefusals(planned.Refusals, sentences);
        return await Page(null, form, changed: false);
    }

    /// <summary>A plan, to be changed.</summary>
    [HttpGet(Edit), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Change(string reference)
    {
        await using var work = await database.Read();
        return await ExerciseSight.Of(work, reference) is { Exercise.State: ExerciseState.Planned } sight ? await Page(sight, ExerciseForm.Of(sight, portal.Value.Zone), changed: false, work) : NotFound();
    }

    /// <summary>Keeps it.</summary>
    [HttpPost(Edit), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Change(string reference, ExerciseForm form)
    {
        var saved = ModelState.IsValid ? await desk.Save(User.Actor(), reference, form.Version, form.Read(portal.Value.Zone)) : Outcome.Ok;
        if (saved is not { } known)
        {
            return NotFound();
        }

        if (ModelState.IsValid && known.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(ExerciseRoutes.Show(reference));
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        await using var work = await database.Read();
        return await ExerciseSight.Of(work, reference) is { } sight ? await Page(sight, form, known.Refusals.Any(refusal => refusal.Code == "exercise.changed-meanwhile"), work) : NotFound();
    }

    /// <summary>What is open because of exercises.</summary>
    [HttpGet(ExerciseRoutes.Actions)]
    public async Task<IActionResult> Actions()
    {
        await using var work = await database.Read();
        return View("/Response/Exercises/Actions.cshtml", new ExerciseActionsPage(await ExerciseActionRepository.Open(work, Most), Instants.DayOf(work.Now, portal.Value.Zone), IncidentRules.MayAct(User.Actor())));
    }

    /// <summary>Notes that one is done.</summary>
    [HttpPost(ExerciseRoutes.Actions), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Finish(long id)
    {
        var done = await desk.Finish(User.Actor(), id);
        if (done.Done)
        {
            TempData.SayDone(texts["Done, and off the list"]);
            return LocalRedirect(ExerciseRoutes.Actions);
        }

        ModelState.AddRefusals(done.Refusals, sentences);
        return await Actions();
    }

    private async Task<IActionResult> Page(ExerciseSight? sight, ExerciseForm form, bool changed, UnitOfWork? within = null)
    {
        await using var own = within is null ? await database.Read() : null;
        var work = within ?? own!;
        var fields = await forms.Fields(work, form);
        ConflictView? conflict = null;
        if (changed && sight is not null)
        {
            // Saving again is then a choice made knowingly.
            conflict = forms.Clash(ExerciseForm.Of(sight, portal.Value.Zone), form, fields);
            form.Version = sight.Exercise.Version;
            ModelState.Remove(nameof(form.Version));
        }

        return View("/Response/Exercises/Edit.cshtml", new ExerciseEditPage(sight?.Exercise, form.Padded(), fields) { Conflict = conflict, Seal = ExercisePages.Seal(ModelState, ExerciseTextRules.Of(form.Read(portal.Value.Zone))) });
    }
}

/// <summary>Every exercise.</summary>
public sealed record ExercisesPage(IReadOnlyList<Exercise> Exercises, int OpenActions, bool MayAct);

/// <summary>Where one is planned or changed.</summary>
public sealed record ExerciseEditPage(Exercise? Exercise, ExerciseForm Form, ExerciseFields Fields)
{
    /// <summary>What somebody else saved meanwhile.</summary>
    public ConflictView? Conflict { get; init; }

    /// <summary>The seal of what was pointed out; empty for nothing.</summary>
    public string Seal { get; init; } = "";
}

/// <summary>What is open because of exercises.</summary>
public sealed record ExerciseActionsPage(IReadOnlyList<ExerciseAction> Actions, DateOnly Today, bool MayAct);
