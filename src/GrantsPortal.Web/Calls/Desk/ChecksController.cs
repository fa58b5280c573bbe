using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>The questions of the eligibility check.</summary>
[Route(CallRoutes.Desk + "/{slug}/eligibility")]
public sealed class ChecksController(DeskTools tools, CallFormDesk desk) : CallDeskController(tools)
{
    /// <summary>All of them.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug) => await Load(slug) is { } call ? View(call) : NotFound();

    /// <summary>A new one.</summary>
    [HttpGet("new"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> New(string slug) => await Load(slug) is { } call ? Opened("Edit", call, CheckForm.Of(null)) : NotFound();

    /// <summary>Adds it.</summary>
    [HttpPost("new"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(string slug, CheckForm form) => Put(slug, null, form);

    /// <summary>One of them.</summary>
    [HttpGet("{key}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(string slug, string key)
    {
        ViewData["Key"] = key;
        return await Load(slug) is { } call && Find(call.Form, key) is { } question ? Opened("Edit", call, CheckForm.Of(question)) : NotFound();
    }

    /// <summary>Saves it.</summary>
    [HttpPost("{key}"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Edit(string slug, string key, CheckForm form) => Put(slug, key, form);

    /// <summary>Moves it.</summary>
    [HttpPost("{key}/move"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Move(string slug, string key, int by) => Change(slug, T["Moved"], form => FormEdits.MoveCheck(form, key, Math.Sign(by)));

    /// <summary>Removes it.</summary>
    [HttpPost("{key}/remove"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Remove(string slug, string key) => Change(slug, T["Removed"], form => FormEdits.RemoveCheck(form, key));

    private async Task<IActionResult> Put(string slug, string? key, CheckForm form)
    {
        if (await Load(slug) is not { } call)
        {
            return NotFound();
        }

        var before = key is null ? null : Find(call.Form, key);
        if (key is not null && before is null)
        {
            ModelState.AddModelError("", T["Somebody removed this meanwhile. What you typed is below: save again to add it anew"]);
            (key, form.Opened) = (null, null);
            form.Open();
        }

        ViewData["Key"] = key;
        var saved = key is null ? form : CheckForm.Of(before);
        if (key is null)
        {
            form.Open();
        }

        return await Save("Edit", call, form, saved, () => desk.Change(User.Actor(), call.Call.Id, now => Checked(now, key, form.Read(Find(now, key), call.Call.SourceLanguage))), CallRoutes.Part(slug, "eligibility"));
    }

    private static Outcome<FormDefinition> Checked(FormDefinition form, string? key, EligibilityQuestion question) =>
        FormRules.Check(question) is { Count: > 0 } wrong ? Outcome<FormDefinition>.Refuse(wrong) : FormEdits.PutCheck(form, key, question);

    private static EligibilityQuestion? Find(FormDefinition form, string? key) => form.Eligibility.FirstOrDefault(question => question.Key == key);

    private async Task<IActionResult> Change(string slug, string done, Func<FormDefinition, FormDefinition> edit) =>
        await Load(slug) is { } call ? await Act(() => desk.Change(User.Actor(), call.Call.Id, form => edit(form)), done, CallRoutes.Part(slug, "eligibility")) : NotFound();
}
