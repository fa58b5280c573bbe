using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls.Agreements;

/// <summary>The clause library. Words are added, never changed.</summary>
public static class ClauseRepository
{
    private const string TextColumns = "t.ClauseId, t.Language, t.Number, t.Heading, t.Body, t.CreatedAt, p.Name AS WrittenBy";

    /// <summary>The clause, or null.</summary>
    public static Task<Clause?> Find(UnitOfWork work, long id) =>
        work.Find<Clause>("SELECT Id, Name, RetiredAt, Version FROM Clause WHERE Id = @id", new { id });

    /// <summary>The clause by its name, or null.</summary>
    public static Task<Clause?> FindByName(UnitOfWork work, string name) =>
        work.Find<Clause>("SELECT Id, Name, RetiredAt, Version FROM Clause WHERE Name = @name", new { name });

    /// <summary>The library by name, with how many calls use each; at most 500.</summary>
    public static Task<IReadOnlyList<ClauseRow>> List(UnitOfWork work) =>
        work.List<ClauseRow>(
            $"""
            SELECT c.Id, c.Name, c.RetiredAt, (SELECT COUNT(DISTINCT u.CallId) FROM AgreementTemplateClause u WHERE u.ClauseId = c.Id) AS Calls
            FROM Clause c
            ORDER BY c.Name, c.Id
            {Dialect.Page}
            """,
            new { take = 500 });

    /// <summary>The newest words of every clause in every language; at most 5,000.</summary>
    public static Task<IReadOnlyList<ClauseText>> Newest(UnitOfWork work) =>
        work.List<ClauseText>(
            $"""
            SELECT {TextColumns}
            FROM ClauseText t
            LEFT JOIN Person p ON p.Id = t.CreatedBy
            WHERE t.Number = (SELECT MAX(n.Number) FROM ClauseText n WHERE n.ClauseId = t.ClauseId AND n.Language = t.Language)
            ORDER BY t.ClauseId, t.Language
            {Dialect.Page}
            """,
            new { take = 5_000 });

    /// <summary>Every version of a clause in every language, newest first; at most 500.</summary>
    public static Task<IReadOnlyList<ClauseText>> Versions(UnitOfWork work, long clause) =>
        work.List<ClauseText>(
            $"""
            SELECT {TextColumns}
            FROM ClauseText t
            LEFT JOIN Person p ON p.Id = t.CreatedBy
            WHERE t.ClauseId = @clause
            ORDER BY t.Language, t.Number DESC
            {Dialect.Page}
            """,
            new { clause, take = 500 });

    /// <summary>The calls that use a clause, newest first; at most 200.</summary>
    public static Task<IReadOnlyList<ClauseUse>> Uses(UnitOfWork work, long clause) =>
        work.List<ClauseUse>(
            $"""
            SELECT c.Slug, x.Title, u.Language, u.Number
            FROM AgreementTemplateClause u
            JOIN Call c ON c.Id = u.CallId
            JOIN CallText x ON x.CallId = c.Id AND x.Language = c.SourceLanguage
            WHERE u.ClauseId = @clause
            ORDER BY c.Id DESC, u.Language
            {Dialect.Page}
            """,
            new { clause, take = 200 });

    /// <summary>The clauses with words in a language that are not retired, by name; at most 500.</summary>
    public static Task<IReadOnlyList<ClauseChoice>> Choices(UnitOfWork work, string language) =>
        work.List<ClauseChoice>(
            $"""
            SELECT c.Id AS ClauseId, c.Name, t.Number, t.Heading, t.Body
            FROM Clause c
            JOIN ClauseText t ON t.ClauseId = c.Id AND t.Language = @language
            WHERE c.RetiredAt IS NULL
              AND t.Number = (SELECT MAX(n.Number) FROM ClauseText n WHERE n.ClauseId = t.ClauseId AND n.Language = t.Language)
            ORDER BY c.Name, c.Id
            {Dialect.Page}
            """,
            new { language, take = 500 });

    /// <summary>Adds a clause; false when its name is taken.</summary>
    public static Task<bool> Insert(UnitOfWork work, long id, string name) =>
        work.TryInsert(
            "INSERT INTO Clause (Id, Name, CreatedAt, CreatedBy, Version) VALUES (@id, @name, @now, @by, 1)",
            new { id, name, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Adds the next version of its words in a language; false when somebody else added that one.</summary>
    public static Task<bool> InsertText(UnitOfWork work, long clause, string language, int number, string heading, string body) =>
        work.TryInsert(
            """
            INSERT INTO ClauseText (ClauseId, Language, Number, Heading, Body, CreatedAt, CreatedBy)
            VALUES (@clause, @language, @number, @heading, @body, @now, @by)
            """,
            new { clause, language, number, heading, body, now = work.Now, by = work.Actor.PersonId });

    /// <summary>The newest version of a clause in a language; 0 when it has no words in it.</summary>
    public static Task<int> NewestNumber(UnitOfWork work, long clause, string language) =>
        work.Scalar<int>("SELECT COALESCE(MAX(Number), 0) FROM ClauseText WHERE ClauseId = @clause AND Language = @language", new { clause, language });

    /// <summary>Gives it another name; false when somebody was quicker.</summary>
    public static Task<bool> Rename(UnitOfWork work, Clause clause, string name) =>
        work.Guarded("UPDATE Clause SET Name = @name, Version = Version + 1 WHERE Id = @id AND Version = @version", new { id = clause.Id, version = clause.Version, name });

    /// <summary>Takes it out of the choice, or puts it back; false when somebody was quicker.</summary>
    public static Task<bool> Retire(UnitOfWork work, Clause clause, DateTimeOffset? at) =>
        work.Guarded("UPDATE Clause SET RetiredAt = @at, Version = Version + 1 WHERE Id = @id AND Version = @version", new { id = clause.Id, version = clause.Version, at });
}
