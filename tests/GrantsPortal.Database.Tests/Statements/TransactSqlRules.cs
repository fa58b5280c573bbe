using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace GrantsPortal.Database.Tests.Statements;

/// <summary>
/// What SQL Server refuses when a statement runs and its compiler without a server lets pass: columns outside GROUP BY,
/// ORDER BY beside DISTINCT, functions it does not have, and parameters of another kind than the column they meet.
/// </summary>
internal static class TransactSqlRules
{
    private static readonly HashSet<string> Aggregates = new(StringComparer.OrdinalIgnoreCase) { "COUNT", "SUM", "MIN", "MAX", "AVG" };
    private static readonly HashSet<string> Functions = new(Aggregates, StringComparer.OrdinalIgnoreCase) { "YEAR", "ABS", "ROW_NUMBER", "UPPER", "LOWER", "REPLACE", "SUBSTRING" };

    /// <summary>What SQL Server would say against a statement. <paramref name="columns"/> holds each table's columns with their types.</summary>
    public static IEnumerable<string> Against(string sql, IReadOnlyDictionary<string, string> arguments, IReadOnlyDictionary<string, Dictionary<string, string>> columns)
    {
        var script = new TSql150Parser(true).Parse(new StringReader(sql), out var errors);
        if (errors.Count > 0)
        {
            return errors.Select(error => error.Message);
        }

        var look = new Look(arguments, columns);
        script.Accept(look.Tables);
        script.Accept(look);
        return look.Found;
    }

    private static string Text(TSqlFragment fragment) => string.Concat(fragment.ScriptTokenStream
        .Skip(fragment.FirstTokenIndex).Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1)
        .Where(token => token.TokenType != TSqlTokenType.WhiteSpace).Select(token => token.Text)).ToUpperInvariant();

    private sealed class TableNames : TSqlConcreteFragmentVisitor
    {
        public ILookup<string, string> ByAlias => _found.ToLookup(pair => pair.Alias, pair => pair.Table, StringComparer.OrdinalIgnoreCase);

        private readonly List<(string Alias, string Table)> _found = [];

        public override void Visit(NamedTableReference node)
        {
            var table = node.SchemaObject.BaseIdentifier.Value;
            _found.Add((node.Alias?.Value ?? table, table));
        }
    }

    private sealed class Look(IReadOnlyDictionary<string, string> arguments, IReadOnlyDictionary<string, Dictionary<string, string>> columns) : TSqlConcreteFragmentVisitor
    {
        public TableNames Tables { get; } = new();

        public List<string> Found { get; } = [];

        public override void Visit(FunctionCall node)
        {
            if (!Functions.Contains(node.FunctionName.Value))
            {
                Found.Add($"SQL Server has no function {node.FunctionName.Value}, or none that these statements need.");
            }
        }

        public override void Visit(BooleanComparisonExpression node)
        {
            Meet(node.FirstExpression, node.SecondExpression);
            Meet(node.SecondExpression, node.FirstExpression);
        }

        public override void Visit(AssignmentSetClause node) => Meet(node.Column, node.NewValue);

        public override void Visit(QuerySpecification node)
        {
            var groups = node.GroupByClause?.GroupingSpecifications.OfType<ExpressionGroupingSpecification>().Select(group => Text(group.Expression)).ToHashSet();
            var shown = node.SelectElements.OfType<SelectScalarExpression>().ToList();
            var gathers = shown.Any(element => Loose.In(element.Expression, []).Aggregates > 0);
            if (groups is not null || gathers)
            {
                Found.AddRange(shown.SelectMany(element => Loose.In(element.Expression, groups ?? []).Columns).Select(column => $"{column} stands outside GROUP BY."));
            }

            var names = shown.SelectMany(element => new[] { Text(element.Expression), element.ColumnName?.Value?.ToUpperInvariant() ?? "", Last(element.Expression) }).ToHashSet();
            foreach (var order in node.OrderByClause?.OrderByElements.Select(element => element.Expression) ?? [])
            {
                if (node.UniqueRowFilter == UniqueRowFilter.Distinct && !names.Contains(Text(order)))
                {
                    Found.Add($"{Text(order)} orders rows that DISTINCT has thrown together.");
                }

                if ((groups is not null || gathers) && !names.Contains(Text(order)))
                {
                    Found.AddRange(Loose.In(order, groups ?? []).Columns.Select(column => $"{column} orders groups it does not belong to."));
                }
            }
        }

        private static string Last(ScalarExpression expression) =>
            expression is ColumnReferenceExpression { MultiPartIdentifier: { } name } ? name.Identifiers[^1].Value.ToUpperInvariant() : "";

        /// <summary>Text that meets a number makes SQL Server read every row's text as a number.</summary>
        private void Meet(ScalarExpression column, ScalarExpression value)
        {
            if (column is not ColumnReferenceExpression { MultiPartIdentifier: { } name } || value is not VariableReference variable
                || !arguments.TryGetValue(variable.Name.TrimStart('@'), out var given) || KindOf(name) is not { } kind)
            {
                return;
            }

            var fits = given switch
            {
                "Int64" or "Int32" or "Boolean" => kind is "bigint" or "int" or "bit" or "tinyint" or "smallint",
                "DateTimeOffset" => kind == "datetime2",
                "DateOnly" => kind == "date",
                "Byte[]" => kind == "varbinary",
                _ => kind is "nvarchar" or "varchar",
            };
            if (!fits)
            {
                Found.Add($"{Text(column)} is {kind}, but {variable.Name} is {given}.");
            }
        }

        private string? KindOf(MultiPartIdentifier name)
        {
            var tables = name.Count > 1 ? Tables.ByAlias[name.Identifiers[^2].Value] : Tables.ByAlias.SelectMany(group => group);
            var kinds = tables.Select(table => columns.GetValueOrDefault(table)?.GetValueOrDefault(name.Identifiers[^1].Value)).OfType<string>().Distinct().ToList();
            return kinds.Count == 1 ? kinds[0] : null;
        }
    }

    /// <summary>The columns of an expression that no aggregate gathers and no group names.</summary>
    private sealed class Loose(HashSet<string> groups) : TSqlFragmentVisitor
    {
        public List<string> Columns { get; } = [];

        public int Aggregates { get; private set; }

        public static Loose In(TSqlFragment expression, HashSet<string> groups)
        {
            var loose = new Loose(groups);
            expression.Accept(loose);
            return loose;
        }

        public override void ExplicitVisit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is not null && !groups.Contains(Text(node)))
            {
                Columns.Add(Text(node));
            }
        }

        public override void ExplicitVisit(FunctionCall node)
        {
            if (TransactSqlRules.Aggregates.Contains(node.FunctionName.Value) && node.OverClause is null)
            {
                Aggregates++;
            }
            else if (!groups.Contains(Text(node)))
            {
                base.ExplicitVisit(node);
            }
        }

        public override void ExplicitVisit(SearchedCaseExpression node)
        {
            if (!groups.Contains(Text(node)))
            {
                base.ExplicitVisit(node);
            }
        }

        public override void ExplicitVisit(ScalarSubquery node)
        {
            // What it asks for is gathered within it.
        }
    }
}
