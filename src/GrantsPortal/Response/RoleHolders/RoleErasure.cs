using GrantsPortal.People;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Response.RoleHolders;

/// <summary>What roles hold about a person with an account, found by the address, and how it is let go: the role stays without a holder.</summary>
public sealed class RoleErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "readinessRoles";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) =>
        await PersonRepository.Find(work, person) is { } known && await RoleRepository.Held(work, known.Email) is { Count: > 0 } roles
            ? Kept(roles)
            : null;

    /// <summary>What is kept of the holder of some roles.</summary>
    internal static IEnumerable<object> Kept(IEnumerable<ReadinessRole> roles) =>
        roles.Select(role => new { role.Level, role.Organisation, role.WhatFor, role.HolderName, role.Email, role.Phone, role.Hours, role.ConfirmedAt, role.ConfirmBy });

    /// <inheritdoc/>
    public async Task On(PersonErased happened, UnitOfWork work)
    {
        foreach (var role in await RoleRepository.Held(work, happened.Email))
        {
            if (await RoleRepository.Update(work, RoleDesk.Forgotten(work, role), role.Version))
            {
                work.Audit("role.holder-forgotten", nameof(ReadinessRole), role.Id, new { why = "erased" });
            }
        }
    }
}
