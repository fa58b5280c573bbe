using GrantsPortal.Calls;
using GrantsPortal.Funds;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Forms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Calls.Desk;

/// <summary>The officers' calls: the list, a call as a whole, and what is done with it as a whole.</summary>
public sealed class ManageCallsController(DeskTools tools, CallDesk desk, IOptions<PortalOptions> portal, IEnumerable<ICallFigures> figures) : CallDeskController(tools)
{
    private const int PageSize = 50;

    /// <summary>Every call, filtered by the address.</summary>
    [HttpGet(CallRoutes.Desk)]
    public async Task<IActionResult> Index(string? state, long? programme, bool mine, string? q, long? after)
    {
        var filter = new CallFilter(Enum.TryParse<CallState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null, programme, mine ? User.Actor().PersonId : null, q);
        await using var work = await Database.Read();
        var found = await CallRepository.Desk(work, work.Now, filter, after, PageSize + 1);
        var shown = found.Take(PageSize).ToList();
        return View(new CallList(filter, shown, await CallRepository.DeskCounts(work, work.Now, filter), await ProgrammeRepository.All(work))
        {
            Now = work.Now,
            Figures = await Counted(work, shown.Select(row => row.Id).ToList()),
            Mine = mine,
            After = after,
            Next = found.Count > PageSize ? shown[^1].Id : null,
            MayRun = CallRules.MayRun(User.Actor()),
        });
    }

    /// <summary>Where a call is begun.</summary>
    [HttpGet(CallRoutes.New), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> New(long? from) => View(await Choices(new NewCallForm { CopyFromId = from?.ToString(System.Globalization.CultureInfo.InvariantCulture) }));

    /// <summary>Begins a draft.</summary>
    [HttpPost(CallRoutes.New), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> New(NewCallForm form)
    {
        var begun = await desk.Create(User.Actor(), form.Read());
        if (begun.Done)
        {
            TempData.SayDone(T["The draft is there. Nobody outside sees it until you publish it."]);
            return LocalRedirect(CallRoutes.Manage(begun.Value.Slug));
        }

        Say(begun.Refusals);
        return View(await Choices(form));
    }

    /// <summary>A call as a whole: where it stands, what is missing, what can be done.</summary>
    [HttpGet(CallRoutes.Desk + "/{slug}")]
    public async Task<IActionResult> Overview(string slug)
    {
        await using var work = await Database.Read();
        return await DeskCall.Read(work, slug, User) is { } call
            ? View(new OverviewPage(call, (await Counted(work, [call.Call.Id])).GetValueOrDefault(call.Call.Id)))
            : NotFound();
    }

    /// <summary>The call as applicants will see it: its page, its check, its form.</summary>
    [HttpGet(CallRoutes.Desk + "/{slug}/preview")]
    public async Task<IActionResult> Preview(string slug, string? page) =>
        await Load(slug) is { } call ? View(page switch { "check" => "PreviewCheck", "form" => "PreviewForm", _ => "PreviewCall" }, call) : NotFound();

    /// <summary>What publishing will do, and when.</summary>
    [HttpGet(CallRoutes.Desk + "/{slug}/publish"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Publish(string slug) =>
        await Load(slug) is { Call.Stage: CallStage.Draft } call ? View(new PublishPage(call, PublishForm.Of(call.Call, portal.Value.Zone))) : NotFound();

    /// <summary>Publishes.</summary>
    [HttpPost(CallRoutes.Desk + "/{slug}/publish"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Publish(string slug, PublishForm form)
    {
        if (await Load(slug) is not { } call)
        {
            return NotFound();
        }

        if (form.When == "later" && form.OpensAt is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.OpensAt), T["Enter when the call opens"]);
        }

        if (ModelState.IsValid)
        {
            var done = await desk.Publish(User.Actor(), call.Call.Id, form.Version, form.When == "later" ? form.OpensAt?.In(portal.Value.Zone) : null);
            if (done.Done)
            {
                TempData.SayDone(done.Value.OpensAt > done.Value.PublishedAt ? T["The call is published. It opens by itself."] : T["The call is open."]);
                return LocalRedirect(CallRoutes.Manage(slug));
            }

            Say(done.Refusals);
            form.Version = Known(call.Call, form.Version);
        }

        return View(new PublishPage(call, form));
    }

    /// <summary>Where the deadline is moved.</summary>
    [HttpGet(CallRoutes.Desk + "/{slug}/extend"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Extend(string slug) =>
        await Load(slug) is { State: CallState.Open or CallState.Scheduled } call
            ? View(new ExtendPage(call, new ExtendForm { Version = call.Call.Version }))
            : NotFound();

    /// <summary>Moves the deadline and tells who has a draft.</summary>
    [HttpPost(CallRoutes.Desk + "/{slug}/extend"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Extend(string slug, ExtendForm form)
    {
        if (await Load(slug) is not { } call)
        {
            return NotFound();
        }

        if (form.ClosesAt is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.ClosesAt), T["Enter the new closing time"]);
        }

        if (ModelState.IsValid)
        {
            var done = await desk.Extend(User.Actor(), call.Call.Id, form.Version, form.ClosesAt!.In(portal.Value.Zone), form.Reason ?? "");
            if (done.Done)
            {
                TempData.SayDone(T["The deadline is moved. Everybody with a draft is told by e-mail."]);
                return LocalRedirect(CallRoutes.Manage(slug));
            }

            Say(done.Refusals);
            form.Version = Known(call.Call, form.Version);
        }

        return View(new ExtendPage(call, form));
    }

    /// <summary>Puts a decided call away.</summary>
    [HttpPost(CallRoutes.Desk + "/{slug}/archive"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Archive(string slug, int version) =>
        await Load(slug) is { } call
            ? await Act(async () => (await desk.Archive(User.Actor(), call.Call.Id, version)).Plain(), T["The call is archived. Its page stays where it was."], CallRoutes.Manage(slug))
            : NotFound();

    /// <summary>Asks before a draft is deleted.</summary>
    [HttpGet(CallRoutes.Desk + "/{slug}/delete"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Delete(string slug) => await Load(slug) is { Call.Stage: CallStage.Draft } call ? View(call) : NotFound();

    /// <summary>Deletes a draft.</summary>
    [HttpPost(CallRoutes.Desk + "/{slug}/delete"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Delete(string slug, int version)
    {
        if (await Load(slug) is not { } call)
        {
            return NotFound();
        }

        var done = await desk.Delete(User.Actor(), call.Call.Id, version);
        return await Act(() => Task.FromResult(done), T["The draft is deleted."], done.Done ? CallRoutes.Desk : CallRoutes.Manage(slug));
    }

    /// <summary>The page shows the call as it is now, so that sending again is a choice made knowingly.</summary>
    private int Known(Call now, int sent)
    {
        if (now.Version != sent)
        {
            ModelState.Remove(nameof(PublishForm.Version));
        }

        return now.Version;
    }

    private async Task<NewCallPage> Choices(NewCallForm form)
    {
        await using var work = await Database.Read();
        return new(form,
            [.. (await ProgrammeRepository.All(work)).Select(programme => new FieldItem(programme.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), programme.Name))],
            [.. (await CallRepository.ToCopy(work)).Select(call => new FieldItem(call.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), call.Title))]);
    }

    private async Task<IReadOnlyDictionary<long, CallFigures>> Counted(UnitOfWork work, IReadOnlyCollection<long> calls) =>
        calls.Count > 0 && figures.FirstOrDefault() is { } source ? await source.For(work, calls) : new Dictionary<long, CallFigures>();
}
