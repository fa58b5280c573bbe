using System.Globalization;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Briefs;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Briefs;

/// <summary>Briefs upward: drawn from the register, worded, ordered, kept as documents.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class BriefsController(PortalDatabase database, BriefDesk desk, FileStore files, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal, IOptions<BriefOptions> options) : Controller
{
    private const int PageSize = 30;
    private const string One = PartnershipRoutes.Briefs + "/{id:long}";
    private const string Point = One + "/points/{point:long}";

    /// <summary>All, the latest first.</summary>
    [HttpGet(PartnershipRoutes.Briefs)]
    public async Task<IActionResult> Index(string? before, long beforeId)
    {
        await using var work = await database.Read();
        DateTimeOffset? key = DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;
        var rows = await BriefRepository.Page(work, key, beforeId, PageSize + 1);
        var next = rows.Count > PageSize ? Address.Of(PartnershipRoutes.Briefs, ("before", rows[PageSize - 1].CreatedAt.ToString("O", CultureInfo.InvariantCulture)), ("beforeId", rows[PageSize - 1].Id)) : null;
        return View(new BriefsPage([.. rows.Take(PageSize)], CommitmentRules.MayKeep(User.Actor()), key is null ? null : PartnershipRoutes.Briefs, next));
    }

    /// <summary>The page that begins one, for the last year.</summary>
    [HttpGet(PartnershipRoutes.Briefs + "/new"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> New()
    {
        await using var work = await database.Read();
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        return Begin(new BriefForm { From = today.AddYears(-1).AddDays(1), Until = today, Least = BriefRules.LeastOf(options.Value.Least) });
    }

    /// <summary>Begins it.</summary>
    [HttpPost(PartnershipRoutes.Briefs + "/new"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> New(BriefForm form)
    {
        if (!ModelState.IsValid)
        {
            return Begin(form);
        }

        var begun = await desk.Begin(User.Actor(), form.Read());
        if (begun.Done)
        {
            return LocalRedirect(PartnershipRoutes.Brief(begun.Value));
        }

        ModelState.AddRefusals(begun.Refusals, sentences);
        return Begin(form);
    }

    /// <summary>One: its points while it is worded, its documents once it is kept.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long id) => Page(id, null);

    /// <summary>Changes what stands over the points.</summary>
    [HttpPost(One), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Change(long id, BriefForm form) => await After(id, await desk.Change(User.Actor(), id, form.Version, form.Read()), texts["Saved"], form);

    /// <summary>Keeps it as a document.</summary>
    [HttpPost(One + "/keep"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Keep(long id, int version) => await After(id, await desk.Keep(User.Actor(), id, version), texts["Kept as a document"], null);

    /// <summary>Moves a point up or down.</summary>
    [HttpPost(Point + "/move"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Move(long id, long point, int version, bool up) => await After(id, await desk.Move(User.Actor(), id, version, point, up), texts["Moved"], null);

    /// <summary>Takes a point out.</summary>
    [HttpPost(Point + "/drop"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Drop(long id, long point, int version) => await After(id, await desk.Drop(User.Actor(), id, version, point), texts["Taken out"], null);

    /// <summary>The page that words a point; 0 for a new one.</summary>
    [HttpGet(Point), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> Edit(long id, long point) => PointPage(id, point, null, "");

    /// <summary>Words it.</summary>
    [HttpPost(Point), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Edit(long id, long point, PointForm form)
    {
        if (await desk.Put(User.Actor(), id, form.Version, point == 0 ? null : point, form.Read()) is not { } put)
        {
            return NotFound();
        }

        if (put.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(PartnershipRoutes.Brief(id));
        }

        ModelState.AddRefusals(put.Refusals, sentences);
        return await PointPage(id, point, form, put.Refusals[0].Code);
    }

    /// <summary>The document; as an attachment, since it holds a style of its own.</summary>
    [HttpGet(One + "/brief.html")]
    public Task<IActionResult> Html(long id) => Document(id, false);

    /// <summary>It as a PDF.</summary>
    [HttpGet(One + "/brief.pdf")]
    public Task<IActionResult> Pdf(long id) => Document(id, true);

    private async Task<IActionResult> Document(long id, bool pdf)
    {
        await using var work = await database.Read();
        return await BriefRepository.Document(work, id, pdf) is { } file && files.Has(file.Hash) ? File(files.Open(file.Hash), file.ContentType, file.Name) : NotFound();
    }

    private async Task<IActionResult> After(long id, Outcome? outcome, string done, BriefForm? form)
    {
        if (outcome is not { } known)
        {
            return NotFound();
        }

        if (known.Done)
        {
            TempData.SayDone(done);
            return LocalRedirect(PartnershipRoutes.Brief(id));
        }

        ModelState.AddRefusals(known.Refusals, sentences);
        return await Page(id, form);
    }

    private ViewResult Begin(BriefForm form) => View("New", new BriefNewPage(form, portal.Value.ThemesInUse, BriefRules.LeastOf(options.Value.Least)));

    private async Task<IActionResult> Page(long id, BriefForm? form)
    {
        await using var work = await database.Read();
        if (await BriefRepository.Find(work, id) is not { } brief)
        {
            return NotFound();
        }

        form ??= new BriefForm { Title = brief.Title, Audience = brief.Audience, Opening = brief.Opening };
        form.Version = brief.Version;
        ModelState.Remove(nameof(form.Version));
        return View("Show", new BriefPage(brief, form, await desk.Standing(work, brief), portal.Value.ThemesInUse, brief.State == BriefState.Draft && CommitmentRules.MayKeep(User.Actor())));
    }

    private async Task<IActionResult> PointPage(long id, long point, PointForm? form, string refused)
    {
        await using var work = await database.Read();
        var brief = await BriefRepository.Find(work, id);
        var of = brief is null ? null : (await BriefRepository.Points(work, id)).FirstOrDefault(one => one.Id == point);
        if (brief is not { State: BriefState.Draft } || (of is null && point != 0))
        {
            return NotFound();
        }

        var needs = await BriefRepository.Needs(work, brief);
        var drawn = (await BriefRepository.NeedsOfPoints(work, id))[point].ToHashSet();
        form ??= new PointForm { Heading = of?.Heading, Words = of?.Words, Needs = [.. drawn.Select(need => need.ToString(CultureInfo.InvariantCulture))] };
        form.Version = brief.Version;
        ModelState.Remove(nameof(form.Version));
        var seal = "";
        if (refused == "personal.points")
        {
            seal = PersonalTextRules.Seal(desk.Pointed(form.Heading ?? "", form.Words ?? "", needs, form.Read().Needs));
            ModelState.Remove(nameof(form.Knowing));
            ModelState.AddModelError(nameof(form.Knowing), texts["Say that you have looked at it"]);
        }

        var readings = await PartnerReading.Of(work, User.Actor(), [.. needs.Select(need => need.OrganisationId).Distinct()], Instants.DayOf(work.Now, portal.Value.Zone));
        var readable = needs.Where(need => readings[need.OrganisationId].May(PartnerField.Needs)).Select(need => need.Id).ToHashSet();
        return View("Point", new PointPage(brief, point, form, needs, readable, portal.Value.ThemesInUse, seal));
    }
}
