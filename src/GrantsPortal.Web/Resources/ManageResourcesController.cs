using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Resources;
using GrantsPortal.Training;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Resources;

/// <summary>The desk of the library.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class ManageResourcesController(PortalDatabase database, ResourceDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string One = ResourceRoutes.Desk + "/{slug}";

    /// <summary>Everything, by title.</summary>
    [HttpGet(ResourceRoutes.Desk)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        return View(new LibraryDeskPage(await ResourceRepository.All(work)));
    }

    /// <summary>A new one.</summary>
    [HttpGet(ResourceRoutes.New), Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> New() => Page(null, new ResourceForm { Language = portal.Value.SourceLanguage, Source = portal.Value.City });

    /// <summary>Adds it.</summary>
    [HttpPost(ResourceRoutes.New), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> New(ResourceForm form)
    {
        var made = await desk.Create(User.Actor(), form.Read());
        if (made.Done)
        {
            TempData.SayDone(texts["Saved as a draft. Add a file if there is one, then put it into the library"]);
            return LocalRedirect(ResourceRoutes.OnDesk(made.Value.Slug));
        }

        ModelState.AddRefusals(made.Refusals, sentences);
        return await Page(null, form);
    }

    /// <summary>One resource, to be changed.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(string slug)
    {
        await using var work = await database.Read();
        return await ResourceRepository.FindBySlug(work, slug) is { } resource
            ? await Page(work, resource, ResourceForm.Of(resource, await ResourceRepository.Courses(work, resource.Id)))
            : NotFound();
    }

    /// <summary>Saves it.</summary>
    [HttpPost(One), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Show(string slug, ResourceForm form)
    {
        if (await desk.Write(User.Actor(), slug, form.Version, form.Read()) is not { } written)
        {
            return NotFound();
        }

        if (written.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(ResourceRoutes.OnDesk(slug));
        }

        ModelState.AddRefusals(written.Refusals, sentences);
        return await Again(slug, form);
    }

    /// <summary>Takes a file.</summary>
    [HttpPost(One + "/file"), Authorize(Policies.LookAfterPartners), EnableRateLimiting(RateLimits.Upload)]
    [RequestSizeLimit(FileStore.MaxBytes + 65536), RequestFormLimits(MultipartBodyLengthLimit = FileStore.MaxBytes + 65536)]
    public async Task<IActionResult> PutFile(string slug, IFormFile? file)
    {
        await using var content = file?.OpenReadStream() ?? Stream.Null;
        if (await desk.PutFile(User.Actor(), slug, content, file?.FileName ?? "") is not { } put)
        {
            return NotFound();
        }

        if (put.Done)
        {
            TempData.SayDone(texts["The file is kept"]);
            return LocalRedirect(ResourceRoutes.OnDesk(slug));
        }

        ModelState.AddRefusals(put.Refusals, sentences);
        return await Again(slug, null);
    }

    /// <summary>Puts it into the library.</summary>
    [HttpPost(One + "/publish"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Publish(string slug) => After(slug, await desk.Publish(User.Actor(), slug), texts["It is in the library"]);

    /// <summary>Takes it out.</summary>
    [HttpPost(One + "/archive"), Authorize(Policies.LookAfterPartners)]
    public async Task<IActionResult> Archive(string slug) => After(slug, await desk.Archive(User.Actor(), slug), texts["It is out of the library. What was written is kept here"]);

    private IActionResult After(string slug, Outcome? outcome, string done)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
        }
        else
        {
            TempData.SayNote(sentences.Say(known.Refusals[0]));
        }

        return LocalRedirect(ResourceRoutes.OnDesk(slug));
    }

    private async Task<IActionResult> Again(string slug, ResourceForm? form)
    {
        await using var work = await database.Read();
        if (await ResourceRepository.FindBySlug(work, slug) is not { } resource)
        {
            return NotFound();
        }

        return await Page(work, resource, form ?? ResourceForm.Of(resource, await ResourceRepository.Courses(work, resource.Id)));
    }

    private async Task<IActionResult> Page(Resource? resource, ResourceForm form)
    {
        await using var work = await database.Read();
        return await Page(work, resource, form);
    }

    private async Task<IActionResult> Page(UnitOfWork work, Resource? resource, ResourceForm form) =>
        View("Edit", new ResourceDeskPage(resource, form, portal.Value.ThemesInUse, portal.Value.Languages, await CourseRepository.All(work, portal.Value.SourceLanguage)));
}
