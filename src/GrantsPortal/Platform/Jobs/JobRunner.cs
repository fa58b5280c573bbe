using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Jobs;

/// <summary>Runs every job when it is due, one instance at a time: the lease is taken before, renewed while and given back after.</summary>
public sealed class JobRunner(IEnumerable<IJob> jobs, PortalDatabase database, IOptions<JobOptions> options, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(10);

    private readonly string _owner = FormattableString.Invariant($"{Environment.ProcessId}-{Guid.NewGuid():N}");
    private readonly SemaphoreSlim _woken = new(0, 1);
    private readonly IReadOnlyList<IJob> _jobs = [.. jobs.OrderBy(job => job.Name, StringComparer.Ordinal)];

    /// <summary>Every job of this portal.</summary>
    public IReadOnlyList<IJob> Jobs => _jobs;

    /// <summary>Looks at once whether something is due.</summary>
    public void Wake()
    {
        if (_woken.CurrentCount == 0)
        {
            _woken.Release();
        }
    }

    /// <summary>Runs what is due now and waits for it; says which jobs ran.</summary>
    public async Task<IReadOnlyList<string>> RunDue(CancellationToken stop = default)
    {
        var ran = await Task.WhenAll(_jobs.Select(async job => (job.Name, Ran: await RunIfDue(job, stop))));
        return [.. ran.Where(job => job.Ran).Select(job => job.Name)];
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        var running = new Dictionary<string, Task>(StringComparer.Ordinal);
        while (options.Value.Enabled && !stop.IsCancellationRequested)
        {
            foreach (var job in _jobs.Where(job => !running.TryGetValue(job.Name, out var before) || before.IsCompleted))
            {
                running[job.Name] = RunIfDue(job, stop);
            }

            await ((Task)_woken.WaitAsync(Rest, stop)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<bool> RunIfDue(IJob job, CancellationToken stop)
    {
        try
        {
            if (!await Change(work => Claim(work, job)))
            {
                return false;
            }

            await Run(job, stop);
            return true;
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            log.LogError(fault, "The job {Job} could not be begun or ended", job.Name);
            return false;
        }
    }

    private async Task<bool> Claim(UnitOfWork work, IJob job)
    {
        await JobRepository.Know(work, job.Name, job.FirstAfter(work.Now));
        return await JobRepository.Claim(work, job.Name, _owner, Lease);
    }

    private async Task Run(IJob job, CancellationToken stop)
    {
        var started = database.Clock.GetUtcNow();
        string? error = null;
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var done = new CancellationTokenSource();
        var keeping = Keep(job, lost, done.Token);
        try
        {
            await job.Run(lost.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            error = "It was interrupted because the portal stopped.";
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The job {Job} failed", job.Name);
            error = fault.Message;
        }

        await done.CancelAsync();
        await keeping;
        await Change(work => JobRepository.End(work, job.Name, _owner, error, NextDue(job, started, error is not null)));
    }

    /// <summary>When a job is next due: sooner than usual after a failure.</summary>
    private static DateTimeOffset NextDue(IJob job, DateTimeOffset started, bool failed)
    {
        var next = job.NextAfter(started);
        return failed && started + AfterFailure < next ? started + AfterFailure : next;
    }

    private async Task Keep(IJob job, CancellationTokenSource lost, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await Task.Delay(Lease / 4, done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!done.IsCancellationRequested && !await Change(work => JobRepository.Renew(work, job.Name, _owner, Lease)))
                {
                    await lost.CancelAsync();
                    return;
                }
            }
            catch (Exception fault)
            {
                log.LogWarning(fault, "The lease of the job {Job} could not be renewed", job.Name);
            }
        }
    }

    private async Task<T> Change<T>(Func<UnitOfWork, Task<T>> change)
    {
        await using var work = await database.Write(Actor.System);
        var result = await change(work);
        await work.Commit();
        return result;
    }
}
