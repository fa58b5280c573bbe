using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Applications;

/// <summary>Applications: the record itself. Answers, documents, submissions and lists stand in the files beside this one.</summary>
public static partial class ApplicationRepository
{
    private const string Columns =
        """
        a.Id, a.Reference, a.CallId, a.OrganisationId, COALESCE(o.Name, '') AS OrganisationName, a.StartedBy, a.State, a.FormVersion,
        a.Title, a.AskedMinor, a.Currency, a.Eligibility, a.OfficerMayLook, a.EligibilityReason, a.ChangesAsked, a.ChangesDueAt,
        a.CreatedAt, a.SavedAt, a.SubmittedAt, a.SubmittedHash, a.SubmissionNumber, a.ToldAt, a.Version
        """;

    private const string From = "FROM Application a LEFT JOIN Organisation o ON o.Id = a.OrganisationId";

    /// <summary>Whose an application is: its organisation's members', or the person's who began it while it has none.</summary>
    private const string Own =
        """
        ((a.OrganisationId IS NULL AND a.StartedBy = @person)
            OR EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = a.OrganisationId AND m.PersonId = @person))
        """;

    /// <summary>The application, or null; for code. Drafts included.</summary>
    public static Task<Application?> Find(UnitOfWork work, long id) =>
        work.Find<Application>($"SELECT {Columns} {From} WHERE a.Id = @id", new { id });

    /// <summary>The application by its reference, or null; for staff and code. Drafts included.</summary>
    public static Task<Application?> FindByReference(UnitOfWork work, string reference) =>
        work.Find<Application>($"SELECT {Columns} {From} WHERE a.Reference = @reference", new { reference });

    /// <summary>The application if it is the person's or their organisation's, or null.</summary>
    public static Task<Application?> FindFor(UnitOfWork work, string reference, long person) =>
        work.Find<Application>($"SELECT {Columns} {From} WHERE a.Reference = @reference AND {Own}", new { reference, person });

    /// <summary>Adds a draft.</summary>
    public static Task Insert(UnitOfWork work, Application application) =>
        work.Execute(
            """
            INSERT INTO Application (Id, Reference, CallId, OrganisationId, StartedBy, State, FormVersion, Currency, Eligibility,
                OfficerMayLook, CreatedAt, SavedAt, SubmissionNumber, SearchText, Version)
            VALUES (@Id, @Reference, @CallId, @OrganisationId, @StartedBy, @State, @FormVersion, @Currency, @Eligibility,
                @OfficerMayLook, @CreatedAt, @SavedAt, 0, @SearchText, 1)
            """,
            new
            {
                application.Id,
                application.Reference,
                application.CallId,
                application.OrganisationId,
                application.StartedBy,
                application.State,
                application.FormVersion,
                application.Currency,
                application.Eligibility,
                application.OfficerMayLook,
                application.CreatedAt,
                application.SavedAt,
                SearchText = Folded.Of(application.Reference),
            });

    /// <summary>
    /// Moves an application along a line of <see cref="ApplicationStates.Table"/>: the one way its state changes. Refused with
    /// <c>state.not-from-here</c>, or <c>application.changed-meanwhile</c> when somebody was quicker. Audited; the caller commits.
    /// </summary>
    public static async Task<Outcome<Application>> Move(UnitOfWork work, Application application, string act)
    {
        var to = ApplicationStates.Table.Move(application.State, act);
        if (to.Refused)
        {
            return Outcome<Application>.Refuse(to.Refusals);
        }

        var won = await work.Guarded(
            "UPDATE Application SET State = @to, Version = Version + 1 WHERE Id = @id AND State = @from AND Version = @version",
            new { to = to.Value, id = application.Id, from = application.State, version = application.Version });
        if (!won)
        {
            return new Refusal("application.changed-meanwhile", application.Reference);
        }

        work.Audit($"application.{act}", "Application", application.Id, new { from = application.State, to = to.Value });
        return application with { State = to.Value, Version = application.Version + 1 };
    }

    /// <summary>Notes what came of saving answers; false when the application can no longer be written.</summary>
    public static Task<bool> Saved(UnitOfWork work, Application application, string? title, long? asked) =>
        work.Guarded(
            """
            UPDATE Application
            SET SavedAt = @now,
                Title = CASE WHEN State = 'Draft' THEN @title ELSE Title END,
                AskedMinor = CASE WHEN State = 'Draft' THEN @asked ELSE AskedMinor END
            WHERE Id = @id AND State IN ('Draft', 'ChangesRequested')
            """,
            new { now = work.Now, title = Short(title), asked, id = application.Id });

    /// <summary>Sets what a submission makes of the record; call after <see cref="Move"/>, in the same transaction.</summary>
    public static Task<bool> Submitted(UnitOfWork work, Application application, Submission submission, string? title, long? asked) =>
        work.Guarded(
            """
            UPDATE Application
            SET SubmittedAt = @receivedAt, SubmittedBy = @by, SubmittedHash = @hash, SubmissionNumber = @number, Title = @title,
                AskedMinor = @asked, ChangesAsked = NULL, ChangesDueAt = NULL, SearchText = @search
            WHERE Id = @id AND Version = @version
            """,
            new
            {
                receivedAt = submission.ReceivedAt,
                by = submission.SubmittedBy,
                hash = submission.Hash,
                number = submission.Number,
                title = Short(title),
                asked,
                search = SearchText(application, title),
                id = application.Id,
                version = application.Version,
            });

    /// <summary>Notes that the applicant was told of the decision.</summary>
    public static Task<int> Told(UnitOfWork work, long application) =>
        work.Execute("UPDATE Application SET ToldAt = @now WHERE Id = @application", new { application, now = work.Now });

    /// <summary>Notes that there is a decision the applicant was not told of yet, as when one in reserve is awarded.</summary>
    public static Task<int> NotTold(UnitOfWork work, long application) =>
        work.Execute("UPDATE Application SET ToldAt = NULL WHERE Id = @application", new { application });

    /// <summary>Notes when an application was withdrawn; call after <see cref="Move"/>.</summary>
    public static Task<bool> Withdrawn(UnitOfWork work, Application application) =>
        work.Guarded(
            "UPDATE Application SET WithdrawnAt = @now WHERE Id = @id AND Version = @version",
            new { now = work.Now, id = application.Id, version = application.Version });

    /// <summary>Notes why an application is or is not eligible; call after <see cref="Move"/>.</summary>
    public static Task<bool> Judged(UnitOfWork work, Application application, string? reason) =>
        work.Guarded(
            "UPDATE Application SET EligibilityReason = @reason WHERE Id = @id AND Version = @version",
            new { reason, id = application.Id, version = application.Version });

    /// <summary>Notes what to clarify by when, or that nothing is left to clarify.</summary>
    public static Task<bool> Asked(UnitOfWork work, Application application, string? what, DateTimeOffset? due) =>
        work.Guarded(
            "UPDATE Application SET ChangesAsked = @what, ChangesDueAt = @due WHERE Id = @id AND Version = @version",
            new { what, due, id = application.Id, version = application.Version });

    /// <summary>Attaches an organisation to a draft; false when somebody was quicker.</summary>
    public static Task<bool> Attach(UnitOfWork work, Application application, long organisation) =>
        work.Guarded(
            "UPDATE Application SET OrganisationId = @organisation, Version = Version + 1 WHERE Id = @id AND State = 'Draft' AND Version = @version",
            new { organisation, id = application.Id, version = application.Version });

    /// <summary>Opens a draft to officers, or closes it; false when somebody was quicker.</summary>
    public static Task<bool> LetLook(UnitOfWork work, Application application, bool may) =>
        work.Guarded(
            "UPDATE Application SET OfficerMayLook = @may, Version = Version + 1 WHERE Id = @id AND State = 'Draft' AND Version = @version",
            new { may, id = application.Id, version = application.Version });

    /// <summary>Notes that what belongs to a draft changed, so that nothing is sent beside it; false when somebody was quicker.</summary>
    public static Task<bool> Hold(UnitOfWork work, Application application) =>
        work.Guarded(
            "UPDATE Application SET SavedAt = @now, Version = Version + 1 WHERE Id = @id AND State = 'Draft' AND Version = @version",
            new { now = work.Now, id = application.Id, version = application.Version });

    /// <summary>Goes on with a newer form; false when somebody was quicker.</summary>
    public static Task<bool> TakeForm(UnitOfWork work, Application application, int form) =>
        work.Guarded(
            "UPDATE Application SET FormVersion = @form, Version = Version + 1 WHERE Id = @id AND State = 'Draft' AND Version = @version",
            new { form, id = application.Id, version = application.Version });

    /// <summary>A title as lists show it; the answer itself is never cut.</summary>
    internal static string? Short(string? title) => title is { Length: > 200 } ? title[..199] + "…" : title;

    private static string SearchText(Application application, string? title)
    {
        var text = Folded.Of(application.Reference, title, application.OrganisationName);
        return text.Length > 1000 ? text[..1000] : text;
    }
}
