using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Platform.Files;

/// <summary>Removes content that no record names: of uploads that were refused, broken off, or whose form was never sent.</summary>
public sealed class OrphanedFilesJob(PortalDatabase database, FileStore files) : IJob
{
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public string Name => "files.clean-up";

    /// <inheritdoc/>
    public string Does => "Removes uploaded content that belongs to nothing, a day after it came.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        foreach (var (path, hash) in files.UntouchedSince(database.Clock.GetUtcNow() - Grace))
        {
            cancel.ThrowIfCancellationRequested();
            if (hash is null || !await Named(hash))
            {
                File.Delete(path);
            }
        }
    }

    private async Task<bool> Named(string hash)
    {
        await using var work = await database.Read();
        return await work.Scalar<long>("SELECT COUNT(*) FROM StoredFile WHERE Hash = @hash", new { hash }) > 0;
    }
}

/// <summary>The content of every document is there, unaltered.</summary>
public sealed class FilesAreWhole(FileStore files) : IInvariant
{
    private const int MostSentences = 100;

    /// <inheritdoc/>
    public string Holds => "The content of every document is there, unaltered.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var broken = new List<string>();
        await foreach (var file in work.Stream<StoredFile>("SELECT Id, Hash, Bytes, ContentType, Name, CreatedAt FROM StoredFile ORDER BY Id"))
        {
            if (broken.Count == MostSentences)
            {
                break;
            }

            if (!files.Has(file.Hash))
            {
                broken.Add($"The content of document {file.Id} is missing ({file.Hash}).");
            }
            else if (await files.HashOf(file.Hash) != file.Hash)
            {
                broken.Add($"The content of document {file.Id} was altered ({file.Hash}).");
            }
        }

        return broken;
    }
}
