using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Access;

/// <summary>Changes who reads a field of partners, within the table's bounds.</summary>
public sealed class AccessDesk(PortalDatabase database)
{
    /// <summary>Keeps who reads a field from now on. Refused with <c>access.out-of-bounds</c> or <c>record.changed-meanwhile</c>; for administrators alone.</summary>
    public async Task<Outcome> Change(Actor actor, PartnerField field, PartnerEyes readers, int version)
    {
        var line = PartnerAccess.Of(field);
        if (!actor.Is(Roles.Administrator) || (readers & ~line.Most) != 0 || (line.Least & ~readers) != 0)
        {
            return new Refusal("access.out-of-bounds");
        }

        await using var work = await database.Write(actor);
        var before = PartnerAccess.ReadersOf(field, await AccessRepository.Changed(work));
        if (!await AccessRepository.Put(work, field, readers, version))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit("partner.access-changed", "PartnerField", (long)field, new { field, from = before.ToString(), to = readers.ToString() });
        await work.Commit();
        return Outcome.Ok;
    }
}
