using GrantsPortal.Following;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Topics;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Following;

/// <summary>Where staff say what a call or course is about, so that those who follow it hear of it.</summary>
[Authorize(Policies.LookAfterPartners)]
public sealed class TopicsController(PortalDatabase database, TopicDesk desk, CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const string One = "/manage/topics/{kind}/{id:long}";

    /// <summary>What it is about.</summary>
    [HttpGet(One)]
    public async Task<IActionResult> Show(TopicSubject kind, long id)
    {
        await using var work = await database.Read();
        var topic = await TopicRepository.Of(work, kind, id);
        return await Page(work, kind, id, new TopicForm { Themes = [.. topic.Themes], Districts = [.. topic.Districts] });
    }

    /// <summary>Saves it.</summary>
    [HttpPost(One)]
    public async Task<IActionResult> Show(TopicSubject kind, long id, TopicForm form)
    {
        if (await desk.Put(User.Actor(), kind, id, form.Read()) is not { } put)
        {
            return NotFound();
        }

        await using var work = await database.Read();
        if (put.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect((await desk.Home(work, kind, id))!.Path);
        }

        ModelState.AddRefusals(put.Refusals, sentences);
        return await Page(work, kind, id, form);
    }

    private async Task<IActionResult> Page(UnitOfWork work, TopicSubject kind, long id, TopicForm form) =>
        await desk.Home(work, kind, id) is { } home
            ? View(new TopicPage(home, FollowRoutes.Topic(kind, id), form, portal.Value.ThemesInUse, await districts.All(work)))
            : NotFound();
}
