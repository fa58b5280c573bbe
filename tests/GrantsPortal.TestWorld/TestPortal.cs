using GrantsPortal.Platform.Database;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GrantsPortal.TestWorld;

/// <summary>
/// The whole portal on a database and storage folder of its own, with a clock that tests move. Use cases are taken from
/// <see cref="WebApplicationFactory{T}.Services"/>; pages are visited with <see cref="Visitor"/>.
/// </summary>
public class TestPortal : WebApplicationFactory<Program>
{
    private const string DatabaseFile = "grantsportal.db";

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "grantsportal-tests", Guid.NewGuid().ToString("N"));

    /// <summary>An empty portal's database file, migrated once for all tests of a program: doing it for each would take most of their time.</summary>
    private static readonly Lazy<byte[]> Migrated = new(Migrate);

    private readonly SqlServerDatabase? _sqlServer = SqlServerDatabase.IfAsked();

    /// <summary>No test changes a settings file, and the machine allows only so many watchers of files.</summary>
    static TestPortal() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");

    /// <summary>The portal's clock; starts on a Tuesday noon in UTC.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 16, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The folder that documents, keys and mail lie in.</summary>
    public string Folder => _folder;

    /// <summary>The database.</summary>
    public PortalDatabase Database => Services.GetRequiredService<PortalDatabase>();

    /// <summary>Settings laid over the tests' own.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>What a test adds to the portal's services, before anything is asked of it.</summary>
    public List<Action<IServiceCollection>> Additions { get; } = [];

    /// <summary>A use case or other service.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Directory.CreateDirectory(_folder);
        builder.UseEnvironment("Testing");
        builder.UseSetting("Storage:Path", _folder);
        builder.UseSetting("Portal:PublicUrl", "http://localhost");
        builder.UseSetting("Jobs:Enabled", "false");

        // The framework's limiter never lets go of the portal it counts for, and all visitors of a test come from one address; a test of a limit sets its own.
        builder.UseSetting("Limits:Enabled", Settings.Keys.Any(name => name.StartsWith("Limits:", StringComparison.Ordinal)) ? "true" : "false");
        if (_sqlServer is not null)
        {
            builder.UseSetting("Database:Provider", "SqlServer");
            builder.UseSetting("ConnectionStrings:GrantsPortal", _sqlServer.ConnectionString);
        }
        else
        {
            File.WriteAllBytes(Path.Combine(_folder, DatabaseFile), Migrated.Value);
        }

        // A PDF costs half a second, and most tests make several that they never open; those that do ask for City.Printing.
        builder.UseSetting("Documents:WeasyPrint", "not-installed");
        builder.UseSetting("Accounts:PasswordIterations", "10");
        builder.UseSetting("Accounts:EvenMilliseconds", "0");
        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices((host, services) =>
        {
            host.HostingEnvironment.WebRootFileProvider = new UnwatchedFiles(host.HostingEnvironment.WebRootFileProvider);
            host.HostingEnvironment.ContentRootFileProvider = new UnwatchedFiles(host.HostingEnvironment.ContentRootFileProvider);
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            Additions.ForEach(add => add(services));
        });
    }

    private static byte[] Migrate()
    {
        var folder = Directory.CreateTempSubdirectory("grantsportal-migrated-").FullName;
        try
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", folder)]).Build();
            using (var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddGrantsPortal(configuration).BuildServiceProvider())
            {
                Migrations.Apply(services.GetRequiredService<PortalDatabase>());
                services.GetRequiredService<Upgrades>().Apply().GetAwaiter().GetResult();
            }

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            return File.ReadAllBytes(Path.Combine(folder, DatabaseFile));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            _sqlServer?.Dispose();
        }

        if (disposing && Directory.Exists(_folder))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
