using GrantsPortal.Platform.Database;
using GrantsPortal.Response.CallDown;

namespace GrantsPortal.Response.Answers;

/// <summary>What partners answered; answers are added, never changed.</summary>
public static class AnswerRepository
{
    /// <summary>A partner's answers in an incident, from the oldest; at most 500.</summary>
    public static Task<IReadOnlyList<IncidentAnswer>> Of(UnitOfWork work, long incident, long organisation) =>
        work.List<IncidentAnswer>(
            $"""
            SELECT a.Id, a.IncidentId, a.OrganisationId, a.ContactId, a.NotedBy, a.Standing, a.Words, a.AnsweredAt
            FROM IncidentAnswer a
            WHERE a.IncidentId = @incident AND a.OrganisationId = @organisation
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { incident, organisation, take = 500 });

    /// <summary>Adds one; its id.</summary>
    public static async Task<long> Insert(UnitOfWork work, long incident, long organisation, long? contact, PartnerStanding standing, string words)
    {
        var id = work.NewId();
        await work.Execute(
            """
            INSERT INTO IncidentAnswer (Id, IncidentId, OrganisationId, ContactId, NotedBy, Standing, Words, AnsweredAt)
            VALUES (@id, @incident, @organisation, @contact, @by, @standing, @words, @now)
            """,
            new { id, incident, organisation, contact, by = contact is null ? work.Actor.PersonId : null, standing, words, now = work.Now });
        return id;
    }
}
