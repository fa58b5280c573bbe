using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

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
        services.Configure<MailOptions>(configuration.GetSection("Mail"));
        services.Configure<JobOptions>(configuration.GetSection("Jobs"));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IdSource>();
        services.AddSingleton<MessageRenderer>();
        services.AddSingleton<PortalDatabase>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<PdfMaker>();
        services.AddSingleton<Verification>();
        services.AddMail();
        services.AddJobs();
        return services;
    }

    private static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton<OutboxBell>();
        services.AddSingleton<MimeMaker>();
        services.AddSingleton<SmtpTransport>();
        services.AddSingleton<FolderTransport>();
        services.AddSingleton<IMailTransport>(s => string.IsNullOrWhiteSpace(s.GetRequiredService<IOptions<MailOptions>>().Value.Host)
            ? s.GetRequiredService<FolderTransport>()
            : s.GetRequiredService<SmtpTransport>());
        services.AddSingleton<OutboxSender>();
        services.AddHostedService<OutboxWorker>();
    }

    private static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobRunner>();
        services.AddHostedService(s => s.GetRequiredService<JobRunner>());
        services.AddSingleton<IJob, DailySummaryJob>();
    }

    /// <summary>A list, or codes in one value divided by commas (as an environment variable has them); English when none is named.</summary>
    private static string[] Languages(PortalOptions portal, string? inOneValue)
    {
        string[] named = [.. portal.Languages.Concat((inOneValue ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase)];
        return named.Length > 0 ? named : ["en"];
    }
}
