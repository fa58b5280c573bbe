using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls.Agreements;

/// <summary>The agreement templates of calls, per language.</summary>
public static class AgreementTemplateRepository
{
    private const string Columns = "CallId, Language, Opening, Special, ChangedAt, Version";

    /// <summary>The templates of a call, one a language.</summary>
    public static Task<IReadOnlyList<AgreementTemplate>> Of(UnitOfWork work, long call) =>
        work.List<AgreementTemplate>($"SELECT {Columns} FROM AgreementTemplate WHERE CallId = @call ORDER BY Language {Dialect.Page}", new { call, take = 50 });

    /// <summary>A call's template in a language, or null.</summary>
    public static Task<AgreementTemplate?> Find(UnitOfWork work, long call, string language) =>
        work.Find<AgreementTemplate>($"SELECT {Columns} FROM AgreementTemplate WHERE CallId = @call AND Language = @language", new { call, language });

    /// <summary>The clauses of a template in their order.</summary>
    public static Task<IReadOnlyList<TemplateClause>> Clauses(UnitOfWork work, long call, string language) =>
        work.List<TemplateClause>(
            $"""
            SELECT u.ClauseId, u.Place, u.Number, c.Name, t.Heading, t.Body,
                (SELECT MAX(n.Number) FROM ClauseText n WHERE n.ClauseId = u.ClauseId AND n.Language = u.Language) AS Newest
            FROM AgreementTemplateClause u
            JOIN Clause c ON c.Id = u.ClauseId
            JOIN ClauseText t ON t.ClauseId = u.ClauseId AND t.Language = u.Language AND t.Number = u.Number
            WHERE u.CallId = @call AND u.Language = @language
            ORDER BY u.Place
            {Dialect.Page}
            """,
            new { call, language, take = 100 });

    /// <summary>Adds a template; false when there is one already.</summary>
    public static Task<bool> Insert(UnitOfWork work, long call, string language, string opening, string special) =>
        work.TryInsert(
            """
            INSERT INTO AgreementTemplate (CallId, Language, Opening, Special, ChangedAt, ChangedBy, Version)
            VALUES (@call, @language, @opening, @special, @now, @by, 1)
            """,
            new { call, language, opening, special, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Changes a template; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, long call, string language, int version, string opening, string special) =>
        work.Guarded(
            """
            UPDATE AgreementTemplate SET Opening = @opening, Special = @special, ChangedAt = @now, ChangedBy = @by, Version = Version + 1
            WHERE CallId = @call AND Language = @language AND Version = @version
            """,
            new { call, language, version, opening, special, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Puts clauses into a template in the place of those it held.</summary>
    public static async Task SetClauses(UnitOfWork work, long call, string language, IReadOnlyList<(long Clause, int Number)> clauses)
    {
        await work.Execute("DELETE FROM AgreementTemplateClause WHERE CallId = @call AND Language = @language", new { call, language });
        foreach (var ((clause, number), place) in clauses.Select((clause, i) => (clause, i + 1)))
        {
            await work.Execute(
                "INSERT INTO AgreementTemplateClause (CallId, Language, Place, ClauseId, Number) VALUES (@call, @language, @place, @clause, @number)",
                new { call, language, place, clause, number });
        }
    }

    /// <summary>Drops a template; false when somebody was quicker.</summary>
    public static async Task<bool> Drop(UnitOfWork work, long call, string language, int version)
    {
        await work.Execute(
            """
            DELETE FROM AgreementTemplateClause
            WHERE CallId = @call AND Language = @language
              AND EXISTS (SELECT 1 FROM AgreementTemplate t WHERE t.CallId = @call AND t.Language = @language AND t.Version = @version)
            """,
            new { call, language, version });
        return await work.Guarded("DELETE FROM AgreementTemplate WHERE CallId = @call AND Language = @language AND Version = @version", new { call, language, version });
    }
}
