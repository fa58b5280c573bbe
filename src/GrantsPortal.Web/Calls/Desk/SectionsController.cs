using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>The sections of the form.</summary>
[Authorize(Policies.RunCalls)]
[Route(CallRoutes.Desk + "/{slug}/form/sections")]
public sealed class SectionsController(DeskTools tools, CallFormDesk desk) : CallDeskController(tools)
{
    /// <summary>A new one.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(string slug) => await Load(slug) is { } call ? Opened("Edit", call, SectionForm.Of(null)) : NotFound();

    /// <summary>Adds it.</summary>
    [HttpPost("new")]
    public Task<IActionResult> New(string slug, SectionForm form) => Put(slug, null, form);

    /// <summary>One of them.</summary>
    [HttpGet("{key}")]
    public async Task<IActionResult> Edit(string slug, string key)
    {
        ViewData["Key"] = key;
        return await Load(slug) is { } call && Find(call.Form, key) is { } section ? Opened("Edit", call, SectionForm.Of(section)) : NotFound();
    }

    /// <summary>Saves it.</summary>
    [HttpPost("{key}")]
    public Task<IActionResult> Edit(string slug, string key, SectionForm form) => Put(slug, key, form);

    /// <summary>Moves it.</summary>
    [HttpPost("{key}/move")]
    public Task<IActionResult> Move(string slug, string key, int by) => Change(slug, T["Moved"], form => FormEdits.MoveSection(form, key, Math.Sign(by)));

    /// <summary>Removes it with its questions.</summary>
    [HttpPost("{key}/remove")]
    public Task<IActionResult> Remove(string slug, string key) => Change(slug, T["Removed"], form => FormEdits.RemoveSection(form, key));

    private async Task<IActionResult> Put(string slug, string? key, SectionForm form)
    {
        if (await Load(slug) is not { } call)
        {
            return NotFound();
        }

        var before = Find(call.Form, key);
        ViewData["Key"] = key = before?.Key;
        if (before is null)
        {
            form.Open();
        }

        var saved = before is null ? form : SectionForm.Of(before);
        return await Save("Edit", call, form, saved, () => desk.Change(User.Actor(), call.Call.Id, now => Checked(now, key, form, call.Call.SourceLanguage)), CallRoutes.Part(slug, "form"));
    }

    private static Outcome<FormDefinition> Checked(FormDefinition form, string? key, SectionForm typed, string language)
    {
        var before = Find(form, key);
        var title = QuestionForm.Put(before?.Title ?? Words.None, language, typed.Title);
        return title.IsEmpty
            ? new Refusal("form.section-title-missing").At("Title")
            : FormEdits.PutSection(form, key, title, QuestionForm.Put(before?.Guidance ?? Words.None, language, typed.Guidance));
    }

    private static FormSection? Find(FormDefinition form, string? key) => form.Sections.FirstOrDefault(section => section.Key == key);

    private async Task<IActionResult> Change(string slug, string done, Func<FormDefinition, FormDefinition> edit) =>
        await Load(slug) is { } call ? await Act(() => desk.Change(User.Actor(), call.Call.Id, form => edit(form)), done, CallRoutes.Part(slug, "form")) : NotFound();
}
