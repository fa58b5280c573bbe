using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Readiness;

namespace GrantsPortal.Response.RoleHolders;

/// <summary>Gives roles to another officer, and finds whom to tell of one whose officer has left.</summary>
public sealed class RoleHandover(PortalDatabase database)
{
    /// <summary>
    /// Gives a role, or with it every other role of the officer who keeps it, to another officer, who is told in one e-mail: all or none. Null when there is
    /// no such role. Refused like <see cref="RoleRules.AgainstHandover"/>, or with <c>role.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Give(Actor actor, long id, int version, long? to, bool all)
    {
        await using var work = await database.Write(actor);
        if (await RoleRepository.Find(work, id) is not { } role)
        {
            return null;
        }

        var officers = await RiskDesk.Owners(work);
        if (RoleRules.AgainstHandover(actor, role, to, [.. officers.Select(person => person.Id)]) is { } wrong)
        {
            return wrong;
        }

        var keeper = officers.First(person => person.Id == to);
        IReadOnlyList<ReadinessRole> given = all ? await RoleRepository.KeptBy(work, role.KeptBy) : [role];
        foreach (var one in given)
        {
            if (!await RoleRepository.HandOver(work, one.Id == id ? one with { Version = version } : one, keeper.Id))
            {
                return new Refusal("role.changed-meanwhile");
            }

            work.Audit("role.handed-over", nameof(ReadinessRole), one.Id, new { from = one.KeptBy, to = keeper.Id });
        }

        if (keeper.Id != actor.PersonId)
        {
            work.Mail(
                keeper.AsRecipient(),
                new RolesHandedOver(role.KeptByName, [.. given.Take(RolesHandedOver.Most).Select(one => new HandedRole(one.Organisation, one.WhatFor, one.ConfirmBy))], given.Count, ReadinessRoutes.Roles),
                nameof(ReadinessRole), id);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Who is told of a role: the officer who keeps it; once that officer has left, focal points and administrators, until it is handed over.</summary>
    internal static async Task<IReadOnlyList<Person>> Keepers(UnitOfWork work, ReadinessRole role) =>
        role.IsKept && await PersonRepository.Find(work, role.KeptBy) is { } officer ? [officer]
        : [.. (await PersonRepository.WithRole(work, Roles.FocalPoint)).Concat(await PersonRepository.WithRole(work, Roles.Administrator)).DistinctBy(person => person.Id)];

    /// <summary>Tells them that a role is not confirmed, or that its holder says it is no longer theirs.</summary>
    internal static void Tell(UnitOfWork work, ReadinessRole role, IEnumerable<Person> keepers, bool denied)
    {
        foreach (var person in keepers)
        {
            work.Mail(
                person.AsRecipient(), new RoleUnconfirmed(role.Organisation, role.WhatFor, role.ConfirmBy, denied, role.IsKept ? "" : role.KeptByName, ReadinessRoutes.Role(role.Id)),
                nameof(ReadinessRole), role.Id);
        }
    }
}
