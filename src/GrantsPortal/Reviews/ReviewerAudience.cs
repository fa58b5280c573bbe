using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Reviews;

/// <summary>Reviewers of a call, by how far their reviews are.</summary>
public sealed class ReviewerAudience : IAudience
{
    private const string States = "states";

    /// <inheritdoc/>
    public string Key => "reviewers";

    /// <inheritdoc/>
    public string Name => "Reviewers of a call";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AudienceQuestion>> Questions(UnitOfWork work) =>
    [
        await CallChoices.Question(work),
        new AudienceQuestion(States, "With a review that is", Several: true,
        [
            new(nameof(ReviewState.Assigned), "Not answered yet"),
            new(nameof(ReviewState.Accepted), "Accepted, not begun"),
            new(nameof(ReviewState.InProgress), "Being scored"),
            new(nameof(ReviewState.Reopened), "Reopened"),
            new(nameof(ReviewState.Submitted), "Submitted"),
        ]),
    ];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Recipient>> List(UnitOfWork work, AudienceAnswers answers)
    {
        if (answers.Id(CallChoices.Name) is not { } call || answers.All(States) is not { Count: > 0 } states)
        {
            return [];
        }

        var people = await work.List<Person>(
            $"""
            SELECT p.Id, p.Name, p.Email, p.Language, p.EmailConfirmed, p.DisabledAt
            FROM Person p
            WHERE p.DisabledAt IS NULL AND p.ErasedAt IS NULL
                AND EXISTS (SELECT 1 FROM Review r WHERE r.ReviewerId = p.Id AND r.CallId = @call AND r.State IN @states)
            ORDER BY p.Name, p.Id
            {Dialect.Page}
            """,
            new { call, states, take = BulkRules.MostRecipients + 1 });
        return [.. people.Select(person => person.AsRecipient())];
    }
}
