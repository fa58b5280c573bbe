using GrantsPortal.Awards;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Planning;
using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Monitoring;

public sealed class ReportPlanTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private ReportPlanDesk Desk => _city.Portal.Get<ReportPlanDesk>();

    [Fact]
    public async Task Suggested_reports_follow_the_dates_and_the_instalments_that_wait_for_one()
    {
        var running = await _city.Running();
        await Schedule(running, (InstalmentBasis.Date, 600_000, new(2027, 1, 20), null), (InstalmentBasis.Report, 600_000, new(2027, 9, 1), 1));
        Assert.True((await Desk.TakeSuggested(running.Officer, running.Reference)).Done);
        var reports = await Reports(running);
        Assert.Equal([(ReportKind.Interim, new DateOnly(2027, 8, 18)), (ReportKind.Final, new DateOnly(2028, 2, 29))], reports.Select(report => (report.Kind, report.DueOn)));
        Assert.Equal("report.planned-already", (await Desk.TakeSuggested(running.Officer, running.Reference)).Refusals[0].Code);
        Assert.Equal("report.instalment-waits", (await Desk.Remove(running.Officer, running.Reference, 1, reports[0].Version)).Refusals[0].Code);
    }

    [Fact]
    public async Task The_clock_asks_for_a_report_reminds_before_its_day_and_after_and_then_falls_silent()
    {
        var running = await _city.Running();
        Assert.True((await Desk.TakeSuggested(running.Officer, running.Reference)).Done);
        var job = _city.Portal.Get<ReportJob>();
        async Task<int> On(DateOnly day, string template)
        {
            _city.Portal.Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero));
            await job.Run(TestContext.Current.CancellationToken);
            await job.Run(TestContext.Current.CancellationToken);
            return (await _city.MailTo(running.Applicant.Owner.Email)).Count(mail => mail.Template == template);
        }

        Assert.Equal(0, await On(new(2027, 12, 31), nameof(ReportOpened)));
        Assert.Equal(1, await On(new(2028, 1, 1), nameof(ReportOpened)));
        Assert.Equal(ReportState.Due, (await Reports(running)).Single().State);
        Assert.Equal(0, await On(new(2028, 2, 14), nameof(ReportReminder)));
        Assert.Equal(1, await On(new(2028, 2, 15), nameof(ReportReminder)));
        Assert.Equal(0, await On(new(2028, 3, 2), nameof(ReportLate)));
        Assert.Equal(1, await On(new(2028, 3, 3), nameof(ReportLate)));
        Assert.Equal(2, await On(new(2028, 3, 17), nameof(ReportLate)));
        Assert.Equal(3, await On(new(2028, 3, 31), nameof(ReportLate)));
        Assert.Equal(3, await On(new(2028, 6, 1), nameof(ReportLate)));
        Assert.Equal(1, await On(new(2028, 6, 1), nameof(ReportReminder)));
    }

    [Fact]
    public async Task A_report_somebody_wrote_in_stays_in_the_plan()
    {
        var running = await _city.Running();
        var report = await _city.Asked(running);
        var item = await _city.Spent(running, report, 10m);
        Assert.Equal("report.written-in", (await Desk.Remove(running.Officer, running.Reference, report.Number, report.Version)).Refusals[0].Code);
        Assert.Single(await _city.Read(work => ReportRepository.ItemsOf(work, report.Id)), one => one.Id == item.Id);
        Assert.True((await Desk.Add(running.Officer, running.Reference, ReportKind.Interim, new(2026, 6, 1), new(2026, 7, 1), new(2026, 8, 1))).Refused);
    }

    [Fact]
    public async Task Another_day_is_told_to_those_who_were_asked_already()
    {
        var running = await _city.Running();
        var report = await _city.Asked(running);
        Assert.True((await Desk.Change(running.Officer, running.Reference, report.Number, report.Version, report.Kind, report.FromOn, report.ToOn, report.DueOn.AddDays(30))).Done);
        Assert.Single(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(ReportDueChanged));
        Assert.Equal("report.changed-meanwhile", (await Desk.Change(running.Officer, running.Reference, report.Number, report.Version, report.Kind, report.FromOn, report.ToOn, report.DueOn)).Refusals[0].Code);
    }

    [Fact]
    public async Task The_plan_follows_an_award_that_ends_early()
    {
        var running = await _city.Running();
        Assert.True((await Desk.TakeSuggested(running.Officer, running.Reference)).Done);
        await _city.Write(running.Officer, async work =>
        {
            await work.Publish(new AwardTerminated(running.Award, new DateOnly(2027, 6, 30), 0, 0));
            return true;
        });
        var final = Assert.Single(await Reports(running));
        Assert.Equal((ReportKind.Final, new DateOnly(2027, 6, 30), new DateOnly(2027, 8, 29)), (final.Kind, final.ToOn, final.DueOn));
    }

    [Fact]
    public async Task An_accepted_report_makes_its_instalment_due_and_receipts_pay_what_was_accepted()
    {
        var running = await _city.Running();
        await Schedule(
            running, (InstalmentBasis.Date, 300_000, new(2027, 1, 20), null), (InstalmentBasis.Report, 400_000, new(2027, 9, 1), 1), (InstalmentBasis.Receipts, 500_000, new(2028, 3, 1), null));
        var report = await _city.Submitted(running, await _city.Asked(running, ReportKind.Interim), 9_000m);
        Assert.Equal(PaymentState.Scheduled, (await Payments(running)).Single(payment => payment.AmountMinor == 400_000).State);
        Assert.True((await _city.Portal.Get<GrantsPortal.Monitoring.Reports.Judging.ReportDesk>().Accept(running.Officer, report.Id, report.Version, null)).Done);

        // 9,000 are accepted: 7,000 were paid in advance or by report, so 2,000 of the 5,000 on receipts are owed.
        var payments = await Payments(running);
        Assert.Equal(PaymentState.Due, payments.Single(payment => payment.AmountMinor == 400_000).State);
        Assert.Equal(PaymentState.Due, payments.Single(payment => payment.AmountMinor == 200_000).State);
        Assert.Equal(PaymentState.Scheduled, payments.Single(payment => payment.AmountMinor == 300_000 && payment.DueOn == new DateOnly(2028, 3, 1)).State);
        Assert.Equal(1_200_000, (await _city.Read(work => ScheduleRepository.Of(work, running.Award.Id))).Sum(instalment => instalment.AmountMinor));
        Assert.Empty(await _city.Broken("Payments"));
    }

    private Task<IReadOnlyList<Report>> Reports(Running running) => _city.Read(work => ReportRepository.OfAward(work, running.Award.Id));

    private Task<IReadOnlyList<Payment>> Payments(Running running) => _city.Read(work => PaymentRepository.OfAward(work, running.Award.Id));

    private async Task Schedule(Running running, params (InstalmentBasis Basis, long Minor, DateOnly On, int? Report)[] lines)
    {
        var plan = await _city.Read(work => SchedulePlan.Of(work, running.Award));
        var year = plan.Years[0].Year;
        var saved = await _city.Portal.Get<ScheduleDesk>().Save(running.Officer, running.Reference, plan.Seen,
            [.. lines.Select((line, i) => new PlannedInstalment { Title = $"Instalment {i + 1}", AmountMinor = line.Minor, Basis = line.Basis, DueOn = line.On, Year = year, ReportNumber = line.Report })]);
        Assert.True(saved.Done, string.Join(", ", saved.Refusals.Select(refusal => $"{refusal.Code}({string.Join(",", refusal.Args)})")));
    }
}
