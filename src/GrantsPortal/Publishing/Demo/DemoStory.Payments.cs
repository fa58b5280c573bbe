using GrantsPortal.Awards;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Batches;
using GrantsPortal.Payments.Bank.Statements;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Publishing.Demo;

/// <summary>An instalment of the story.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Percent">Of its budget year's share; the last of a year takes what is left.</param>
/// <param name="On">When it is due, or expected.</param>
/// <param name="Basis">What makes it due.</param>
/// <param name="Milestone">What is to be reached.</param>
/// <param name="Year">Which of the award's budget years, from 0.</param>
/// <param name="Report">Which report it waits for; the next one where it is not said.</param>
internal sealed record DemoInstalment(string Title, int Percent, DateTimeOffset On, InstalmentBasis Basis = InstalmentBasis.Date, string? Milestone = null, int Year = 0, int? Report = null);

/// <summary>How awards are paid: accounts, schedules, runs by bank, and what goes wrong.</summary>
internal sealed partial class DemoStory
{
    private readonly Dictionary<string, string> _batches = [];

    private void Payments()
    {
        var lastYear = new DateTimeOffset(now.Year - 1, 6, 2, 9, 0, 0, TimeSpan.Zero);
        var (bicycle, plots, parents, cups, choir) = (Project("welcome", "Welcome Wheels"), Project("welcome", "Priory Street"), Project("welcome", "Northgate Primary"), Project("welcome", "Ethiopian Coffee"), Project("welcome", "Castle Hill Gospel"));
        var (walkers, light, chandler, table, friday) = (Project("worship", "Riverton Interfaith"), Project("worship", "Beit Shalom"), Project("worship", "Old Town Mosque"), Project("worship", "Gurdwara"), Project("worship", "Rainbow Riverton"));
        var (radio, ask) = (Project("online", "Millfield Community Radio"), Project("online", "Riverton Jewish Youth"));

        foreach (var (project, number) in new[] { bicycle, plots, parents, cups, choir }.Select((project, i) => (project, i + 11)))
        {
            Confirmed(project, number, lastYear.AddDays(98));
        }

        At(lastYear.AddDays(100), () => Schedule(bicycle, new("To begin with", 40, lastYear.AddDays(103)), new("For the winter workshops", 25, lastYear.AddDays(188)), new("For the summer rides", 25, Ago(3)), new("With the final report", 10, Ago(-30), InstalmentBasis.Report, Report: 2)));
        At(lastYear.AddDays(100), () => Schedule(plots, new("Tools, seed and the raised bed", 60, lastYear.AddDays(103)), new("The second season", 40, Ago(15))));
        At(lastYear.AddDays(100), () => Schedule(parents, new("The first two terms", 50, lastYear.AddDays(103)), new("The third term", 30, Ago(-20)), new("With the final report", 20, Ago(-60), InstalmentBasis.Report, Report: 2)));
        At(lastYear.AddDays(100), () => Schedule(cups, new("The first stairwell", 60, lastYear.AddDays(103)), new("The other two", 40, Ago(21))));
        At(lastYear.AddDays(100), () => Schedule(choir, new DemoInstalment("All at once", 100, lastYear.AddDays(103))));
        Run("first", lastYear.AddDays(105), bicycle, plots, parents, cups, choir);
        At(lastYear.AddDays(107), () => Book("first"));
        Run("winter", lastYear.AddDays(190), bicycle);
        At(lastYear.AddDays(192), () => Book("winter", (bicycle, "AC06")));
        At(lastYear.AddDays(200), () => Retry(bicycle));
        Run("again", lastYear.AddDays(201), bicycle);
        At(lastYear.AddDays(203), () => Book("again"));

        foreach (var (project, number) in new[] { walkers, light, chandler, friday }.Select((project, i) => (project, i + 21)))
        {
            Confirmed(project, number, Ago(82));
        }

        At(Ago(69), () => Schedule(walkers, new("Training and coats", 60, Ago(40)), new("The coordinator’s second half year", 40, Ago(-80))));
        At(Ago(69), () => Schedule(light, new("Door, locks and lights", 50, Ago(64)), new("The alarm", 20, Ago(5)), new("Bench and planting", 30, Ago(-75), InstalmentBasis.Milestone, "Lamp and bench stand beside the lime tree")));
        At(Ago(69), () => Schedule(chandler, new("Stewards and glass", 50, Ago(64)), new("The second set of windows", 30, Ago(5)), new("Open evenings this year", 20, Ago(1)), new("Open evenings next year", 100, new DateTimeOffset(now.Year + 1, 2, 1, 9, 0, 0, TimeSpan.Zero), Year: 1)));
        At(Ago(69), () => Schedule(friday, new("Stewards until the summer", 70, Ago(64)), new("On receipts for the lights", 30, Ago(-45), InstalmentBasis.Receipts)));
        At(Ago(68), () => Schedule(table, new("The first half year", 60, Ago(48)), new("With the final report", 40, Ago(-120), InstalmentBasis.Report)));
        Run("safe", Ago(60), light, chandler, friday);
        At(Ago(58), () => Book("safe", (friday, "AC04")));
        At(Ago(52), () => Account(table, "J. Singh", 31));
        At(Ago(49), () => Refuse(table, "The account is in the name of one person. Please give us an account of the congregation, with two people who sign for it."));
        At(Ago(30), () => Account(friday, NameOf(friday), 32));
        At(Ago(14), () => Account(plots, "Priory St Allotment Soc", 33));
        At(Ago(12), () => CheckName(plots, NameCheck.NoMatch, "PRIORY STREET HORTICULTURAL SOCIETY", "The society was renamed in spring and the bank still has its old name; we saw the minutes of the meeting."));
        At(Ago(9), () => Stop(cups, "Nobody of the group has answered since the summer. Before more money goes we want to have spoken to somebody."));
        At(Ago(6, 14), () => TellMilestone(light, "The lamp is up and lights the path. The bench waits for the tree officer, who comes in spring."));
        Run("alarm", Ago(2, 10), light);
        At(Ago(3), () => Schedule(radio, new("To begin with", 50, Ago(2)), new("With the report on the first half year", 40, Ago(-150), InstalmentBasis.Report), new("With the final report", 10, Ago(-330), InstalmentBasis.Report)));
        At(Ago(3, 12), () => Schedule(ask, new("To begin with", 60, Ago(1)), new("With the final report", 40, Ago(-200), InstalmentBasis.Report)));
        At(Ago(2, 16), () => Account(ask, NameOf(ask), 34));
        At(Ago(2, 17), () => Prepare(chandler));
        At(Ago(1, 15), () => Approve(chandler));
        At(Ago(1, 16), FallDue);
        At(Ago(1, 16.5), () => Prepare(bicycle));
    }

    /// <summary>An Owner enters the account, Finance asks the bank about the name, and a second person confirms.</summary>
    private void Confirmed(DemoProject project, int number, DateTimeOffset at)
    {
        At(at.AddDays(-2), () => Account(project, NameOf(project), number));
        At(at.AddDays(-1), () => CheckName(project, NameCheck.Match, null, null));
        At(at, async () =>
        {
            var account = await AccountOf(project);
            Done(await portal.Get<PayeeDesk>().Confirm(As("approver"), account.Id, account.Version));
        });
    }

    /// <summary>What is due is prepared by Finance, approved by a second person, and goes out in one batch that the second person releases.</summary>
    private void Run(string key, DateTimeOffset at, params DemoProject[] projects) => At(at, async () =>
    {
        await FallDue();
        var payments = new List<Payment>();
        foreach (var project in projects)
        {
            await Prepare(project);
            await Approve(project);
            payments.AddRange((await PaymentsOf(project)).Where(payment => payment is { State: PaymentState.Approved, BatchId: null }));
        }

        portal.Clock.Pass(15);
        _batches[key] = Done(await portal.Get<BatchDesk>().Make(As("finance"), [.. payments.Select(payment => payment.Id)], BatchRules.NextWorkday(Today)));
        portal.Clock.Pass(45);
        Done(await portal.Get<BatchDesk>().Release(As("approver"), _batches[key], (await Batch(key)).Version));
    });

    /// <summary>The bank's statement on a batch: paid, but for what came back.</summary>
    private async Task Book(string key, params (DemoProject Project, string Reason)[] back)
    {
        var batch = await Batch(key);
        var payments = await portal.Read(work => PaymentRepository.OfBatch(work, batch.Id));
        var entries = payments.Select(payment => (Payment: payment, Back: back.FirstOrDefault(one => NameOf(one.Project) == payment.PayeeName).Reason))
            .Select(one => new DemoEntry(one.Payment.Reference, one.Payment.AmountMinor, one.Payment.PayeeName, one.Back is not null, one.Back));
        await BookStatement(key, [.. entries]);
    }

    private async Task BookStatement(string key, IReadOnlyList<DemoEntry> entries)
    {
        using var file = new MemoryStream(DemoBank.Statement($"RSB-{Today:yyyyMMdd}-{key}", Today, Currency, entries));
        var id = Done(await portal.Get<StatementDesk>().Upload(As("finance"), file, $"statement-{Today:yyyy-MM-dd}.xml"));
        var (statement, plan) = await portal.Read(async work =>
        {
            var found = (await StatementRepository.Find(work, id))!;
            return (found, Done(await portal.Get<StatementDesk>().Plan(work, found)));
        });
        Done(await portal.Get<StatementDesk>().Book(As("finance"), id, statement.Version, plan.Seen));
    }

    private async Task Schedule(DemoProject project, params DemoInstalment[] instalments)
    {
        var award = await Award(await AwardOf(project));
        var plan = await portal.Read(work => SchedulePlan.Of(work, award));
        var left = plan.Years.Select(share => share.AmountMinor).ToArray();
        var (lines, report) = (new List<PlannedInstalment>(), 0);
        foreach (var (i, one) in instalments.Index())
        {
            var last = instalments.Skip(i + 1).All(later => later.Year != one.Year);
            var amount = last ? left[one.Year] : plan.Years[one.Year].AmountMinor * one.Percent / 100 / 1000 * 1000;
            left[one.Year] -= amount;
            lines.Add(new PlannedInstalment
            {
                Title = one.Title,
                AmountMinor = amount,
                Basis = one.Basis,
                DueOn = Instants.DayOf(one.On, Zone),
                Year = plan.Years[one.Year].Year,
                Milestone = one.Milestone,
                ReportNumber = one.Basis == InstalmentBasis.Report ? report = one.Report ?? report + 1 : null,
            });
        }

        Done(await portal.Get<ScheduleDesk>().Save(As("officer"), award.Reference, plan.Seen, lines));
    }

    private async Task Account(DemoProject project, string holder, int number) =>
        Done(await portal.Get<PayeeDesk>().Enter(As(OwnerOf(NameOf(project))), _organisations[NameOf(project)].Id, DemoBank.Account(holder, number, Currency)));

    private async Task CheckName(DemoProject project, NameCheck said, string? answer, string? reason)
    {
        var account = await AccountOf(project);
        Done(await portal.Get<PayeeDesk>().Check(As("finance"), account.Id, account.Version, said, answer, reason));
    }

    private async Task Refuse(DemoProject project, string reason)
    {
        var account = await AccountOf(project);
        Done(await portal.Get<PayeeDesk>().Refuse(As("approver"), account.Id, account.Version, reason, freeze: false));
    }

    private async Task Stop(DemoProject project, string reason) =>
        Done(await portal.Get<HoldDesk>().Place(As("officer"), _organisations[NameOf(project)].Slug, reason));

    private async Task TellMilestone(DemoProject project, string evidence)
    {
        var award = await Award(await AwardOf(project));
        var milestone = (await portal.Read(work => ScheduleRepository.Milestones(work, award.Id))).Single();
        Done(await portal.Get<MilestoneDesk>().Tell(As(OwnerOf(NameOf(project))), award.Reference, milestone.Id, milestone.Version, evidence, null));
    }

    private async Task Prepare(DemoProject project) => AllDone(await portal.Get<PaymentDesk>().Prepare(
        As("finance"), [.. (await PaymentsOf(project)).Where(payment => payment is { State: PaymentState.Due, PreparedAt: null }).Select(payment => payment.Reference)]));

    private async Task Approve(DemoProject project) => AllDone(await portal.Get<PaymentDesk>().Approve(
        As("approver"), [.. (await PaymentsOf(project)).Where(payment => payment.IsPrepared).Select(payment => payment.Reference)]));

    private async Task Retry(DemoProject project) =>
        Done(await portal.Get<PaymentDesk>().Retry(As("finance"), (await PaymentsOf(project)).Last(payment => payment.State == PaymentState.Failed).Reference));

    private Task FallDue() => portal.Get<IEnumerable<IJob>>().OfType<DuePaymentsJob>().Single().Run(CancellationToken.None);

    private DateOnly Today => Instants.DayOf(portal.Now, Zone);

    private async Task<IReadOnlyList<Payment>> PaymentsOf(DemoProject project)
    {
        var award = await Award(await AwardOf(project));
        return await portal.Read(work => PaymentRepository.OfAward(work, award.Id));
    }

    private async Task<PayeeAccount> AccountOf(DemoProject project) =>
        (await portal.Read(work => PayeeRepository.OfOrganisation(work, _organisations[NameOf(project)].Id)))[0];

    private Task<PaymentBatch> Batch(string key) => portal.Read(async work => (await BatchRepository.Find(work, _batches[key]))!);

    private static void AllDone(Outcome<IReadOnlyList<PaymentStep>> steps)
    {
        if (Done(steps).SelectMany(step => step.Refusals).ToList() is { Count: > 0 } refusals)
        {
            throw Refused(refusals);
        }
    }
}
