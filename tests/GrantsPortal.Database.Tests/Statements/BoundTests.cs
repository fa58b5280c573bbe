using Xunit;

namespace GrantsPortal.Database.Tests.Statements;

/// <summary>No list can grow without end, and no guard changes rows by accident.</summary>
public sealed partial class BoundTests
{
    private static readonly Lazy<IReadOnlyList<Statement>> Statements = StatementCollector.Collected;

    [Fact]
    public void Every_list_says_how_many_rows_it_takes_at_most()
    {
        var unbounded = Statements.Value
            .Where(statement => statement is { Sql: not null, Method: "List" } && !IsBounded(statement.Sql))
            .Select(statement => $"{statement.Where}: {Head(statement.Sql!)}");
        Assert.True(!unbounded.Any(), string.Join('\n', unbounded));
    }

    [Fact]
    public void Every_update_and_delete_has_a_where()
    {
        var wild = Statements.Value
            .Where(statement => statement.Sql is { } sql && Starts(sql, "UPDATE", "DELETE") && !sql.Contains("WHERE", StringComparison.Ordinal))
            .Select(statement => statement.Where);
        Assert.True(!wild.Any(), string.Join('\n', wild));
    }

    /// <summary>A page, a list of ids given, the parts of one record, or figures per kind, which are as many as there are kinds.</summary>
    private static bool IsBounded(string sql) =>
        PartsOfOneRecord().IsMatch(sql)
        || sql.Contains("{{page}}", StringComparison.Ordinal) || sql.Contains(" IN @", StringComparison.Ordinal) || sql.Contains("GROUP BY", StringComparison.Ordinal);

    [System.Text.RegularExpressions.GeneratedRegex(@"\b(Call|Form|Rubric|Application|Review|Decision|Award|Organisation|Person)Id = @\w+")]
    private static partial System.Text.RegularExpressions.Regex PartsOfOneRecord();

    private static bool Starts(string sql, params string[] words) => words.Any(word => sql.TrimStart().StartsWith(word, StringComparison.Ordinal));

    private static string Head(string sql) => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).PadRight(90)[..90];
}
