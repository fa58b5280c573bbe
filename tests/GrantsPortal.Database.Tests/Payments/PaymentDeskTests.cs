using GrantsPortal.Awards;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Database.Tests.Payments;

public sealed class PaymentDeskTests : IDisposable
{
    private static readonly TypedAccount Other = City.BritishAccount with { AccountNumber = "31926826" };

    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private PaymentDesk Desk => _city.Portal.Get<PaymentDesk>();

    private PayeeDesk Payees => _city.Portal.Get<PayeeDesk>();

    [Fact]
    public async Task A_schedule_makes_a_payment_of_each_instalment_and_the_job_makes_them_due_by_their_day()
    {
        var paid = await _city.PayableAward(instalments: 3);
        Assert.Equal([PaymentState.Due, PaymentState.Scheduled, PaymentState.Scheduled], await States(paid));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(32));
        await Job();
        Assert.Equal([PaymentState.Due, PaymentState.Due, PaymentState.Scheduled], await States(paid));
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task Who_prepared_a_payment_neither_approves_nor_releases_it_and_somebody_else_does()
    {
        var paid = await _city.PayableAward();
        var first = (await _city.PaymentsOf(paid.Award))[0];
        Assert.True((await Desk.Prepare(paid.Fay, [first.Reference])).Value[0].Done);
        Assert.Equal("payment.prepared-by-you", (await Desk.Approve(paid.Fay, [first.Reference])).Value[0].Refusals[0].Code);
        Assert.Equal(PaymentState.Due, (await _city.PaymentsOf(paid.Award))[0].State);

        Assert.True((await Desk.Approve(paid.Ada, [first.Reference])).Value[0].Done);
        var approved = (await _city.PaymentsOf(paid.Award))[0];
        await using (var work = await _city.Portal.Database.Write(paid.Fay))
        {
            Assert.Equal("payment.prepared-by-you", (await _city.Portal.Get<PaymentMoves>().Release(work, [approved]))[0].Refusals[0].Code);
        }

        await using (var work = await _city.Portal.Database.Write(paid.Femi))
        {
            Assert.True((await _city.Portal.Get<PaymentMoves>().Release(work, [approved]))[0].Done);
        }
    }

    [Fact]
    public async Task The_table_itself_refuses_a_payment_that_one_person_prepared_and_approved()
    {
        var paid = await _city.PayableAward();
        var approved = await _city.ApprovedPayment(paid, (await _city.PaymentsOf(paid.Award))[0].Reference);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _city.Write(Actor.System, work =>
            work.Execute("UPDATE Payment SET ApprovedBy = PreparedBy WHERE Id = @id", new { id = approved.Id })));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _city.Write(Actor.System, work =>
            work.Execute("UPDATE Payment SET ReleasedBy = PreparedBy WHERE Id = @id", new { id = approved.Id })));
    }

    [Fact]
    public async Task Nothing_is_paid_before_the_city_has_signed_the_agreement()
    {
        var paid = await _city.ActiveAward(counterSigned: false);
        await _city.ConfirmAccount(paid, City.BritishAccount);
        await _city.Plan(paid, City.DateLine("All of it", 1_000_000, _city.Today, paid.Year));
        var payment = (await _city.PaymentsOf(paid.Award))[0];
        Assert.Equal(["block.not-countersigned"], await _city.BlocksOf(payment));
        Assert.Equal("block.not-countersigned", (await Desk.Prepare(paid.Fay, [payment.Reference])).Value[0].Refusals[0].Code);
        Assert.Null((await _city.PaymentsOf(paid.Award))[0].PreparedAt);

        await _city.CounterSign(paid.Award);
        Assert.Empty(await _city.BlocksOf(payment));
        Assert.True((await Desk.Prepare(paid.Fay, [payment.Reference])).Value[0].Done);
    }

    [Fact]
    public async Task Nothing_chosen_does_nothing_and_says_so()
    {
        var paid = await _city.PayableAward();
        Assert.Equal("payment.none-chosen", (await Desk.Prepare(paid.Fay, [])).Refusals[0].Code);
        Assert.Equal([PaymentState.Due, PaymentState.Scheduled], await States(paid));
    }

    [Fact]
    public async Task Changed_bank_details_freeze_payments_until_a_second_person_confirms_and_every_Owner_is_told()
    {
        var paid = await _city.PayableAward();
        var second = await _city.Person("Olu Owner");
        await _city.Member(paid.Applicant.Organisation, second, MemberRole.Owner);
        var payment = (await _city.PaymentsOf(paid.Award))[0];
        Assert.True((await Desk.Prepare(paid.Fay, [payment.Reference])).Value[0].Done);

        Assert.True((await Payees.Enter(City.As(paid.Applicant.Owner), paid.Applicant.Organisation.Id, Other)).Done);
        Assert.Equal(["block.hold-bank-details"], await _city.BlocksOf(payment));
        Assert.Equal("block.hold-bank-details", (await Desk.Approve(paid.Femi, [payment.Reference])).Value[0].Refusals[0].Code);
        foreach (var owner in new[] { paid.Applicant.Owner, second })
        {
            var mail = (await _city.MailTo(owner.Email)).Last(sent => sent.Template == nameof(BankDetailsChanged));
            Assert.Contains("6819", mail.TextBody, StringComparison.Ordinal);
            Assert.Contains("6826", mail.TextBody, StringComparison.Ordinal);
            Assert.DoesNotContain("31926826", mail.TextBody, StringComparison.Ordinal);
        }

        var waiting = await _city.AccountOf(paid);
        Assert.True((await Payees.Check(paid.Fay, waiting.Id, waiting.Version, NameCheck.CloseMatch, "Grp A", "The bank cuts names short")).Done);
        Assert.Equal("payee.checked-by-you", (await Payees.Confirm(paid.Fay, waiting.Id, waiting.Version + 1)).Refusals[0].Code);
        Assert.True((await Payees.Confirm(paid.Femi, waiting.Id, waiting.Version + 1)).Done);

        var after = (await _city.PaymentsOf(paid.Award))[0];
        Assert.True(after is { State: PaymentState.Due, PreparedAt: null, PayeeAccountId: null });
        Assert.Empty(await _city.BlocksOf(after));
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task Bank_details_cannot_be_changed_while_a_payment_is_out()
    {
        var paid = await _city.PayableAward();
        var sent = await _city.SentPayment(paid, (await _city.PaymentsOf(paid.Award))[0].Reference);
        var refused = (await Payees.Enter(City.As(paid.Applicant.Owner), paid.Applicant.Organisation.Id, Other)).Refusals[0];
        Assert.Equal(("payee.payment-out", sent.Reference), (refused.Code, refused.Args[0]));

        await _city.Write(Actor.System, work => _city.Portal.Get<PaymentMoves>().Paid(work, sent, _city.Today));
        Assert.True((await Payees.Enter(City.As(paid.Applicant.Owner), paid.Applicant.Organisation.Id, Other)).Done);
    }

    [Fact]
    public async Task Account_numbers_are_sealed_and_who_sees_them_in_full_is_on_record()
    {
        var paid = await _city.PayableAward();
        var account = await _city.AccountOf(paid);
        Assert.DoesNotContain("31926819", account.Sealed!, StringComparison.Ordinal);
        Assert.Equal("GB •••• 6819", account.Masked);
        Assert.Null(await Payees.Look(paid.Ada, account.Id));
        Assert.Equal("31926819", (await Payees.Look(paid.Fay, account.Id))!.AccountNumber);
        Assert.Equal(1, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM AuditEntry WHERE Act = 'payee.seen-in-full' AND RecordId = @id AND PersonId = @person", new { id = account.Id, person = paid.Fay.Person })));
    }

    [Fact]
    public async Task Recovering_ownership_freezes_payments_until_Finance_lifts_that_with_a_reason()
    {
        var paid = await _city.PayableAward();
        var member = await _city.Person("Mo Member");
        await _city.Member(paid.Applicant.Organisation, member, MemberRole.Editor);
        var recovery = _city.Portal.Get<RecoveryDesk>();
        var started = await recovery.Start(paid.Officer, paid.Applicant.Organisation.Id, member.Email, "The minutes of the members' meeting of May name them as chair, the last Owner moved abroad and wrote to say so, and the charity's register says the same; we rang the number on the register and spoke to two members.");
        Assert.True(started!.Value.Done, string.Join(',', started.Value.Refusals.Select(refusal => refusal.Code)));
        var payment = (await _city.PaymentsOf(paid.Award))[0];
        Assert.Equal(["block.hold-recovery"], await _city.BlocksOf(payment));

        var hold = (await _city.Read(work => HoldRepository.Standing(work, [paid.Applicant.Organisation.Id], []))).Single();
        var holds = _city.Portal.Get<HoldDesk>();
        Assert.Equal("hold.recovery-open", (await holds.Lift(paid.Fay, hold.Id, "The new Owner showed the minutes")).Refusals[0].Code);
        var open = (await _city.Read(work => RecoveryRepository.Open(work, paid.Applicant.Organisation.Id)))!;
        Assert.True((await recovery.Cancel(paid.Officer, paid.Applicant.Organisation.Id, open.Id, "Owner came back"))!.Value.Done);
        Assert.True((await holds.Lift(paid.Fay, hold.Id, "The Owner came back")).Done);
        Assert.Empty(await _city.BlocksOf(payment));
    }

    [Fact]
    public async Task A_failed_payment_is_tried_again_as_a_payment_of_its_own_and_late_news_of_the_first_changes_nothing()
    {
        var paid = await _city.PayableAward();
        var moves = _city.Portal.Get<PaymentMoves>();
        var sent = await _city.SentPayment(paid, (await _city.PaymentsOf(paid.Award))[0].Reference);
        Assert.True((await _city.Write(Actor.System, work => moves.Failed(work, sent, "AC04", "The account is closed."))).Value);
        Assert.False((await _city.Write(Actor.System, work => moves.Failed(work, sent, "AC04", "The account is closed."))).Value);
        Assert.Single(await _city.MailTo(paid.Applicant.Owner.Email), mail => mail.Template == nameof(PaymentFailed) && mail.TextBody.Contains("The account is closed.", StringComparison.Ordinal));

        var next = (await Desk.Retry(paid.Fay, sent.Reference)).Value;
        Assert.Equal((2, PaymentState.Due, sent.InstalmentId), (next.Attempt, next.State, next.InstalmentId));
        Assert.NotEqual(sent.Reference, next.Reference);
        Assert.Equal("payment.live-already", (await Desk.Retry(paid.Fay, sent.Reference)).Refusals[0].Code);
        Assert.Equal("payment.failed-already", (await _city.Write(Actor.System, work => moves.Paid(work, sent, _city.Today))).Refusals[0].Code);

        var again = await _city.SentPayment(paid, next.Reference);
        Assert.True((await _city.Write(Actor.System, work => moves.Paid(work, again, _city.Today))).Value);
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task A_cancelled_attempt_is_followed_by_the_next_so_that_nothing_is_lost()
    {
        var paid = await _city.PayableAward();
        var first = (await _city.PaymentsOf(paid.Award))[0];
        Assert.Equal("payment.cancel-by-schedule", (await Desk.Cancel(paid.Fay, first.Reference, first.Version, "Not yet")).Refusals[0].Code);
        var approved = await _city.ApprovedPayment(paid, first.Reference);
        Assert.Equal("payment.reason-missing", (await Desk.Cancel(paid.Fay, first.Reference, approved.Version, " ")).Refusals[0].Code);
        Assert.True((await Desk.Cancel(paid.Fay, first.Reference, approved.Version, "Another reference is needed")).Done);
        Assert.Equal([PaymentState.Cancelled, PaymentState.Scheduled, PaymentState.Due], await States(paid));
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task A_milestone_is_told_with_evidence_and_what_waits_for_it_falls_due_once_an_officer_finds_it_reached()
    {
        var paid = await _city.ActiveAward();
        var today = _city.Today;
        await _city.Plan(paid, City.DateLine("Start", 400_000, today, paid.Year), City.DateLine("Middle", 600_000, today.AddMonths(3), paid.Year) with { Basis = InstalmentBasis.Milestone, Milestone = "Twelve evenings held" });
        var milestone = (await _city.PlanOf(paid.Award)).Milestones.Single();
        var (desk, owner) = (_city.Portal.Get<MilestoneDesk>(), City.As(paid.Applicant.Owner));

        Assert.Equal("milestone.evidence-missing", (await desk.Tell(owner, paid.Award.Reference, milestone.Id, 1, " ", null)).Refusals[0].Code);
        Assert.True((await desk.Tell(owner, paid.Award.Reference, milestone.Id, 1, "Lists of all twelve", null)).Done);
        Assert.True((await desk.Answer(paid.Officer, paid.Award.Reference, milestone.Id, 2, reached: false, "One list is missing")).Done);
        Assert.Equal([PaymentState.Due, PaymentState.Scheduled], await States(paid));
        Assert.True((await desk.Tell(owner, paid.Award.Reference, milestone.Id, 3, "All lists", null)).Done);
        Assert.True((await desk.Answer(paid.Officer, paid.Award.Reference, milestone.Id, 4, reached: true, null)).Done);
        Assert.Equal([PaymentState.Due, PaymentState.Due], await States(paid));
    }

    [Fact]
    public async Task An_accepted_report_makes_what_waits_for_it_due_once()
    {
        var paid = await _city.ActiveAward();
        await _city.Plan(paid, City.DateLine("With the report", 1_000_000, _city.Today, paid.Year) with { Basis = InstalmentBasis.Report, ReportNumber = 1 });
        var schedule = _city.Portal.Get<ScheduleDesk>();
        await Job();
        Assert.Equal([PaymentState.Scheduled], await States(paid));
        Assert.Equal(0, await _city.Write(paid.Officer, work => schedule.Fulfil(work, paid.Award, InstalmentBasis.Report, 2)));
        Assert.Equal(1, await _city.Write(paid.Officer, work => schedule.Fulfil(work, paid.Award, InstalmentBasis.Report, 1)));
        Assert.Equal(0, await _city.Write(paid.Officer, work => schedule.Fulfil(work, paid.Award, InstalmentBasis.Report, 1)));
        Assert.Equal([PaymentState.Due], await States(paid));
    }

    [Fact]
    public async Task What_is_out_stays_when_the_schedule_changes_and_a_plan_made_before_somebody_prepared_is_refused()
    {
        var paid = await _city.PayableAward(instalments: 2);
        var plan = await _city.PlanOf(paid.Award);
        var first = plan.Payments[0];
        Assert.True((await Desk.Prepare(paid.Fay, [first.Reference])).Value[0].Done);
        var schedule = _city.Portal.Get<ScheduleDesk>();
        PlannedInstalment[] wanted = [plan.Lines[0], plan.Lines[1] with { AmountMinor = 200_000 }, City.DateLine("Last", 300_000, _city.Today.AddMonths(2), paid.Year)];
        Assert.Equal("schedule.changed-meanwhile", (await schedule.Save(paid.Officer, paid.Award.Reference, plan.Seen, wanted)).Refusals[0].Code);

        var now = await _city.PlanOf(paid.Award);
        Assert.True((await schedule.Save(paid.Officer, paid.Award.Reference, now.Seen, [now.Lines[0], .. wanted[1..]])).Done);
        Assert.Equal([500_000L, 200_000, 300_000], (await _city.PlanOf(paid.Award)).Instalments.Select(instalment => instalment.AmountMinor));
        Assert.True((await _city.PaymentsOf(paid.Award))[0].IsPrepared);
        Assert.Empty(await _city.BrokenMoney());
    }

    [Fact]
    public async Task An_award_that_became_smaller_takes_from_what_is_open_and_takes_back_what_was_only_prepared()
    {
        var paid = await _city.PayableAward(instalments: 2);
        var first = (await _city.PaymentsOf(paid.Award))[0];
        await _city.ApprovedPayment(paid, first.Reference);
        var whole = await _city.Read(async work => new AwardWhole(paid.Award, [], await GrantsPortal.Awards.Years.YearRepository.Of(work, paid.Award.Id)));
        var smaller = whole with { Years = [whole.Years[0] with { AmountMinor = 300_000 }] };
        await _city.Write(paid.Officer, async work =>
        {
            await work.Publish(new AwardVaried(whole, smaller));
            return true;
        });
        var plan = await _city.PlanOf(paid.Award);
        Assert.Equal([300_000L], plan.Instalments.Select(instalment => instalment.AmountMinor));
        Assert.Equal((PaymentState.Due, null, 300_000), (plan.PaymentOf(plan.Instalments[0])!.State, plan.PaymentOf(plan.Instalments[0])!.PreparedAt, plan.PaymentOf(plan.Instalments[0])!.AmountMinor));
    }

    private async Task<IEnumerable<PaymentState>> States(PaidAward paid) => (await _city.PaymentsOf(paid.Award)).Select(payment => payment.State);

    private Task Job() => _city.Portal.Services.GetServices<IJob>().OfType<DuePaymentsJob>().Single().Run(TestContext.Current.CancellationToken);
}
