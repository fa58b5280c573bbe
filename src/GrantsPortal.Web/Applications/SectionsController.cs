using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Applications;

/// <summary>The questions of a section: shown, saved by button or in the background, with documents.</summary>
public sealed class SectionsController(
    PortalDatabase database, AnswerDesk answers, DocumentDesk documents, Written written, IStringLocalizer<Texts> texts, Sentences sentences)
    : ApplicantController(database, texts, sentences)
{
    private const long FormBytes = 3 * FileStore.MaxBytes;

    /// <summary>The section's questions.</summary>
    [HttpGet(ApplicationRoutes.List + "/{reference}/sections/{key}")]
    public async Task<IActionResult> Ask(string reference, string key, string? more)
    {
        var (draft, section) = await Section(reference, key);
        if (draft is null || section is null)
        {
            return NotFound();
        }

        if (!draft.IsOpen || !draft.MayEdit)
        {
            return LocalRedirect("~" + (draft.IsOpen ? ApplicationRoutes.Check(reference) : ApplicationRoutes.Mine(reference)));
        }

        return View("Section", await Page(draft, section, [], more));
    }

    /// <summary>Saves what was typed, uploads what was chosen, then goes on; an answer that needs a look is shown again, saved.</summary>
    [HttpPost(ApplicationRoutes.List + "/{reference}/sections/{key}")]
    [RequestSizeLimit(FormBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = FormBytes)]
    public async Task<IActionResult> Save(string reference, string key, string? then, string? more, long? remove, string? take)
    {
        var (before, section) = await Section(reference, key);
        if (before is null || section is null)
        {
            return NotFound();
        }

        var typed = TypedAnswers.Read(Request.Form, section).Where(answer => answer.Key != take).ToList();
        var saved = await answers.Save(Actor, reference, typed, Language);
        if (saved.Refused)
        {
            return await Unsaved(before, section, typed, saved.Refusals);
        }

        await Upload(reference, section);
        if (remove is { } document)
        {
            ModelState.AddRefusals((await documents.Remove(Actor, reference, document)).Refusals, Sentences);
        }

        var stay = more is not null || take is not null || remove is not null;
        return stay && ModelState.IsValid && saved.Value.Clashes.Count == 0
            ? LocalRedirect($"~{ApplicationRoutes.Section(reference, key)}{(more is null ? "" : $"?more={Uri.EscapeDataString(more)}#a_{Uri.EscapeDataString(more)}")}")
            : await Saved(reference, section, saved.Value, then);
    }

    /// <summary>Saves the answers a script sends, and says when, or what a colleague wrote meanwhile.</summary>
    [HttpPost(ApplicationRoutes.List + "/{reference}/sections/{key}/autosave")]
    public async Task<IActionResult> Autosave(string reference, string key)
    {
        var (before, section) = await Section(reference, key);
        if (before is null || section is null)
        {
            return NotFound();
        }

        var typed = TypedAnswers.Read(Request.Form, section);
        var saved = await answers.Save(Actor, reference, typed, Language);
        if (saved.Refused)
        {
            return UnprocessableEntity(new { refused = string.Join(" ", saved.Refusals.Select(Sentences.Say)) });
        }

        var draft = saved.Value.Draft;
        return Json(new
        {
            savedAt = Clock(draft.Application.SavedAt),
            answers = typed.ToDictionary(answer => answer.Key, answer => new
            {
                version = draft.Answers.GetValueOrDefault(answer.Key)?.Version ?? 0,
                mark = AnswerDesk.MarkOf(draft.Values.GetValueOrDefault(answer.Key, "")),
            }),
            clashes = saved.Value.Clashes.ToDictionary(clash => clash.Key, clash => new
            {
                by = clash.Theirs.SavedByName,
                at = Clock(clash.Theirs.SavedAt),
                value = AnswerWords.Of(section.Questions.First(question => question.Key == clash.Key), clash.Theirs.Value, Language, T),
                version = clash.Theirs.Version,
            }),
        });
    }

    /// <summary>Takes one document as the body of a request, from a script that shows its progress.</summary>
    [HttpPost(ApplicationRoutes.List + "/{reference}/uploads/{question}")]
    [RequestSizeLimit(FileStore.MaxBytes + 1024 * 1024)]
    [EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Receive(string reference, string question, string? name)
    {
        var added = await documents.Add(Actor, reference, question, Request.Body, name ?? "", HttpContext.RequestAborted);
        if (added.Refusals.IsMissing())
        {
            return NotFound();
        }

        return added.Refused
            ? UnprocessableEntity(new { refused = string.Join(" ", added.Refusals.Select(Sentences.Say)) })
            : Json(new { id = added.Value.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), name = added.Value.Name, size = FileSize.Of(added.Value.Bytes), href = Url.Content("~" + ApplicationRoutes.Document(reference, added.Value.Id)) });
    }

    private async Task Upload(string reference, FormSection section)
    {
        foreach (var file in Request.Form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0))
        {
            if (section.Questions.FirstOrDefault(question => question.Kind == QuestionKind.File && TypedAnswers.Field(question) == file.Name) is { } question)
            {
                await using var content = file.OpenReadStream();
                var added = await documents.Add(Actor, reference, question.Key, content, file.FileName, HttpContext.RequestAborted);
                ModelState.AddRefusals(added.Refusals.Select(refusal => refusal.At(file.Name)), Sentences);
            }
        }
    }

    private async Task<IActionResult> Saved(string reference, FormSection section, Saving saving, string? then)
    {
        var draft = await Find(reference);
        var page = await Page(draft!, section, saving.Clashes, null);
        foreach (var clash in saving.Clashes)
        {
            ModelState.AddModelError($"a.{clash.Key}", T["{0} changed this at {1}, while you were writing. Both are below: choose one, or put them together and save", clash.Theirs.SavedByName, Clock(clash.Theirs.SavedAt)]);
        }

        if (ModelState.IsValid || then == "anyway")
        {
            TempData.SayDone(T["“{0}” is saved", page.Title]);
            return LocalRedirect("~" + (then is "list" or "anyway" || page.Next is null ? ApplicationRoutes.Mine(reference) : ApplicationRoutes.Section(reference, page.Next.Key)));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Section", page with { JustSaved = true });
    }

    private async Task<IActionResult> Unsaved(Draft draft, FormSection section, List<TypedAnswer> typed, IReadOnlyList<Refusal> refusals)
    {
        if (refusals.IsMissing())
        {
            return NotFound();
        }

        var page = await Page(draft, section, [], null);
        ModelState.AddRefusals(refusals, Sentences);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Section", page with
        {
            Fields = [.. page.Fields.Select(field => typed.FirstOrDefault(answer => answer.Key == field.Question.Key) is { } mine ? field with { Value = mine.Value, Version = mine.Version } : field)],
        });
    }

    private async Task<SectionPage> Page(Draft draft, FormSection section, IReadOnlyList<AnswerClash> clashes, string? more)
    {
        await using var work = await Database.Read();
        var page = SectionPage.Of(draft, section, Language, await ApplicationRepository.EarlierOf(work, draft.Application.Id), clashes, more);
        page.SayProblems(ModelState, Sentences.Say);
        return page;
    }

    private async Task<(Draft? Draft, FormSection? Section)> Section(string reference, string key)
    {
        var draft = await Find(reference);
        return (draft, draft?.Sections.FirstOrDefault(section => section.Key == key));
    }

    private string Clock(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, written.Zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
