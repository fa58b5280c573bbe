using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Files;

/// <summary>The keys that cookies and sealed content are protected with: under <c>Storage:Path/keys</c>, for pages, verbs and worker alike.</summary>
public static class StorageKeys
{
    /// <summary>Keeps the keys there, readable by the portal's user alone.</summary>
    public static IServiceCollection AddKeysUnderStorage(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("GrantsPortal");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, log) =>
        {
            var folder = new DirectoryInfo(Path.Combine(storage.Value.Path, "keys"));
            if (OperatingSystem.IsWindows())
            {
                folder.Create();
            }
            else
            {
                Directory.CreateDirectory(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            keys.XmlRepository = new FileSystemXmlRepository(folder, log);
        });
        return services;
    }
}
