using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Organisations;

/// <summary>What becomes of memberships when a person erases their account: an organisation never loses its way in by it.</summary>
public sealed class Leaving : IErasureObjection, ISubscriber<PersonErased>, IPersonalRecords
{
    /// <inheritdoc/>
    public string Part => "memberships";

    /// <summary>Against it with <c>person.last-owner</c> (organisation) where nobody else could sign in as Owner.</summary>
    public async Task<Refusal?> Against(long person, UnitOfWork work)
    {
        var lost = await work.List<string>(
            $"""
            SELECT o.Name
            FROM Membership m
            JOIN Organisation o ON o.Id = m.OrganisationId
            WHERE m.PersonId = @person AND m.Role = 'Owner'
              AND NOT EXISTS (
                SELECT 1
                FROM Membership x
                JOIN Person p ON p.Id = x.PersonId
                WHERE x.OrganisationId = m.OrganisationId AND x.Role = 'Owner' AND x.PersonId <> @person
                  AND p.DisabledAt IS NULL AND p.ErasedAt IS NULL)
            ORDER BY o.Name, o.Id
            {Dialect.Page}
            """,
            new { person, take = 1 });
        return lost.Count == 0 ? null : new Refusal("person.last-owner", lost[0]);
    }

    /// <inheritdoc/>
    public async Task On(PersonErased happened, UnitOfWork work)
    {
        await work.Execute("DELETE FROM Membership WHERE PersonId = @person", new { person = happened.PersonId });
        await work.Execute("UPDATE Invitation SET Email = '' WHERE AcceptedBy = @person", new { person = happened.PersonId });
    }

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) =>
        (await OrganisationRepository.MembershipsOf(work, person)).Select(membership => new { membership.OrganisationName, membership.Role });
}
