using System.Text;
using GrantsPortal.Payments.Bank.Statements;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments.Bank;

public sealed class CsvStatementReaderTests
{
    [Fact]
    public void One_signed_amount_newest_first_with_balances()
    {
        var read = Read("Date;Details;Ref;Amount;Balance\n19/06/2026;\"Return; closed\";PY-2026-0001;1.000,00;10.000,00\n18/06/2026;Grant;PY-2026-0001;-1.000,00;9.000,00\n", new CsvColumns
        {
            Day = 0,
            DayForm = DayForm.DayFirst,
            Text = 1,
            Reference = 2,
            Amount = 3,
            Balance = 4,
            CommaMarksDecimals = true,
        });
        Assert.Equal((1_000_000L, 1_000_000L, 0L), (read.OpeningMinor!.Value, read.ClosingMinor!.Value, read.OffMinor!.Value));
        Assert.Equal([(new DateOnly(2026, 6, 18), 100_000L, false), (new DateOnly(2026, 6, 19), 100_000L, true)], read.Entries.Select(entry => (entry.BookedOn, entry.AmountMinor, entry.IsCredit)));
    }

    [Fact]
    public void Two_columns_of_amounts_and_a_reason_for_returns()
    {
        var read = Read("Date,Out,In,Ref,Reason\n2026-06-18,500.00,,PY-2026-0001,\n2026-06-18,,\"1,500.00\",RP-2026-0001,\n2026-06-18,,500.00,PY-2026-0001,AC04\n2026-06-18,0.00,0.00,nothing,\n", new CsvColumns { Day = 0, Out = 1, In = 2, Reference = 3, ReturnCode = 4 });
        Assert.Equal([(50_000L, false, false), (150_000L, true, false), (50_000L, true, true)], read.Entries.Select(entry => (entry.AmountMinor, entry.IsCredit, entry.Lines[0].IsReturn)));
        Assert.Null(read.OffMinor);
    }

    [Fact]
    public void A_running_balance_that_breaks_off_is_told() =>
        Assert.Equal(-100, Read("Date,Amount,Balance\n2026-06-18,-5.00,95.00\n2026-06-19,-5.00,89.00\n", new CsvColumns { Day = 0, Amount = 1, Balance = 2 }).OffMinor);

    [Theory]
    [InlineData("12.50", '.', 1_250L)]
    [InlineData("(12.50)", '.', -1_250L)]
    [InlineData("12.50-", '.', -1_250L)]
    [InlineData("−12,5", ',', -1_250L)]
    [InlineData("£ 1 234.5", '.', 123_450L)]
    [InlineData("1'234.50", '.', 123_450L)]
    [InlineData("12.505", '.', null)]
    [InlineData("12,50", '.', 125_000L)]
    [InlineData("12 apples", '.', null)]
    [InlineData("", '.', null)]
    public void Amounts_are_read_by_the_mark_that_was_chosen(string cell, char mark, long? minor) => Assert.Equal(minor, StatementAmounts.Cell(cell, mark, "GBP"));

    [Theory]
    [InlineData("Date,Amount\n18/06/2026,5.00\n", "statement.row-day")]
    [InlineData("Date,Amount\n2026-06-18,five\n", "statement.row-amount")]
    [InlineData("Date,Amount\n2026-06-18,\n", "statement.row-amount")]
    [InlineData("Date,Amount\n", "statement.none")]
    public void A_row_that_cannot_be_read_is_named(string csv, string code) =>
        Assert.Equal(code, CsvStatementReader.Read(CsvStatementReader.Rows(Encoding.UTF8.GetBytes(csv)), new CsvColumns { Day = 0, Amount = 1 }, "GBP").Refusals[0].Code);

    [Fact]
    public void Without_a_day_and_an_amount_nothing_is_read() =>
        Assert.Equal("statement.columns-missing", CsvStatementReader.Read(CsvStatementReader.Rows("a,b\n1,2\n"u8.ToArray()), new CsvColumns { Day = 0, Out = 1 }, "GBP").Refusals[0].Code);

    private static ReadStatement Read(string csv, CsvColumns columns) => CsvStatementReader.Read(CsvStatementReader.Rows(Encoding.UTF8.GetBytes(csv)), columns, "GBP").Value;
}
