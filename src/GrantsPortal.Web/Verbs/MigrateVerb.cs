using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Verbs;

/// <summary><c>migrate</c>: brings the database up to date.</summary>
public sealed class MigrateVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "migrate";

    /// <inheritdoc/>
    public override string Does => "Brings the database up to date and says what was changed.";

    /// <inheritdoc/>
    public override bool MigratesFirst => false;

    /// <inheritdoc/>
    public override async Task<int> Run(VerbRun run)
    {
        var applied = Migrations.Apply(run.Get<PortalDatabase>());
        foreach (var script in applied)
        {
            await run.Out.WriteLineAsync($"applied {script[(script.LastIndexOf('/') + 1)..]}");
        }

        var upgraded = await run.Get<Upgrades>().Apply();
        foreach (var upgrade in upgraded)
        {
            await run.Out.WriteLineAsync($"brought up to date: {upgrade}");
        }

        await run.Out.WriteLineAsync(applied.Count + upgraded.Count == 0 ? "The database was up to date." : "The database is up to date now.");
        return 0;
    }
}
