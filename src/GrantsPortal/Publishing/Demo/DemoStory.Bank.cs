using System.Globalization;
using System.Text;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Platform;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What the bank tells beside the runs: charges, money that names nothing or too much, and a statement nobody has booked yet.</summary>
internal sealed partial class DemoStory
{
    private void Bank()
    {
        var lastYear = new DateTimeOffset(now.Year - 1, 6, 2, 9, 0, 0, TimeSpan.Zero);
        var (plots, bicycle, light) = (Project("welcome", "Priory Street"), Project("welcome", "Welcome Wheels"), Project("worship", "Beit Shalom"));

        At(lastYear.AddDays(122), () => BookStatement("quarter", [new(null, 1_250, "Riverton Savings Bank", Text: "Account charges for the quarter"), new(null, 318, "Riverton Savings Bank", In: true, Text: "Interest")]));
        At(lastYear.AddDays(122).AddHours(1), () => SetAsideAll("The bank’s own charges and interest"));
        At(Ago(5, 18), async () => await BookStatement("week",
        [
            CameBack("locks", 90, "Beit Shalom Community"),
            new(null, 1_250, "Riverton Savings Bank", Text: "Account charges for the quarter"),
            new(null, 2_500, "J. Whitlock", In: true, Text: "For the allotments, with thanks for the bench"),
            new(null, 4_000, "Priory Street Allotments", In: true, Text: $"Tools not needed {(await PaymentsOf(plots))[0].Reference}"),
            new(null, 10_000, "Welcome Wheels", In: true, Text: $"back {(await PaymentsOf(bicycle))[0].Reference} and {(await PaymentsOf(plots))[0].Reference}"),
        ]));
        At(Ago(1, 17.5), async () => await BringCsv(await PaymentsOf(light)));
    }

    private async Task SetAsideAll(string reason)
    {
        var open = await portal.Read(work => LineRepository.Open(work, null, 100));
        Done(await portal.Get<StatementDesk>().SetAside(As("finance"), [.. open.Select(line => line.Id)], reason));
    }

    /// <summary>The bank's CSV of the day on which the last payment went out; somebody has still to look through it and to book it.</summary>
    private async Task BringCsv(IReadOnlyList<Payment> payments)
    {
        var sent = payments.Last(payment => payment.State == PaymentState.Sent);
        var csv = string.Create(CultureInfo.InvariantCulture, $"""
            Date,Reference,Name,Details,Paid out,Paid in,Balance,Entry
            {Today:yyyy-MM-dd},{sent.Reference},{sent.PayeeName},Grant,{sent.Amount.Amount:0.00},,{249_000.00m - sent.Amount.Amount:0.00},RSB-{Today:yyMMdd}-1
            {Today:yyyy-MM-dd},,Riverton Libraries,Hire of the reading room,84.00,,{248_916.00m - sent.Amount.Amount:0.00},RSB-{Today:yyMMdd}-2

            """);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var id = Done(await portal.Get<StatementDesk>().Upload(As("finance"), file, $"transactions-{Today:yyyy-MM-dd}.csv"));
        Done(await portal.Get<StatementDesk>().Choose(As("finance"), id, 1, new CsvColumns { Day = 0, Reference = 1, Counterparty = 2, Text = 3, Out = 4, In = 5, Balance = 6, BankReference = 7 }));
    }
}
