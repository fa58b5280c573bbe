namespace GrantsPortal.Platform.Database;

/// <summary>What the program itself brings up to date after the scripts, once for each database.</summary>
public interface IUpgrade
{
    /// <summary>Its name; stays as it is for ever.</summary>
    string Name { get; }

    /// <summary>Brings up to date what there is; nothing on a new database.</summary>
    Task Run(UnitOfWork work);
}

/// <summary>Runs what the database has not seen, in the order the modules stand on one another, in one transaction.</summary>
public sealed class Upgrades(PortalDatabase database, IEnumerable<IUpgrade> upgrades)
{
    /// <summary>Brings the database up to date after its scripts and returns the names of what was run.</summary>
    public async Task<IReadOnlyList<string>> Apply()
    {
        var missing = new List<IUpgrade>();
        await using (var read = await database.Read())
        {
            foreach (var upgrade in upgrades)
            {
                if (await read.Scalar<long>("SELECT COUNT(*) FROM Upgrade WHERE Name = @name", new { name = upgrade.Name }) == 0)
                {
                    missing.Add(upgrade);
                }
            }
        }

        if (missing.Count == 0)
        {
            return [];
        }

        var done = new List<string>();
        await using var work = await database.Write(Actor.System);
        foreach (var upgrade in missing)
        {
            if (await work.TryInsert("INSERT INTO Upgrade (Name, DoneAt) VALUES (@name, @now)", new { name = upgrade.Name, now = work.Now }))
            {
                await upgrade.Run(work);
                done.Add(upgrade.Name);
            }
        }

        await work.Commit();
        return done;
    }
}
