using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Settings;

/// <summary>
/// Settings kept in the database, laid over those of files, environment and command line. They are read after the
/// migrations and again whenever one is changed; what reads its options through <see cref="IOptions{T}"/> sees the change.
/// </summary>
public sealed class StoredSettings : ConfigurationProvider, IConfigurationSource
{
    /// <inheritdoc/>
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Reads the settings; tells whoever listens only when one has changed.</summary>
    public async Task Read(PortalDatabase database, CancellationToken cancel = default)
    {
        await using var work = await database.Read(cancel);
        var stored = (await SettingRepository.All(work)).ToDictionary(setting => setting.Name, string? (setting) => setting.Value, StringComparer.OrdinalIgnoreCase);
        if (stored.Count == Data.Count && stored.All(setting => Data.TryGetValue(setting.Key, out var now) && now == setting.Value))
        {
            return;
        }

        Data = stored;
        OnReload();
    }
}

/// <summary>Options that are always the present ones, for everything that asks for <see cref="IOptions{T}"/>.</summary>
public sealed class LiveOptions<T>(IOptionsMonitor<T> monitor) : IOptions<T>
    where T : class
{
    /// <inheritdoc/>
    public T Value => monitor.CurrentValue;
}

/// <summary>Looks now and then whether another instance changed a setting.</summary>
public sealed class SettingsWatch(StoredSettings settings, PortalDatabase database, IOptions<JobOptions> jobs, ILogger<SettingsWatch> log) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (jobs.Value.Enabled && !stop.IsCancellationRequested)
        {
            await Task.Delay(Rest, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await settings.Read(database, stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                log.LogWarning(fault, "The stored settings could not be read; those read before still hold");
            }
        }
    }
}
