using GrantsPortal.TestWorld;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GrantsPortal.Database.Tests.Statements;

/// <summary>Finds every statement that the library hands to <c>UnitOfWork</c>, with the types of its arguments and row.</summary>
internal static class StatementCollector
{
    private const string ImplicitUsings =
        """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly HashSet<string> Reads = ["List", "Find", "Stream"];
    private static readonly HashSet<string> All = [.. Reads, "Scalar", "Execute", "Guarded", "TryInsert"];

    /// <summary>The statements, collected once for all tests.</summary>
    public static readonly Lazy<IReadOnlyList<Statement>> Collected = new(Collect);

    private static IReadOnlyList<Statement> Collect()
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = Sources.CSharp("src/GrantsPortal").Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings, options))
            .ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not ("GrantsPortal.dll" or "GrantsPortal.Web.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("statements", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return [.. trees.SelectMany(tree => In(tree, compilation.GetSemanticModel(tree)))];
    }

    private static IEnumerable<Statement> In(SyntaxTree tree, SemanticModel model)
    {
        foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol { ContainingType.Name: "UnitOfWork" } method
                || !All.Contains(method.Name)
                || InUnitOfWorkItself(model, call))
            {
                continue;
            }

            var place = tree.GetLineSpan(call.Span);
            var where = $"{Path.GetRelativePath(Sources.Root, place.Path)}:{place.StartLinePosition.Line + 1}";
            var sql = model.GetConstantValue(call.ArgumentList.Arguments[0].Expression).Value as string;
            var columns = Reads.Contains(method.Name) ? ColumnsOf(method.TypeArguments[0]) : null;
            yield return new Statement(where, method.Name, sql, ArgumentsOf(model, call), columns);
        }
    }

    /// <summary>The unit of work passes some statements on to itself; those are counted where they were given to it.</summary>
    private static bool InUnitOfWorkItself(SemanticModel model, InvocationExpressionSyntax call) =>
        model.GetEnclosingSymbol(call.SpanStart)?.ContainingType.Name == "UnitOfWork"
        && model.GetConstantValue(call.ArgumentList.Arguments[0].Expression).Value is null
        && model.GetSymbolInfo(call.ArgumentList.Arguments[0].Expression).Symbol is IParameterSymbol;

    private static List<(string Name, string Type)> ArgumentsOf(SemanticModel model, InvocationExpressionSyntax call)
    {
        if (call.ArgumentList.Arguments.Count < 2)
        {
            return [];
        }

        var type = model.GetTypeInfo(call.ArgumentList.Arguments[1].Expression).Type;
        return type is null ? [] : [.. Properties(type).Select(property => (property.Name, Named(property.Type)))];
    }

    private static string Named(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { Name: "Nullable", TypeArguments: [var inner] } => Named(inner),
        { TypeKind: TypeKind.Enum } => "Enum",
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => "Byte[]",
        IArrayTypeSymbol array => Named(array.ElementType),
        { SpecialType: SpecialType.System_String } => "String",
        INamedTypeSymbol { TypeArguments: [var item] } list when list.AllInterfaces.Append(list).Any(i => i.Name == "IEnumerable") => Named(item),
        _ => type.Name,
    };

    private static IReadOnlyList<string>? ColumnsOf(ITypeSymbol row) =>
        row.SpecialType != SpecialType.None || row.TypeKind == TypeKind.Enum || row.Name is "DateTimeOffset" or "DateOnly" or "Nullable"
            ? null
            : [.. Properties(row).Where(property => property.SetMethod is not null).Select(property => property.Name)];

    private static IEnumerable<IPropertySymbol> Properties(ITypeSymbol type)
    {
        for (var current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public })
                {
                    yield return property;
                }
            }
        }
    }
}
