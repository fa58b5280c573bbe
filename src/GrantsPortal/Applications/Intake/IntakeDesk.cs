using GrantsPortal.Applications.Consortia;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Intake;

/// <summary>
/// What officers do with submitted applications. Everything here is refused with <c>application.not-found</c>,
/// <c>application.officers-only</c>, <c>application.own-organisation</c>, <c>state.not-from-here</c> or
/// <c>application.changed-meanwhile</c>, besides what each method names.
/// </summary>
public sealed class IntakeDesk(PortalDatabase database)
{
    /// <summary>Most applications found eligible at once.</summary>
    public const int MostAtOnce = 200;

    /// <summary>Finds an application eligible and gives it to reviewers; the reason is kept for staff.</summary>
    public async Task<Outcome> Eligible(Actor actor, string reference, string? reason) =>
        (await EligibleAll(actor, [reference], reason)).Plain();

    /// <summary>
    /// Finds several eligible, all or none, and says how many; each reference once. Refused as well with
    /// <c>application.nobody-chosen</c>, <c>application.two-decide</c> (a call of the short road has no reviewers) and <c>application.too-many-chosen</c>.
    /// </summary>
    public async Task<Outcome<int>> EligibleAll(Actor actor, IReadOnlyCollection<string> references, string? reason)
    {
        var chosen = references.Distinct(StringComparer.Ordinal).ToList();
        if (chosen.Count is 0 or > MostAtOnce)
        {
            return chosen.Count == 0 ? new Refusal("application.nobody-chosen") : new Refusal("application.too-many-chosen", MostAtOnce);
        }

        await using var work = await database.Write(actor);
        var found = await ApplicationRepository.FindAll(work, chosen);
        if (found.Count != chosen.Count)
        {
            return ApplicationRefusals.NotFound;
        }

        foreach (var call in found.Select(application => application.CallId).Distinct())
        {
            if (await CallRepository.Find(work, call) is { IsRapid: true })
            {
                return new Refusal("application.two-decide");
            }
        }

        foreach (var application in found)
        {
            var moved = await Act(work, application, ApplicationStates.SendToReview);
            if (moved.Refused)
            {
                return Outcome<int>.Refuse(moved.Refusals);
            }

            await ApplicationRepository.Judged(work, moved.Value, Text(reason));
        }

        await work.Commit();
        return found.Count;
    }

    /// <summary>Finds an application not eligible and writes to everybody of the organisation why. Refused as well with <c>application.reason-missing</c>.</summary>
    public async Task<Outcome> NotEligible(Actor actor, string reference, string? reason)
    {
        if (Text(reason) is not { } why)
        {
            return new Refusal("application.reason-missing").At("Reason");
        }

        return await One(actor, reference, ApplicationStates.FindIneligible, async (work, application) =>
        {
            await ApplicationRepository.Judged(work, application, why);
            await Write(work, application, (call, atRisk) => new ApplicationIneligible(application.Reference, call.Title, application.OrganisationName, atRisk ? "" : why));
        });
    }

    /// <summary>
    /// Asks the applicant to clarify by an instant. Refused as well with <c>application.question-missing</c>,
    /// <c>application.due-missing</c>, <c>application.due-in-the-past</c>.
    /// </summary>
    public async Task<Outcome> Clarify(Actor actor, string reference, string? what, DateTimeOffset? due)
    {
        List<Refusal> wrong =
        [
            .. Text(what) is null ? [new Refusal("application.question-missing").At("What")] : Array.Empty<Refusal>(),
            .. due is null ? [new Refusal("application.due-missing").At("Due")]
                : due <= database.Clock.GetUtcNow() ? [new Refusal("application.due-in-the-past").At("Due")] : Array.Empty<Refusal>(),
        ];
        if (wrong.Count > 0)
        {
            return Outcome.Refuse(wrong);
        }

        return await One(actor, reference, ApplicationStates.RequestChanges, async (work, application) =>
        {
            await ApplicationRepository.Asked(work, application, Text(what), due);
            await Write(work, application, (call, atRisk) => new ChangesRequested(application.Reference, call.Title, application.OrganisationName, atRisk ? "" : Text(what)!, due!.Value));
        });
    }

    /// <summary>Goes on with what was submitted, without waiting for an answer.</summary>
    public Task<Outcome> GoOn(Actor actor, string reference) =>
        One(actor, reference, ApplicationStates.GoOn, (work, application) => ApplicationRepository.Asked(work, application, null, null));

    /// <summary>Adds a note; one for the applicant is told by e-mail. Refused as well with <c>application.note-missing</c>.</summary>
    public async Task<Outcome> Note(Actor actor, string reference, NoteAudience audience, string? body)
    {
        if (Text(body) is not { } text)
        {
            return new Refusal("application.note-missing").At("Body");
        }

        await using var work = await database.Write(actor);
        var application = await ApplicationRepository.FindByReference(work, reference);
        if (await Refused(work, application) is { } refusal)
        {
            return refusal;
        }

        await IntakeRepository.AddNote(work, application!.Id, audience, text);
        work.Audit("application.noted", "Application", application.Id, new { audience });
        if (audience == NoteAudience.Applicant)
        {
            await Write(work, application, (call, _) => new NoteFromCity(application.Reference, call.Title));
        }

        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<Outcome> One(Actor actor, string reference, string act, Func<UnitOfWork, Application, Task> then)
    {
        await using var work = await database.Write(actor);
        if (await ApplicationRepository.FindByReference(work, reference) is not { } application)
        {
            return ApplicationRefusals.NotFound;
        }

        var moved = await Act(work, application, act);
        if (moved.Refused)
        {
            return moved.Plain();
        }

        await then(work, moved.Value);
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<Outcome<Application>> Act(UnitOfWork work, Application application, string act) =>
        await Refused(work, application) is { } refusal ? refusal : await ApplicationRepository.Move(work, application, act);

    /// <summary>Officers act on what was submitted to them, and never on their own organisation's.</summary>
    private static async Task<Refusal?> Refused(UnitOfWork work, Application? application) =>
        !work.Actor.Is(Roles.ProgrammeOfficer) ? new Refusal("application.officers-only")
        : application is null || (application.SubmissionNumber == 0 && !(application.State == ApplicationState.Draft && application.OfficerMayLook)) ? ApplicationRefusals.NotFound
        : await ConsortiumRepository.Belongs(work, application.Id, work.Actor.Person)
            ? new Refusal("application.own-organisation")
        : null;

    private static async Task Write(UnitOfWork work, Application application, Func<Call, bool, Message> message)
    {
        var call = await CallRepository.Find(work, application.CallId) ?? throw new InvalidOperationException($"{application.Reference} has no call.");
        var organisation = application.OrganisationId is { } id ? await OrganisationRepository.Find(work, id) : null;
        foreach (var person in await ApplicationPeople.Of(work, application))
        {
            work.Mail(person.AsRecipient(), message(call, organisation?.LettersBy == LetterDelivery.SignIn), "Application", application.Id);
        }
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
