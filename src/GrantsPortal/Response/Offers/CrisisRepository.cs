using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.Offers;

/// <summary>What partners offer in a crisis.</summary>
public static class CrisisRepository
{
    private const string Columns = "f.OrganisationId, f.Capability, f.Words, f.Languages";

    /// <summary>Who last said what a partner offers; version 0 when nobody did.</summary>
    public static async Task<CrisisSheet> Sheet(UnitOfWork work, long organisation) =>
        await work.Find<CrisisSheet>("SELECT s.OrganisationId, s.ByOfficer, s.SavedAt, s.SavedBy, s.Version FROM CrisisSheet s WHERE s.OrganisationId = @organisation", new { organisation })
        ?? new CrisisSheet { OrganisationId = organisation };

    /// <summary>What a partner offers.</summary>
    public static Task<IReadOnlyList<CrisisOffer>> Of(UnitOfWork work, long organisation) =>
        work.List<CrisisOffer>($"SELECT {Columns} FROM CrisisOffer f WHERE f.OrganisationId = @organisation ORDER BY f.Capability {Dialect.Page}", new { organisation, take = 20 });

    /// <summary>What every partner offers; at most 20,000 offers.</summary>
    public static Task<IReadOnlyList<CrisisOffer>> All(UnitOfWork work) =>
        work.List<CrisisOffer>($"SELECT {Columns} FROM CrisisOffer f ORDER BY f.OrganisationId, f.Capability {Dialect.Page}", new { take = 20_000 });

    /// <summary>Keeps what a partner offers instead of what it offered; false when somebody was quicker.</summary>
    public static async Task<bool> Put(UnitOfWork work, long organisation, int version, bool byOfficer, IReadOnlyList<CrisisOffer> offers)
    {
        var args = new { organisation, version, byOfficer, now = work.Now, by = work.Actor.Person };
        var first = version == 0
            ? await work.TryInsert("INSERT INTO CrisisSheet (OrganisationId, ByOfficer, SavedAt, SavedBy, Version) VALUES (@organisation, @byOfficer, @now, @by, 1)", args)
            : await work.Guarded("UPDATE CrisisSheet SET ByOfficer = @byOfficer, SavedAt = @now, SavedBy = @by, Version = Version + 1 WHERE OrganisationId = @organisation AND Version = @version", args);
        if (!first)
        {
            return false;
        }

        await work.Execute("DELETE FROM CrisisOffer WHERE OrganisationId = @organisation", new { organisation });
        foreach (var offer in offers)
        {
            await work.Execute(
                "INSERT INTO CrisisOffer (OrganisationId, Capability, Words, Languages) VALUES (@organisation, @Capability, @Words, @Languages)",
                new { organisation, offer.Capability, offer.Words, offer.Languages });
        }

        return true;
    }
}
