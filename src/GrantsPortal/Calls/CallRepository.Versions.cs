using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>Versions of forms and rubrics: a published one is never changed.</summary>
public static partial class CallRepository
{
    /// <summary>A version of the call's form, or null.</summary>
    public static Task<CallForm?> Form(UnitOfWork work, long call, int version) =>
        work.Find<CallForm>(
            "SELECT CallId, Version, Definition, PublishedAt, Hash, EditVersion FROM CallForm WHERE CallId = @call AND Version = @version",
            new { call, version });

    /// <summary>The newest version of the call's form: the draft of the next one where there is one, else the published one.</summary>
    public static async Task<CallForm> NewestForm(UnitOfWork work, long call) =>
        await work.Find<CallForm>(
            $"""
            SELECT CallId, Version, Definition, PublishedAt, Hash, EditVersion
            FROM CallForm
            WHERE CallId = @call
            ORDER BY Version DESC
            {Dialect.Page}
            """,
            new { call, take = 1 }) ?? throw new InvalidOperationException($"Call {call} has no form.");

    /// <summary>A version of the call's rubric, or null.</summary>
    public static Task<CallRubric?> Rubric(UnitOfWork work, long call, int version) =>
        work.Find<CallRubric>(
            "SELECT CallId, Version, Definition, PublishedAt, Hash, EditVersion FROM CallRubric WHERE CallId = @call AND Version = @version",
            new { call, version });

    /// <summary>The newest version of the call's rubric: the draft of the next one where there is one, else the published one.</summary>
    public static async Task<CallRubric> NewestRubric(UnitOfWork work, long call) =>
        await work.Find<CallRubric>(
            $"""
            SELECT CallId, Version, Definition, PublishedAt, Hash, EditVersion
            FROM CallRubric
            WHERE CallId = @call
            ORDER BY Version DESC
            {Dialect.Page}
            """,
            new { call, take = 1 }) ?? throw new InvalidOperationException($"Call {call} has no rubric.");

    /// <summary>Adds a draft version of the form; false when there is one already.</summary>
    public static Task<bool> InsertForm(UnitOfWork work, long call, int version, string definition) =>
        work.TryInsert(
            "INSERT INTO CallForm (CallId, Version, Definition, CreatedAt, EditVersion) VALUES (@call, @version, @definition, @now, 1)",
            new { call, version, definition, now = work.Now });

    /// <summary>Changes a draft version of the form; false when it was published or somebody was quicker.</summary>
    public static Task<bool> UpdateForm(UnitOfWork work, CallForm form, string definition) =>
        work.Guarded(
            """
            UPDATE CallForm SET Definition = @definition, EditVersion = EditVersion + 1
            WHERE CallId = @CallId AND Version = @Version AND EditVersion = @EditVersion AND PublishedAt IS NULL
            """,
            new { form.CallId, form.Version, form.EditVersion, definition });

    /// <summary>Publishes a draft version of the form; false when it was published already or somebody was quicker.</summary>
    public static Task<bool> PublishForm(UnitOfWork work, CallForm form) =>
        work.Guarded(
            """
            UPDATE CallForm SET PublishedAt = @now, Hash = @hash
            WHERE CallId = @CallId AND Version = @Version AND EditVersion = @EditVersion AND PublishedAt IS NULL
            """,
            new { form.CallId, form.Version, form.EditVersion, hash = HashOf(form.Definition), now = work.Now });

    /// <summary>Makes a published version of the form the one that applicants fill in.</summary>
    public static Task<bool> UseForm(UnitOfWork work, long call, int version) =>
        work.Guarded(
            "UPDATE Call SET FormVersion = @version, Version = Version + 1 WHERE Id = @call AND State = 'Published' AND FormVersion = @version - 1 AND ClosesAt >= @now",
            new { call, version, now = work.Now });

    /// <summary>Drops a draft version of the form; false when it was published or somebody was quicker.</summary>
    public static Task<bool> DropForm(UnitOfWork work, CallForm form) =>
        work.Guarded(
            "DELETE FROM CallForm WHERE CallId = @CallId AND Version = @Version AND Version > 1 AND EditVersion = @EditVersion AND PublishedAt IS NULL",
            new { form.CallId, form.Version, form.EditVersion });

    /// <summary>Adds a draft version of the rubric; false when there is one already.</summary>
    public static Task<bool> InsertRubric(UnitOfWork work, long call, int version, string definition) =>
        work.TryInsert(
            "INSERT INTO CallRubric (CallId, Version, Definition, CreatedAt, EditVersion) VALUES (@call, @version, @definition, @now, 1)",
            new { call, version, definition, now = work.Now });

    /// <summary>Changes a draft version of the rubric; false when it was published or somebody was quicker.</summary>
    public static Task<bool> UpdateRubric(UnitOfWork work, CallRubric rubric, string definition) =>
        work.Guarded(
            """
            UPDATE CallRubric SET Definition = @definition, EditVersion = EditVersion + 1
            WHERE CallId = @CallId AND Version = @Version AND EditVersion = @EditVersion AND PublishedAt IS NULL
            """,
            new { rubric.CallId, rubric.Version, rubric.EditVersion, definition });

    /// <summary>Publishes a draft version of the rubric; false when it was published already or somebody was quicker.</summary>
    public static Task<bool> PublishRubric(UnitOfWork work, CallRubric rubric) =>
        work.Guarded(
            """
            UPDATE CallRubric SET PublishedAt = @now, Hash = @hash
            WHERE CallId = @CallId AND Version = @Version AND EditVersion = @EditVersion AND PublishedAt IS NULL
            """,
            new { rubric.CallId, rubric.Version, rubric.EditVersion, hash = HashOf(rubric.Definition), now = work.Now });

    /// <summary>Makes a published version of the rubric the one that reviewers score against.</summary>
    public static Task<bool> UseRubric(UnitOfWork work, long call, int version) =>
        work.Guarded(
            "UPDATE Call SET RubricVersion = @version, Version = Version + 1 WHERE Id = @call AND State = 'Published' AND RubricVersion = @version - 1",
            new { call, version });

    /// <summary>Drops a draft version of the rubric; false when it was published or somebody was quicker.</summary>
    public static Task<bool> DropRubric(UnitOfWork work, CallRubric rubric) =>
        work.Guarded(
            "DELETE FROM CallRubric WHERE CallId = @CallId AND Version = @Version AND Version > 1 AND EditVersion = @EditVersion AND PublishedAt IS NULL",
            new { rubric.CallId, rubric.Version, rubric.EditVersion });

    /// <summary>SHA-256 of a definition, in hexadecimal.</summary>
    public static string HashOf(string definition) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definition)));
}
