using System.Text;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Planning;
using GrantsPortal.Monitoring.Reports.Writing;
using GrantsPortal.Payments;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

/// <summary>An award under way, with those who are concerned.</summary>
/// <param name="Award">The award; its work is from 15 January to 31 December 2027.</param>
/// <param name="Applicant">Who got it.</param>
/// <param name="Officer">A programme officer who may judge its reports.</param>
public sealed record Running(Award Award, Applicant Applicant, Actor Officer)
{
    /// <summary>Its Owner acting.</summary>
    public Actor Owner => City.As(Applicant.Owner);

    /// <summary>Its reference.</summary>
    public string Reference => Award.Reference;
}

/// <summary>Reports and their spending.</summary>
public sealed partial class City
{
    /// <summary>An award under way of an amount, accepted by its Owner and started by an officer.</summary>
    public async Task<Running> Running(long amountMinor = 1_200_000)
    {
        var listing = await Told(new Wish(RecommendedOutcome.Fund, amountMinor));
        var (applicant, award) = (listing.Applicants[0], await AwardOf(listing.Applicants[0]));
        Done((await Portal.Get<OfferDesk>().Accept(As(applicant.Owner), award.Reference, award.Version, "Amina Yusuf", Now)).Refusals);
        Done((await Portal.Get<AwardDesk>().Activate(await Officer(), award.Reference, (await AwardOf(applicant)).Version)).Refusals);
        return new Running(await AwardOf(applicant), applicant, await Officer());
    }

    /// <summary>The award's agreement with the city's signature, kept.</summary>
    public async Task CounterSigned(Running running)
    {
        var kept = await Read(work => AwardDocumentRepository.Of(work, running.Award.Id));
        foreach (var kind in new[] { AwardDocumentKind.Agreement, AwardDocumentKind.CounterSigned }.Where(kind => kept.All(document => document.Kind != kind)))
        {
            var made = await Portal.Get<AwardDocuments>().Make($"{kind} {running.Reference}", "en", $"<!DOCTYPE html><html lang=\"en\"><title>{kind}</title><p>{running.Reference}</p></html>");
            await Write(Actor.System, work => AwardDocuments.Keep(work, running.Award, kind, made));
        }
    }

    /// <summary>The whole of an award, paid: bank details confirmed, one instalment prepared, approved, sent and booked.</summary>
    public async Task<Payment> PaidOut(Running running)
    {
        await CounterSigned(running);
        var (fay, femi, ada) = (await Staff("Fay Finance", Roles.Finance), await Staff("Femi Finance", Roles.Finance), await Staff("Ann Approver", Roles.Approver));
        var paid = new PaidAward(running.Award, running.Applicant, running.Officer, fay, femi, ada, (await PlanOf(running.Award)).Years.Single().Year);
        await ConfirmAccount(paid, BritishAccount);
        await Plan(paid, DateLine("All at once", running.Award.AmountMinor, Today, paid.Year));
        var sent = await SentPayment(paid, (await PaymentsOf(running.Award)).Single().Reference);
        Done((await Write(Actor.System, work => Portal.Get<PaymentMoves>().Paid(work, sent, Today))).Refusals);
        return (await Read(work => PaymentRepository.Find(work, sent.Id)))!;
    }

    /// <summary>A report of an award that is asked for now, covering the time up to some days ago; the next number.</summary>
    public async Task<Report> Asked(Running running, ReportKind kind = ReportKind.Final, int days = 30)
    {
        var before = await Read(work => ReportRepository.OfAward(work, running.Award.Id));
        var from = before.Count > 0 ? before[^1].ToOn.AddDays(1) : new DateOnly(2027, 1, 15);
        if (Now < new DateTimeOffset(2027, 12, 31, 12, 0, 0, TimeSpan.Zero))
        {
            Portal.Clock.SetUtcNow(new DateTimeOffset(2028, 1, 10, 9, 0, 0, TimeSpan.Zero));
        }

        var to = kind == ReportKind.Final ? new DateOnly(2027, 12, 31) : from.AddDays(100);
        var due = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(days);
        Done((await Portal.Get<ReportPlanDesk>().Add(running.Officer, running.Reference, kind, from, to, due)).Refusals);
        var report = (await Read(work => ReportRepository.OfAward(work, running.Award.Id)))[^1];
        Done((await Portal.Get<ReportPlanDesk>().AskNow(running.Officer, report.Id, report.Version)).Refusals);
        return await Again(report);
    }

    /// <summary>The narrative of a report, every part of it written.</summary>
    public async Task Written(Running running, Report report)
    {
        var stored = (await Read(work => ReportRepository.AnswersOf(work, report.Id))).ToDictionary(answer => answer.PartKey);
        var texts = ReportRules.Narrative(report.Form).Select(part => part.Key).Append(ReportRules.Explains(1)).Append(ReportRules.Explains(2))
            .Select(part => new TypedText(part, $"We met every week ({part})", stored.GetValueOrDefault(part)?.Version ?? 0, null)).ToList();
        Done((await Portal.Get<NarrativeDesk>().Save(running.Owner, running.Reference, report.Number, texts)).Refusals);
    }

    /// <summary>An item of a report, with a receipt unless it goes without.</summary>
    public async Task<SpendingItem> Spent(Running running, Report report, decimal amount, int line = 1, string payee = "Harbour Hall", bool receipt = true)
    {
        var item = (await Portal.Get<SpendingDesk>().Add(running.Owner, running.Reference, report.Number, new ItemTyped(line, new DateOnly(2027, 3, 1), payee, "Rent", amount))).Value;
        if (receipt)
        {
            await Receipt(running, report, item, $"Receipt {item.Id}");
        }

        return item;
    }

    /// <summary>A receipt of an item with this text in it.</summary>
    public async Task<Receipt> Receipt(Running running, Report report, SpendingItem item, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await Portal.Get<ReceiptDesk>().Add(running.Owner, running.Reference, report.Number, item.Id, content, "receipt.txt")).Value;
    }

    /// <summary>A report with one item over an amount, sent in.</summary>
    public async Task<Report> Submitted(Running running, Report report, decimal amount)
    {
        await Written(running, report);
        await Spent(running, report, amount);
        Done((await Portal.Get<SubmitReportDesk>().Submit(running.Owner, running.Reference, report.Number, Now)).Refusals);
        return await Again(report);
    }

    /// <summary>The report as it is now.</summary>
    public async Task<Report> Again(Report report) => (await Read(work => ReportRepository.Find(work, report.Id)))!;

    /// <summary>What breaks an invariant of a module, named by its namespace.</summary>
    public async Task<IReadOnlyList<string>> Broken(string module)
    {
        var found = new List<string>();
        foreach (var invariant in Portal.Services.GetServices<IInvariant>().Where(invariant => invariant.GetType().Namespace!.StartsWith($"GrantsPortal.{module}", StringComparison.Ordinal)))
        {
            found.AddRange(await Read(invariant.Check));
        }

        return found;
    }
}
