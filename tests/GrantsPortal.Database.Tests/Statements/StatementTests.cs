using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.TestWorld;
using Microsoft.Data.Sqlite;
using Xunit;

namespace GrantsPortal.Database.Tests.Statements;

/// <summary>Every statement the library can issue, held against both schemas.</summary>
public sealed class StatementTests
{
    private static readonly Lazy<IReadOnlyList<Statement>> Statements = StatementCollector.Collected;

    private static readonly Lazy<IReadOnlyDictionary<string, Dictionary<string, string>>> Tables = new(() =>
    {
        using var model = new SqlServerModel();
        return model.Tables();
    });

    [Fact]
    public void Every_statement_is_a_constant_that_this_test_can_read()
    {
        Assert.True(Statements.Value.Count > 20, "The collector finds hardly any statement; it no longer sees the source.");
        Assert.Empty(Statements.Value.Where(statement => statement.Sql is null).Select(statement => statement.Where));
    }

    [Fact]
    public void Sql_Server_knows_every_table_and_column_that_a_statement_names()
    {
        using var model = new SqlServerModel();
        foreach (var statement in Statements.Value.Where(statement => statement.Sql is not null && !IsSqliteOnly(statement.Sql)))
        {
            model.Add(statement);
        }

        Assert.Empty(model.Messages());
    }

    [Fact]
    public void What_Sql_Servers_compiler_lets_pass_without_a_server_is_held_as_well()
    {
        Assert.Empty(Statements.Value.Where(statement => statement.Sql is not null && !IsSqliteOnly(statement.Sql)).SelectMany(statement => TransactSqlRules.Against(
            Statement.WithListsExpanded(Dialect.SqlServer.Translate(statement.Sql!)),
            statement.Arguments.ToDictionary(argument => argument.Name, argument => argument.Type, StringComparer.OrdinalIgnoreCase),
            Tables.Value).Select(fault => $"{statement.Where}: {fault}")));
    }

    [Theory]
    [InlineData("SELECT a.State, a.Id, COUNT(*) AS Number FROM Award a GROUP BY a.State", "A.ID stands outside GROUP BY.")]
    [InlineData("SELECT a.State, COUNT(*) AS Number FROM Award a GROUP BY a.State ORDER BY a.Title", "A.TITLE orders groups it does not belong to.")]
    [InlineData("SELECT DISTINCT a.State FROM Award a ORDER BY a.Id", "A.ID orders rows that DISTINCT has thrown together.")]
    [InlineData("SELECT length(a.Title) AS Number FROM Award a", "SQL Server has no function length, or none that these statements need.")]
    [InlineData("SELECT a.Id FROM Award a WHERE a.Reference = @id", "A.REFERENCE is nvarchar, but @id is Int64.")]
    [InlineData("UPDATE Award SET AmountMinor = @words WHERE Id = @id", "AMOUNTMINOR is bigint, but @words is String.")]
    public void And_each_of_these_rules_finds_what_breaks_it(string sql, string says)
    {
        Assert.Equal([says], TransactSqlRules.Against(sql, new Dictionary<string, string> { ["id"] = "Int64", ["words"] = "String" }, Tables.Value));
    }

    [Fact]
    public void The_check_against_Sql_Server_fails_on_an_unknown_column()
    {
        using var model = new SqlServerModel();
        model.Add(new Statement("control", "Find", "SELECT NoSuchColumn FROM AuditHead", [], null));
        Assert.NotEmpty(model.Messages());
    }

    [Fact]
    public async Task Sqlite_runs_every_statement_and_rows_have_the_columns_their_type_has_properties_for()
    {
        using var portal = new TestPortal();
        await using var connection = (SqliteConnection)await portal.Database.Open();
        var wrong = new List<string>();
        foreach (var statement in Statements.Value.Where(statement => statement.Sql is not null))
        {
            wrong.AddRange(Faults(connection, statement).Select(fault => $"{statement.Where}: {fault}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Both_schemas_have_the_same_migrations()
    {
        string[] Names(string folder) => [.. Directory.EnumerateFiles(Path.Combine(Sources.Root, "db", folder), "*.sql").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];
        Assert.Equal(Names("sqlite"), Names("sqlserver"));
    }

    [Fact]
    public void Only_the_library_speaks_sql()
    {
        string[] marks = ["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM "];
        var offenders = Sources.CSharp("src/GrantsPortal.Web")
            .Where(file => File.ReadLines(file).Any(line => marks.Any(mark => line.TrimStart().StartsWith(mark, StringComparison.Ordinal) || line.Contains("\"" + mark, StringComparison.Ordinal))));
        Assert.Empty(offenders.Select(file => Path.GetRelativePath(Sources.Root, file)));
    }

    private static bool IsSqliteOnly(string sql) => sql.StartsWith("PRAGMA", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Faults(SqliteConnection connection, Statement statement)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        var sql = Statement.WithListsExpanded(Dialect.Sqlite.Translate(statement.Sql!));
        var reads = sql.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase) || sql.TrimStart().StartsWith("WITH", StringComparison.OrdinalIgnoreCase);
        command.Transaction = transaction;
        command.CommandText = reads ? sql : "EXPLAIN " + sql;
        foreach (var (name, type) in statement.Arguments)
        {
            command.Parameters.AddWithValue("@" + name, type is "Int64" or "Int32" ? 0L : DBNull.Value);
        }

        var columns = new List<string>();
        string? fault = null;
        try
        {
            using var reader = command.ExecuteReader();
            columns.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        }
        catch (Exception refused) when (refused is SqliteException or InvalidOperationException)
        {
            fault = refused.Message;
        }

        if (fault is not null)
        {
            yield return fault;
        }
        else if (reads && statement.Columns is { } properties)
        {
            foreach (var column in columns.Except(properties, StringComparer.OrdinalIgnoreCase))
            {
                yield return $"the column {column} has no property";
            }

            foreach (var property in properties.Except(columns, StringComparer.OrdinalIgnoreCase))
            {
                yield return $"the property {property} has no column";
            }
        }
    }
}
