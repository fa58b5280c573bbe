using System.Text;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Monitoring.CloseOut;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Judging;
using GrantsPortal.Monitoring.Reports.Planning;
using GrantsPortal.Monitoring.Reports.Writing;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Something bought from an award: a line of its budget by its place, the share of that line, from whom, and what.</summary>
internal sealed record DemoPurchase(int Line, int Percent, string Payee, string What, bool Receipt = true);

/// <summary>What organisations report, what the city answers, and how awards end.</summary>
internal sealed partial class DemoStory
{
    private void Reports()
    {
        var lastYear = new DateTimeOffset(now.Year - 1, 6, 2, 9, 0, 0, TimeSpan.Zero);
        DateOnly Then(int day) => DateOnly.FromDateTime(lastYear.AddDays(day).UtcDateTime);
        DateOnly Since(int days) => DateOnly.FromDateTime(Ago(days).UtcDateTime);

        for (var week = lastYear.AddDays(120).AddHours(5); week <= now; week = week.AddDays(7))
        {
            At(week, () => portal.Get<ReportJob>().Run(CancellationToken.None));
        }

        var (bicycle, parents, cups) = (Project("welcome", "Welcome Wheels"), Project("welcome", "Northgate Primary"), Project("welcome", "Ethiopian Coffee"));
        Planned(bicycle, lastYear.AddDays(118), (Then(112), Then(172), Then(192)), (Then(173), null, null));
        Sent(bicycle, 1, lastYear.AddDays(183), DemoReports.Bicycle, DemoReports.BicycleBought);
        At(lastYear.AddDays(189), () => Disallow(bicycle, 1, "Riverton Taxis", "The ride home after the supper was not part of what was agreed. Everything else is clear and well kept."));
        At(lastYear.AddDays(190), () => Accept(bicycle, 1, "Thank you. The page on how the pairs found each other is the best we have read this year."));
        At(Ago(9, 8), () => SendWhenOver(bicycle, 2, DemoReports.BicycleEnd, DemoReports.BicycleEndBought));

        Planned(parents, lastYear.AddDays(118), (Then(112), Then(165), Then(195)), (Then(166), null, null));
        Sent(parents, 1, lastYear.AddDays(186), DemoReports.Parents, DemoReports.ParentsBought);
        At(lastYear.AddDays(193), () => Accept(parents, 1, null));
        At(Ago(12, 15), () => Learned(parents, "Note of what was learned is filed with the school’s own: evening rooms have to be promised in writing before the money goes out."));
        At(Ago(11, 10), () => HandOn(parents));
        At(Ago(8, 20), () => Write(parents, 2, DemoReports.ParentsEnd, DemoReports.ParentsEndBought));

        Planned(cups, lastYear.AddDays(118), (Then(112), Then(168), Then(196)), (Then(169), null, null));

        var (plots, choir) = (Project("welcome", "Priory Street"), Project("welcome", "Castle Hill Gospel"));
        Planned(plots, lastYear.AddDays(118), (Then(112), null, null));
        Sent(plots, 1, Ago(57, 18), DemoReports.Nineteenth, DemoReports.NineteenthBought);
        At(Ago(52, 11), () => Accept(plots, 1, "Thank you for the list at the tap. Every allotment in the city should have one."));
        Planned(choir, lastYear.AddDays(118), (Then(112), null, null));
        Sent(choir, 1, Ago(56, 18), DemoReports.Choir, DemoReports.ChoirBought);
        At(Ago(51, 11), () => Accept(choir, 1, null));
        At(Ago(50, 10), () => Complete(choir));
        At(Ago(50, 11), () => Learned(choir, "Visited on the eighth evening. What they learned about stairwells is in the evaluation of the call."));
        At(Ago(43, 15), () => Close(choir, "We have played the recording from number eleven at the committee. Nobody coughed."));

        var (light, chandler, friday) = (Project("worship", "Beit Shalom"), Project("worship", "Old Town Mosque"), Project("worship", "Rainbow"));
        Planned(light, Ago(74), (Since(76), Since(40), Since(20)), (Since(39), Since(5), Since(-16)), (Since(4), null, null));
        Sent(light, 1, Ago(30, 19), DemoReports.Light, DemoReports.LightBought);
        At(Ago(24, 11), () => Accept(light, 1, "Accepted. Please keep the two estimates for the door with your records."));
        At(Ago(3, 20), () => Write(light, 2, DemoReports.LightSecond, DemoReports.LightSecondBought));

        Planned(chandler, Ago(73), (Since(76), Since(30), Since(5)), (Since(29), null, null));
        Sent(chandler, 1, Ago(20, 18), DemoReports.Chandler, DemoReports.ChandlerBought);
        At(Ago(6, 10), () => AskChanges(chandler, 1, Since(-12),
            (ReportRules.Hard, "You write that one street meeting went badly. Please say in two or three sentences what happened and what you agreed afterwards; others can learn from it."),
            ("Clearview Window Film", "The receipt is for half of this amount. Is there a second one?")));

        Planned(friday, Ago(72), (Since(76), Since(20), Since(-10)), (Since(19), null, null));
        Sent(friday, 1, Ago(4, 21), DemoReports.Friday, DemoReports.FridayBought);
    }

    /// <summary>The reports an award is to give; the last is final and reaches to its last day.</summary>
    private void Planned(DemoProject project, DateTimeOffset at, params (DateOnly From, DateOnly? To, DateOnly? Due)[] reports) => At(at, async () =>
    {
        var award = await Award(await AwardOf(project));
        foreach (var (from, to, due) in reports)
        {
            var last = to ?? award.EndsOn!.Value;
            Done(await portal.Get<ReportPlanDesk>().Add(
                As("officer"), award.Reference, to is null ? ReportKind.Final : ReportKind.Interim, from, last, due ?? last.AddDays(60)));
        }
    });

    private void Sent(DemoProject project, int number, DateTimeOffset at, IReadOnlyDictionary<string, string> texts, IReadOnlyList<DemoPurchase> bought)
    {
        At(at.AddDays(-2), () => Write(project, number, texts, bought));
        At(at, () => Send(project, number));
    }

    /// <summary>Writes and sends a final report once the work is over, whatever day that is.</summary>
    private async Task SendWhenOver(DemoProject project, int number, IReadOnlyDictionary<string, string> texts, IReadOnlyList<DemoPurchase> bought)
    {
        if ((await ReportOf(project, number)).Report.ToOn < Instants.DayOf(portal.Now, Zone))
        {
            await Write(project, number, texts, bought);
            await Send(project, number);
        }
    }

    private async Task Write(DemoProject project, int number, IReadOnlyDictionary<string, string> texts, IReadOnlyList<DemoPurchase> bought)
    {
        var (owner, (award, report)) = (Owner(project), await ReportOf(project, number));
        var lines = await portal.Read(work => BudgetLineRepository.Of(work, award.Id));
        var today = Instants.DayOf(portal.Now, Zone);
        var days = Math.Max(1, (report.ToOn < today ? report.ToOn : today).DayNumber - report.FromOn.DayNumber);
        foreach (var (index, purchase) in bought.Index())
        {
            portal.Clock.Pass(4);
            var line = lines[purchase.Line - 1];
            var amount = Math.Max(1, decimal.Round(line.AgreedMinor * purchase.Percent / 10_000m, 0));
            var typed = new ItemTyped(line.Number, report.FromOn.AddDays(days * (index + 1) / (bought.Count + 1)), purchase.Payee, purchase.What, amount);
            var item = Done(await portal.Get<SpendingDesk>().Add(owner, award.Reference, number, typed));
            if (purchase.Receipt)
            {
                using var receipt = new MemoryStream(Encoding.UTF8.GetBytes($"{purchase.Payee}\n\nReceived from {award.OrganisationName}\nfor {purchase.What}\n\n{amount:N2} {award.Currency}\n{typed.SpentOn:d MMMM yyyy}\n\nPaid with thanks. (Demonstration only.)\n"));
                Done(await portal.Get<ReceiptDesk>().Add(owner, award.Reference, number, item.Id, receipt, $"{Folded.Slug(purchase.Payee)}.txt"));
            }
        }

        portal.Clock.Pass(30);
        Done(await portal.Get<NarrativeDesk>().Save(owner, award.Reference, number, [.. texts.Select(text => new TypedText(text.Key, text.Value, 0, null))]));
    }

    private async Task Send(DemoProject project, int number)
    {
        var (award, report) = await ReportOf(project, number);
        if (report.State == ReportState.Scheduled)
        {
            Done(await portal.Get<ReportPlanDesk>().AskNow(As("officer"), report.Id, report.Version));
        }

        Done(await portal.Get<SubmitReportDesk>().Submit(Owner(project), award.Reference, number, portal.Now));
    }

    private async Task Disallow(DemoProject project, int number, string payee, string why)
    {
        var (_, report) = await ReportOf(project, number);
        var item = (await portal.Read(work => ReportRepository.ItemsOf(work, report.Id))).First(one => one.Payee == payee);
        Done(await portal.Get<ReportDesk>().Count(As("officer"), report.Id, item.Id, counts: false, why));
    }

    private async Task Accept(DemoProject project, int number, string? note)
    {
        var (_, report) = await ReportOf(project, number);
        Done(await portal.Get<ReportDesk>().Accept(As("officer"), report.Id, report.Version, note));
    }

    /// <summary>Asks for changes; a part is a part of the narrative, or who was paid by an item.</summary>
    private async Task AskChanges(DemoProject project, int number, DateOnly due, params (string Part, string Why)[] remarks)
    {
        var (_, report) = await ReportOf(project, number);
        var items = await portal.Read(work => ReportRepository.ItemsOf(work, report.Id));
        Done(await portal.Get<ReportDesk>().AskChanges(As("officer"), report.Id, report.Version, due,
            [.. remarks.Select(remark => new RemarkTyped(items.FirstOrDefault(item => item.Payee == remark.Part) is { } item ? ReportRules.Of(item) : remark.Part, remark.Why))]));
    }

    private async Task Learned(DemoProject project, string note) =>
        Done(await portal.Get<CloseOutDesk>().Tick(As("officer"), await AwardOf(project), CloseOutLine.Evaluation, note));

    private async Task Complete(DemoProject project)
    {
        var award = await Award(await AwardOf(project));
        Done(await portal.Get<CloseOutDesk>().Complete(As("officer"), award.Reference, award.Version));
    }

    private async Task Close(DemoProject project, string message)
    {
        var award = await Award(await AwardOf(project));
        Done(await portal.Get<CloseOutDesk>().Close(As("approver"), award.Reference, award.Version, message));
    }

    private async Task HandOn(DemoProject project) => Done(await portal.Get<CloseOutDesk>().Prepare(As("officer"), await AwardOf(project)));

    private async Task<(Awards.Award Award, Report Report)> ReportOf(DemoProject project, int number)
    {
        var award = await Award(await AwardOf(project));
        return (award, (await portal.Read(work => ReportRepository.Find(work, award.Id, number)))!);
    }
}
