using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications;

/// <summary>A submission as lists name it.</summary>
public sealed class SubmissionLine
{
    /// <summary>1 for the first.</summary>
    public int Number { get; init; }

    /// <summary>SHA-256 of what was submitted.</summary>
    public string Hash { get; init; } = "";

    /// <summary>When the request reached the server, in UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Name of who submitted it.</summary>
    public string SubmittedByName { get; init; } = "";
}

/// <summary>What was submitted.</summary>
public static partial class ApplicationRepository
{
    private const string SubmissionColumns = "ApplicationId, Number, FormVersion, Content, Hash, ReceivedAt, SubmittedAt, SubmittedBy";

    /// <summary>One submission, or null.</summary>
    public static Task<Submission?> Submission(UnitOfWork work, long application, int number) =>
        work.Find<Submission>(
            $"SELECT {SubmissionColumns} FROM Submission WHERE ApplicationId = @application AND Number = @number",
            new { application, number });

    /// <summary>The submissions of an application, latest first; at most 50.</summary>
    public static Task<IReadOnlyList<SubmissionLine>> SubmissionsOf(UnitOfWork work, long application) =>
        work.List<SubmissionLine>(
            $"""
            SELECT s.Number, s.Hash, s.ReceivedAt, COALESCE(p.Name, '') AS SubmittedByName
            FROM Submission s
            LEFT JOIN Person p ON p.Id = s.SubmittedBy
            WHERE s.ApplicationId = @application
            ORDER BY s.Number DESC
            {Dialect.Page}
            """,
            new { application, take = 50 });

    /// <summary>Adds a submission; false when one with its number is there.</summary>
    public static Task<bool> AddSubmission(UnitOfWork work, Submission submission) =>
        work.TryInsert(
            """
            INSERT INTO Submission (ApplicationId, Number, FormVersion, Content, Hash, ReceivedAt, SubmittedAt, SubmittedBy)
            VALUES (@ApplicationId, @Number, @FormVersion, @Content, @Hash, @ReceivedAt, @SubmittedAt, @SubmittedBy)
            """,
            new
            {
                submission.ApplicationId,
                submission.Number,
                submission.FormVersion,
                submission.Content,
                submission.Hash,
                submission.ReceivedAt,
                submission.SubmittedAt,
                submission.SubmittedBy,
            });
}
