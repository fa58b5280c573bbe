using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>The form: sections, questions, documents, and publishing a change of them.</summary>
[Route(CallRoutes.Desk + "/{slug}/form")]
public sealed class QuestionsController(DeskTools tools, CallFormDesk desk) : CallDeskController(tools)
{
    /// <summary>The whole form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string slug) => await Load(slug) is { } call ? View(call) : NotFound();

    /// <summary>Which kind of question to add; then the question.</summary>
    [HttpGet("new"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> New(string slug, string section, QuestionKind? kind)
    {
        if (await Load(slug) is not { } call || !Holds(call.Form, section))
        {
            return NotFound();
        }

        if (section == FormEdits.Documents)
        {
            kind = QuestionKind.File;
        }

        ViewData["Section"] = section;
        return kind is { } chosen && Enum.IsDefined(chosen)
            ? Opened("Edit", call, QuestionForm.Of(new Question { Kind = chosen, WordLimit = chosen == QuestionKind.LongText ? 250 : null }, section))
            : View("Kinds", call);
    }

    /// <summary>Adds it.</summary>
    [HttpPost("new"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> New(string slug, QuestionForm form) => Put(slug, null, form);

    /// <summary>One question, of another kind when one is chosen.</summary>
    [HttpGet("questions/{key}"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Edit(string slug, string key, QuestionKind? kind)
    {
        if (await Load(slug) is not { } call || FormEdits.Find(call.Form, key) is not { } question)
        {
            return NotFound();
        }

        ViewData["Key"] = key;
        var section = FormEdits.SectionOf(call.Form, key)!;
        var form = QuestionForm.Of(question, section);
        form.Open();
        form.Kind = kind is { } other && Enum.IsDefined(other) && section != FormEdits.Documents ? other : question.Kind;
        return View("Edit", new EditPage<QuestionForm>(call, form));
    }

    /// <summary>Saves it.</summary>
    [HttpPost("questions/{key}"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Edit(string slug, string key, QuestionForm form) => Put(slug, key, form);

    /// <summary>Moves it.</summary>
    [HttpPost("questions/{key}/move"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Move(string slug, string key, int by) => Change(slug, T["Moved"], form => FormEdits.MoveQuestion(form, key, Math.Sign(by)));

    /// <summary>Removes it.</summary>
    [HttpPost("questions/{key}/remove"), Authorize(Policies.RunCalls)]
    public Task<IActionResult> Remove(string slug, string key) => Change(slug, T["Removed"], form => FormEdits.RemoveQuestion(form, key));

    /// <summary>Makes the draft the form that applicants fill in.</summary>
    [HttpPost("publish"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Publish(string slug, int editVersion) =>
        await Load(slug) is { } call
            ? await Act(() => desk.Publish(User.Actor(), call.Call.Id, editVersion), T["Applicants fill in the new version from now on. Those with a draft are told."], CallRoutes.Part(slug, "form"))
            : NotFound();

    /// <summary>Drops the draft.</summary>
    [HttpPost("discard"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Discard(string slug, int editVersion) =>
        await Load(slug) is { } call
            ? await Act(() => desk.Discard(User.Actor(), call.Call.Id, editVersion), T["The changes are dropped."], CallRoutes.Part(slug, "form"))
            : NotFound();

    private async Task<IActionResult> Put(string slug, string? key, QuestionForm form)
    {
        if (await Load(slug) is not { } call || !Enum.IsDefined(form.Kind) || !Enum.IsDefined(form.Purpose))
        {
            return NotFound();
        }

        var before = key is null ? null : FormEdits.Find(call.Form, key);
        if (key is not null && before is null)
        {
            ModelState.AddModelError("", T["Somebody removed this meanwhile. What you typed is below: save again to add it anew"]);
            key = null;
        }

        if (!Holds(call.Form, form.Section))
        {
            form.Section = call.Form.Sections.Count > 0 ? call.Form.Sections[^1].Key : FormEdits.Documents;
        }

        ViewData["Key"] = key;
        if (key is null)
        {
            form.Open();
        }

        var saved = before is null ? form : QuestionForm.Of(before, FormEdits.SectionOf(call.Form, key!)!);
        return await Save("Edit", call, form, saved, () => desk.Change(User.Actor(), call.Call.Id, now => Checked(now, key, form, call.Call.SourceLanguage)), CallRoutes.Part(slug, "form"));
    }

    private static Outcome<FormDefinition> Checked(FormDefinition form, string? key, QuestionForm typed, string language)
    {
        var question = typed.Read(key is null ? null : FormEdits.Find(form, key), language);
        return FormRules.Check(question) is { Count: > 0 } wrong ? Outcome<FormDefinition>.Refuse(wrong) : FormEdits.PutQuestion(form, typed.Section, key, question);
    }

    private static bool Holds(FormDefinition form, string? section) => section == FormEdits.Documents || form.Sections.Any(s => s.Key == section);

    private async Task<IActionResult> Change(string slug, string done, Func<FormDefinition, FormDefinition> edit) =>
        await Load(slug) is { } call ? await Act(() => desk.Change(User.Actor(), call.Call.Id, form => edit(form)), done, CallRoutes.Part(slug, "form")) : NotFound();
}
