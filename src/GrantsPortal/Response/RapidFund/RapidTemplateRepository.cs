using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Templates of rapid-response funds, and who wrote in them.</summary>
public static class RapidTemplateRepository
{
    private const string Columns =
        """
        t.Id, t.State, t.Title, t.Summary, t.Description, t.Who, t.Questions, t.ProgrammeId, g.Name AS ProgrammeName, t.Currency, t.CeilingMinor, t.LargestMinor,
        t.Hours, t.ReportDays, t.FirstDeciderId, t.FirstDeputyId, t.SecondDeciderId, t.SecondDeputyId, t.ApprovedBy, t.ApprovedAt, t.SentBack, t.SavedAt, t.Version
        """;

    private const string From = "FROM RapidTemplate t JOIN Programme g ON g.Id = t.ProgrammeId";

    /// <summary>The template, or null.</summary>
    public static Task<RapidTemplate?> Find(UnitOfWork work, long id) =>
        work.Find<RapidTemplate>($"SELECT {Columns} {From} WHERE t.Id = @id", new { id });

    /// <summary>Templates, the newest first; null for every state; at most 200.</summary>
    public static Task<IReadOnlyList<RapidTemplate>> All(UnitOfWork work, RapidTemplateState? state = null) =>
        work.List<RapidTemplate>(
            $"SELECT {Columns} {From} WHERE (@state IS NULL OR t.State = @state) ORDER BY t.Id DESC {Dialect.Page}", new { state, take = 200 });

    /// <summary>Templates that wait for an approver, of those a person did not write in; at most 50.</summary>
    public static Task<IReadOnlyList<RapidTemplate>> ToApprove(UnitOfWork work, long person) =>
        work.List<RapidTemplate>(
            $"""
            SELECT {Columns}
            {From}
            WHERE t.State = 'Waiting' AND NOT EXISTS (SELECT 1 FROM RapidTemplateEditor e WHERE e.TemplateId = t.Id AND e.PersonId = @person)
            ORDER BY t.Id
            {Dialect.Page}
            """,
            new { person, take = 50 });

    /// <summary>Adds a draft.</summary>
    public static Task Insert(UnitOfWork work, long id, RapidPlan plan, string currency) =>
        work.Execute(
            """
            INSERT INTO RapidTemplate (Id, State, Title, Summary, Description, Who, Questions, ProgrammeId, Currency, CeilingMinor, LargestMinor, Hours, ReportDays,
                FirstDeciderId, FirstDeputyId, SecondDeciderId, SecondDeputyId, CreatedAt, SavedAt, Version)
            VALUES (@id, 'Draft', @Title, @Summary, @Description, @Who, @questions, @ProgrammeId, @currency, @CeilingMinor, @LargestMinor, @Hours, @ReportDays,
                @First, @FirstDeputy, @Second, @SecondDeputy, @now, @now, 1)
            """,
            new
            {
                id,
                plan.Title,
                plan.Summary,
                plan.Description,
                plan.Who,
                questions = Json.Write(plan.Questions),
                plan.ProgrammeId,
                currency,
                plan.CeilingMinor,
                plan.LargestMinor,
                plan.Hours,
                plan.ReportDays,
                plan.Seats.First,
                plan.Seats.FirstDeputy,
                plan.Seats.Second,
                plan.Seats.SecondDeputy,
                now = work.Now,
            });

    /// <summary>Changes a draft; false when somebody was quicker or it is none.</summary>
    public static Task<bool> Update(UnitOfWork work, long id, int version, RapidPlan plan, string currency) =>
        work.Guarded(
            """
            UPDATE RapidTemplate
            SET Title = @Title, Summary = @Summary, Description = @Description, Who = @Who, Questions = @questions, ProgrammeId = @ProgrammeId, Currency = @currency,
                CeilingMinor = @CeilingMinor, LargestMinor = @LargestMinor, Hours = @Hours, ReportDays = @ReportDays, FirstDeciderId = @First,
                FirstDeputyId = @FirstDeputy, SecondDeciderId = @Second, SecondDeputyId = @SecondDeputy, SavedAt = @now, Version = Version + 1
            WHERE Id = @id AND Version = @version AND State = 'Draft'
            """,
            new
            {
                id,
                version,
                plan.Title,
                plan.Summary,
                plan.Description,
                plan.Who,
                questions = Json.Write(plan.Questions),
                plan.ProgrammeId,
                currency,
                plan.CeilingMinor,
                plan.LargestMinor,
                plan.Hours,
                plan.ReportDays,
                plan.Seats.First,
                plan.Seats.FirstDeputy,
                plan.Seats.Second,
                plan.Seats.SecondDeputy,
                now = work.Now,
            });

    /// <summary>Moves it along a line of its machine, with an approver's note; false when somebody was quicker.</summary>
    public static Task<bool> Move(UnitOfWork work, RapidTemplate template, RapidTemplateState to, string? note) =>
        work.Guarded(
            "UPDATE RapidTemplate SET State = @to, SentBack = @note, Version = Version + 1 WHERE Id = @Id AND State = @State AND Version = @Version",
            new { template.Id, template.State, template.Version, to, note });

    /// <summary>Approves it, unless who approves wrote in it; false when somebody was quicker.</summary>
    public static Task<bool> Approve(UnitOfWork work, RapidTemplate template) =>
        work.Guarded(
            """
            UPDATE RapidTemplate
            SET State = 'Approved', ApprovedBy = @by, ApprovedAt = @now, SentBack = NULL, Version = Version + 1
            WHERE Id = @Id AND State = 'Waiting' AND Version = @Version
              AND NOT EXISTS (SELECT 1 FROM RapidTemplateEditor e WHERE e.TemplateId = RapidTemplate.Id AND e.PersonId = @by)
            """,
            new { template.Id, template.Version, by = work.Actor.Person, now = work.Now });

    /// <summary>Who wrote in it since it was last approved; at most 200.</summary>
    public static async Task<IReadOnlySet<long>> Editors(UnitOfWork work, long template) =>
        (await work.List<long>($"SELECT PersonId FROM RapidTemplateEditor WHERE TemplateId = @template ORDER BY PersonId {Dialect.Page}", new { template, take = 200 })).ToHashSet();

    /// <summary>Notes that the actor writes in it.</summary>
    public static async Task Wrote(UnitOfWork work, long template)
    {
        var args = new { template, person = work.Actor.Person };
        if (await work.Scalar<long>("SELECT COUNT(*) FROM RapidTemplateEditor WHERE TemplateId = @template AND PersonId = @person", args) == 0)
        {
            await work.Execute("INSERT INTO RapidTemplateEditor (TemplateId, PersonId) VALUES (@template, @person)", args);
        }
    }

    /// <summary>Forgets who wrote in it, once it is approved and changes begin anew.</summary>
    public static Task Forget(UnitOfWork work, long template) => work.Execute("DELETE FROM RapidTemplateEditor WHERE TemplateId = @template", new { template });
}
