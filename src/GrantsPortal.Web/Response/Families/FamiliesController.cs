using System.Globalization;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Families;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Conflicts;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Response.Families;

/// <summary>The register of support for families: what is asked for and offered, written down and changed. Everybody sees of it what <see cref="FamilySight"/> says; the rest is not there.</summary>
[Authorize(Policies.ReadPartnerships)]
public sealed class FamiliesController(PortalDatabase database, FamilyDesk desk, FamilyForms forms, FamilyWords words, IStringLocalizer<Texts> texts, IOptions<PortalOptions> portal) : Controller
{
    private const int PageSize = 40;
    private const string One = FamilyRoutes.All + "/{reference}";

    /// <summary>The register, filters in the address; nothing of an exercise is in it.</summary>
    [HttpGet(FamilyRoutes.All)]
    public async Task<IActionResult> Index(FamilyQuery query, long? before)
    {
        await using var work = await database.Read();
        var partner = query.Partner is { } id ? await OrganisationRepository.Find(work, id) : null;
        if (query.Partner is not null && partner is null)
        {
            return NotFound();
        }

        if (query.Mine)
        {
            (query.Mine, query.Follower) = (false, User.Actor().Person.ToString(CultureInfo.InvariantCulture));
        }

        var today = Today(work);
        var (sight, filter) = (await FamilySight.OfAll(work, User.Actor(), today), query.Filter());
        var found = await FamilyRepository.Page(work, sight, filter, today, before, PageSize + 1);
        var shown = found.Take(PageSize).ToList();
        return View("/Response/Families/Register.cshtml", new RegisterPage(
            query, partner, (await FamilyRepository.Counts(work, sight, filter, today)).ToDictionary(count => count.State, count => count.Number), await Rows(work, shown, today, texts["Support for families"]),
            [.. (await words.Districts(work)).Select(name => new FieldItem(name, name))], FamiliesPages.Items(await CommitmentDesk.Officers(work)), SupportRules.MayAct(User.Actor()),
            before is null ? null : query.At(query.State), found.Count > PageSize ? query.At(query.State, ("before", shown[^1].Id)) : null));
    }

    /// <summary>What is still followed after weeks, over the whole register.</summary>
    [HttpGet(FamilyRoutes.Figures)]
    public async Task<IActionResult> Figures()
    {
        await using var work = await database.Read();
        return View("/Response/Families/Figures.cshtml", new FollowPage(await FiguresOf(work, null, portal.Value)));
    }

    /// <summary>Support for families after an incident, or in an exercise.</summary>
    [HttpGet(GrantsPortal.Response.ResponseRoutes.All + "/{reference}/" + FamilyRoutes.Tab)]
    public async Task<IActionResult> OfIncident(string reference)
    {
        await using var work = await database.Read();
        if (await IncidentFrame.Of(work, reference, FamilyRoutes.Tab) is not { } frame)
        {
            return NotFound();
        }

        var today = Today(work);
        var sight = await FamilySight.OfAll(work, User.Actor(), today);
        var found = await FamilyRepository.Page(work, sight, new FamilyFilter { IncidentId = frame.Incident.Id }, today, null, 500);
        var figures = await FiguresOf(work, frame.Incident.Id, portal.Value);
        return View("/Response/Families/OfIncident.cshtml", new IncidentFamiliesPage(
            frame, figures, await Rows(work, [.. found.Where(one => one.Side == SupportSide.Asked)], today, texts["Asked for"]), await Rows(work, [.. found.Where(one => one.Side == SupportSide.Offered)], today, texts["Offered"]),
            Math.Max(0, figures.Asked + figures.Offered - found.Count), SupportRules.MayAct(User.Actor())));
    }

    /// <summary>Where one is written down, after an incident or without one.</summary>
    [HttpGet(FamilyRoutes.New), Authorize(Policies.KeepPartnerships)]
    public Task<IActionResult> New(SupportSide side, string? incident, long? partner) => Form(null, new SupportForm { Side = side, Incident = incident, OrganisationId = partner }, false);

    /// <summary>Writes it down.</summary>
    [HttpPost(FamilyRoutes.New), Authorize(Policies.KeepPartnerships), EnableRateLimiting(RateLimits.Mail)]
    public async Task<IActionResult> New(SupportForm form)
    {
        if (!ModelState.IsValid)
        {
            return await Form(null, form, true);
        }

        var opened = await desk.Open(User.Actor(), form.Read(), form.Knowing);
        if (opened.Refused)
        {
            forms.Say(ModelState, opened.Plain());
            return await Form(null, form, true);
        }

        TempData.SayDone(texts["Written down as {0}. It is looked at again after 1, 4, 12 and 52 weeks", opened.Value.Reference]);
        await using var work = await database.Read();
        var readable = (await FamilySight.Of(work, User.Actor(), [opened.Value.OrganisationId], Today(work))).May(opened.Value);
        return LocalRedirect(readable ? FamilyRoutes.Show(opened.Value.Reference) : opened.Value.IncidentReference is { } incident ? FamilyRoutes.Of(incident) : FamilyRoutes.All);
    }

    /// <summary>Where one is changed.</summary>
    [HttpGet(One + "/edit"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Edit(string reference) => await Readable(reference) is { } support ? await Form(support, SupportForm.Of(support), false) : NotFound();

    /// <summary>Changes it.</summary>
    [HttpPost(One + "/edit"), Authorize(Policies.KeepPartnerships)]
    public async Task<IActionResult> Edit(string reference, SupportForm form)
    {
        if (await Readable(reference) is not { } support || (ModelState.IsValid ? await desk.Change(User.Actor(), reference, form.Version, form.Read(), form.Knowing) : Outcome.Refuse([new Refusal("family.unknown")])) is not { } changed)
        {
            return NotFound();
        }

        if (changed.Done)
        {
            TempData.SayDone(texts["Saved"]);
            return LocalRedirect(FamilyRoutes.Show(reference));
        }

        if (ModelState.IsValid)
        {
            forms.Say(ModelState, changed);
        }

        if (changed.Refusals[0].Code == "family.changed-meanwhile")
        {
            // Saving again is then a choice made knowingly.
            form.Version = support.Version;
            ModelState.Remove(nameof(form.Version));
            ViewData["Conflict"] = Between(support, form);
        }

        return await Form(support, form, true);
    }

    private ConflictView Between(FamilySupport theirs, SupportForm yours) => new(
    [
        .. new ChangedField[]
        {
            new(texts["What is it about?"], texts[FamilyNames.Of(theirs.Kind)], yours.Kind is { } kind ? texts[FamilyNames.Of(kind)] : "", "Kind"),
            new(texts["In words"], theirs.Words, yours.Words, "Words"),
            new(texts["About how many"], texts[FamilyNames.Of(theirs.Band)], yours.Band is { } band ? texts[FamilyNames.Of(band)] : "", "Band"),
            new(texts["Languages"], string.Join(", ", theirs.LanguageNames), string.Join(", ", yours.Languages), "Languages"),
            new(texts["District"], theirs.District, yours.District ?? "", "District"),
            new(texts["Incident"], theirs.IncidentReference ?? "", yours.Incident ?? "", "Incident"),
        }.Where(field => field.Theirs != field.Yours),
    ]);

    internal static async Task<FollowFigures> FiguresOf(UnitOfWork work, long? incident, PortalOptions portal) => FollowRules.Of(
        await FamilyRepository.Marks(work, incident), await FamilyRepository.ReviewMarks(work, incident), Instants.DayOf(work.Now, portal.Zone), portal.Zone);

    private static async Task<SupportRows> Rows(UnitOfWork work, IReadOnlyList<FamilySupport> supports, DateOnly today, string label)
    {
        var reviews = (await ReviewRepository.Of(work, [.. supports.Select(support => support.Id)])).Where(review => review.IsOpen).ToLookup(review => review.SupportId);
        return new SupportRows([.. supports.Select(support => new SupportRow(support, reviews[support.Id].MinBy(review => review.DueOn)))], today, label);
    }

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);

    private async Task<FamilySupport?> Readable(string reference)
    {
        await using var work = await database.Read();
        return await FamilyRepository.Find(work, reference) is { ForgottenAt: null } support && (await FamilySight.Of(work, User.Actor(), [support.OrganisationId], Today(work))).May(support) ? support : null;
    }

    private async Task<IActionResult> Form(FamilySupport? support, SupportForm form, bool again)
    {
        await using var work = await database.Read();
        var incident = string.IsNullOrEmpty(form.Incident) ? null : await IncidentRepository.Find(work, form.Incident);
        if (!again && incident is null && !string.IsNullOrEmpty(form.Incident))
        {
            return NotFound();
        }

        return View("/Response/Families/Edit.cshtml", new SupportEditPage(
            support, await forms.Fields(work, support?.OrganisationId ?? form.OrganisationId ?? 0, form, again), incident,
            support is null ? [.. (await FamilyRepository.Partners(work)).Select(partner => new FieldItem(partner.Id.ToString(CultureInfo.InvariantCulture), partner.Name))] : [],
            [.. (await IncidentRepository.All(work, false, 100)).Select(row => new FieldItem(row.Reference, $"{row.Title} ({row.Reference})"))], FamiliesPages.Items(await CommitmentDesk.Officers(work))));
    }
}
