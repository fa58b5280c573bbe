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

        await run.Out.WriteLineAsync(applied.Count == 0 ? "The database was up to date." : "The database is up to date now.");
        return 0;
    }
}
