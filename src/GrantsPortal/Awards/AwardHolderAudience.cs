using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards;

/// <summary>Owners of the organisations that hold an award of a call.</summary>
public sealed class AwardHolderAudience : IAudience
{
    /// <inheritdoc/>
    public string Key => "award-holders";

    /// <inheritdoc/>
    public string Name => "Owners of organisations with an award of a call";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AudienceQuestion>> Questions(UnitOfWork work) => [await CallChoices.Question(work)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Recipient>> List(UnitOfWork work, AudienceAnswers answers)
    {
        if (answers.Id(CallChoices.Name) is not { } call)
        {
            return [];
        }

        var people = await work.List<Person>(
            $"""
            SELECT p.Id, p.Name, p.Email, p.Language, p.EmailConfirmed, p.DisabledAt
            FROM Person p
            WHERE p.DisabledAt IS NULL AND p.ErasedAt IS NULL AND EXISTS (
                SELECT 1
                FROM Award a
                JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.Role = 'Owner'
                WHERE a.CallId = @call AND m.PersonId = p.Id AND a.State NOT IN ('Refused', 'Lapsed', 'Terminated'))
            ORDER BY p.Name, p.Id
            {Dialect.Page}
            """,
            new { call, take = BulkRules.MostRecipients + 1 });
        return [.. people.Select(person => person.AsRecipient())];
    }
}
