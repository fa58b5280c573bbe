namespace GrantsPortal.Platform.Mail;

/// <summary>Wakes the outbox worker of this process as soon as a commit has queued mail.</summary>
public sealed class OutboxBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    /// <summary>Rings; once is enough until it is heard.</summary>
    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    /// <summary>Waits until it rings, but not longer than this.</summary>
    public Task Wait(TimeSpan longest, CancellationToken cancel) => _rung.WaitAsync(longest, cancel);

    /// <inheritdoc/>
    public void Dispose() => _rung.Dispose();
}
