using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Bookings;
using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Payments.Recovery;
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

    private static string Print() =>
        "# States\n\nPrinted from the state tables of the code; a test compares.\n\n"
        + Of(ApplicationStates.Table) + Of(AwardStates.Table) + Of(ConditionStates.Table) + Of(VariationStates.Table) + Of(AwardYearStates.Table)
        + Of(PaymentStates.Table) + Of(BatchStates.Table) + Of(RepaymentStates.Table)
        + Of(ReportStates.Table) + Of(MatchStates.Table) + Of(ClaimStates.Table) + Of(BookingStates.Table);

    private static string Of<TState>(StateTable<TState> table)
        where TState : struct, Enum =>
        $"## {char.ToUpperInvariant(table.Record[0])}{table.Record[1..]}\n\n```mermaid\n{table.Diagram()}```\n\n"
        + "| from | button | to | who | message |\n|---|---|---|---|---|\n"
        + string.Concat(table.Lines.Select(line => $"| {line.From} | {line.Button} | {line.To} | {line.Who} | {line.Message ?? ""} |\n"))
        + "\n| state | staff read | applicants read |\n|---|---|---|\n"
        + string.Concat(table.Names.Select(name => $"| {name.Key} | {name.Value.ForStaff} | {name.Value.ForApplicants} |\n"))
        + "\n";
}
