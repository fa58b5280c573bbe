using System.Reflection;
using GrantsPortal.Platform.States;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Rules.Tests.Architecture;

/// <summary>docs/states.md is printed from the state tables; set GRANTSPORTAL_PRINT_STATES=1 to print it anew.</summary>
public sealed class StatesDocumentTests
{
    private static readonly string Document = Path.Combine(Sources.Root, "docs", "states.md");

    [Fact]
    public void The_states_document_says_what_the_tables_say()
    {
        var printed = Print();
        if (Environment.GetEnvironmentVariable("GRANTSPORTAL_PRINT_STATES") == "1")
        {
            File.WriteAllText(Document, printed);
        }

        Assert.Equal(printed, File.ReadAllText(Document));
    }

    [Fact]
    public void No_table_is_left_out()
    {
        var tables = typeof(IStateTable).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => typeof(IStateTable).IsAssignableFrom(field.FieldType))
            .Select(field => (IStateTable)field.GetValue(null)!);
        Assert.Equal(tables.Select(table => table.Record).Order(), GrantsPortalStates.All.Select(table => table.Record).Order());
    }

    private static string Print() =>
        "# States\n\nPrinted from the state tables of the code; a test compares. Staff read the same at `/manage/states`.\n\n" + string.Concat(GrantsPortalStates.All.Select(Of));

    private static string Of(IStateTable table) =>
        $"## {char.ToUpperInvariant(table.Record[0])}{table.Record[1..]}\n\n```mermaid\n{table.Diagram()}```\n\n"
        + "| from | button | to | who | message |\n|---|---|---|---|---|\n"
        + string.Concat(table.Acts.Select(line => $"| {line.From} | {line.Button} | {line.To} | {line.Who} | {line.Message ?? ""} |\n"))
        + "\n| state | staff read | applicants read |\n|---|---|---|\n"
        + string.Concat(table.States.Select(name => $"| {name.Key} | {name.Value.ForStaff} | {name.Value.ForApplicants} |\n"))
        + "\n";
}
