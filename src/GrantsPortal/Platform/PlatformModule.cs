using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GrantsPortal.Platform;

/// <summary>What modules stand on.</summary>
public static class PlatformModule
{
    /// <summary>Registers database, mail, files, documents, clock and settings.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PortalOptions>(configuration.GetSection("Portal"));
        services.Configure<StorageOptions>(configuration.GetSection("Storage"));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IdSource>();
        services.AddSingleton<MessageRenderer>();
        services.AddSingleton<PortalDatabase>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<PdfMaker>();
        return services;
    }
}
