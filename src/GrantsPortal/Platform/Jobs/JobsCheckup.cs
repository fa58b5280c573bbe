using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Jobs;

/// <summary>Whether the portal does what it does by itself.</summary>
public sealed class JobsCheckup(PortalDatabase database, IOptions<JobOptions> options) : ICheckup
{
    /// <inheritdoc/>
    public string Area => "Jobs";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        if (!database.Exists || Migrations.Pending(database).Count > 0)
        {
            return [];
        }

        await using var work = await database.Read(cancel);
        var runs = await JobRepository.All(work);
        List<Finding> findings =
        [
            .. runs.Where(run => run.LastError is not null).Select(run => new Finding(Health.Wrong, Area, "{0} failed at {1}: {2}", run.Name, run.LastFinishedAt, run.LastError)
            {
                Mend = "It is tried again by itself; if it keeps failing, the log says more.",
                Path = PlatformRoutes.Jobs,
            }),
            .. runs.Where(run => run.LateAt(work.Now)).Select(run => new Finding(Health.Wrong, Area, "{0} is late: it was due at {1}.", run.Name, run.NextDueAt)
            {
                Mend = "See whether a process that runs jobs is up (Jobs:Enabled).",
                Path = PlatformRoutes.Jobs,
            }),
        ];
        if (!options.Value.Enabled)
        {
            findings.Add(new Finding(Health.Note, Area, "This process runs no jobs and sends no mail (Jobs:Enabled is false)."));
        }

        return findings.Count > 0 ? findings : [new Finding(Health.Ok, Area, "{0} jobs, none late, none failing", runs.Count)];
    }
}

/// <summary>What administrators do with jobs.</summary>
public sealed class JobDesk(PortalDatabase database, JobRunner runner)
{
    /// <summary>Makes a job due at once. Refused with <c>job.not-found</c>, or <c>job.running</c> while it runs.</summary>
    public async Task<Outcome> RunNow(Actor actor, string name)
    {
        await using var work = await database.Write(actor);
        var run = (await JobRepository.All(work)).FirstOrDefault(run => run.Name == name);
        if (run is null)
        {
            return new Refusal("job.not-found");
        }

        if (run.RunningAt(work.Now))
        {
            return new Refusal("job.running", run.Name);
        }

        await JobRepository.MakeDue(work, name);
        work.Audit("job.run-now", "JobRun", 0, new { name });
        await work.Commit();
        runner.Wake();
        return Outcome.Ok;
    }
}
