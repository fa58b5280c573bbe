using GrantsPortal.Platform.Audit;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Settings;
using GrantsPortal.Platform.Text;
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
        services.Configure<InboundOptions>(configuration.GetSection("Inbound"));
        services.Configure<JobOptions>(configuration.GetSection("Jobs"));
        services.Configure<DocumentOptions>(configuration.GetSection("Documents"));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IdSource>();
        services.TryAddSingleton(_ => new PortalTexts());
        services.AddSingleton<MessageRenderer>();
        services.AddSingleton<PortalDatabase>();
        services.AddSingleton<Upgrades>();
        services.AddSingleton<FileStore>();
        services.AddKeysUnderStorage();
        services.AddSingleton<PdfMaker>();
        services.AddSingleton<DocumentMaker>();
        services.AddMail();
        services.AddJobs();
        services.AddChecks();
        services.AddStoredSettings(configuration);
        return services;
    }

    /// <summary>Makes options follow what is changed in the portal while it runs.</summary>
    public static IServiceCollection AddLiveOptions<T>(this IServiceCollection services)
        where T : class => services.AddSingleton<IOptions<T>, LiveOptions<T>>();

    private static void AddStoredSettings(this IServiceCollection services, IConfiguration configuration)
    {
        var stored = new StoredSettings();
        (configuration as IConfigurationBuilder)?.Add(stored);
        services.AddSingleton(stored);
        services.AddHostedService<SettingsWatch>();
        services.AddLiveOptions<PortalOptions>();
    }

    private static void AddChecks(this IServiceCollection services)
    {
        services.AddSingleton<Verification>();
        services.AddSingleton<IInvariant, FilesAreWhole>();
        services.AddSingleton<IInvariant, OutboxIsSound>();
        services.AddSingleton<Doctor>();
        services.AddSingleton<ICheckup, OutboxCheckup>();
        services.AddSingleton<ICheckup, MailServerCheckup>();
        services.AddSingleton<ICheckup, JobsCheckup>();
        services.AddSingleton<ICheckup, StorageCheckup>();
        services.AddSingleton<ICheckup, DatabaseCheckup>();
        services.AddSingleton<ICheckup, ClockCheckup>();
        services.AddSingleton<ICheckup, SettingsCheckup>();
        services.AddSingleton<ICheckup, DocumentsCheckup>();
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
        services.AddSingleton<OutboxDesk>();
        services.AddSingleton<BulkMessageDesk>();
        services.AddHostedService<OutboxWorker>();
    }

    private static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobRunner>();
        services.AddHostedService(s => s.GetRequiredService<JobRunner>());
        services.AddSingleton<JobDesk>();
        services.AddSingleton<IJob, DailySummaryJob>();
        services.AddSingleton<IJob, OrphanedFilesJob>();
        services.AddSingleton<IJob, AuditCheckJob>();
    }

    /// <summary>A list, or codes in one value divided by commas (as an environment variable has them); English when none is named.</summary>
    private static string[] Languages(PortalOptions portal, string? inOneValue)
    {
        string[] named = [.. portal.Languages.Concat((inOneValue ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase)];
        return named.Length > 0 ? named : ["en"];
    }
}
