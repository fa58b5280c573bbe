using GrantsPortal.TestWorld;
using Microsoft.Data.Sqlite;
using Xunit;

namespace GrantsPortal.Database.Tests.Statements;

/// <summary>Both schemas hold the same, so that what the tests show on the one is true of the other.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task Both_schemas_have_the_same_tables_columns_and_required_fields()
    {
        using var server = new SqlServerModel();
        using var portal = new TestPortal();
        await using var connection = (SqliteConnection)await portal.Database.Open();

        Assert.Equal(Columns(connection), server.Columns().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Both_schemas_refuse_the_same_duplicates()
    {
        using var server = new SqlServerModel();
        using var portal = new TestPortal();
        await using var connection = (SqliteConnection)await portal.Database.Open();

        Assert.Equal(Unique(connection), server.Unique().Distinct().Order(StringComparer.Ordinal));
    }

    private static List<string> Columns(SqliteConnection connection) => Ask(
        connection,
        """
        SELECT m.name || '.' || c.name || CASE WHEN c."notnull" = 1 OR c.pk > 0 THEN ' NOT NULL' ELSE '' END
        FROM sqlite_schema m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'SchemaVersions'
        """);

    /// <summary>Primary keys and unique indexes: the table, its columns in the index's order, and whether only some rows count.</summary>
    private static List<string> Unique(SqliteConnection connection) => Ask(
        connection,
        """
        SELECT m.name || ' (' || (SELECT group_concat(x.name, ', ') FROM (SELECT i.name FROM pragma_index_info(l.name) i ORDER BY i.seqno) x) || ')' || CASE WHEN l.partial = 1 THEN ' of some' ELSE '' END
        FROM sqlite_schema m, pragma_index_list(m.name) l
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'SchemaVersions' AND l."unique" = 1
        UNION
        SELECT m.name || ' (' || c.name || ')'
        FROM sqlite_schema m, pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'SchemaVersions' AND c.pk = 1
            AND (SELECT COUNT(*) FROM pragma_table_info(m.name) k WHERE k.pk > 0) = 1
        """);

    private static List<string> Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return [.. found.Distinct().Order(StringComparer.Ordinal)];
    }
}
