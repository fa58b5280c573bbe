using System.ComponentModel.DataAnnotations;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Invitations;
using GrantsPortal.Organisations.Members;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Organisations.Manage;

/// <summary>The staff's list of organisations.</summary>
public sealed record OrganisationListView(string? Search, OrganisationFilter Show, IReadOnlyList<OrganisationRow> Rows, OrganisationCounts Counts, string? Next, bool First);

/// <summary>Whom an officer names as Owner, and why.</summary>
public sealed class RecoveryForm
{
    /// <summary>Address of an existing person.</summary>
    [Display(Name = "E-mail address of the new Owner")]
    public string? Email { get; set; }

    /// <summary>What shows that it is right.</summary>
    [Display(Name = "Evidence")]
    public string? Evidence { get; set; }
}

/// <summary>One organisation, for staff.</summary>
public sealed record OrganisationDeskView(
    Organisation Organisation,
    IReadOnlyList<Member> Members,
    IReadOnlyList<JoinRequest> Requests,
    IReadOnlyList<OwnershipRecovery> Recoveries,
    long Me,
    bool MayAct,
    int Days,
    DateTimeOffset Now)
{
    /// <summary>The recovery that is being started.</summary>
    public RecoveryForm Form { get; init; } = new();

    /// <summary>The recovery that is going on, or null.</summary>
    public OwnershipRecovery? Open => Recoveries.FirstOrDefault(recovery => recovery.IsOpen);

    /// <summary>How many Owners who can sign in there are.</summary>
    public int Owners => Members.Count(member => member.Role == MemberRole.Owner && member.DisabledAt is null);
}

/// <summary>Organisations as staff see them: who they are, who their members are, and the recovery of lost ownership.</summary>
[Authorize(Policies.ReadDesk)]
[Route(OrganisationRoutes.ManageAll)]
public sealed class ManageOrganisationsController(RecoveryDesk recovery, PortalDatabase database, Sentences sentences, IStringLocalizer<Texts> texts, IOptions<OrganisationOptions> options) : Controller
{
    private const int PageSize = 50;

    /// <summary>The list, by name, its filters in the address.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? search, OrganisationFilter show, string? after, long afterId)
    {
        await using var work = await database.Read();
        var rows = await OrganisationRepository.Search(work, search, show, after, afterId, PageSize + 1);
        var counts = await OrganisationRepository.Counts(work, search);
        var next = rows.Count > PageSize ? Url.Action(nameof(Index), new { search, show, after = rows[PageSize - 1].FoldedName, afterId = rows[PageSize - 1].Id }) : null;
        return View(new OrganisationListView(search, show, [.. rows.Take(PageSize)], counts, next, after is null));
    }

    /// <summary>One organisation.</summary>
    [HttpGet("{slug}")]
    public async Task<IActionResult> Show(string slug) => await Read(slug) is { } page ? View(page) : NotFound();

    /// <summary>Names a new Owner.</summary>
    [HttpPost("{slug}/recovery")]
    [Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> Start(string slug, RecoveryForm form) =>
        Act(slug, form, id => recovery.Start(User.Actor(), id, form.Email, form.Evidence), texts["Everybody it concerns has notice; the waiting time runs"]);

    /// <summary>Lets the recovery go on after an objection.</summary>
    [HttpPost("{slug}/recovery/{id:long}/go-on")]
    [Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> GoOn(string slug, long id, string? note) =>
        Act(slug, null, organisation => recovery.GoOn(User.Actor(), organisation, id, note), texts["It goes on, with a new waiting time; everybody it concerns has notice"]);

    /// <summary>Gives the recovery up.</summary>
    [HttpPost("{slug}/recovery/{id:long}/cancel")]
    [Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> Cancel(string slug, long id, string? note) =>
        Act(slug, null, organisation => recovery.Cancel(User.Actor(), organisation, id, note), texts["Given up; everybody it concerns is told"]);

    /// <summary>Makes the person Owner now that the waiting time is over.</summary>
    [HttpPost("{slug}/recovery/{id:long}/finish")]
    [Authorize(Policies.LookAfterPartners)]
    public Task<IActionResult> Finish(string slug, long id) =>
        Act(slug, null, organisation => recovery.Finish(User.Actor(), organisation, id), texts["The organisation has an Owner again"]);

    private async Task<IActionResult> Act(string slug, RecoveryForm? form, Func<long, Task<Outcome?>> act, string said)
    {
        var page = await Read(slug);
        var outcome = page is null ? null : await act(page.Organisation.Id);
        if (page is null || outcome is not { } answered)
        {
            return NotFound();
        }

        if (answered.Done)
        {
            TempData.SayDone(said);
            return LocalRedirect(OrganisationRoutes.Manage(slug));
        }

        ModelState.AddRefusals(answered.Refusals, sentences);
        return View("Show", page with { Form = form ?? new() });
    }

    private async Task<OrganisationDeskView?> Read(string slug)
    {
        await using var work = await database.Read();
        if (await OrganisationRepository.FindBySlug(work, slug) is not { } organisation)
        {
            return null;
        }

        return new OrganisationDeskView(
            organisation,
            await MemberRepository.Of(work, organisation.Id),
            await JoinRepository.Waiting(work, organisation.Id),
            await RecoveryRepository.Of(work, organisation.Id),
            User.Actor().Person,
            User.Actor().Is(Roles.ProgrammeOfficer, Roles.FocalPoint),
            options.Value.RecoveryDays,
            work.Now);
    }
}
