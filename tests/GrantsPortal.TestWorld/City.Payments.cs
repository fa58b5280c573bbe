using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Blocks;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Files;
using GrantsPortal.Reviews;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

/// <summary>An award that is paid, and the people who pay it.</summary>
/// <param name="Award">The award, under way.</param>
/// <param name="Applicant">Its organisation and Owner.</param>
/// <param name="Officer">Who plans.</param>
/// <param name="Fay">Finance.</param>
/// <param name="Femi">Finance too, so that there is a second person.</param>
/// <param name="Ada">An approver.</param>
/// <param name="Year">The budget year that pays it.</param>
public sealed record PaidAward(Award Award, Applicant Applicant, Actor Officer, Actor Fay, Actor Femi, Actor Ada, int Year);

/// <summary>Payments.</summary>
public sealed partial class City
{
    /// <summary>A British account that passes its checks.</summary>
    public static readonly TypedAccount BritishAccount = new() { Scheme = AccountScheme.Uk, Holder = "Group A", SortCode = "60-16-13", AccountNumber = "31926819" };

    /// <summary>An award of an amount that is under way and committed in the ledger; no bank details, no schedule.</summary>
    public async Task<PaidAward> ActiveAward(long amountMinor = 1_000_000, bool counterSigned = true)
    {
        var listing = await Told(new Wish(RecommendedOutcome.Fund, amountMinor));
        var applicant = listing.Applicants[0];
        var award = await AwardOf(applicant);
        Done((await Portal.Get<OfferDesk>().Accept(As(applicant.Owner), award.Reference, award.Version, applicant.Owner.Name, Now)).Refusals);
        award = await AwardOf(applicant);
        Done((await Portal.Get<AwardDesk>().Activate(listing.Officer, award.Reference, award.Version)).Refusals);
        await Commit(award);
        if (counterSigned)
        {
            await CounterSign(award);
        }

        var (fay, femi, ada) = (await Staff("Fay Finance", Roles.Finance), await Staff("Femi Finance", Roles.Finance), await Staff("Ada Approver", Roles.Approver));
        return new PaidAward(await AwardOf(applicant), applicant, listing.Officer, fay, femi, ada, (await PlanOf(award)).Years.Single().Year);
    }

    /// <summary>The city counter-signs an award. Its document is a page without PDF, because printing one takes half a second.</summary>
    public async Task CounterSign(Award award)
    {
        var signer = await Staff("Cora Countersigns", Roles.Approver);
        var html = await Portal.Get<FileStore>().Keep(System.Text.Encoding.UTF8.GetBytes($"<p>Counter-signed: {award.Reference}</p>"), "agreement.html", "text/html");
        await Write(signer, async work =>
        {
            await SignatureRepository.Insert(work, award, SignatureSide.City, signer.Name, Now);
            return await AwardDocuments.Keep(work, award, AwardDocumentKind.CounterSigned, new MadeDocument("Grant agreement, counter-signed", "en", html, null));
        });
    }

    /// <summary>The same with confirmed bank details and a schedule of equal instalments a month apart, the first due today.</summary>
    public async Task<PaidAward> PayableAward(long amountMinor = 1_000_000, int instalments = 2)
    {
        var paid = await ActiveAward(amountMinor);
        await ConfirmAccount(paid, BritishAccount);
        await Plan(paid, [.. Enumerable.Range(0, instalments).Select(i => DateLine($"Instalment {i + 1}", Share(amountMinor, instalments, i), Today.AddMonths(i), paid.Year))]);
        return paid;
    }

    /// <summary>The city's day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>An instalment due on a day.</summary>
    public static PlannedInstalment DateLine(string title, long amountMinor, DateOnly on, int year) => new() { Title = title, AmountMinor = amountMinor, DueOn = on, Year = year };

    /// <summary>Sets the schedule of an award.</summary>
    public async Task Plan(PaidAward paid, params PlannedInstalment[] lines) =>
        Done((await Portal.Get<ScheduleDesk>().Save(paid.Officer, paid.Award.Reference, (await PlanOf(paid.Award)).Seen, lines)).Refusals);

    /// <summary>The schedule of an award as it stands.</summary>
    public Task<SchedulePlan> PlanOf(Award award) => Read(work => SchedulePlan.Of(work, award));

    /// <summary>Enters bank details and has them checked and confirmed.</summary>
    public async Task<PayeeAccount> ConfirmAccount(PaidAward paid, TypedAccount account)
    {
        var desk = Portal.Get<PayeeDesk>();
        Done((await desk.Enter(As(paid.Applicant.Owner), paid.Applicant.Organisation.Id, account)).Refusals);
        var waiting = await AccountOf(paid);
        Done((await desk.Check(paid.Fay, waiting.Id, waiting.Version, NameCheck.Match, null, null)).Refusals);
        Done((await desk.Confirm(paid.Femi, waiting.Id, waiting.Version + 1)).Refusals);
        return await AccountOf(paid);
    }

    /// <summary>The newest account in force of the organisation.</summary>
    public async Task<PayeeAccount> AccountOf(PaidAward paid) => (await Read(work => PayeeRepository.OfOrganisation(work, paid.Applicant.Organisation.Id)))[0];

    /// <summary>Every payment of an award, oldest first.</summary>
    public Task<IReadOnlyList<Payment>> PaymentsOf(Award award) => Read(work => PaymentRepository.OfAward(work, award.Id));

    /// <summary>Prepares and approves a payment by two people.</summary>
    public async Task<Payment> ApprovedPayment(PaidAward paid, string reference)
    {
        await PreparedPayment(paid, reference);
        AllDone((await Portal.Get<PaymentDesk>().Approve(paid.Femi, [reference])).Value);
        return (await Read(work => PaymentRepository.FindByReference(work, reference)))!;
    }

    /// <summary>Prepares a payment.</summary>
    public async Task<Payment> PreparedPayment(PaidAward paid, string reference)
    {
        AllDone((await Portal.Get<PaymentDesk>().Prepare(paid.Fay, [reference])).Value);
        return (await Read(work => PaymentRepository.FindByReference(work, reference)))!;
    }

    /// <summary>Prepares, approves, releases and sends a payment, as if by bank.</summary>
    public async Task<Payment> SentPayment(PaidAward paid, string reference) => await SentPayment(paid, await ApprovedPayment(paid, reference));

    /// <summary>Releases and sends an approved payment, as if by bank.</summary>
    public Task<Payment> SentPayment(PaidAward paid, Payment approved) => Write(paid.Femi, async work =>
    {
        AllDone(await Portal.Get<PaymentMoves>().Release(work, [approved]));
        Done((await Portal.Get<PaymentMoves>().Sent(work, approved)).Refusals);
        return (await PaymentRepository.Find(work, approved.Id))!;
    });

    /// <summary>What stands against a payment, as codes.</summary>
    public async Task<IReadOnlyList<string>> BlocksOf(Payment payment) =>
        [.. (await Read(work => Portal.Get<PaymentBlocks>().Of(work, [payment])))[payment.Id].Select(block => block.Why.Code)];

    /// <summary>What breaks an invariant of payments or the ledger.</summary>
    public async Task<IReadOnlyList<string>> BrokenMoney()
    {
        var found = new List<string>();
        foreach (var invariant in Portal.Services.GetServices<IInvariant>().Where(invariant => invariant.GetType().Namespace is { } name
            && (name.StartsWith("GrantsPortal.Payments", StringComparison.Ordinal) || name.StartsWith("GrantsPortal.Funds", StringComparison.Ordinal))))
        {
            found.AddRange(await Read(invariant.Check));
        }

        return found;
    }

    /// <summary>Commits in the ledger what an award takes from each year, where its decision has not.</summary>
    public Task<bool> Commit(Award award) => Write(Actor.System, async work =>
    {
        if ((await Ledger.Of(work, SubjectKind.Award, award.Id)).CommittedMinor > 0)
        {
            return false;
        }

        foreach (var year in await YearRepository.Of(work, award.Id))
        {
            var amount = Money.FromMinor(year.AmountMinor, award.Currency);
            Done((await Ledger.Post(work, $"test:commit:{award.Id}:{year.Year}", Postings.Commit(award.ProgrammeId!.Value, year.Year, LedgerSubject.Award(award.Id), amount), Today)).Refusals);
        }

        return true;
    });

    /// <summary>Fails where a step was not done.</summary>
    public static void AllDone(IReadOnlyList<PaymentStep> steps) => Done([.. steps.SelectMany(step => step.Refusals)]);

    private static long Share(long amount, int parts, int place) => (amount / parts) + (place < amount % parts ? 1 : 0);
}
