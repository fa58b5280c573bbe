namespace GrantsPortal.Platform.Database;

/// <summary>
/// Lets one writer of this process at a time into SQLite. Microsoft.Data.Sqlite waits for a busy database in sleeps of
/// 150 ms; waiting here instead takes a writer as soon as the one before has left, in the order they came.
/// </summary>
internal sealed class WriterGate
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Waits for the turn; dispose what is returned to let the next in.</summary>
    public async Task<IDisposable> Enter(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        return new Turn(_gate);
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
            {
                gate.Release();
            }
        }
    }
}
