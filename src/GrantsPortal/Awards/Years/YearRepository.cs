using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Years;

/// <summary>The budget years of awards.</summary>
public static class YearRepository
{
    private const string Columns =
        """
        y.AwardId, y.Year, y.AmountMinor, y.State, y.ProposedBy, y.ProposedAt, y.ProposalNote, y.DecidedBy, y.DecidedAt, y.DecisionReason,
        y.DocumentId, y.RemindedAt, y.Version
        """;

    /// <summary>The years of an award in order; at most 50.</summary>
    public static Task<IReadOnlyList<AwardYear>> Of(UnitOfWork work, long award) =>
        work.List<AwardYear>($"SELECT {Columns} FROM AwardYear y WHERE y.AwardId = @award ORDER BY y.Year {Dialect.Page}", new { award, take = 50 });

    /// <summary>The years of several awards, by award and year; at most 5,000.</summary>
    public static Task<IReadOnlyList<AwardYear>> OfAll(UnitOfWork work, IReadOnlyList<long> awards) =>
        work.List<AwardYear>($"SELECT {Columns} FROM AwardYear y WHERE y.AwardId IN @awards ORDER BY y.AwardId, y.Year {Dialect.Page}", new { awards, take = 5000 });

    /// <summary>Adds a year.</summary>
    public static Task<int> Insert(UnitOfWork work, AwardYear year) =>
        work.Execute(
            "INSERT INTO AwardYear (AwardId, Year, AmountMinor, State, Version) VALUES (@AwardId, @Year, @AmountMinor, @State, 1)",
            new { year.AwardId, year.Year, year.AmountMinor, year.State });

    /// <summary>Writes a year as it was set anew, over what was there. What was proposed for it stays only while its state says so.</summary>
    public static async Task Put(UnitOfWork work, AwardYear year)
    {
        var args = new { year.AwardId, year.Year, year.AmountMinor, year.State };
        if (!await work.Guarded(
            """
            UPDATE AwardYear
            SET RemindedAt = CASE WHEN State = @State THEN RemindedAt ELSE NULL END, AmountMinor = @AmountMinor, State = @State, Version = Version + 1
            WHERE AwardId = @AwardId AND Year = @Year
            """,
            args))
        {
            await Insert(work, year);
        }
    }

    /// <summary>Takes a year away.</summary>
    public static Task<int> Delete(UnitOfWork work, long award, int year) =>
        work.Execute("DELETE FROM AwardYear WHERE AwardId = @award AND Year = @year", new { award, year });

    /// <summary>Proposes to confirm a year; false when somebody was quicker.</summary>
    public static Task<bool> Propose(UnitOfWork work, AwardYear year, string note) =>
        work.Guarded(
            """
            UPDATE AwardYear
            SET State = 'Proposed', ProposedBy = @person, ProposedAt = @now, ProposalNote = @note, Version = Version + 1
            WHERE AwardId = @AwardId AND Year = @Year AND State IN ('Planned', 'Withheld') AND Version = @Version
            """,
            new { year.AwardId, year.Year, year.Version, person = work.Actor.Person, now = work.Now, note });

    /// <summary>Confirms or withholds a proposed year, by somebody who did not propose it; false when somebody was quicker.</summary>
    public static Task<bool> Decide(UnitOfWork work, AwardYear year, AwardYearState to, string? reason) =>
        work.Guarded(
            """
            UPDATE AwardYear
            SET State = @to, DecidedBy = @person, DecidedAt = @now, DecisionReason = @reason, Version = Version + 1
            WHERE AwardId = @AwardId AND Year = @Year AND State = 'Proposed' AND Version = @Version AND ProposedBy <> @person
            """,
            new { year.AwardId, year.Year, year.Version, to, person = work.Actor.Person, now = work.Now, reason });

    /// <summary>Notes the document that confirms a year.</summary>
    public static Task<int> SetDocument(UnitOfWork work, long award, int year, long document) =>
        work.Execute("UPDATE AwardYear SET DocumentId = @document WHERE AwardId = @award AND Year = @year", new { award, year, document });

    /// <summary>Notes that the officer was reminded; false when it was before or the year does not wait any more.</summary>
    public static Task<bool> Reminded(UnitOfWork work, long award, int year) =>
        work.Guarded(
            "UPDATE AwardYear SET RemindedAt = @now WHERE AwardId = @award AND Year = @year AND State = 'Planned' AND RemindedAt IS NULL",
            new { award, year, now = work.Now });

    /// <summary>Years up to one that nobody proposed to confirm, of awards under way, earliest first; at most 200.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="until">The last budget year that counts.</param>
    /// <param name="reminded">Whether those count too of which the officer was reminded.</param>
    public static Task<IReadOnlyList<YearToConfirm>> ToConfirm(UnitOfWork work, int until, bool reminded) =>
        work.List<YearToConfirm>(
            $"""
            SELECT y.AwardId, y.Year, w.Reference, o.Name AS OrganisationName, y.ProposedBy
            FROM AwardYear y
            JOIN Award w ON w.Id = y.AwardId AND w.State = 'Active'
            JOIN Organisation o ON o.Id = w.OrganisationId
            WHERE y.State = 'Planned' AND y.Year <= @until AND (@reminded = 1 OR y.RemindedAt IS NULL)
            ORDER BY y.Year, y.AwardId
            {Dialect.Page}
            """,
            new { until, reminded = reminded ? 1 : 0, take = 200 });

    /// <summary>Years that wait for an approver, earliest first; at most 50.</summary>
    public static Task<IReadOnlyList<YearToConfirm>> Proposed(UnitOfWork work) =>
        work.List<YearToConfirm>(
            $"""
            SELECT y.AwardId, y.Year, w.Reference, o.Name AS OrganisationName, y.ProposedBy
            FROM AwardYear y
            JOIN Award w ON w.Id = y.AwardId AND w.State IN ('Accepted', 'Active')
            JOIN Organisation o ON o.Id = w.OrganisationId
            WHERE y.State = 'Proposed'
            ORDER BY y.Year, y.AwardId
            {Dialect.Page}
            """,
            new { take = 50 });
}

/// <summary>A budget year that waits for somebody.</summary>
public sealed class YearToConfirm
{
    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>The budget year.</summary>
    public int Year { get; init; }

    /// <summary>The award's reference.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who holds it.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>The officer who proposed to confirm it.</summary>
    public long? ProposedBy { get; init; }
}
