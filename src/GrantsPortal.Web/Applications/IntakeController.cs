using System.Globalization;
using GrantsPortal.Applications;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Intake;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Applications;

/// <summary>The officers' desk of applications. Every staff role reads; programme officers act.</summary>
[Authorize(Policies.ReadDesk)]
public sealed class IntakeController(PortalDatabase database, IntakeDesk desk, Written written, IStringLocalizer<Texts> texts, Sentences sentences) : Controller
{
    private const int PageSize = 50;

    private static string Language => CultureInfo.CurrentUICulture.Name;

    /// <summary>The list; its filters are in the address.</summary>
    [HttpGet(ApplicationRoutes.Desk)]
    public async Task<IActionResult> Index(string? call, ApplicationState? state, string? search, long? before)
    {
        var filter = new IntakeFilter(string.IsNullOrWhiteSpace(call) ? null : call, state, search, User.Actor().Is(Roles.ProgrammeOfficer));
        await using var work = await database.Read();
        var rows = await IntakeRepository.Rows(work, filter, Language, before, PageSize + 1);
        return View(new IntakeList(
            filter,
            [.. rows.Take(PageSize)],
            await IntakeRepository.Counts(work, filter),
            await IntakeRepository.Calls(work, Language),
            before is null ? null : IntakeList.Address(filter),
            rows.Count > PageSize ? IntakeList.Address(filter, rows[PageSize - 1].Id) : null)
        {
            MayAct = User.Actor().Is(Roles.ProgrammeOfficer),
        });
    }

    /// <summary>One application: what was submitted last, its history, and what can be done now.</summary>
    [HttpGet(ApplicationRoutes.Desk + "/{reference}")]
    public Task<IActionResult> Show(string reference) => Page(reference, null, new IntakeForm());

    /// <summary>One submission of an application.</summary>
    [HttpGet(ApplicationRoutes.Desk + "/{reference}/submissions/{number:int}")]
    public Task<IActionResult> Submission(string reference, int number) => Page(reference, number, new IntakeForm());

    /// <summary>Finds it eligible.</summary>
    [HttpPost(ApplicationRoutes.Desk + "/{reference}/eligible"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Eligible(string reference, IntakeForm form) =>
        await After(reference, form, await desk.Eligible(User.Actor(), reference, form.EligibleReason), texts["{0} is eligible and ready for reviewers", reference]);

    /// <summary>Finds it not eligible.</summary>
    [HttpPost(ApplicationRoutes.Desk + "/{reference}/not-eligible"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> NotEligible(string reference, IntakeForm form) =>
        await After(reference, form, await desk.NotEligible(User.Actor(), reference, form.Reason), texts["{0} is not eligible. The applicant is told why", reference]);

    /// <summary>Asks for clarification.</summary>
    [HttpPost(ApplicationRoutes.Desk + "/{reference}/clarify"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Clarify(string reference, IntakeForm form) => ModelState.IsValid
        ? await After(reference, form, await desk.Clarify(User.Actor(), reference, form.What, form.Due?.In(written.Zone)), texts["The applicant is asked to clarify"])
        : await Page(reference, null, form);

    /// <summary>Goes on with what was submitted.</summary>
    [HttpPost(ApplicationRoutes.Desk + "/{reference}/go-on"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> GoOn(string reference) =>
        await After(reference, new IntakeForm(), await desk.GoOn(User.Actor(), reference), texts["{0} goes on as it was submitted", reference]);

    /// <summary>Adds a note.</summary>
    [HttpPost(ApplicationRoutes.Desk + "/{reference}/notes"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> Note(string reference, IntakeForm form) =>
        await After(reference, form, await desk.Note(User.Actor(), reference, form.Audience, form.Body),
            form.Audience == NoteAudience.Applicant ? texts["The note is kept, and the applicant is told"] : texts["The note is kept"]);

    /// <summary>Names and counts those that are about to be found eligible.</summary>
    [HttpPost(ApplicationRoutes.Eligible + "/check"), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> CheckEligible(List<string> chosen)
    {
        await using var work = await database.Read();
        var found = chosen.Count is 0 or > IntakeDesk.MostAtOnce ? [] : await ApplicationRepository.FindAll(work, chosen);
        var ready = found.Where(application => application.State == ApplicationState.Submitted).ToList();
        if (ready.Count == 0)
        {
            TempData.SayNote(texts["Choose at least one application that waits for a decision on eligibility, and at most {0}", IntakeDesk.MostAtOnce]);
            return LocalRedirect("~" + ApplicationRoutes.Desk);
        }

        return View("EligibleAll", new EligiblePage(ready, [.. found.Where(application => application.SubmissionNumber > 0 && application.State != ApplicationState.Submitted)]));
    }

    /// <summary>Finds them eligible, all or none.</summary>
    [HttpPost(ApplicationRoutes.Eligible), Authorize(Policies.RunCalls)]
    public async Task<IActionResult> EligibleAll(List<string> chosen, string? reason)
    {
        var done = await desk.EligibleAll(User.Actor(), chosen, reason);
        if (done.Refusals.IsMissing())
        {
            return NotFound();
        }

        if (done.Refused)
        {
            TempData.SayNote(texts["Nothing was changed. {0}", string.Join(". ", done.Refusals.Select(sentences.Say))]);
        }
        else
        {
            TempData.SayDone(done.Value == 1 ? texts["1 application is eligible"] : texts["{0} applications are eligible", done.Value]);
        }

        return LocalRedirect("~" + ApplicationRoutes.Desk);
    }

    private async Task<IActionResult> After(string reference, IntakeForm form, Outcome outcome, string done)
    {
        if (outcome.Refused)
        {
            ModelState.AddRefusals(outcome.Refusals, sentences);
            return outcome.Refusals.IsMissing() ? NotFound() : await Page(reference, null, form);
        }

        TempData.SayDone(done);
        return LocalRedirect("~" + ApplicationRoutes.Manage(reference));
    }

    private async Task<IActionResult> Page(string reference, int? number, IntakeForm form)
    {
        await using var work = await database.Read();
        var application = await ApplicationRepository.FindByReference(work, reference);
        var view = application is null ? null : await Seen(work, application, number);
        if (application is null || view is null || await CallRepository.Find(work, application.CallId, Language) is not { } call)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return View("Show", new IntakePage(application, call, view)
        {
            Submissions = await ApplicationRepository.SubmissionsOf(work, application.Id),
            Notes = await IntakeRepository.Notes(work, application.Id),
            History = await IntakeRepository.History(work, application.Id),
            Eligibility = await EligibilityWords(work, application),
            MayAct = User.Actor().Is(Roles.ProgrammeOfficer),
            Form = form,
        });
    }

    /// <summary>What staff may see: a submission; of a draft nothing, unless its writer asked officers to look.</summary>
    private async Task<SubmissionView?> Seen(UnitOfWork work, Application application, int? number)
    {
        if (application.SubmissionNumber > 0)
        {
            return await SubmissionReader.Read(work, application, number ?? application.SubmissionNumber, Language);
        }

        return application is { State: ApplicationState.Draft, OfficerMayLook: true } && User.Actor().Is(Roles.ProgrammeOfficer) && number is null
            ? SubmissionReader.Read(await DraftLoader.Of(work, application, mayEdit: false, Language), Language)
            : null;
    }

    private static async Task<IReadOnlyList<(string Question, string Answer)>> EligibilityWords(UnitOfWork work, Application application)
    {
        var form = await CallRepository.Form(work, application.CallId, application.FormVersion);
        var given = application.Eligibility is { } json ? GrantsPortal.Platform.Json.Read<Dictionary<string, string>>(json) : [];
        return form is null ? [] : [.. form.Read().Eligibility.Where(question => given.ContainsKey(question.Key)).Select(question => (
            question.Text.For(Language),
            question.Offered().FirstOrDefault(choice => choice.Key == given[question.Key])?.Label.For(Language) ?? given[question.Key]))];
    }
}
