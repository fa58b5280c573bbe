namespace GrantsPortal.Platform.Jobs;

/// <summary>Work the portal does by itself, again and again; one instance at a time runs it, under a lease.</summary>
public interface IJob
{
    /// <summary>Stable name, shown in <c>/admin/jobs</c>.</summary>
    string Name { get; }

    /// <summary>What it does, as an English sentence for <c>/admin/jobs</c>.</summary>
    string Does => "";

    /// <summary>How long after one run the next is due.</summary>
    TimeSpan Every { get; }

    /// <summary>When the first run is due after the portal came to know the job; by default at once.</summary>
    DateTimeOffset FirstAfter(DateTimeOffset known) => known;

    /// <summary>When the next run is due after one that began at an instant; by default <see cref="Every"/> later.</summary>
    DateTimeOffset NextAfter(DateTimeOffset started) => started + Every;

    /// <summary>Runs once; what it throws is noted and it is tried again when next due, or in ten minutes if that is sooner.</summary>
    Task Run(CancellationToken cancel);
}

/// <summary>Section <c>Jobs</c> of the configuration.</summary>
public sealed class JobOptions
{
    /// <summary>Whether this process sends mail and runs jobs.</summary>
    public bool Enabled { get; set; } = true;
}
