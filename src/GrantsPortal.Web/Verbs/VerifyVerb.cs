using GrantsPortal.Platform.Audit;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Verbs;

/// <summary><c>verify</c>: checks everything that must hold of what is stored.</summary>
public sealed class VerifyVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "verify";

    /// <inheritdoc/>
    public override string Does => "Checks that what is stored holds together, and changes nothing; exit code 1 when something is broken.";

    /// <inheritdoc/>
    public override bool MigratesFirst => false;

    /// <inheritdoc/>
    public override async Task<int> Run(VerbRun run)
    {
        var database = run.Get<PortalDatabase>();
        if (!database.Exists)
        {
            throw new VerbRefusedException($"There is no database at {database.Place} yet. Start the portal once, or use the verb migrate.");
        }

        if (Migrations.Pending(database) is { Count: > 0 } pending)
        {
            throw new VerbRefusedException($"The database is not up to date ({pending.Count} to apply). Use the verb migrate first.");
        }

        var broken = 0;
        await foreach (var checkedOne in run.Get<Verification>().Run(run.Cancel))
        {
            await run.Out.WriteLineAsync($"{(checkedOne.Broken.Count == 0 ? "ok    " : "BROKEN")}  {checkedOne.Holds}");
            foreach (var sentence in checkedOne.Broken)
            {
                await run.Out.WriteLineAsync($"          {sentence}");
            }

            broken += checkedOne.Broken.Count == 0 ? 0 : 1;
        }

        await using (var work = await database.Read(run.Cancel))
        {
            var (sequence, hash) = await AuditTrail.Head(work);
            await run.Out.WriteLineAsync(sequence == 0 ? "The audit trail is empty." : $"The audit trail ends with entry {sequence}, {hash}. Keep this line elsewhere: it shows a trail that was rebuilt as a whole.");
        }

        await run.Out.WriteLineAsync(broken == 0 ? "All of it holds." : $"{broken} of these do not hold.");
        return broken == 0 ? 0 : VerbLine.Failed;
    }
}
