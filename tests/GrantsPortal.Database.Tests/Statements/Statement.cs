using System.Text.RegularExpressions;

namespace GrantsPortal.Database.Tests.Statements;

/// <summary>A statement that the library can issue, as found in its source.</summary>
/// <param name="Where">File and line.</param>
/// <param name="Method">The method of the unit of work it is given to.</param>
/// <param name="Sql">Its text, with the dialect's marks.</param>
/// <param name="Arguments">Names and types of its arguments.</param>
/// <param name="Columns">The settable properties of the row it is read into; null when it is read into a single value or not read.</param>
internal sealed partial record Statement(string Where, string Method, string? Sql, IReadOnlyList<(string Name, string Type)> Arguments, IReadOnlyList<string>? Columns)
{
    /// <summary>The text with lists of arguments standing for one, as Dapper would expand them.</summary>
    public static string WithListsExpanded(string sql) => ListArgument().Replace(sql, "IN (@$1)");

    [GeneratedRegex(@"\bIN\s+@(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex ListArgument();
}
