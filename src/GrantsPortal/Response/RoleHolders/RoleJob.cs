using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Response.Readiness;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.RoleHolders;

/// <summary>Asks holders of roles whether they still hold them, and tells the officers who keep them of those that nobody confirmed.</summary>
public sealed class RoleJob(PortalDatabase database, IncidentSeal seal, IOptions<PortalOptions> portal) : IJob
{
    /// <inheritdoc/>
    public string Name => "response.roles";

    /// <inheritdoc/>
    public string Does => "Asks holders of roles 14 days before the date and on it whether they still hold them, then tells the officer who keeps the role, or, where that officer has left, focal points and administrators.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var due = await RoleRepository.ToTell(work, today.AddDays(RoleRules.EarlyDays));
        var officers = new Dictionary<(long, bool), IReadOnlyList<Person>>();
        foreach (var role in due)
        {
            cancel.ThrowIfCancellationRequested();
            if (RoleRules.ToTell(role.ConfirmBy, role.Told, role.Email is not null, today) is not { } notice)
            {
                continue;
            }

            // A round begins with a key of its own: what the holder was sent for an earlier date confirms nothing.
            var key = role.Told == 0 || role.LinkKey is null ? seal.NewKey() : role.LinkKey;
            if (!await RoleRepository.MarkTold(work, role, notice, key))
            {
                continue;
            }

            if (notice != RoleNotice.Officer)
            {
                work.Mail(
                    new Recipient(null, role.Email!, role.HolderName, portal.Value.SourceLanguage),
                    new RoleStillRight(role.Organisation, role.WhatFor, role.ConfirmBy, ReadinessRoutes.StillRight(seal.Token(LinkPurpose.Role, role.Id, key, role.Id))), nameof(ReadinessRole), role.Id);
            }
            else
            {
                // Read once for each officer, and once for all roles whose officers have left.
                var whose = (role.IsKept ? role.KeptBy : 0, role.IsKept);
                RoleHandover.Tell(work, role, officers[whose] = officers.GetValueOrDefault(whose) ?? await RoleHandover.Keepers(work, role), denied: false);
            }
        }

        await work.Commit();
    }
}
