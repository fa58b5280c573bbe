using GrantsPortal.Platform.Database;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    /// <summary>Whether the database can be walked; the walk reads SQLite's catalogue.</summary>
    public bool CanWalk => Portal.Database.Dialect == Dialect.Sqlite;

    /// <summary>Every column of text, of any table, that holds one of some pieces, whatever the letters' case.</summary>
    /// <param name="pieces">The pieces, without quotes.</param>
    /// <param name="outbox">What more must hold of an e-mail, beginning with AND.</param>
    public async Task<SortedSet<string>> Holding(IReadOnlyList<string> pieces, string? outbox = null)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        await using var connection = await Portal.Database.Open();
        var columns = new List<(string Table, string Column)>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.type = 'TEXT'";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                columns.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        if (columns.Count < 500)
        {
            throw new InvalidOperationException("The walk does not see the database.");
        }

        foreach (var (table, column) in columns)
        {
            await using var command = connection.CreateCommand();
            var like = string.Join(" OR ", pieces.Select(piece => $"\"{column}\" LIKE '%{piece}%'"));
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\" WHERE ({like}) {(table == "OutboxMessage" ? outbox : "")}";
            if ((long)(await command.ExecuteScalarAsync())! > 0)
            {
                found.Add($"{table}.{column}");
            }
        }

        return found;
    }
}
