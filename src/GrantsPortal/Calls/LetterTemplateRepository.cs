using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>The letters of each call; where a call has none of its own, the portal's words stand in.</summary>
public static class LetterTemplateRepository
{
    /// <summary>The letter of a call in a language: the call's own, else its own in the call's source language, else the portal's.</summary>
    public static async Task<LetterTemplate> For(UnitOfWork work, long call, LetterKind kind, string language) =>
        await Own(work, call, kind, language) ?? await InSourceLanguage(work, call, kind) ?? LetterDefaults.For(kind, language);

    /// <summary>Every letter that a call has of its own.</summary>
    public static Task<IReadOnlyList<LetterTemplate>> Of(UnitOfWork work, long call) =>
        work.List<LetterTemplate>("SELECT Kind, Language, Subject, Body, Version FROM LetterTemplate WHERE CallId = @call ORDER BY Kind, Language", new { call });

    /// <summary>A call's own letter in a language, or null.</summary>
    public static Task<LetterTemplate?> Own(UnitOfWork work, long call, LetterKind kind, string language) =>
        work.Find<LetterTemplate>(
            "SELECT Kind, Language, Subject, Body, Version FROM LetterTemplate WHERE CallId = @call AND Kind = @kind AND Language = @language",
            new { call, kind, language });

    private static Task<LetterTemplate?> InSourceLanguage(UnitOfWork work, long call, LetterKind kind) =>
        work.Find<LetterTemplate>(
            """
            SELECT t.Kind, t.Language, t.Subject, t.Body, t.Version
            FROM LetterTemplate t
            JOIN Call c ON c.Id = t.CallId AND c.SourceLanguage = t.Language
            WHERE t.CallId = @call AND t.Kind = @kind
            """,
            new { call, kind });

    /// <summary>Adds a call's own letter; false when there is one already.</summary>
    public static Task<bool> Put(UnitOfWork work, long call, LetterKind kind, string language, string subject, string body) =>
        work.TryInsert(
            """
            INSERT INTO LetterTemplate (Id, CallId, Kind, Language, Subject, Body, UpdatedAt, Version)
            VALUES (@id, @call, @kind, @language, @subject, @body, @now, 1)
            """,
            new { id = work.NewId(), call, kind, language, subject, body, now = work.Now });

    /// <summary>Changes a call's own letter; false when somebody was quicker.</summary>
    public static Task<bool> Change(UnitOfWork work, long call, LetterKind kind, string language, string subject, string body, int version) =>
        work.Guarded(
            """
            UPDATE LetterTemplate SET Subject = @subject, Body = @body, UpdatedAt = @now, Version = Version + 1
            WHERE CallId = @call AND Kind = @kind AND Language = @language AND Version = @version
            """,
            new { call, kind, language, subject, body, version, now = work.Now });

    /// <summary>Drops a call's own letter, so that the portal's words stand in; false when somebody was quicker.</summary>
    public static Task<bool> Drop(UnitOfWork work, long call, LetterKind kind, string language, int version) =>
        work.Guarded(
            "DELETE FROM LetterTemplate WHERE CallId = @call AND Kind = @kind AND Language = @language AND Version = @version",
            new { call, kind, language, version });
}
