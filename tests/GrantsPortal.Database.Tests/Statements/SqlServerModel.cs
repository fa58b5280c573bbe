using GrantsPortal.Platform.Database;
using GrantsPortal.TestWorld;
using Microsoft.SqlServer.Dac.Model;

namespace GrantsPortal.Database.Tests.Statements;

/// <summary>
/// SQL Server's own compiler, without a server: the migrations of <c>db/sqlserver</c> as a model, into which statements
/// are put as procedures. Every message counts, since a missing table is only a warning there.
/// </summary>
internal sealed class SqlServerModel : IDisposable
{
    private readonly TSqlModel _model = new(SqlServerVersion.Sql150, new TSqlModelOptions());
    private readonly Dictionary<string, string> _places = [];

    public SqlServerModel()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Sources.Root, "db", "sqlserver"), "*.sql").Order(StringComparer.Ordinal))
        {
            foreach (var batch in File.ReadAllText(file).Split("\nGO\n", StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (var statement in Parts(batch))
                {
                    Add(statement, Path.GetFileName(file));
                }
            }
        }
    }

    /// <summary>Puts a statement in; throws what the parser says against it.</summary>
    public void Add(Statement statement)
    {
        var name = $"Statement{_places.Count}";
        _places[name] = statement.Where;
        var sql = Statement.WithListsExpanded(Dialect.SqlServer.Translate(statement.Sql!));
        var arguments = string.Join(", ", statement.Arguments.Select(argument => $"@{argument.Name} {TypeOf(argument.Type, statement)}"));
        Add($"CREATE PROCEDURE dbo.{name} {arguments} AS\nBEGIN\n{sql};\nEND", statement.Where);
    }

    /// <summary>What the compiler says against all that was put in.</summary>
    public IReadOnlyList<string> Messages() =>
        [.. _model.Validate().Select(message => _places.Aggregate(message.ToString(), (text, place) => text.Replace($"[{place.Key}]", $"[{place.Value}]", StringComparison.Ordinal)))];

    public void Dispose() => _model.Dispose();

    private void Add(string sql, string where)
    {
        try
        {
            _model.AddObjects(sql);
        }
        catch (DacModelException fault)
        {
            throw new InvalidOperationException($"{where}: {fault.Message}\n{sql}", fault);
        }
    }

    /// <summary>The model holds definitions, not rows; several definitions in one batch go in one by one.</summary>
    private static IEnumerable<string> Parts(string batch)
    {
        var lines = batch.Split('\n').Where(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal));
        var text = string.Join('\n', lines).Trim();
        if (text.Contains("TRIGGER", StringComparison.OrdinalIgnoreCase))
        {
            yield return text;
            yield break;
        }

        foreach (var part in text.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("CREATE", StringComparison.OrdinalIgnoreCase) || part.StartsWith("ALTER", StringComparison.OrdinalIgnoreCase))
            {
                yield return part;
            }
        }
    }

    private static string TypeOf(string type, Statement statement) => type switch
    {
        "Int64" => "bigint",
        "Int32" => "int",
        "Boolean" => "bit",
        "String" or "Enum" => "nvarchar(max)",
        "DateTimeOffset" => "datetime2(7)",
        "DateOnly" => "date",
        "Byte[]" => "varbinary(max)",
        _ => throw new InvalidOperationException($"{statement.Where}: an argument of type {type} cannot go into a statement."),
    };
}
