using System.Text;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Bank.Transfers;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments.Bank;

public sealed class BatchTests : IDisposable
{
    private readonly City _city = new(City.BankSettings);

    public void Dispose() => _city.Dispose();

    private BatchDesk Desk => _city.Portal.Get<BatchDesk>();

    [Fact]
    public async Task What_is_released_is_sent_booked_and_in_a_file_that_a_bank_would_take()
    {
        var bank = await _city.ApprovedByBank(100_000, 25_050);
        var batch = await _city.Batched(bank);
        Assert.Matches("^PB-2026-[0-9]{4}$", batch.Reference);
        Assert.Equal((2, 125_050L, "GBP", BatchState.Open), (batch.Payments, batch.SumMinor, batch.Currency, batch.State));
        Assert.All(await _city.StatesOf(bank), state => Assert.Equal(PaymentState.Approved, state));

        Assert.Empty((await Desk.Release(bank.Faye, batch.Reference, batch.Version)).Refusals);
        Assert.All(await _city.StatesOf(bank), state => Assert.Equal(PaymentState.Sent, state));
        var file = (await Desk.Download(bank.Fay, batch.Reference, "xml")).Value;
        Assert.Empty(PainCheck.Of(file));
        var xml = Encoding.UTF8.GetString(file);
        Assert.All(bank.Payments, payment => Assert.Contains($"<EndToEndId>{payment.Reference}</EndToEndId>", xml, StringComparison.Ordinal));
        Assert.Contains("<CtrlSum>1250.50</CtrlSum>", xml, StringComparison.Ordinal);
        var figures = await _city.Read(work => Ledger.Of(work, SubjectKind.Claim, bank.Payments[0].SubjectId));
        Assert.Equal((0L, 100_000L), (figures.CommittedMinor, figures.SentMinor));
        Assert.Empty(await _city.BrokenBank());
    }

    [Fact]
    public async Task Nobody_releases_what_they_put_together_or_prepared_and_somebody_else_may()
    {
        var bank = await _city.ApprovedByBank(100_000);
        var batch = await _city.Batched(bank);
        Assert.Equal("batch.made-by-you", (await Desk.Release(bank.Femi, batch.Reference, batch.Version)).Refusals[0].Code);
        Assert.Equal("batch.prepared-by-you", (await Desk.Release(bank.Fay, batch.Reference, batch.Version)).Refusals[0].Code);
        Assert.Equal("batch.second-role", (await Desk.Release(await _city.Staff("Adam Admin", Roles.Administrator), batch.Reference, batch.Version)).Refusals[0].Code);
        Assert.Equal((BatchState.Open, PaymentState.Approved), ((await _city.BatchOf(batch.Reference)).State, (await _city.StatesOf(bank))[0]));
        Assert.Empty((await Desk.Release(await _city.Staff("Ada Approver", Roles.Approver), batch.Reference, batch.Version)).Refusals);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_release_by_who_prepared()
    {
        var bank = await _city.ApprovedByBank(100_000);
        var batch = await _city.Batched(bank);
        var nothing = await _city.Write(bank.Fay, async work => await BatchRepository.Release(work, batch, (await File(work), "x"), (await File(work), "x")));
        Assert.False(nothing);
        Assert.False(await _city.Write(bank.Femi, async work => await BatchRepository.Release(work, batch, (await File(work), "x"), (await File(work), "x"))));
        Assert.True(await _city.Write(bank.Faye, async work => await BatchRepository.Release(work, batch, (await File(work), "x"), (await File(work), "x"))));

        static async Task<long> File(Platform.Database.UnitOfWork work) => await Platform.Files.StoredFileRepository.Insert(work, new Platform.Files.SavedContent(new string('0', 64), 1, "text/plain", "x"));
    }

    [Fact]
    public async Task Of_two_who_release_at_once_one_does()
    {
        var bank = await _city.ApprovedByBank(100_000, 50_000);
        var batch = await _city.Batched(bank);
        var approver = await _city.Staff("Ada Approver", Roles.Approver);
        var outcomes = await Task.WhenAll(Task.Run(() => Desk.Release(bank.Faye, batch.Reference, batch.Version)), Task.Run(() => Desk.Release(approver, batch.Reference, batch.Version)));
        Assert.Single(outcomes, outcome => outcome.Done);
        var figures = await _city.Read(work => Ledger.OfFund(work, bank.Payments[0].ProgrammeId));
        Assert.Equal(150_000, figures.SentMinor);
        Assert.Empty(await _city.BrokenBank());
    }

    [Fact]
    public async Task A_payment_goes_into_one_batch_only()
    {
        var bank = await _city.ApprovedByBank(100_000, 50_000);
        var all = bank.Payments.Select(payment => payment.Id).ToList();
        var made = await Task.WhenAll(Task.Run(() => Desk.Make(bank.Femi, all, _city.BankDay)), Task.Run(() => Desk.Make(bank.Faye, all, _city.BankDay)));
        Assert.Single(made, outcome => outcome.Done);
        Assert.Equal("batch.not-free", Assert.Single(made, outcome => outcome.Refused).Refusals[0].Code);
        Assert.Single(await _city.Read(work => BatchRepository.List(work, null, null, 10)));
    }

    [Fact]
    public async Task A_cancelled_batch_gives_its_payments_back()
    {
        var bank = await _city.ApprovedByBank(100_000, 50_000);
        var batch = await _city.Batched(bank);
        Assert.Equal("batch.reason-missing", (await Desk.Cancel(bank.Fay, batch.Reference, batch.Version, " ")).Refusals[0].Code);
        Assert.Equal("batch.changed-meanwhile", (await Desk.Cancel(bank.Fay, batch.Reference, batch.Version - 1, "Wrong day")).Refusals[0].Code);
        Assert.Empty((await Desk.Cancel(bank.Fay, batch.Reference, batch.Version, "Wrong day")).Refusals);
        Assert.Equal("state.not-from-here", (await Desk.Release(bank.Faye, batch.Reference, batch.Version + 1)).Refusals[0].Code);
        Assert.Equal(2, (await _city.Batched(bank)).Payments);
        Assert.Empty(await _city.BrokenBank());
    }

    [Fact]
    public async Task What_stands_against_one_payment_holds_the_batch_until_it_is_taken_out()
    {
        var bank = await _city.ApprovedByBank(100_000, 50_000);
        var batch = await _city.Batched(bank);
        await _city.Write(bank.Fay, work => HoldRepository.Place(work, null, bank.Payments[0].PersonId, HoldKind.Staff, "Something is odd"));
        var refusal = Assert.Single((await Desk.Release(bank.Faye, batch.Reference, batch.Version)).Refusals);
        Assert.Equal(("batch.blocked", bank.Payments[0].Reference), (refusal.Code, refusal.Args[0]));
        Assert.All(await _city.StatesOf(bank), state => Assert.Equal(PaymentState.Approved, state));

        Assert.Empty((await Desk.TakeOut(bank.Femi, batch.Reference, batch.Version, bank.Payments[0].Id)).Refusals);
        batch = await _city.BatchOf(batch.Reference);
        Assert.Equal((1, 50_000L), (batch.Payments, batch.SumMinor));
        Assert.Equal("batch.last", (await Desk.TakeOut(bank.Femi, batch.Reference, batch.Version, bank.Payments[1].Id)).Refusals[0].Code);
        Assert.Empty((await Desk.Release(bank.Faye, batch.Reference, batch.Version)).Refusals);
        Assert.Equal([PaymentState.Approved, PaymentState.Sent], await _city.StatesOf(bank));
        Assert.Empty(await _city.BrokenBank());
    }

    [Fact]
    public async Task The_file_is_the_same_at_every_download_stands_in_the_trail_and_lies_sealed_on_disk()
    {
        var bank = await _city.ApprovedByBank(100_000);
        var batch = await _city.Released(bank);
        var first = (await Desk.Download(bank.Fay, batch.Reference, "xml")).Value;
        _city.Portal.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(first, (await Desk.Download(bank.Femi, batch.Reference, "xml")).Value);
        Assert.Equal("batch.finance-only", (await Desk.Download(await _city.Staff("Ada Approver", Roles.Approver, Roles.Auditor), batch.Reference, "xml")).Refusals[0].Code);
        Assert.Equal(2, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM AuditEntry WHERE Act = 'batch.file-downloaded' AND RecordId = @id", new { id = batch.Id })));
        Assert.Contains(batch.Reference, Encoding.UTF8.GetString((await Desk.Download(bank.Fay, batch.Reference, "csv")).Value) + batch.Reference, StringComparison.Ordinal);

        var number = System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(first)).Descendants().Last(element => element.Name.LocalName == "Othr").Value[..8];
        var kept = Directory.EnumerateFiles(Path.Combine(_city.Portal.Folder, "files"), "*", SearchOption.AllDirectories).Select(System.IO.File.ReadAllText).ToList();
        Assert.NotEmpty(kept);
        Assert.DoesNotContain(kept, content => content.Contains(number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_citys_account_nothing_is_put_together()
    {
        using var city = new City();
        var bank = await city.ApprovedByBank(100_000);
        Assert.Equal("bank.not-set-up", (await city.Portal.Get<BatchDesk>().Make(bank.Femi, [bank.Payments[0].Id], city.BankDay)).Refusals[0].Code);
        Assert.Equal(PaymentState.Approved, (await city.StatesOf(bank))[0]);
    }
}
