using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>Calls, and the versions of their forms and rubrics.</summary>
public static partial class CallRepository
{
    /// <summary>Columns of <see cref="Call"/>; the text is that of <c>@language</c>, or of the source language.</summary>
    private const string Columns =
        """
        c.Id, c.Slug, c.ProgrammeId, g.Name AS ProgrammeName, c.State AS Stage, c.SourceLanguage, c.Currency, c.BudgetMinor, c.SmallestMinor,
        c.LargestMinor, c.OpensAt, c.ClosesAt, c.DecisionBy, c.FormVersion, c.RubricVersion, c.ReviewsPerApplication, c.ReviewDueAt,
        c.OwnerId, c.Version, COALESCE(t.Title, s.Title) AS Title, COALESCE(t.Summary, s.Summary) AS Summary,
        COALESCE(t.Description, s.Description) AS Description
        """;

    private const string From =
        """
        FROM Call c
        JOIN Programme g ON g.Id = c.ProgrammeId
        JOIN CallText s ON s.CallId = c.Id AND s.Language = c.SourceLanguage
        LEFT JOIN CallText t ON t.CallId = c.Id AND t.Language = @language
        """;

    /// <summary>The call in a language, or null; staff and code only, drafts included.</summary>
    public static Task<Call?> Find(UnitOfWork work, long id, string language = "en") =>
        work.Find<Call>($"SELECT {Columns} {From} WHERE c.Id = @id", new { id, language });

    /// <summary>The call by its address, drafts included, or null.</summary>
    public static Task<Call?> FindBySlug(UnitOfWork work, string slug, string language = "en") =>
        work.Find<Call>($"SELECT {Columns} {From} WHERE c.Slug = @slug", new { slug, language });

    /// <summary>A version of the call's form, or null.</summary>
    public static Task<CallForm?> Form(UnitOfWork work, long call, int version) =>
        work.Find<CallForm>(
            "SELECT CallId, Version, Definition, PublishedAt, EditVersion FROM CallForm WHERE CallId = @call AND Version = @version",
            new { call, version });

    /// <summary>A version of the call's rubric, or null.</summary>
    public static Task<CallRubric?> Rubric(UnitOfWork work, long call, int version) =>
        work.Find<CallRubric>(
            "SELECT CallId, Version, Definition, PublishedAt, EditVersion FROM CallRubric WHERE CallId = @call AND Version = @version",
            new { call, version });
}
