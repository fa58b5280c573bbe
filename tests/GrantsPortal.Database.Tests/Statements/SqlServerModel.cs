using System.Text.RegularExpressions;
using GrantsPortal.Platform.Database;
using GrantsPortal.TestWorld;
using Microsoft.SqlServer.Dac.Model;
using ModelColumn = Microsoft.SqlServer.Dac.Model.Column;
using ModelIndex = Microsoft.SqlServer.Dac.Model.Index;
using ModelTable = Microsoft.SqlServer.Dac.Model.Table;

namespace GrantsPortal.Database.Tests.Statements;

/// <summary>
/// SQL Server's own compiler, without a server: the migrations of <c>db/sqlserver</c> as a model, into which statements
/// are put as procedures. Every message counts, since a missing table is only a warning there.
/// </summary>
internal sealed partial class SqlServerModel : IDisposable
{
    private readonly TSqlModel _model = new(SqlServerVersion.Sql150, new TSqlModelOptions());
    private readonly Dictionary<string, string> _places = [];

    public SqlServerModel()
    {
        var parts = (
            from file in Directory.EnumerateFiles(Path.Combine(Sources.Root, "db", "sqlserver"), "*.sql").Order(StringComparer.Ordinal)
            from batch in File.ReadAllText(file).Split("\nGO\n", StringSplitOptions.RemoveEmptyEntries)
            from part in Parts(batch)
            select (File: Path.GetFileName(file), Sql: part)).ToList();
        var added = parts.Select(part => Column().Match(part.Sql)).Where(match => match.Success)
            .ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
        foreach (var (file, sql) in parts.Where(part => !Column().IsMatch(part.Sql)))
        {
            Add(WithAdded(sql, added), file);
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

    /// <summary>The columns of every table with their types, without lengths.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string>> Tables() => Objects(ModelTable.TypeClass).ToDictionary(
        table => table.Name.Parts[^1],
        table => table.GetReferenced(ModelTable.Columns).ToDictionary(column => column.Name.Parts[^1], column => column.GetReferenced(ModelColumn.DataType).First().Name.Parts[^1], StringComparer.OrdinalIgnoreCase),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Every column of every table, and whether it has to have a value.</summary>
    public IEnumerable<string> Columns() => Objects(ModelTable.TypeClass).SelectMany(table => table.GetReferenced(ModelTable.Columns)
        .Select(column => $"{table.Name.Parts[^1]}.{column.Name.Parts[^1]}{(column.GetProperty<bool>(ModelColumn.Nullable) ? "" : " NOT NULL")}"));

    /// <summary>Primary keys, unique constraints and unique indexes: the table, its columns in order, and whether only some rows count.</summary>
    public IEnumerable<string> Unique() =>
    [
        .. Objects(PrimaryKeyConstraint.TypeClass).Select(key => Said(key.GetReferenced(PrimaryKeyConstraint.Host), key.GetReferenced(PrimaryKeyConstraint.Columns), false)),
        .. Objects(UniqueConstraint.TypeClass).Select(key => Said(key.GetReferenced(UniqueConstraint.Host), key.GetReferenced(UniqueConstraint.Columns), false)),
        .. Objects(ModelIndex.TypeClass).Where(index => index.GetProperty<bool>(ModelIndex.Unique))
            .Select(index => Said(index.GetReferenced(ModelIndex.IndexedObject), index.GetReferenced(ModelIndex.Columns), index.TryGetScript(out var script) && script.Contains(" WHERE ", StringComparison.OrdinalIgnoreCase))),
    ];

    public void Dispose() => _model.Dispose();

    private IEnumerable<TSqlObject> Objects(ModelTypeClass type) => _model.GetObjects(DacQueryScopes.UserDefined, type);

    private static string Said(IEnumerable<TSqlObject> table, IEnumerable<TSqlObject> columns, bool some) =>
        $"{table.Single().Name.Parts[^1]} ({string.Join(", ", columns.Select(column => column.Name.Parts[^1]))}){(some ? " of some" : "")}";

    /// <summary>The model takes no ALTER TABLE … ADD column: a column added later is put where its table is made.</summary>
    private static string WithAdded(string sql, ILookup<string, string> added) =>
        Table().Match(sql) is { Success: true } table && added[table.Groups[1].Value].ToList() is { Count: > 0 } columns
            ? sql[..sql.LastIndexOf(')')] + ",\n" + string.Join(",\n", columns) + "\n)"
            : sql;

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

    [GeneratedRegex(@"^CREATE TABLE (\w+)")]
    private static partial Regex Table();

    [GeneratedRegex(@"^ALTER TABLE (\w+) ADD (?!CONSTRAINT)([^;]+);?$")]
    private static partial Regex Column();
}
