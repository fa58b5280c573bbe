using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using GrantsPortal.TestWorld.Bank;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Recovery;

/// <summary>Money asked back that a bank statement tells of: counted once, whatever files tell it, and whatever does not fit is told to a person.</summary>
public sealed class ReceivedByBankTests : IDisposable
{
    private readonly City _city = new(City.BankSettings);

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_entry_with_a_repayments_reference_counts_once_in_however_many_statements_it_comes()
    {
        var paid = await _city.PaidOut(100_000);
        var repayment = await _city.AskedBack(paid, 30_000);
        var entry = Came(repayment, 30_000, "IN-1");
        var file = Camt("ST-1", entry);
        Assert.Equal(1, (await _city.Book(paid.Fay, file)).Count(LineEffect.Received));
        using var same = new MemoryStream(file);
        Assert.Equal("statement.known", (await _city.Portal.Get<StatementDesk>().Upload(paid.Fay, same, "again.xml")).Refusals[0].Code);
        var overlapping = await _city.Book(paid.Femi, Camt("ST-2", entry, Came(repayment, 500, "IN-2")));
        Assert.Equal((1, 1), (overlapping.Known, overlapping.Count(LineEffect.Received)));
        await _city.Book(paid.Fay, Camt("ST-3", Came(repayment, 500, "IN-2"), entry));

        var now = await _city.Again(repayment.Reference);
        Assert.Equal((RepaymentState.Paid, 30_000L, 500L), (now.State, now.ReceivedMinor, now.SurplusMinor));
        Assert.Equal(["bank:IN-1", "bank:IN-2"], (await _city.Read(work => RepaymentRepository.Receipts(work, repayment.Id))).Select(receipt => receipt.ReceiptKey));
        Assert.Equal(30_000, (await _city.Read(work => Ledger.Of(work, SubjectKind.Award, paid.Award.Id))).ReturnedMinor);
        Assert.Empty(await _city.OpenLines());
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task A_part_is_told_to_the_payer_and_what_is_missing_after_the_day_to_Finance()
    {
        var paid = await _city.PaidOut(100_000);
        var repayment = await _city.AskedBack(paid, 30_000);
        await _city.Book(paid.Fay, Camt("ST-1", Came(repayment, 12_000, "IN-1")));
        Assert.Equal((RepaymentState.Asked, 18_000L), (await _city.Again(repayment.Reference)).Left());
        var mail = Assert.Single(await _city.MailTo(paid.Applicant.Owner.Email), mail => mail.Template == nameof(RepaymentReceived));
        Assert.Contains("£180 of what we asked for is still missing", mail.TextBody, StringComparison.Ordinal);

        Assert.Empty(await _city.TasksOf<RecoveryTasks>(paid.Fay));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(RepaymentRules.UsualDays + 1));
        Assert.Equal($"Follow up {repayment.Reference}: {repayment.OrganisationName} has still to pay back £180", Assert.Single(await _city.TasksOf<RecoveryTasks>(paid.Fay)));
        Assert.Empty(await _city.TasksOf<RecoveryTasks>(paid.Ada));
    }

    [Fact]
    public async Task What_is_too_much_is_told_to_the_payer_and_to_Finance_who_gives_it_back()
    {
        var paid = await _city.PaidOut(100_000);
        var repayment = await _city.AskedBack(paid, 30_000);
        await _city.Book(paid.Fay, Camt("ST-1", Came(repayment, 31_250, "IN-1")));
        Assert.Equal((RepaymentState.Paid, 1_250L), ((await _city.Again(repayment.Reference)).State, (await _city.Again(repayment.Reference)).SurplusMinor));
        var mail = Assert.Single(await _city.MailTo(paid.Applicant.Owner.Email), mail => mail.Template == nameof(RepaymentReceived));
        Assert.Contains("£12.50 of it was more than we asked for", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal($"Give back £12.50 that {repayment.OrganisationName} paid too much", Assert.Single(await _city.TasksOf<RecoveryTasks>(paid.Fay)));
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task A_reference_of_the_bank_that_was_counted_for_other_money_waits_and_a_person_can_count_it()
    {
        var paid = await _city.PaidOut(100_000);
        var repayment = await _city.AskedBack(paid, 30_000);
        Assert.True((await _city.Portal.Get<RecoveryDesk>().Note(paid.Fay, repayment.Reference, new Money(100, "GBP"), "IN-1", new DateOnly(2026, 6, 15))).Done);
        var same = await _city.Book(paid.Fay, Camt("ST-1", Came(repayment, 10_000, "IN-1") with { On = new DateOnly(2026, 6, 15) }));
        Assert.Equal(1, same.Count(LineEffect.Known));
        Assert.Equal((RepaymentState.Asked, 20_000L), (await _city.Again(repayment.Reference)).Left());

        await _city.Book(paid.Fay, Camt("ST-2", Came(repayment, 20_000, "IN-1") with { On = new DateOnly(2026, 6, 17) }));
        var line = Assert.Single(await _city.OpenLines());
        Assert.Equal((MatchRules.CountedOtherwise, repayment.Reference), (line.Why, line.Reference));
        Assert.Equal((RepaymentState.Asked, 20_000L), (await _city.Again(repayment.Reference)).Left());
        Assert.Empty((await _city.Portal.Get<StatementDesk>().Assign(paid.Femi, line.Id, line.Version, repayment.Reference, "The bank used the reference twice")).Refusals);
        Assert.Equal((RepaymentState.Paid, 0L), (await _city.Again(repayment.Reference)).Left());
        Assert.Empty(await _city.BrokenMoney());
    }

    private static CamtEntry Came(Repayment repayment, long minor, string bankReference) => new(repayment.Reference, minor, In: true, BankReference: bankReference) { On = new DateOnly(2026, 6, 15) };

    private static byte[] Camt(string id, params CamtEntry[] entries) => CamtFile.Of(City.Iban, "GBP", entries, id);
}
