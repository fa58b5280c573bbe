using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace GrantsPortal.TestWorld;

/// <summary>Files that nobody watches for changes: no test changes one, and a machine allows a user only so many watchers (128 by default on Linux).</summary>
internal sealed class UnwatchedFiles(IFileProvider files) : IFileProvider
{
    /// <inheritdoc/>
    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    /// <inheritdoc/>
    public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

    /// <inheritdoc/>
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
