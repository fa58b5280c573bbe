using Microsoft.Data.SqlClient;

namespace GrantsPortal.TestWorld;

/// <summary>
/// A database of its own on the SQL Server that <c>GRANTSPORTAL_TEST_SQLSERVER</c> names, made for one test and dropped
/// after it. Tests use it when <c>GRANTSPORTAL_TEST_PROVIDER</c> is <c>SqlServer</c>.
/// </summary>
internal sealed class SqlServerDatabase : IDisposable
{
    private readonly string _server;
    private readonly string _name = $"gp_test_{Guid.NewGuid():N}";

    private SqlServerDatabase(string server)
    {
        _server = server;
        Execute($"CREATE DATABASE [{_name}]");
    }

    /// <summary>Where it is.</summary>
    public string ConnectionString => new SqlConnectionStringBuilder(_server) { InitialCatalog = _name }.ToString();

    /// <summary>A new database, or null when tests run on SQLite.</summary>
    public static SqlServerDatabase? IfAsked() =>
        Environment.GetEnvironmentVariable("GRANTSPORTAL_TEST_PROVIDER") == "SqlServer"
        && Environment.GetEnvironmentVariable("GRANTSPORTAL_TEST_SQLSERVER") is { Length: > 0 } server
            ? new SqlServerDatabase(server)
            : null;

    public void Dispose()
    {
        SqlConnection.ClearAllPools();
        Execute($"ALTER DATABASE [{_name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{_name}]");
    }

    private void Execute(string sql)
    {
        using var connection = new SqlConnection(_server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
