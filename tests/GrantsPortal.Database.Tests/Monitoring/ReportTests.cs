using GrantsPortal.Awards;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Judging;
using GrantsPortal.Monitoring.Reports.Writing;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Monitoring;

public sealed class ReportTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private ReportDesk Desk => _city.Portal.Get<ReportDesk>();

    private SpendingDesk Spending => _city.Portal.Get<SpendingDesk>();

    [Fact]
    public async Task A_report_is_written_sent_in_and_accepted_and_its_figures_stand()
    {
        var running = await _city.Running();
        var report = await _city.Asked(running);
        await _city.Written(running, report);
        await _city.Spent(running, report, 11_000m);
        var tea = await _city.Spent(running, report, 12.5m, line: 2, payee: "Corner shop", receipt: false);
        var sent = await _city.Portal.Get<SubmitReportDesk>().Submit(running.Owner, running.Reference, report.Number, _city.Now);
        Assert.True(sent.Done, string.Join(", ", sent.Refusals.Select(refusal => refusal.Code)));
        Assert.Contains(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(ReportReceived) && mail.TextBody.Contains("£11,012.50", StringComparison.Ordinal));

        Assert.True((await Desk.Count(running.Officer, report.Id, tea.Id, counts: false, "Tea for the board, not for the work")).Done);
        Assert.True((await Desk.Accept(running.Officer, report.Id, (await _city.Again(report)).Version, "Thank you")).Done);
        var accepted = await _city.Again(report);
        Assert.Equal((ReportState.Accepted, 1_101_250L, 1_250L, 1_100_000L), (accepted.State, accepted.SpentMinor, accepted.DisallowedMinor, accepted.CountedMinor));
        Assert.Contains(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(ReportAccepted) && mail.TextBody.Contains("£11,000", StringComparison.Ordinal));
        Assert.Empty(await _city.Broken("Monitoring"));
    }

    [Fact]
    public async Task What_was_accepted_cannot_be_changed_and_a_change_behind_its_back_is_found()
    {
        var running = await _city.Running();
        var report = await _city.Submitted(running, await _city.Asked(running), 11_999m);
        Assert.True((await Desk.Accept(running.Officer, report.Id, report.Version, null)).Done);
        var item = (await _city.Read(work => ReportRepository.ItemsOf(work, report.Id))).Single();
        Assert.Equal("report.not-open", (await Spending.Save(running.Owner, running.Reference, report.Number, item.Id, item.Version, new ItemTyped(1, item.SpentOn, "Other", "Other", 1))).Refusals[0].Code);
        Assert.Equal("report.not-submitted", (await Desk.Count(running.Officer, report.Id, item.Id, counts: false, "No")).Refusals[0].Code);
        Assert.Empty(await _city.Broken("Monitoring"));

        await _city.Write(Actor.System, work => work.Execute("UPDATE SpendingItem SET AmountMinor = AmountMinor + 1 WHERE Id = @id", new { id = item.Id }));
        var broken = await _city.Broken("Monitoring");
        Assert.Contains(broken, sentence => sentence.Contains("not those of its items", StringComparison.Ordinal));
        Assert.Contains(broken, sentence => sentence.Contains("not those that were accepted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_accepts_what_they_sent_in_or_what_is_their_organisations()
    {
        var running = await _city.Running();
        var both = City.As(running.Applicant.Owner, Roles.ProgrammeOfficer);
        var report = await _city.Submitted(running, await _city.Asked(running), 11_999m);
        Assert.Equal("report.own", (await Desk.Accept(both, report.Id, report.Version, null)).Refusals[0].Code);
        var member = await _city.Person("Mo Member", Roles.ProgrammeOfficer);
        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, running.Applicant.Organisation.Id, member.Id, MemberRole.Viewer));
        Assert.Equal("report.own-organisation", (await Desk.Accept(City.As(member, Roles.ProgrammeOfficer), report.Id, report.Version, null)).Refusals[0].Code);
        Assert.Equal(ReportState.Submitted, (await _city.Again(report)).State);
        Assert.True((await Desk.Accept(running.Officer, report.Id, report.Version, null)).Done);
    }

    [Fact]
    public async Task Changes_are_asked_for_part_by_part_and_the_report_comes_again()
    {
        var running = await _city.Running();
        var report = await _city.Submitted(running, await _city.Asked(running), 11_999m);
        var due = DateOnly.FromDateTime(_city.Now.UtcDateTime).AddDays(21);
        Assert.Equal("report.no-remark", (await Desk.AskChanges(running.Officer, report.Id, report.Version, due, [new RemarkTyped(ReportRules.Done, " ")])).Refusals[0].Code);
        Assert.True((await Desk.AskChanges(running.Officer, report.Id, report.Version, due, [new RemarkTyped(ReportRules.Done, "How many came?"), new RemarkTyped(ReportRules.Hard, "")])).Done);
        var back = await _city.Again(report);
        Assert.Equal((ReportState.ChangesRequested, due), (back.State, back.NeededOn));
        Assert.Equal(["done"], (await _city.Read(work => ReportRepository.Remarks(work, report.Id))).Select(remark => remark.PartKey));
        Assert.DoesNotContain("How many", (await _city.MailTo(running.Applicant.Owner.Email)).Last(mail => mail.Template == nameof(ReportChangesAsked)).TextBody, StringComparison.Ordinal);

        Assert.True((await _city.Portal.Get<SubmitReportDesk>().Submit(running.Owner, running.Reference, report.Number, _city.Now)).Done);
        Assert.Equal((ReportState.Submitted, 2), ((await _city.Again(report)).State, (await _city.Again(report)).Submissions));
    }

    [Fact]
    public async Task A_report_with_gaps_is_not_sent_and_stays_open()
    {
        var running = await _city.Running();
        var report = await _city.Asked(running);
        await _city.Spent(running, report, 13_500m, receipt: false);
        var refused = await _city.Portal.Get<SubmitReportDesk>().Submit(running.Owner, running.Reference, report.Number, _city.Now);
        Assert.Equal("report.incomplete", refused.Refusals[0].Code);
        Assert.Equal((ReportState.Due, 0), ((await _city.Again(report)).State, (await _city.Again(report)).Submissions));
        var sheet = (await _city.Read(work => ReportSheet.Of(work, report.Id)))!;
        Assert.Equal(
            ["report.part-missing", "report.part-missing", "report.part-missing", "report.over-unexplained", "report.under-unexplained", "report.receipt-missing"],
            sheet.Gaps(new GrantsPortal.Monitoring.ReportOptions()).Select(gap => gap.Why.Code));
    }

    [Fact]
    public async Task Two_people_who_change_one_item_do_not_overwrite_each_other()
    {
        var running = await _city.Running();
        var report = await _city.Asked(running);
        var item = await _city.Spent(running, report, 100m);
        var typed = new ItemTyped(1, item.SpentOn, "Harbour Hall Trust", "Rent in March", 120);
        Assert.True((await Spending.Save(running.Owner, running.Reference, report.Number, item.Id, item.Version, typed)).Done);
        Assert.Equal("spending.changed-meanwhile", (await Spending.Save(running.Owner, running.Reference, report.Number, item.Id, item.Version, typed with { Amount = 90 })).Refusals[0].Code);
        Assert.Equal("spending.changed-meanwhile", (await Spending.Remove(running.Owner, running.Reference, report.Number, item.Id, item.Version)).Refusals[0].Code);
        Assert.Equal(12_000, (await _city.Again(report)).SpentMinor);
    }

    [Fact]
    public async Task Two_people_who_write_one_part_keep_both_texts()
    {
        var running = await _city.Running();
        var report = await _city.Asked(running);
        var editor = await _city.Person("Ed Editor");
        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, running.Applicant.Organisation.Id, editor.Id, MemberRole.Editor));
        var desk = _city.Portal.Get<NarrativeDesk>();
        Assert.True((await desk.Save(running.Owner, running.Reference, report.Number, [new TypedText(ReportRules.Done, "We met", 0, null)])).Done);
        var clash = (await desk.Save(City.As(editor), running.Reference, report.Number, [new TypedText(ReportRules.Done, "We cooked", 0, null), new TypedText(ReportRules.Hard, "The cold", 0, null)])).Value;
        Assert.Equal(("We cooked", "We met"), (clash.Clashes.Single().Mine, clash.Clashes.Single().Theirs.Value));
        Assert.Equal("The cold", clash.Sheet.Texts[ReportRules.Hard]);
        Assert.True((await desk.Save(City.As(editor), running.Reference, report.Number, [new TypedText(ReportRules.Done, "We met and cooked", 1, null)])).Done);
        Assert.Equal("We met", (await _city.Read(work => ReportRepository.EarlierOf(work, report.Id))).Single().Value);
    }

    [Fact]
    public async Task Sending_in_and_writing_at_once_leave_sums_that_are_the_items()
    {
        var running = await _city.Running();
        var report = await _city.Asked(running);
        await _city.Written(running, report);
        var adding = Enumerable.Range(1, 6).Select(i => Task.Run(() => Spending.Add(running.Owner, running.Reference, report.Number, new ItemTyped(1, new DateOnly(2027, 3, 1), $"Shop {i}", "Bread", 10 + i)))).ToList();
        var sending = Task.Run(() => _city.Portal.Get<SubmitReportDesk>().Submit(running.Owner, running.Reference, report.Number, _city.Now));
        await Task.WhenAll([.. adding, sending]);
        var (now, items) = (await _city.Again(report), await _city.Read(work => ReportRepository.ItemsOf(work, report.Id)));
        Assert.Equal(items.Sum(item => item.AmountMinor), now.SpentMinor);
        Assert.Equal(items.Count, adding.Count(added => added.Result.Done));
        Assert.Empty(await _city.Broken("Monitoring"));
    }

    [Fact]
    public async Task The_same_receipt_is_taken_twice_and_pointed_out()
    {
        var running = await _city.Running();
        var report = await _city.Asked(running);
        var (hall, shop) = (await _city.Spent(running, report, 100m, receipt: false), await _city.Spent(running, report, 60m, line: 2, payee: "Corner shop", receipt: false));
        var first = await _city.Receipt(running, report, hall, "One receipt for both");
        Assert.Empty(await _city.Read(work => ReportRepository.SameReceipts(work, report.Id, running.Award.OrganisationId)));
        var second = await _city.Receipt(running, report, shop, "One receipt for both");
        var same = await _city.Read(work => ReportRepository.SameReceipts(work, report.Id, running.Award.OrganisationId));
        Assert.Equal([(first.Id, "Corner shop"), (second.Id, "Harbour Hall")], same.Select(one => (one.ReceiptId, one.Payee)));
        Assert.Empty(await _city.Read(work => ReportRepository.SameReceipts(work, report.Id, running.Award.OrganisationId + 1)));
    }

    [Fact]
    public async Task A_Viewer_and_a_stranger_write_nothing()
    {
        var running = await _city.Running();
        var report = await _city.Asked(running);
        var viewer = await _city.Person("Vi Viewer");
        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, running.Applicant.Organisation.Id, viewer.Id, MemberRole.Viewer));
        var typed = new ItemTyped(1, new DateOnly(2027, 3, 1), "Shop", "Bread", 10);
        Assert.Equal("report.viewer", (await Spending.Add(City.As(viewer), running.Reference, report.Number, typed)).Refusals[0].Code);
        Assert.Equal("report.unknown", (await Spending.Add(City.As(await _city.Person("Stranger")), running.Reference, report.Number, typed)).Refusals[0].Code);
        Assert.Equal(0, (await _city.Again(report)).SpentMinor);
        Assert.True((await Spending.Add(running.Owner, running.Reference, report.Number, typed)).Done);
    }
}
