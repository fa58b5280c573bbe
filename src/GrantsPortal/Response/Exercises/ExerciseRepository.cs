using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Response.Exercises;

/// <summary>Table-top exercises, who takes part in them, and their injects.</summary>
public static class ExerciseRepository
{
    private const string Columns =
        """
        x.Id, x.Reference, x.Title, x.Scenario, x.StartsAt, x.Everybody, x.Districts, x.Themes, x.Communities, x.Capabilities, x.FacilitatorId, x.State, x.IncidentId,
        x.StartedAt, x.PausedAt, x.PausedTicks, x.EndedAt, x.ReportedAt, x.Helped, x.ToChange, x.CalledOffWhy, x.SavedAt, x.SavedBy, x.Version
        """;

    /// <summary>The exercise of a reference, or null.</summary>
    public static Task<Exercise?> Find(UnitOfWork work, string reference) =>
        work.Find<Exercise>($"SELECT {Columns} FROM Exercise x WHERE x.Reference = @reference", new { reference });

    /// <summary>The exercise that runs over a drill, or null.</summary>
    public static Task<Exercise?> Over(UnitOfWork work, long incident) =>
        work.Find<Exercise>($"SELECT {Columns} FROM Exercise x WHERE x.IncidentId = @incident AND x.State IN ('Running', 'Paused')", new { incident });

    /// <summary>Exercises: those that go on first, then those to be written up, then those planned, then the others, the latest first.</summary>
    public static Task<IReadOnlyList<Exercise>> All(UnitOfWork work, int take) =>
        work.List<Exercise>(
            $"""
            SELECT {Columns}
            FROM Exercise x
            ORDER BY CASE x.State WHEN 'Running' THEN 0 WHEN 'Paused' THEN 0 WHEN 'Ended' THEN 1 WHEN 'Planned' THEN 2 ELSE 3 END, x.StartsAt DESC, x.Id DESC
            {Dialect.Page}
            """,
            new { take });

    /// <summary>Those that run now.</summary>
    public static Task<IReadOnlyList<Exercise>> Running(UnitOfWork work) =>
        work.List<Exercise>($"SELECT {Columns} FROM Exercise x WHERE x.State = 'Running' ORDER BY x.StartsAt, x.Id {Dialect.Page}", new { take = 50 });

    /// <summary>What an exercise is to show; at most 50.</summary>
    public static Task<IReadOnlyList<ExerciseObjective>> Objectives(UnitOfWork work, long exercise) =>
        work.List<ExerciseObjective>(
            $"SELECT o.Number, o.Words, o.Standing, o.Seen FROM ExerciseObjective o WHERE o.ExerciseId = @exercise ORDER BY o.Number {Dialect.Page}",
            new { exercise, take = 50 });

    /// <summary>The partners named, by name; once it started, all that take part. At most 1,000.</summary>
    public static Task<IReadOnlyList<ExercisePartner>> Partners(UnitOfWork work, long exercise) =>
        work.List<ExercisePartner>(
            $"""
            SELECT p.OrganisationId, o.Name, o.LettersBy
            FROM ExercisePartner p
            JOIN Organisation o ON o.Id = p.OrganisationId
            WHERE p.ExerciseId = @exercise
            ORDER BY o.Name, o.Id
            {Dialect.Page}
            """,
            new { exercise, take = 1000 });

    /// <summary>The partners that take part in the exercise over a drill; none where there is no such exercise. At most 1,000.</summary>
    public static Task<IReadOnlyList<long>> TakingPart(UnitOfWork work, long incident) =>
        work.List<long>(
            $"SELECT p.OrganisationId FROM Exercise x JOIN ExercisePartner p ON p.ExerciseId = x.Id WHERE x.IncidentId = @incident ORDER BY p.OrganisationId {Dialect.Page}",
            new { incident, take = 1000 });

    /// <summary>The officers who take part, by name; at most 500.</summary>
    public static Task<IReadOnlyList<ExerciseOfficer>> Officers(UnitOfWork work, long exercise) =>
        work.List<ExerciseOfficer>(
            $"SELECT f.PersonId, p.Name FROM ExerciseOfficer f JOIN Person p ON p.Id = f.PersonId WHERE f.ExerciseId = @exercise ORDER BY p.Name, p.Id {Dialect.Page}",
            new { exercise, take = 500 });

    /// <summary>The injects of an exercise in order; at most 100.</summary>
    public static Task<IReadOnlyList<ExerciseInject>> Injects(UnitOfWork work, long exercise) =>
        work.List<ExerciseInject>(
            $"""
            SELECT i.Id, i.ExerciseId, i.Minute, i.Words, i.ToWhom, i.IsMailed, i.Expected, i.PlannedAt, i.DeliveredAt, i.DeliveredBy, i.Mails, i.Response, i.RespondedAt
            FROM ExerciseInject i
            WHERE i.ExerciseId = @exercise
            ORDER BY i.Minute, i.Id
            {Dialect.Page}
            """,
            new { exercise, take = 100 });

    /// <summary>Adds one; the parts follow with <see cref="WriteParts"/>.</summary>
    public static Task Insert(UnitOfWork work, Exercise exercise) =>
        work.Execute(
            """
            INSERT INTO Exercise (Id, Reference, Title, Scenario, StartsAt, Everybody, Districts, Themes, Communities, Capabilities, FacilitatorId, State, PausedTicks, SavedAt, SavedBy, Version)
            VALUES (@Id, @Reference, @Title, @Scenario, @StartsAt, @Everybody, @Districts, @Themes, @Communities, @Capabilities, @FacilitatorId, 'Planned', 0, @SavedAt, @SavedBy, 1)
            """,
            new
            {
                exercise.Id,
                exercise.Reference,
                exercise.Title,
                exercise.Scenario,
                exercise.StartsAt,
                exercise.Everybody,
                exercise.Districts,
                exercise.Themes,
                exercise.Communities,
                exercise.Capabilities,
                exercise.FacilitatorId,
                exercise.SavedAt,
                exercise.SavedBy,
            });

    /// <summary>Writes a plan anew; false when somebody was quicker or it is planned no more.</summary>
    public static Task<bool> Update(UnitOfWork work, Exercise exercise, int version) =>
        work.Guarded(
            """
            UPDATE Exercise
            SET Title = @Title, Scenario = @Scenario, StartsAt = @StartsAt, Everybody = @Everybody, Districts = @Districts, Themes = @Themes, Communities = @Communities,
                Capabilities = @Capabilities, FacilitatorId = @FacilitatorId, SavedAt = @SavedAt, SavedBy = @SavedBy, Version = Version + 1
            WHERE Id = @Id AND State = 'Planned' AND Version = @version
            """,
            new
            {
                exercise.Id,
                version,
                exercise.Title,
                exercise.Scenario,
                exercise.StartsAt,
                exercise.Everybody,
                exercise.Districts,
                exercise.Themes,
                exercise.Communities,
                exercise.Capabilities,
                exercise.FacilitatorId,
                exercise.SavedAt,
                exercise.SavedBy,
            });

    /// <summary>Moves one to another state with its clock, within what the caller loaded; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, Exercise from, Exercise to) =>
        work.Guarded(
            """
            UPDATE Exercise
            SET State = @to, IncidentId = @IncidentId, StartedAt = @StartedAt, PausedAt = @PausedAt, PausedTicks = @PausedTicks, EndedAt = @EndedAt, ReportedAt = @ReportedAt,
                Helped = @Helped, ToChange = @ToChange, CalledOffWhy = @CalledOffWhy, Version = Version + 1
            WHERE Id = @Id AND State = @from AND Version = @version
            """,
            new
            {
                from.Id,
                from = from.State,
                version = from.Version,
                to = to.State,
                to.IncidentId,
                to.StartedAt,
                to.PausedAt,
                to.PausedTicks,
                to.EndedAt,
                to.ReportedAt,
                to.Helped,
                to.ToChange,
                to.CalledOffWhy,
            });

    /// <summary>Ends one, its clock stopped where it stands; false when somebody was quicker.</summary>
    public static Task<bool> End(UnitOfWork work, Exercise exercise) =>
        Move(work, exercise, exercise with
        {
            State = ExerciseState.Ended,
            EndedAt = work.Now,
            PausedAt = null,
            PausedTicks = TimetableRules.Resume(exercise.Timetable!, work.Now).Paused.Ticks,
        });

    /// <summary>Holds the row of an exercise that runs by the clock that was read, so that nobody pauses it until the caller is done; false when it stands otherwise.</summary>
    public static Task<bool> Hold(UnitOfWork work, Exercise exercise) =>
        work.Guarded("UPDATE Exercise SET PausedTicks = PausedTicks WHERE Id = @Id AND State = 'Running' AND Version = @Version", new { exercise.Id, exercise.Version });

    /// <summary>Notes that an inject is delivered; false when it was already.</summary>
    public static Task<bool> Deliver(UnitOfWork work, ExerciseInject inject, DateTimeOffset planned) =>
        work.Guarded(
            "UPDATE ExerciseInject SET PlannedAt = @planned, DeliveredAt = @now, DeliveredBy = @by WHERE Id = @Id AND ExerciseId = @ExerciseId AND DeliveredAt IS NULL",
            new { inject.Id, inject.ExerciseId, planned, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Notes to how many people an inject was mailed.</summary>
    public static Task Mailed(UnitOfWork work, long inject, int mails) => work.Execute("UPDATE ExerciseInject SET Mails = @mails WHERE Id = @inject", new { inject, mails });

    /// <summary>Notes how an inject was answered; false when it is not delivered or somebody noted something else meanwhile.</summary>
    public static Task<bool> Respond(UnitOfWork work, ExerciseInject inject, string response) =>
        work.Guarded(
            "UPDATE ExerciseInject SET Response = @response, RespondedAt = @now WHERE Id = @Id AND DeliveredAt IS NOT NULL AND COALESCE(Response, '') = @before",
            new { inject.Id, response, now = work.Now, before = inject.Response ?? "" });

    /// <summary>Writes what was seen of an objective.</summary>
    public static Task Judge(UnitOfWork work, long exercise, int number, ObjectiveStanding standing, string seen) =>
        work.Execute("UPDATE ExerciseObjective SET Standing = @standing, Seen = @seen WHERE ExerciseId = @exercise AND Number = @number", new { exercise, number, standing, seen });

    /// <summary>Adds a partner that takes part; nothing happens when it is there.</summary>
    public static Task AddPartner(UnitOfWork work, long exercise, long organisation) =>
        work.TryInsert("INSERT INTO ExercisePartner (ExerciseId, OrganisationId) VALUES (@exercise, @organisation)", new { exercise, organisation });

    /// <summary>Writes objectives, partners, officers and injects of a plan in place of those there; only before it starts.</summary>
    public static async Task WriteParts(UnitOfWork work, long exercise, ExercisePlan plan)
    {
        await work.Execute("DELETE FROM ExerciseObjective WHERE ExerciseId = @exercise", new { exercise });
        await work.Execute("DELETE FROM ExercisePartner WHERE ExerciseId = @exercise", new { exercise });
        await work.Execute("DELETE FROM ExerciseOfficer WHERE ExerciseId = @exercise", new { exercise });
        await work.Execute("DELETE FROM ExerciseInject WHERE ExerciseId = @exercise", new { exercise });
        foreach (var (index, words) in plan.Objectives.Where(words => !string.IsNullOrWhiteSpace(words)).Index())
        {
            await work.Execute("INSERT INTO ExerciseObjective (ExerciseId, Number, Words) VALUES (@exercise, @number, @words)", new { exercise, number = index + 1, words = words.Trim() });
        }

        foreach (var organisation in plan.Partners.Distinct())
        {
            await AddPartner(work, exercise, organisation);
        }

        foreach (var person in plan.Officers.Distinct())
        {
            await work.Execute("INSERT INTO ExerciseOfficer (ExerciseId, PersonId) VALUES (@exercise, @person)", new { exercise, person });
        }

        foreach (var inject in plan.Injects)
        {
            await work.Execute(
                "INSERT INTO ExerciseInject (Id, ExerciseId, Minute, Words, ToWhom, IsMailed, Expected, Mails) VALUES (@id, @exercise, @minute, @words, @toWhom, @IsMailed, @expected, 0)",
                new
                {
                    id = work.NewId(),
                    exercise,
                    minute = inject.Minute!.Value,
                    words = inject.Words.Trim().ReplaceLineEndings("\n"),
                    toWhom = inject.ToWhom.Trim(),
                    inject.IsMailed,
                    expected = inject.Expected.Trim().ReplaceLineEndings("\n"),
                });
        }
    }

    /// <summary>A plan's scope and words as a row.</summary>
    public static Exercise Row(UnitOfWork work, long id, string reference, ExercisePlan plan) => new()
    {
        Id = id,
        Reference = reference,
        Title = plan.Title.Trim(),
        Scenario = plan.Scenario.Trim().ReplaceLineEndings("\n"),
        StartsAt = plan.StartsAt!.Value,
        Everybody = plan.Scope.Everybody,
        Districts = CodeList.Kept(plan.Scope.Districts),
        Themes = CodeList.Kept(plan.Scope.Themes),
        Communities = CodeList.Kept(plan.Scope.Communities),
        Capabilities = CodeList.Kept(plan.Scope.Capabilities.Select(one => one.ToString())),
        FacilitatorId = plan.FacilitatorId!.Value,
        SavedAt = work.Now,
        SavedBy = work.Actor.Person,
        Version = 1,
    };
}
