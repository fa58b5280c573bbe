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
        services.PostConfigure<PortalOptions>(portal => portal.Languages = Languages(portal, configuration["Portal:Languages"]));
        services.Configure<StorageOptions>(configuration.GetSection("Storage"));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IdSource>();
        services.AddSingleton<MessageRenderer>();
        services.AddSingleton<PortalDatabase>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<PdfMaker>();
        return services;
    }

    /// <summary>A list, or codes in one value divided by commas (as an environment variable has them); English when none is named.</summary>
    private static string[] Languages(PortalOptions portal, string? inOneValue)
    {
        string[] named = [.. portal.Languages.Concat((inOneValue ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase)];
        return named.Length > 0 ? named : ["en"];
    }
}
