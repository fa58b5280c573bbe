using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.PublicDirectory;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.PublicDirectory;

/// <summary>Who is in the public directory, for staff: they take an entry out; nobody but an Owner puts one in.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class ManageDirectoryController(PortalDatabase database, DirectoryDesk desk, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int PageSize = 50;

    /// <summary>Those in it, or those who were.</summary>
    [HttpGet(DirectoryRoutes.Desk)]
    public async Task<IActionResult> Index(bool gone, long before)
    {
        await using var work = await database.Read();
        var rows = await DirectoryRepository.ForDesk(work, !gone, before, PageSize + 1);
        var next = rows.Count > PageSize ? Address.Of(DirectoryRoutes.Desk, ("gone", gone ? "true" : null), ("before", rows[PageSize - 1].Id)) : null;
        return View(new DirectoryDeskPage([.. rows.Take(PageSize)], gone, await DirectoryRepository.Count(work), next, before == 0, CommitmentRules.MayKeep(User.Actor())));
    }

    /// <summary>One entry, its consents, and where it is taken out.</summary>
    [HttpGet(DirectoryRoutes.Desk + "/{id:long}")]
    public Task<IActionResult> Show(long id) => Page(id, new TakeOutForm());

    /// <summary>Takes it out.</summary>
    [HttpPost(DirectoryRoutes.Desk + "/{id:long}"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Show(long id, TakeOutForm form)
    {
        if (await desk.TakeOut(User.Actor(), id, form.Reason) is not { } taken)
        {
            return NotFound();
        }

        if (taken.Done)
        {
            TempData.SayDone(texts["Taken out of the directory. Its Owners and Editors are told"]);
            return LocalRedirect(DirectoryRoutes.Desk);
        }

        ModelState.AddRefusals(taken.Refusals, sentences);
        return await Page(id, form);
    }

    private async Task<IActionResult> Page(long id, TakeOutForm form)
    {
        await using var work = await database.Read();
        var consents = await DirectoryRepository.Consents(work, id);
        if (consents.Count == 0 || await OrganisationRepository.Find(work, id) is not { } organisation)
        {
            return NotFound();
        }

        var names = portal.Value.ThemesInUse.ToDictionary(theme => theme.Code, theme => texts[theme.Name].Value);
        var view = (await DirectoryRepository.Find(work, id))?.Shown() is { } text ? DirectoryController.View(text, names) : null;
        return View("Show", new TakeOutPage(organisation, view, consents, CommitmentRules.MayKeep(User.Actor()), form));
    }
}
