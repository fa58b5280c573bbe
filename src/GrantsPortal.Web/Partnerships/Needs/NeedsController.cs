using System.Globalization;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Needs;

/// <summary>The register of needs and concerns: read, noted, answered and told back.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class NeedsController(PortalDatabase database, NeedDesk desk, CityDistricts districts, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int PageSize = 40;
    private const string One = PartnershipRoutes.Needs + "/{id:long}";

    /// <summary>The register, filters in the address.</summary>
    [HttpGet(PartnershipRoutes.Needs)]
    public async Task<IActionResult> Index(NeedKind? kind, string? theme, string? district, Seriousness? seriousness, NeedStatus? status, long? partner, DateOnly? after, long afterId)
    {
        await using var work = await database.Read();
        var organisation = partner is { } known ? await OrganisationRepository.Find(work, known) : null;
        if (partner is not null && organisation is null)
        {
            return NotFound();
        }

        var filter = new NeedFilter { Kind = kind, Theme = theme, District = string.IsNullOrEmpty(district) ? null : district, Seriousness = seriousness, Status = status, OrganisationId = partner };
        var rows = await NeedRepository.Page(work, filter, after is { } on ? new NeedKey(on, afterId) : null, PageSize + 1);
        var shown = rows.Take(PageSize).ToList();
        var next = rows.Count > PageSize ? At(filter, status, ("after", shown[^1].RaisedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("afterId", shown[^1].Id)) : null;
        var readings = await PartnerReading.Of(work, User.Actor(), [.. shown.Select(need => need.OrganisationId).Distinct()], Today(work));
        var counts = (await NeedRepository.Counts(work, filter)).ToDictionary(count => count.Status, count => count.Number);
        return View(new NeedsPage(filter, organisation, counts, [.. shown.Where(need => readings[need.OrganisationId].May(PartnerField.Needs))], portal.Value.ThemesInUse, await NeedRepository.Districts(work), after is null ? null : At(filter, status), next));
    }

    /// <summary>Needs and concerns over time, as a chart and as tables.</summary>
    [HttpGet(PartnershipRoutes.NeedTrends)]
    public async Task<IActionResult> Trends(NeedKind? kind, string? theme, string? district)
    {
        await using var work = await database.Read();
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var filter = new NeedFilter { Kind = kind, Theme = theme, District = string.IsNullOrEmpty(district) ? null : district, From = NeedTrendRules.Begins(today), Until = today };
        return View(new NeedTrendPage(NeedTrendRules.Of(await NeedRepository.Days(work, filter), today), filter, portal.Value.ThemesInUse, await NeedRepository.Districts(work)));
    }

    /// <summary>The page that notes one outside an engagement.</summary>
    [HttpGet(PartnershipRoutes.All + "/{partner:long}/needs/new"), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> New(long partner) => Form(partner, null, null);

    /// <summary>Notes it.</summary>
    [HttpPost(PartnershipRoutes.All + "/{partner:long}/needs/new"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> New(long partner, NeedForm form) =>
        !ModelState.IsValid ? await Form(partner, null, form)
        : await desk.Note(User.Actor(), form.Read(partner), form.Knowing) is not { } noted ? NotFound()
        : noted.Done ? Done(texts["Noted"], PartnershipRoutes.Show(partner) + "#needs")
        : await Refused(partner, null, form, noted);

    /// <summary>The page that changes one.</summary>
    [HttpGet(One + "/edit"), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> Edit(long id) => Form(null, id, null);

    /// <summary>Changes it.</summary>
    [HttpPost(One + "/edit"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Edit(long id, NeedForm form) =>
        !ModelState.IsValid ? await Form(null, id, form)
        : await desk.Change(User.Actor(), id, form.Version, form.Read(0), form.Knowing) is not { } changed ? NotFound()
        : changed.Done ? Done(texts["Saved"], PartnershipRoutes.Need(id))
        : await Refused(null, id, form, changed);

    /// <summary>One, and what was said of it.</summary>
    [HttpGet(One)]
    public Task<IActionResult> Show(long id) => Page(id, null, "");

    /// <summary>Says what was done, and tells the partner when asked to.</summary>
    [HttpPost(One), Authorize(Policies.KeepPartnerships), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> Answer(long id, AnswerForm form)
    {
        if (await desk.Answer(User.Actor(), id, form.Version, string.IsNullOrEmpty(form.Act) ? null : form.Act, form.Words, form.Tell, form.Knowing) is not { } answered)
        {
            return NotFound();
        }

        if (answered.Done)
        {
            return Done(form.Tell ? texts["Noted, and the partner is told"] : texts["Noted"], PartnershipRoutes.Need(id));
        }

        ModelState.AddRefusals(answered.Refusals, sentences);
        if (answered.Refusals[0].Code == "need.changed-meanwhile")
        {
            ModelState.Remove(nameof(form.Version));
        }

        return await Page(id, form, answered.Refusals[0].Code);
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);

    /// <summary>The register's address with a filter and a status.</summary>
    private static string At(NeedFilter filter, NeedStatus? status, params (string, object?)[] more) => Address.Of(
        PartnershipRoutes.Needs,
        [("kind", filter.Kind), ("theme", filter.Theme), ("district", filter.District), ("seriousness", filter.Seriousness), ("status", status), ("partner", filter.OrganisationId), .. more]);

    private LocalRedirectResult Done(string words, string path)
    {
        TempData.SayDone(words);
        return LocalRedirect(path);
    }

    private async Task<IActionResult> Refused(long? partner, long? id, NeedForm form, Outcome outcome)
    {
        ModelState.AddRefusals(outcome.Refusals, sentences);
        return await Form(partner, id, form, outcome.Refusals[0].Code);
    }

    private async Task<IActionResult> Form(long? partner, long? id, NeedForm? form, string refused = "")
    {
        await using var work = await database.Read();
        var need = id is { } known ? await NeedRepository.Find(work, known) : null;
        if ((id is not null && (need is null || !(await PartnerReading.Of(work, User.Actor(), need.OrganisationId, Today(work))).May(PartnerField.Needs))) || await OrganisationRepository.Find(work, need?.OrganisationId ?? partner!.Value) is not { } organisation)
        {
            return NotFound();
        }

        if (refused == "need.changed-meanwhile" && need is not null)
        {
            // Saving again is then a choice made knowingly.
            form!.Version = need.Version;
            ModelState.Remove(nameof(form.Version));
        }

        var all = await districts.All(work);
        form ??= need is null ? new NeedForm { District = organisation.District is { } own && all.Contains(own) ? own : null } : NeedForm.Of(need);
        var seal = refused == "personal.points" ? Pointed(await NeedMoves.Points(work, organisation.Id, form.Words)) : "";
        return View("Edit", new NeedEditPage(organisation, need, form, portal.Value.ThemesInUse, all, seal));
    }

    private async Task<IActionResult> Page(long id, AnswerForm? form, string refused)
    {
        await using var work = await database.Read();
        if (await NeedRepository.Find(work, id) is not { } need || !(await PartnerReading.Of(work, User.Actor(), need.OrganisationId, Today(work))).May(PartnerField.Needs))
        {
            return NotFound();
        }

        var seal = refused == "personal.points" ? Pointed(await NeedMoves.Points(work, need.OrganisationId, form!.Words)) : "";
        var people = (await desk.Reached(work, need.OrganisationId)).Count;
        form ??= new AnswerForm { Tell = people > 0 };
        form.Version = need.Version;
        var theme = portal.Value.ThemesInUse.FirstOrDefault(one => one.Code == need.Theme)?.Name ?? need.Theme;
        return View("Show", new NeedPage(need, theme, [.. (await NeedRepository.Replies(work, [id]))[id]], form, CommitmentRules.MayKeep(User.Actor()), people, seal));
    }

    /// <summary>The seal of pieces that were not answered for; the box shows unticked.</summary>
    private string Pointed(IReadOnlyList<PersonalPoint> points)
    {
        ModelState.Remove("Knowing");
        ModelState.AddModelError("Knowing", texts["Say that you have looked at it"]);
        return PersonalTextRules.Seal(points);
    }
}

/// <summary>What the reader's own organisations raised, and what came of it.</summary>
[Authorize(Policies.SignedIn)]
public sealed class MyNeedsController(PortalDatabase database, IOptions<PortalOptions> portal) : Controller
{
    /// <summary>Everything that was answered.</summary>
    [HttpGet(PartnershipRoutes.MyNeeds)]
    public async Task<IActionResult> Index()
    {
        await using var work = await database.Read();
        var told = await NeedRepository.ToldTo(work, User.Actor().Person);
        var readings = await PartnerReading.Of(work, User.Actor(), [.. told.Select(need => need.OrganisationId).Distinct()], Instants.DayOf(work.Now, portal.Value.Zone));
        var needs = told.Where(need => readings[need.OrganisationId].May(PartnerField.Needs)).ToList();
        return View("/Partnerships/Needs/Mine.cshtml", new MyNeedsPage(needs, await NeedRepository.Replies(work, [.. needs.Select(need => need.Id)])));
    }
}
