using System.Data.Common;
using GrantsPortal.Platform.Mail;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Platform.Database;

/// <summary>
/// Opens units of work on the configured database: <c>Database:Provider</c> (<c>Sqlite</c> or <c>SqlServer</c>) and
/// <c>ConnectionStrings:GrantsPortal</c>.
/// </summary>
public sealed class PortalDatabase
{
    private readonly string _connectionString;
    private readonly WriterGate _gate = new();
    private readonly IServiceProvider _services;
    private readonly MessageRenderer _renderer;
    private long _statements;

    /// <summary>Reads the settings; throws <see cref="InvalidOperationException"/> when they make no sense.</summary>
    public PortalDatabase(IConfiguration configuration, IOptions<StorageOptions> storage, TimeProvider clock, IdSource ids, MessageRenderer renderer, IServiceProvider services)
    {
        Arguments.TeachDapper();
        _services = services;
        _renderer = renderer;
        Clock = clock;
        Ids = ids;
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        Dialect = provider switch
        {
            "Sqlite" => Dialect.Sqlite,
            "SqlServer" => Dialect.SqlServer,
            _ => throw new InvalidOperationException($"Database:Provider is \"{provider}\"; it can be Sqlite or SqlServer."),
        };
        var configured = configuration.GetConnectionString("GrantsPortal");
        _connectionString = Dialect == Dialect.Sqlite
            ? SqliteConnectionString(configured, storage.Value.Path)
            : configured ?? throw new InvalidOperationException("ConnectionStrings:GrantsPortal is needed for SQL Server.");
    }

    /// <summary>What the database speaks.</summary>
    public Dialect Dialect { get; }

    /// <summary>The clock that units of work read.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Where ids come from.</summary>
    public IdSource Ids { get; }

    /// <summary>The connection string in use.</summary>
    public string ConnectionString => _connectionString;

    /// <summary>Where the data lie, without secrets: a file, or server and database.</summary>
    public string Place => Dialect == Dialect.Sqlite
        ? new SqliteConnectionStringBuilder(_connectionString).DataSource
        : new SqlConnectionStringBuilder(_connectionString) is var server ? $"{server.InitialCatalog} on {server.DataSource}" : "";

    /// <summary>
    /// Whether a commit may return before it is on the disk; the file stays whole all the same. For filling an empty
    /// database with what can be made again, and for nothing else.
    /// </summary>
    internal bool Hurried { get; set; }

    /// <summary>Whether there is a database file already; of a server it is taken for granted.</summary>
    public bool Exists => Dialect != Dialect.Sqlite || Place is ":memory:" or "" || File.Exists(Place);

    /// <summary>How many statements units of work have run since the program started; a page that runs one for each row shows here.</summary>
    public long Statements => Interlocked.Read(ref _statements);

    /// <summary>Opens a unit of work that only reads, from one snapshot where the database has them.</summary>
    public async Task<UnitOfWork> Read(CancellationToken cancel = default)
    {
        var connection = await Open(cancel);
        var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: true) : null;
        return new UnitOfWork(this, connection, transaction, null, Actor.Public, _services, _renderer, writes: false);
    }

    /// <summary>Opens a unit of work that changes things in the actor's name; nothing is kept unless it is committed.</summary>
    public async Task<UnitOfWork> Write(Actor actor, CancellationToken cancel = default)
    {
        var turn = Dialect == Dialect.Sqlite ? await _gate.Enter(cancel) : null;
        DbConnection? connection = null;
        try
        {
            connection = await Open(cancel);
            var transaction = connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: false)
                : await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancel);
            return new UnitOfWork(this, connection, transaction, turn, actor, _services, _renderer, writes: true);
        }
        catch
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            turn?.Dispose();
            throw;
        }
    }

    /// <summary>Opens a bare connection with the pragmas set, for migrations, backup and checks.</summary>
    public async Task<DbConnection> Open(CancellationToken cancel = default)
    {
        DbConnection connection = Dialect == Dialect.Sqlite ? new SqliteConnection(_connectionString) : new SqlConnection(_connectionString);
        await connection.OpenAsync(cancel);
        if (connection is SqliteConnection)
        {
            await using var pragmas = connection.CreateCommand();
            pragmas.CommandText = $"PRAGMA journal_mode = WAL; PRAGMA synchronous = {(Hurried ? "NORMAL" : "FULL")}; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY;";
            await pragmas.ExecuteNonQueryAsync(cancel);
        }

        return connection;
    }

    /// <summary>Counts a statement.</summary>
    internal void Count() => Interlocked.Increment(ref _statements);

    private static string SqliteConnectionString(string? configured, string storage)
    {
        if (configured is null)
        {
            Directory.CreateDirectory(storage);
        }

        var builder = new SqliteConnectionStringBuilder(configured ?? $"Data Source={Path.Combine(Path.GetFullPath(storage), "grantsportal.db")}")
        {
            ForeignKeys = true,
            DefaultTimeout = 10,
        };
        return builder.ToString();
    }
}
