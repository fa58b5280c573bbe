using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.RoleHolders;

/// <summary>Keeps roles and their holders, and takes what holders say by their link. Acts answer null when there is no such role.</summary>
public sealed class RoleDesk(PortalDatabase database, IncidentSeal seal, IOptions<ResponseOptions> options, IOptions<PortalOptions> portal)
{
    /// <summary>Adds one, confirmed by whoever writes it down and kept by them. Refused like <see cref="RoleRules.Check"/>.</summary>
    public async Task<Outcome<long>> Add(Actor actor, RolePlan plan)
    {
        await using var work = await database.Write(actor);
        var today = Today(work);
        if (RoleRules.Check(actor, plan, null, today) is { Count: > 0 } wrong)
        {
            return Outcome<long>.Refuse(wrong);
        }

        var role = Written(new ReadinessRole { Id = work.NewId() }, plan) with { ConfirmBy = plan.ConfirmBy ?? RoleRules.Next(today, options.Value.ConfirmRolesDays) };
        await RoleRepository.Insert(work, role);
        work.Audit("role.added", nameof(ReadinessRole), role.Id, new { role.Level, role.ConfirmBy });
        await work.Commit();
        return role.Id;
    }

    /// <summary>
    /// Changes one. With another holder the link of the one before is dead, and it counts as confirmed by whoever writes it down.
    /// Refused like <see cref="RoleRules.Check"/>, with <c>role.ended</c>, or with <c>role.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Edit(Actor actor, long id, int version, RolePlan plan)
    {
        await using var work = await database.Write(actor);
        if (await RoleRepository.Find(work, id) is not { } role)
        {
            return null;
        }

        if (RoleRules.Against(actor, role) is { } against)
        {
            return against;
        }

        var today = Today(work);
        if (RoleRules.Check(actor, plan, role.ConfirmBy, today) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var written = Written(role, plan);
        var another = written.HolderName != role.HolderName || written.Email != role.Email;
        if (another)
        {
            written = written with { ConfirmedAt = work.Now, ConfirmedBy = actor.PersonId, DeniedAt = null, LinkKey = null, Told = 0 };
        }

        // A new holder with the date of the old one that is past would be stale at once.
        written = written with { ConfirmBy = another && written.ConfirmBy < today ? RoleRules.Next(today, options.Value.ConfirmRolesDays) : written.ConfirmBy };
        written = written with { Told = written.ConfirmBy == role.ConfirmBy ? written.Told : 0 };
        return await Keep(work, written, version, "role.changed", new { another, written.ConfirmBy });
    }

    /// <summary>Confirms that it is still right. Refused with <c>incident.not-staff</c>, <c>role.ended</c>, <c>role.nobody</c> when no holder is named, or <c>role.changed-meanwhile</c>.</summary>
    public Task<Outcome?> StillRight(Actor actor, long id, int version) =>
        Act(actor, id, version, "role.confirmed", new { byHolder = false }, (work, role) => Confirmed(work, role, actor.PersonId), role => role.HolderName.Length == 0 ? new Refusal("role.nobody") : null);

    /// <summary>Ends it; nothing of the holder and the deputy is kept. Refused with <c>incident.not-staff</c>, <c>role.ended</c> or <c>role.changed-meanwhile</c>.</summary>
    public Task<Outcome?> End(Actor actor, long id, int version) =>
        Act(actor, id, version, "role.ended", null, (work, role) => Forgotten(work, role) with { Deputy = "", EndedAt = work.Now });

    /// <summary>
    /// Forgets who holds it, as they may ask, in every role that stands with their address, and the e-mails about roles to it; the roles stay, and are stale until
    /// somebody is named. Refused as <see cref="End"/>.
    /// </summary>
    public async Task<Outcome?> Forget(Actor actor, long id, int version)
    {
        await using var work = await database.Write(actor);
        if (await RoleRepository.Find(work, id) is not { } role)
        {
            return null;
        }

        if (RoleRules.Against(actor, role) is { } against)
        {
            return against;
        }

        foreach (var held in await Held(work, role))
        {
            if (!await RoleRepository.Update(work, Forgotten(work, held), held.Id == id ? version : held.Version))
            {
                return new Refusal("role.changed-meanwhile");
            }

            work.Audit("role.holder-forgotten", nameof(ReadinessRole), held.Id, new { why = "asked" });
            if (held.Email is { } address)
            {
                await RoleRepository.ForgetLetters(work, held.Id, address);
            }
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>All that is kept of a role's holder, to be written as JSON and given to them: every role that stands with their address, and the e-mails to it. Null when there is no such role, nobody is named, or the actor may not.</summary>
    public async Task<object?> Holder(Actor actor, long id)
    {
        await using var work = await database.Write(actor);
        if (await RoleRepository.Find(work, id) is not { HolderName.Length: > 0 } role || RoleRules.Against(actor, role) is not null)
        {
            return null;
        }

        var kept = new { madeAt = work.Now, readinessRoles = RoleErasure.Kept(await Held(work, role)), emails = role.Email is { } address ? await RoleRepository.Letters(work, address) : [] };
        work.Audit("role.holder-exported", nameof(ReadinessRole), id);
        await work.Commit();
        return kept;
    }

    private static async Task<IReadOnlyList<ReadinessRole>> Held(UnitOfWork work, ReadinessRole role) => role.Email is { } address ? await RoleRepository.Held(work, address) : [role];

    /// <summary>What a holder's link shows; null when it is not one of ours, or of a holder or a date before. Changes nothing.</summary>
    public async Task<ReadinessRole?> Read(string token)
    {
        await using var work = await database.Read();
        return await Sight(work, token);
    }

    /// <summary>The holder confirms, or says that it is no longer theirs, which the officer who keeps it is told, or those who can hand it over. Null as in <see cref="Read"/>; refused with <c>role.not-asked</c> or <c>role.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Answer(string token, bool stillMine)
    {
        await using var work = await database.Write(Actor.Public);
        if (await Sight(work, token) is not { } role)
        {
            return null;
        }

        if (!RoleRules.IsAsked(role))
        {
            return new Refusal("role.not-asked");
        }

        if (!stillMine)
        {
            RoleHandover.Tell(work, role, await RoleHandover.Keepers(work, role), denied: true);
        }

        return await Keep(
            work, stillMine ? Confirmed(work, role, null) : role with { DeniedAt = work.Now }, role.Version, stillMine ? "role.confirmed" : "role.denied", new { byHolder = true });
    }

    /// <summary>A role without its holder.</summary>
    internal static ReadinessRole Forgotten(UnitOfWork work, ReadinessRole role) =>
        role with { HolderName = "", Email = null, Phone = "", Hours = "", DeniedAt = work.Now, LinkKey = null, Told = 0 };

    // The key stays until the next round begins, so that the holder's page can say thank you; it confirms nothing more, since nobody is asked.
    private ReadinessRole Confirmed(UnitOfWork work, ReadinessRole role, long? officer) => role with
    {
        ConfirmBy = RoleRules.Next(Today(work), options.Value.ConfirmRolesDays),
        ConfirmedAt = work.Now,
        ConfirmedBy = officer,
        DeniedAt = null,
        Told = 0,
    };

    private static ReadinessRole Written(ReadinessRole role, RolePlan plan) => role with
    {
        Level = plan.Level!.Value,
        Organisation = plan.Organisation.Trim(),
        WhatFor = plan.WhatFor.Trim(),
        HolderName = plan.HolderName.Trim(),
        Email = string.IsNullOrWhiteSpace(plan.Email) ? null : EmailAddresses.Clean(plan.Email).Value,
        Phone = plan.Phone.Trim(),
        Hours = plan.Hours.Trim(),
        Deputy = plan.Deputy.Trim(),
        ConfirmBy = plan.ConfirmBy ?? role.ConfirmBy,
    };

    private async Task<Outcome?> Act(
        Actor actor, long id, int version, string act, object? change, Func<UnitOfWork, ReadinessRole, ReadinessRole> changed, Func<ReadinessRole, Refusal?>? more = null)
    {
        await using var work = await database.Write(actor);
        if (await RoleRepository.Find(work, id) is not { } role)
        {
            return null;
        }

        return (RoleRules.Against(actor, role) ?? more?.Invoke(role)) is { } against ? against : await Keep(work, changed(work, role), version, act, change);
    }

    private static async Task<Outcome> Keep(UnitOfWork work, ReadinessRole role, int version, string act, object? change)
    {
        if (!await RoleRepository.Update(work, role, version))
        {
            return new Refusal("role.changed-meanwhile");
        }

        work.Audit(act, nameof(ReadinessRole), role.Id, change);
        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<ReadinessRole?> Sight(UnitOfWork work, string token) =>
        IncidentSeal.RecordOf(token) is { } record
        && await RoleRepository.Find(work, record) is { EndedAt: null } role
        && seal.Holds(token, LinkPurpose.Role, role.Id, role.LinkKey, role.Id)
            ? role
            : null;

    private DateOnly Today(UnitOfWork work) => Instants.DayOf(work.Now, portal.Value.Zone);
}
