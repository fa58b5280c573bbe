using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Monitoring.CloseOut;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Judging;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Files;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Monitoring;

public sealed class CloseOutTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private CloseOutDesk Desk => _city.Portal.Get<CloseOutDesk>();

    [Fact]
    public async Task An_award_is_completed_its_unspent_money_comes_back_and_a_second_person_closes_it()
    {
        var (running, second) = await Reported(spent: 11_500m);
        Assert.True((await Desk.Complete(running.Officer, running.Reference, (await Award(running)).Version)).Done);
        Assert.Contains(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(AwardCompleted) && mail.TextBody.Contains("£500 of what we paid was not needed", StringComparison.Ordinal));
        Assert.Equal(["closeout.to-ask", "closeout.evaluation-missing"], Codes(await Desk.Close(second, running.Reference, (await Award(running)).Version, null)));

        Assert.True((await Desk.AskBack(running.Officer, running.Reference, "It was not needed; thank you for saying so.", null)).Done);
        Assert.Equal(["closeout.nothing-to-ask"], Codes(await Desk.AskBack(running.Officer, running.Reference, "Again", null)));
        var repayment = Assert.Single(await _city.Read(work => RepaymentRepository.OfAward(work, running.Award.Id)));
        Assert.Equal(50_000, repayment.AmountMinor);
        await _city.Write(Actor.System, work => _city.Portal.Get<RecoveryDesk>().Received(work, repayment, new GrantsPortal.Payments.Recovery.Receipt("bank:77", 50_000, "GBP", new DateOnly(2028, 2, 1), ReceiptMethod.Bank)));
        Assert.True((await Desk.Tick(running.Officer, running.Reference, CloseOutLine.Evaluation, "Visited in May; noted in the evaluation of the call.")).Done);
        Assert.Equal("closeout.line-computed", (await Desk.Tick(running.Officer, running.Reference, CloseOutLine.Payments, "All paid")).Refusals[0].Code);
        Assert.Equal(["closeout.same-person"], Codes(await Desk.Close(running.Officer, running.Reference, (await Award(running)).Version, null)));

        Assert.True((await Desk.Close(second, running.Reference, (await Award(running)).Version, "What you wrote about the winter went round the office.")).Done);
        Assert.Equal(AwardState.Closed, (await Award(running)).State);
        Assert.Equal((0, 1_200_000, 50_000), ((await Ledger(running)).CommittedMinor, (await Ledger(running)).PaidMinor, (await Ledger(running)).ReturnedMinor));
        var record = (await _city.Read(work => CloseOutRepository.Find(work, running.Award.Id)))!;
        Assert.Equal(DateOnly.FromDateTime(_city.Now.UtcDateTime).AddYears(7), record.RetainUntil);
        var document = (await _city.Read(work => AwardDocumentRepository.Of(work, running.Award.Id))).Single(one => one.Kind == AwardDocumentKind.CloseOut);
        using var stored = new StreamReader(_city.Portal.Get<FileStore>().Open(document.Hash));
        var html = await stored.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.All(["£12,000", "£11,500", "£500", "went round the office"], text => Assert.Contains(text, html, StringComparison.Ordinal));
        Assert.Contains(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(AwardClosed));
        Assert.Empty(await _city.Broken("Monitoring"));
        Assert.Empty(await _city.Broken("Funds"));
    }

    [Fact]
    public async Task Closing_twice_at_once_closes_once_and_releases_once()
    {
        var (running, second) = await Reported(spent: 12_000m);
        Assert.True((await Desk.Complete(running.Officer, running.Reference, (await Award(running)).Version)).Done);
        Assert.True((await Desk.Tick(running.Officer, running.Reference, CloseOutLine.Evaluation, "Noted.")).Done);
        var version = (await Award(running)).Version;
        var closes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Desk.Close(second, running.Reference, version, null))));
        Assert.Single(closes, close => close.Done);
        Assert.Single(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(AwardClosed));
        Assert.Single(await _city.Read(work => AwardDocumentRepository.Of(work, running.Award.Id)), document => document.Kind == AwardDocumentKind.CloseOut);
        Assert.Empty(await _city.Broken("Monitoring"));
    }

    [Fact]
    public async Task A_commitment_put_back_on_a_closed_award_is_found()
    {
        var (running, second) = await Reported(spent: 12_000m);
        await Desk.Complete(running.Officer, running.Reference, (await Award(running)).Version);
        await Desk.Tick(running.Officer, running.Reference, CloseOutLine.Evaluation, "Noted.");
        Assert.True((await Desk.Close(second, running.Reference, (await Award(running)).Version, null)).Done);
        Assert.Empty(await _city.Broken("Monitoring"));
        var year = (await Ledger(running)).Years[0].Year;
        var posted = await _city.Write(Actor.System, work => GrantsPortal.Funds.Ledger.Ledger.Post(
            work, "commit:test", Postings.Commit(running.Award.ProgrammeId!.Value, year, LedgerSubject.Award(running.Award.Id), new Money(1, "GBP")), new DateOnly(2028, 3, 1), "A test of the invariant"));
        Assert.True(posted.Value);
        Assert.Contains("is closed", Assert.Single(await _city.Broken("Monitoring")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_award_that_ended_early_is_handed_on_and_closed_by_another()
    {
        var (running, second) = await Reported(spent: 12_000m);
        var ends = new StandingEntry("The hall has burnt down.", "Nothing: your report is here.", "Olive Officer, 01632 960 000", new DateOnly(2027, 12, 31));
        Assert.True((await _city.Portal.Get<StandingDesk>().Do(running.Officer, running.Reference, AwardStates.Terminate, (await Award(running)).Version, ends)).Done);
        Assert.Equal(["closeout.not-prepared", "closeout.evaluation-missing"], Codes(await Desk.Close(second, running.Reference, (await Award(running)).Version, null)));
        Assert.True((await Desk.Prepare(running.Officer, running.Reference)).Done);
        Assert.Equal("closeout.prepared-already", (await Desk.Prepare(running.Officer, running.Reference)).Refusals[0].Code);
        await Desk.Tick(running.Officer, running.Reference, CloseOutLine.Evaluation, "Noted.");
        Assert.True((await Desk.Close(second, running.Reference, (await Award(running)).Version, null)).Done);
        Assert.Equal(AwardState.Closed, (await Award(running)).State);
    }

    [Fact]
    public async Task An_award_with_an_open_report_is_not_completed_and_nothing_changes()
    {
        var running = await _city.Running();
        await _city.Asked(running);
        var before = await Award(running);
        Assert.Equal(["closeout.reports-open"], Codes(await Desk.Complete(running.Officer, running.Reference, before.Version)));
        Assert.Equal((before.State, before.Version), ((await Award(running)).State, (await Award(running)).Version));
    }

    [Fact]
    public async Task An_award_with_a_failed_payment_is_completed_only_once_it_was_tried_again_and_paid()
    {
        var (paid, moves) = (await _city.PayableAward(instalments: 1), _city.Portal.Get<PaymentMoves>());
        var failed = await _city.SentPayment(paid, (await _city.PaymentsOf(paid.Award))[0].Reference);
        await _city.Write(Actor.System, work => moves.Failed(work, failed, "AC04", "The account is closed"));
        var before = await _city.AwardOf(paid.Applicant);
        Assert.Equal(["closeout.payments-open"], Codes(await Desk.Complete(paid.Officer, before.Reference, before.Version)));
        Assert.Equal(AwardState.Active, (await _city.AwardOf(paid.Applicant)).State);

        var next = await _city.SentPayment(paid, (await _city.Portal.Get<PaymentDesk>().Retry(paid.Fay, failed.Reference)).Value.Reference);
        Assert.Equal(["closeout.payments-open"], Codes(await Desk.Complete(paid.Officer, before.Reference, before.Version)));
        await _city.Write(Actor.System, work => moves.Paid(work, next, _city.Today));
        Assert.Equal(["closeout.no-report"], Codes(await Desk.Complete(paid.Officer, before.Reference, before.Version)));
    }

    [Fact]
    public async Task What_was_bound_for_an_award_that_was_never_paid_is_free_again()
    {
        var running = await _city.Running();
        await _city.CounterSigned(running);
        var (fund, second) = (running.Award.ProgrammeId!.Value, await _city.Staff("Anna Approver", Roles.Approver));
        var free = (await _city.Read(work => GrantsPortal.Funds.Ledger.Ledger.OfFund(work, fund))).FreeMinor;
        Assert.Equal(1_200_000, (await Ledger(running)).CommittedMinor);
        Assert.True((await Desk.Complete(running.Officer, running.Reference, (await Award(running)).Version)).Done);
        Assert.True((await Desk.Tick(running.Officer, running.Reference, CloseOutLine.Evaluation, "They did the work without our money, and told us so.")).Done);
        Assert.Equal(1_200_000, (await Ledger(running)).CommittedMinor);
        Assert.True((await Desk.Close(second, running.Reference, (await Award(running)).Version, null)).Done);
        Assert.Equal((0, free + 1_200_000), ((await Ledger(running)).CommittedMinor, (await _city.Read(work => GrantsPortal.Funds.Ledger.Ledger.OfFund(work, fund))).FreeMinor));
        Assert.Empty(await _city.Broken("Funds"));
    }

    /// <summary>An award that was paid, with its final report accepted, and a second person.</summary>
    private async Task<(Running Running, Actor Second)> Reported(decimal spent)
    {
        var running = await _city.Running();
        await _city.CounterSigned(running);
        await _city.PaidOut(running);
        var report = await _city.Submitted(running, await _city.Asked(running), spent);
        Assert.True((await _city.Portal.Get<ReportDesk>().Accept(running.Officer, report.Id, report.Version, null)).Done);
        return (running, await _city.Staff("Anna Approver", Roles.Approver));
    }

    private Task<Award> Award(Running running) => _city.AwardOf(running.Applicant);

    private Task<LedgerFigures> Ledger(Running running) => _city.Read(work => GrantsPortal.Funds.Ledger.Ledger.Of(work, SubjectKind.Award, running.Award.Id));

    private static IEnumerable<string> Codes(Outcome outcome) => outcome.Refusals.Select(refusal => refusal.Code);
}
