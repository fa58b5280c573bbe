namespace GrantsPortal.Platform.Jobs;

/// <summary>Work the portal does by itself, again and again; one instance at a time runs it, under a lease.</summary>
public interface IJob
{
    /// <summary>Stable name, shown in <c>/admin/jobs</c>.</summary>
    string Name { get; }

    /// <summary>How long after one run the next is due.</summary>
    TimeSpan Every { get; }

    /// <summary>Runs once; what it throws is noted and it is tried again when next due.</summary>
    Task Run(CancellationToken cancel);
}
