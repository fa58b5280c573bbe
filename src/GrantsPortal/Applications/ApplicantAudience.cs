using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications;

/// <summary>Applicants of a call, by where their application stands: owners and editors, or who began it before there was an organisation.</summary>
public sealed class ApplicantAudience : IAudience
{
    private const string States = "states";

    /// <inheritdoc/>
    public string Key => "applicants";

    /// <inheritdoc/>
    public string Name => "Applicants of a call";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AudienceQuestion>> Questions(UnitOfWork work) =>
    [
        await CallChoices.Question(work),
        new AudienceQuestion(States, "Whose application is", Several: true,
            [.. Enum.GetValues<ApplicationState>().Select(state => new AudienceChoice(state.ToString(), ApplicationStates.Table.Names[state].ForStaff))]),
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
            WHERE p.DisabledAt IS NULL AND p.ErasedAt IS NULL AND EXISTS (
                SELECT 1
                FROM Application a
                LEFT JOIN Membership m ON m.OrganisationId = a.OrganisationId AND m.Role IN ('Owner', 'Editor')
                WHERE a.CallId = @call AND a.State IN @states
                    AND (m.PersonId = p.Id OR (a.OrganisationId IS NULL AND a.StartedBy = p.Id)))
            ORDER BY p.Name, p.Id
            {Dialect.Page}
            """,
            new { call, states, take = BulkRules.MostRecipients + 1 });
        return [.. people.Select(person => person.AsRecipient())];
    }
}
