using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>The criteria of the rubric, and publishing a change of them.</summary>
[Route(CallRoutes.Desk + "/{slug}/rubric")]
public sealed class CriteriaController(DeskTools tools, CallRubricDesk desk) : CallDeskController(tools)
{
    /// <summary>All of them.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug) => await Load(slug) is { } call ? View(call) : NotFound();

    /// <summary>A new one.</summary>
    [HttpGet("new"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> New(string slug) => await Load(slug) is { } call ? Opened("Edit", call, CriterionForm.Of(null)) : NotFound();

    /// <summary>Adds it.</summary>
    [HttpPost("new"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(string slug, CriterionForm form) => Put(slug, null, form);

    /// <summary>One of them.</summary>
    [HttpGet("{key}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(string slug, string key)
    {
        ViewData["Key"] = key;
        return await Load(slug) is { } call && Find(call.Rubric, key) is { } criterion ? Opened("Edit", call, CriterionForm.Of(criterion)) : NotFound();
    }

    /// <summary>Saves it.</summary>
    [HttpPost("{key}"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Edit(string slug, string key, CriterionForm form) => Put(slug, key, form);

    /// <summary>Moves it.</summary>
    [HttpPost("{key}/move"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Move(string slug, string key, int by) => Change(slug, T["Moved"], form => FormEdits.MoveCriterion(form, key, Math.Sign(by)));

    /// <summary>Removes it.</summary>
    [HttpPost("{key}/remove"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Remove(string slug, string key) => Change(slug, T["Removed"], form => FormEdits.RemoveCriterion(form, key));

    /// <summary>Makes the draft the rubric that reviewers score against.</summary>
    [HttpPost("publish"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Publish(string slug, int editVersion) =>
        await Load(slug) is { } call
            ? await Act(() => desk.Publish(User.Actor(), call.Call.Id, editVersion), T["Reviewers score against the new version from now on, and are told."], CallRoutes.Part(slug, "rubric"))
            : NotFound();

    /// <summary>Drops the draft.</summary>
    [HttpPost("discard"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Discard(string slug, int editVersion) =>
        await Load(slug) is { } call
            ? await Act(() => desk.Discard(User.Actor(), call.Call.Id, editVersion), T["The changes are dropped."], CallRoutes.Part(slug, "rubric"))
            : NotFound();

    private async Task<IActionResult> Put(string slug, string? key, CriterionForm form)
    {
        if (await Load(slug) is not { } call)
        {
            return NotFound();
        }

        var before = key is null ? null : Find(call.Rubric, key);
        if (key is not null && before is null)
        {
            ModelState.AddModelError("", T["Somebody removed this meanwhile. What you typed is below: save again to add it anew"]);
            (key, form.Opened) = (null, null);
            form.Open();
        }

        ViewData["Key"] = key;
        var saved = key is null ? form : CriterionForm.Of(before);
        if (key is null)
        {
            form.Open();
        }

        return await Save("Edit", call, form, saved, () => desk.Change(User.Actor(), call.Call.Id, now => Checked(now, key, form.Read(Find(now, key), call.Call.SourceLanguage))), CallRoutes.Part(slug, "rubric"));
    }

    private static Outcome<RubricDefinition> Checked(RubricDefinition form, string? key, Criterion criterion) =>
        RubricRules.Check(criterion) is { Count: > 0 } wrong ? Outcome<RubricDefinition>.Refuse(wrong) : FormEdits.PutCriterion(form, key, criterion);

    private static Criterion? Find(RubricDefinition form, string? key) => form.Criteria.FirstOrDefault(criterion => criterion.Key == key);

    private async Task<IActionResult> Change(string slug, string done, Func<RubricDefinition, RubricDefinition> edit) =>
        await Load(slug) is { } call ? await Act(() => desk.Change(User.Actor(), call.Call.Id, form => edit(form)), done, CallRoutes.Part(slug, "rubric")) : NotFound();
}
