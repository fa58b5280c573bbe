using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Intake;
using GrantsPortal.Applications.Submitting;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Applications;

/// <summary>One's own applications: the list, the task list of a draft, where a sent one stands.</summary>
public sealed class MyApplicationsController(
    PortalDatabase database, DraftDesk drafts, SubmissionDesk submissions, IStringLocalizer<Texts> texts, Sentences sentences)
    : ApplicantController(database, texts, sentences)
{
    private const int PageSize = 20;

    /// <summary>The list, newest first.</summary>
    [HttpGet(ApplicationRoutes.List)]
    public async Task<IActionResult> Index(long? before)
    {
        await using var work = await Database.Read();
        var rows = await ApplicationRepository.Mine(work, Actor.Person, Language, before, PageSize + 1);
        return View(new MyApplicationsList(
            [.. rows.Take(PageSize)],
            before is null ? null : ApplicationRoutes.List,
            rows.Count > PageSize ? $"{ApplicationRoutes.List}?before={rows[PageSize - 1].Id}" : null));
    }

    /// <summary>The task list while it is being written, else where it stands.</summary>
    [HttpGet(ApplicationRoutes.List + "/{reference}")]
    public async Task<IActionResult> Show(string reference)
    {
        await using var work = await Database.Read();
        if (await DraftLoader.Find(work, reference, Actor.Person, Language) is not { } draft)
        {
            return NotFound();
        }

        var page = new MyApplication(draft)
        {
            Others = [.. (await ApplicationRepository.Others(work, draft.Call.Id, Actor.Person, draft.Application.Id, Language)).Where(other => MayBeTheSame(draft, other))],
            Members = [.. (await ApplicationRepository.Colleagues(work, Actor.Person)).Where(member => member.OrganisationId == draft.Application.OrganisationId)],
            Submissions = await ApplicationRepository.SubmissionsOf(work, draft.Application.Id),
            Notes = await IntakeRepository.Notes(work, draft.Application.Id, NoteAudience.Applicant),
            EmailConfirmed = (await PersonRepository.Find(work, Actor.Person))?.EmailConfirmed == true,
        };
        return View(draft.IsOpen ? "TaskList" : "Status", page);
    }

    private static bool MayBeTheSame(Draft draft, MyApplicationRow other) =>
        draft.Application.State == ApplicationState.Draft
        && (draft.Application.OrganisationId is null || other.OrganisationName.Length == 0 || other.OrganisationName == draft.Application.OrganisationName);

    /// <summary>What changed in the form meanwhile.</summary>
    [HttpGet(ApplicationRoutes.List + "/{reference}/form-changes")]
    public async Task<IActionResult> FormChanges(string reference)
    {
        await using var work = await Database.Read();
        if (await DraftLoader.Find(work, reference, Actor.Person, Language) is not { } draft)
        {
            return NotFound();
        }

        if (!draft.FormChanged || await CallRepository.Form(work, draft.Call.Id, draft.Call.FormVersion) is not { } now)
        {
            return LocalRedirect("~" + ApplicationRoutes.Mine(reference));
        }

        return View(new FormChangesPage(draft, FormDifference.Between(draft.Form, now.Read()), Language));
    }

    /// <summary>Goes on with the new form.</summary>
    [HttpPost(ApplicationRoutes.List + "/{reference}/form-changes")]
    public async Task<IActionResult> TakeForm(string reference) =>
        After((await drafts.TakeNewForm(Actor, reference)).Refusals, ApplicationRoutes.Mine(reference), T["Your draft now has the new questions. Everything you wrote is kept"]);

    /// <summary>Who could be let in to look at the draft.</summary>
    [HttpGet(ApplicationRoutes.List + "/{reference}/help")]
    public async Task<IActionResult> Look(string reference)
    {
        await using var work = await Database.Read();
        var draft = await DraftLoader.Find(work, reference, Actor.Person, Language);
        return draft?.Application.State == ApplicationState.Draft
            ? View(new LookPage(draft, [.. (await PersonRepository.WithRole(work, Roles.ProgrammeOfficer)).Select(person => person.Name)]))
            : NotFound();
    }

    /// <summary>Lets officers look, or no longer.</summary>
    [HttpPost(ApplicationRoutes.List + "/{reference}/help")]
    public async Task<IActionResult> LetLook(string reference, bool may) =>
        After((await drafts.LetLook(Actor, reference, may)).Refusals, ApplicationRoutes.Mine(reference),
            may ? T["Officers can now read your draft"] : T["Nobody outside can read your draft now"]);

    /// <summary>Confirms withdrawing.</summary>
    [HttpGet(ApplicationRoutes.List + "/{reference}/withdraw")]
    public async Task<IActionResult> Withdraw(string reference) =>
        await Find(reference) is { } draft && ApplicationStates.Table.Can(draft.Application.State, ApplicationStates.Withdraw) ? View(draft) : NotFound();

    /// <summary>Withdraws.</summary>
    [HttpPost(ApplicationRoutes.List + "/{reference}/withdraw")]
    public async Task<IActionResult> WithdrawNow(string reference) =>
        After((await submissions.Withdraw(Actor, reference)).Refusals, ApplicationRoutes.Mine(reference), T["The application is withdrawn"]);
}
