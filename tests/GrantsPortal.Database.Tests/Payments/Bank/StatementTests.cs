using System.Text;
using CsCheck;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using GrantsPortal.TestWorld.Bank;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Bank;

public sealed class StatementTests : IDisposable
{
    private readonly City _city = new(City.BankSettings);

    public void Dispose() => _city.Dispose();

    private StatementDesk Desk => _city.Portal.Get<StatementDesk>();

    [Fact]
    public async Task Shown_first_then_booked_what_arrived_is_paid_what_came_back_has_failed_the_rest_waits()
    {
        var bank = await _city.ApprovedByBank(100_000, 50_000, 25_000);
        await _city.Released(bank);
        var file = Camt([Out(bank, 0), Out(bank, 1), Back(bank, 1, "AC04"), new CamtEntry(null, 1_250, Text: "Account fee", BankReference: "FEE")]);
        var id = (await Upload(bank.Fay, file)).Value;
        var (statement, plan) = await _city.PlanOf(id);
        Assert.Equal((2, 1, 1, 0L), (plan.Count(LineEffect.Paid), plan.Count(LineEffect.Reversed), plan.Open, plan.OffMinor!.Value));
        Assert.All(await _city.StatesOf(bank), state => Assert.Equal(PaymentState.Sent, state));
        Assert.Empty(await _city.OpenLines());

        Assert.Empty((await Desk.Book(bank.Fay, id, statement.Version, plan.Seen)).Refusals);
        Assert.Equal([PaymentState.Paid, PaymentState.Failed, PaymentState.Sent], await _city.StatesOf(bank));
        var failed = await _city.Again(bank.Payments[1]);
        Assert.Equal(("AC04", "The account is closed"), (failed.FailureCode, failed.FailureText));
        Assert.Equal(new DateOnly(2026, 6, 18), (await _city.Again(bank.Payments[0])).PaidOn);
        Assert.Equal("line.unknown", Assert.Single(await _city.OpenLines()).Why);
        var figures = await _city.Read(work => Ledger.OfFund(work, bank.Payments[0].ProgrammeId));
        Assert.Equal((50_000L, 25_000L, 100_000L), (figures.CommittedMinor, figures.SentMinor, figures.PaidMinor));
        Assert.Empty(await _city.BrokenBank());
    }

    [Fact]
    public async Task A_file_counts_once_and_an_entry_counts_once_in_whatever_file_it_comes()
    {
        var bank = await _city.ApprovedByBank(100_000, 50_000);
        await _city.Released(bank);
        var first = Camt([Out(bank, 0)]);
        await _city.Book(bank.Fay, first);
        Assert.Equal("statement.known", (await Upload(bank.Fay, first)).Refusals[0].Code);
        var second = await _city.Book(bank.Fay, Camt([Out(bank, 0), Out(bank, 1)], "ST-2"));
        Assert.Equal((1, 1), (second.Known, second.Lines.Count));
        var third = await _city.Book(bank.Fay, Camt([Out(bank, 1), Out(bank, 0)], "ST-3"));
        Assert.Equal((2, 0), (third.Known, third.Lines.Count));
        Assert.All(await _city.StatesOf(bank), state => Assert.Equal(PaymentState.Paid, state));
        Assert.Empty(await _city.OpenLines());
        Assert.Empty(await _city.BrokenBank());
    }

    [Fact]
    public async Task A_dropped_file_can_be_brought_again()
    {
        var bank = await _city.ApprovedByBank(100_000);
        await _city.Released(bank);
        var file = Camt([Out(bank, 0)]);
        var id = (await Upload(bank.Fay, file)).Value;
        Assert.Empty((await Desk.Drop(bank.Fay, id, 1)).Refusals);
        Assert.Equal("statement.unknown", (await Desk.Book(bank.Fay, id, 2, "")).Refusals[0].Code);
        Assert.Equal(1, (await _city.Book(bank.Fay, file)).Count(LineEffect.Paid));
    }

    [Fact]
    public async Task Any_order_of_overlapping_statements_leaves_ledger_and_payments_the_same()
    {
        var bank = await _city.ApprovedByBank(10_000, 20_000, 30_000, 40_000);
        await _city.Released(bank);
        var entries = new[] { Out(bank, 0), Out(bank, 1), Back(bank, 1, "AC01"), Back(bank, 2, "MD07"), Out(bank, 2) };
        var day = 0;
        await Gen.Select(Gen.Int[0, 4], Gen.Int[1, 5]).Array[6].SampleAsync(
            async cuts =>
            {
                foreach (var (from, length) in cuts)
                {
                    var id = await Upload(bank.Fay, Camt([.. entries.Skip(from).Take(length)], $"ST-{Interlocked.Increment(ref day)}"));
                    var (statement, plan) = await _city.PlanOf(id.Value);
                    Assert.Empty((await Desk.Book(bank.Fay, statement.Id, statement.Version, plan.Seen)).Refusals);
                    Assert.Empty(await _city.BrokenBank());
                }
            },
            iter: 5,
            threads: 1);
        await _city.Book(bank.Fay, Camt(entries, "ALL"));
        Assert.Equal([PaymentState.Paid, PaymentState.Failed, PaymentState.Failed, PaymentState.Sent], await _city.StatesOf(bank));
        var figures = await _city.Read(work => Ledger.OfFund(work, bank.Payments[0].ProgrammeId));
        Assert.Equal((50_000L, 40_000L, 10_000L), (figures.CommittedMinor, figures.SentMinor, figures.PaidMinor));
        Assert.Empty(await _city.OpenLines());
    }

    [Fact]
    public async Task A_cent_off_is_not_matched_and_a_person_says_what_it_is()
    {
        var bank = await _city.ApprovedByBank(100_000);
        await _city.Released(bank);
        await _city.Book(bank.Fay, Camt([Out(bank, 0) with { Minor = 99_999 }]));
        Assert.Equal(PaymentState.Sent, (await _city.StatesOf(bank))[0]);
        var line = Assert.Single(await _city.OpenLines());
        Assert.Equal((MatchRules.OtherAmount, bank.Payments[0].Reference), (line.Why, line.Reference));

        Assert.Equal("line.finance-only", (await Desk.Assign(await _city.Staff("Ada Approver", Roles.Approver), line.Id, line.Version, bank.Payments[0].Reference, "Why")).Refusals[0].Code);
        Assert.Equal("line.reason-missing", (await Desk.Assign(bank.Faye, line.Id, line.Version, bank.Payments[0].Reference, "")).Refusals[0].Code);
        Assert.Equal("line.reference-unknown", (await Desk.Assign(bank.Faye, line.Id, line.Version, "PY-2026-9999", "Why")).Refusals[0].Code);
        Assert.Equal(PaymentState.Sent, (await _city.StatesOf(bank))[0]);
        Assert.Empty((await Desk.Assign(bank.Faye, line.Id, line.Version, bank.Payments[0].Reference, "The bank kept a penny")).Refusals);
        Assert.Equal(PaymentState.Paid, (await _city.StatesOf(bank))[0]);
        Assert.Equal("line.cleared-already", (await Desk.Assign(bank.Faye, line.Id, line.Version + 1, bank.Payments[0].Reference, "Again")).Refusals[0].Code);
        Assert.Empty(await _city.BrokenBank());
    }

    [Fact]
    public async Task What_has_changed_since_it_was_shown_is_shown_again_before_it_is_booked()
    {
        var bank = await _city.ApprovedByBank(100_000);
        await _city.Released(bank);
        var id = (await Upload(bank.Fay, Camt([Out(bank, 0)]))).Value;
        var (statement, plan) = await _city.PlanOf(id);
        await _city.Book(bank.Femi, Camt([Out(bank, 0) with { BankReference = "OTHER" }], "ST-2"));
        Assert.Equal("statement.plan-changed", (await Desk.Book(bank.Fay, id, statement.Version, plan.Seen)).Refusals[0].Code);
        var (_, now) = await _city.PlanOf(id);
        Assert.Equal(MatchRules.SecondTime, Assert.Single(now.Lines).Why);
        Assert.Empty((await Desk.Book(bank.Fay, id, statement.Version, now.Seen)).Refusals);
        Assert.Equal("statement.booked-already", (await Desk.Book(bank.Fay, id, statement.Version + 1, now.Seen)).Refusals[0].Code);
        Assert.Equal("line.second-time", (await Desk.Assign(bank.Fay, (await _city.OpenLines())[0].Id, 1, bank.Payments[0].Reference, "It is not")).Refusals[0].Code);
    }

    [Fact]
    public async Task A_batch_that_the_bank_booked_as_one_sum_is_taken_apart()
    {
        var bank = await _city.ApprovedByBank(100_000, 50_000);
        var batch = await _city.Released(bank);
        var plan = await _city.Book(bank.Fay, CamtFile.AsOne(City.Iban, "GBP", $"{batch.Reference}-1", 150_000, _city.BankDay, "SUM"));
        Assert.Equal(2, plan.Count(LineEffect.Paid));
        Assert.All(await _city.StatesOf(bank), state => Assert.Equal(PaymentState.Paid, state));
        Assert.Empty(await _city.BrokenBank());
    }

    [Fact]
    public async Task What_belongs_to_nothing_here_is_set_aside_with_a_reason_and_can_be_taken_up()
    {
        var bank = await _city.ApprovedByBank(100_000);
        await _city.Book(bank.Fay, Camt([new CamtEntry(null, 500, Text: "Fee"), new CamtEntry(null, 500, Text: "Fee"), new CamtEntry(null, 900, In: true, Text: "Interest")]));
        var lines = await _city.OpenLines();
        Assert.Equal(3, lines.Count);
        Assert.Equal("line.reason-missing", (await Desk.SetAside(bank.Fay, [lines[0].Id], " ")).Refusals[0].Code);
        Assert.Equal(3, (await _city.OpenLines()).Count);
        Assert.Equal(2, (await Desk.SetAside(bank.Fay, [lines[0].Id, lines[1].Id], "Charges of the bank")).Value);
        Assert.Equal("line.cleared-already", (await Desk.SetAside(bank.Fay, [lines[0].Id, lines[2].Id], "Charges of the bank")).Refusals[0].Code);
        Assert.Single(await _city.OpenLines());
        Assert.Empty((await Desk.TakeUp(bank.Fay, lines[0].Id, 2)).Refusals);
        Assert.Equal(2, (await _city.OpenLines()).Count);
        Assert.Empty(await _city.BrokenBank());
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><Document>&a;</Document>", "statement.xml-forbidden")]
    [InlineData("<Document><BkToCstmrStmt><Stmt>", "statement.xml-broken")]
    [InlineData("<html></html>", "statement.not-camt")]
    [InlineData("", "statement.empty")]
    [InlineData("only one line", "statement.none")]
    public async Task A_file_that_is_no_statement_leaves_nothing_behind(string content, string code)
    {
        var fay = await _city.Staff("Fay Finance", Roles.Finance);
        var refusal = (await Upload(fay, Encoding.UTF8.GetBytes(content))).Refusals[0];
        Assert.Equal((code, "File"), (refusal.Code, refusal.Field));
        Assert.Empty(await _city.Read(work => StatementRepository.List(work, null, 10)));
    }

    [Fact]
    public async Task A_statement_of_another_account_is_refused_and_only_Finance_brings_one()
    {
        var bank = await _city.ApprovedByBank(100_000);
        Assert.Equal("statement.other-account", (await Upload(bank.Fay, CamtFile.Of("DE89370400440532013000", "GBP", [new("x", 5)]))).Refusals[0].Code);
        Assert.Equal("statement.finance-only", (await Upload(await _city.Staff("Ada Approver", Roles.Approver), Camt([new("x", 5)]))).Refusals[0].Code);
        Assert.Empty(await _city.Read(work => StatementRepository.List(work, null, 10)));
    }

    [Fact]
    public async Task The_columns_of_a_CSV_are_chosen_once()
    {
        var bank = await _city.ApprovedByBank(100_000, 50_000);
        await _city.Released(bank);
        var id = (await Upload(bank.Fay, Csv($"18/06/2026,-1000.00,{bank.Payments[0].Reference}"), "june.csv")).Value;
        Assert.Equal("statement.columns-missing", (await _city.Read(async work => await Desk.Plan(work, (await StatementRepository.Find(work, id))!))).Refusals[0].Code);
        Assert.Equal("statement.row-day", (await Desk.Choose(bank.Fay, id, 1, new CsvColumns { Day = 0, DayForm = DayForm.MonthFirst, Amount = 1, Reference = 2 })).Refusals[0].Code);
        Assert.Empty((await Desk.Choose(bank.Fay, id, 1, new CsvColumns { Day = 0, DayForm = DayForm.DayFirst, Amount = 1, Reference = 2 })).Refusals);
        var (statement, plan) = await _city.PlanOf(id);
        Assert.Empty((await Desk.Book(bank.Fay, id, statement.Version, plan.Seen)).Refusals);
        Assert.Equal(1, (await _city.Book(bank.Fay, Csv($"19/06/2026,-500.00,{bank.Payments[1].Reference}"), "july.csv")).Count(LineEffect.Paid));
        Assert.All(await _city.StatesOf(bank), state => Assert.Equal(PaymentState.Paid, state));
        Assert.Empty(await _city.BrokenBank());
    }

    private static CamtEntry Out(BankCity bank, int payment) =>
        new(bank.Payments[payment].Reference, bank.Payments[payment].AmountMinor, BankReference: $"OUT{payment}", Text: bank.Payments[payment].Reference);

    private static CamtEntry Back(BankCity bank, int payment, string code) =>
        new(bank.Payments[payment].Reference, bank.Payments[payment].AmountMinor, In: true, Return: code, BankReference: $"BACK{payment}") { On = new DateOnly(2026, 6, 19) };

    private static byte[] Camt(CamtEntry[] entries, string id = "ST-1") => CamtFile.Of(City.Iban, "GBP", entries, id);

    private static byte[] Csv(string row) => Encoding.UTF8.GetBytes($"Date,Amount,Reference\n{row}\n");

    private Task<Outcome<long>> Upload(Actor actor, byte[] file, string name = "statement.xml") => Desk.Upload(actor, new MemoryStream(file), name);
}
