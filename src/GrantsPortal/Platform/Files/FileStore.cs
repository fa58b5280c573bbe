using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Files;

/// <summary>Content that lies in the store but belongs to no record yet.</summary>
/// <param name="Hash">SHA-256 of the content, in hexadecimal; its name in the store.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="ContentType">What it is, found in the content itself.</param>
/// <param name="Name">The name it came with, cleaned; for display only.</param>
public sealed record SavedContent(string Hash, long Bytes, string ContentType, string Name);

/// <summary>Keeps documents under <c>Storage:Path/files</c>, each once, named by the hash of its content.</summary>
public sealed class FileStore(IOptions<StorageOptions> storage, TimeProvider clock)
{
    /// <summary>Largest upload in bytes: 20 MiB.</summary>
    public const long MaxBytes = 20L * 1024 * 1024;

    private string Root => Path.Combine(Path.GetFullPath(storage.Value.Path), "files");

    /// <summary>
    /// Streams an upload into the store. Refused with <c>file.empty</c>, <c>file.too-large</c> (limit in MiB) or
    /// <c>file.not-allowed</c> (kinds allowed) after a look at the content itself; the name decides nothing.
    /// </summary>
    public async Task<Outcome<SavedContent>> Save(Stream content, string name, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(Path.Combine(Root, "incoming"));
        var incoming = Path.Combine(Root, "incoming", Guid.NewGuid().ToString("N"));
        try
        {
            var (hash, bytes) = await Copy(content, incoming, cancel);
            if (bytes is null)
            {
                return new Refusal("file.too-large", MaxBytes / 1024 / 1024);
            }

            if (bytes == 0)
            {
                return new Refusal("file.empty");
            }

            var type = FileKinds.Recognise(incoming, name);
            if (type is null)
            {
                return new Refusal("file.not-allowed", FileKinds.Allowed);
            }

            Settle(incoming, hash);
            return new SavedContent(hash, bytes.Value, type, FileKinds.CleanName(name));
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>Keeps a document the portal made itself.</summary>
    public async Task<SavedContent> Keep(byte[] content, string name, string contentType, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(Path.Combine(Root, "incoming"));
        var incoming = Path.Combine(Root, "incoming", Guid.NewGuid().ToString("N"));
        using var source = new MemoryStream(content, writable: false);
        var (hash, bytes) = await Copy(source, incoming, cancel);
        Settle(incoming, hash);
        return new SavedContent(hash, bytes!.Value, contentType, name);
    }

    /// <summary>Opens content for reading; throws <see cref="FileNotFoundException"/> when it is gone.</summary>
    public Stream Open(string hash) => File.OpenRead(PathOf(hash));

    /// <summary>Everything that lies in the store and has not been touched since an instant: the hash of content, null for what an upload left behind.</summary>
    public IEnumerable<(string Path, string? Hash)> UntouchedSince(DateTimeOffset instant) =>
        !Directory.Exists(Root) ? [] : Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Where(path => File.GetLastWriteTimeUtc(path) < instant.UtcDateTime)
            .Select(path => (path, Path.GetFileName(path) is { Length: 64 } name && name.All(char.IsAsciiHexDigitLower) ? name : null));

    /// <summary>The SHA-256 that stored content really has, in hexadecimal.</summary>
    public async Task<string> HashOf(string hash, CancellationToken cancel = default)
    {
        await using var content = Open(hash);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }

    /// <summary>Whether the content is there.</summary>
    public bool Has(string hash) => File.Exists(PathOf(hash));

    private static async Task<(string Hash, long? Bytes)> Copy(Stream content, string path, CancellationToken cancel)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, useAsync: true);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        long bytes = 0;
        int read;
        while ((read = await content.ReadAsync(buffer, cancel)) > 0)
        {
            bytes += read;
            if (bytes > MaxBytes)
            {
                return ("", null);
            }

            sha.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        await file.FlushAsync(cancel);
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(sha.GetHashAndReset()), bytes);
    }

    private void Settle(string incoming, string hash)
    {
        var path = PathOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            File.Move(incoming, path, overwrite: true);
        }
        else
        {
            // Young again: what cleans up must not take it away while its new record is being written.
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
            File.Delete(incoming);
        }
    }

    private string PathOf(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower)
        ? Path.Combine(Root, hash[..2], hash[2..4], hash)
        : throw new ArgumentException("Not the name of stored content.", nameof(hash));
}
