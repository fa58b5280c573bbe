using GrantsPortal.Awards;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

/// <summary>An award under way whose organisation is paid through Stripe.</summary>
/// <param name="Award">The award, of 1,000.00.</param>
/// <param name="Organisation">Who is paid.</param>
/// <param name="Owner">Its Owner.</param>
/// <param name="Account">Its account at Stripe.</param>
/// <param name="Preparer">Somebody of Finance, who prepares.</param>
/// <param name="Releaser">Somebody of Finance who is an approver too, who approves and releases.</param>
public sealed record PaidByStripe(Award Award, Organisation Organisation, Person Owner, string Account, Actor Preparer, Actor Releaser);

/// <summary>Paying through Stripe.</summary>
public sealed partial class City
{
    /// <summary>A city that pays through a stand-in, with 5,000.00 in its balance there.</summary>
    public static City With(StripeStandIn stripe)
    {
        stripe.TopUp(500_000);
        return new City([.. stripe.Settings.Select(setting => (setting.Name, (string?)setting.Value))]);
    }

    /// <summary>An award under way.</summary>
    public async Task<(Award Award, Applicant Applicant)> ActiveAward()
    {
        var (award, applicant) = await Offered();
        Done((await Portal.Get<OfferDesk>().Accept(As(applicant.Owner), award.Reference, award.Version, "Amina Yusuf", Now)).Refusals);
        award = await AwardOf(applicant);
        if (award.State == AwardState.Accepted)
        {
            Done((await Portal.Get<AwardDesk>().Activate(await Officer(), award.Reference, award.Version)).Refusals);
        }

        return (await AwardOf(applicant), applicant);
    }

    /// <summary>An award under way whose organisation is paid through a ready account at Stripe.</summary>
    public async Task<PaidByStripe> PaidBy(StripeStandIn stripe)
    {
        var (award, applicant) = await ActiveAward();
        var account = stripe.ReadyAccount();
        await Write(Actor.System, work => work.Execute(
            """
            INSERT INTO StripeAccount (AccountId, OrganisationId, Country, DetailsSubmitted, TransfersOpen, PayoutsOpen, CurrentlyDue, PastDue, Pending, CreatedBy, CreatedAt, SeenAt)
            VALUES (@account, @organisation, 'GB', @yes, @yes, @yes, '', '', '', @owner, @now, @now)
            """,
            new { account, organisation = applicant.Organisation.Id, owner = applicant.Owner.Id, yes = true, now = Now }));
        var preparer = await Staff("Fay Finance", Roles.Finance);
        var releaser = await Staff("Ren Release", Roles.Finance, Roles.Approver);
        await Write(Actor.System, work => work.Execute(
            """
            INSERT INTO PayeeAccount (Id, OrganisationId, Method, State, Holder, Country, Ending, ProviderId, EnteredBy, EnteredAt, NameCheck, DecidedBy, DecidedAt, Version)
            VALUES (@id, @organisation, 'Stripe', 'Confirmed', @name, 'GB', '', @account, @owner, @now, 'Match', @by, @now, 1)
            """,
            new { id = work.NewId(), organisation = applicant.Organisation.Id, name = applicant.Organisation.Name, account, owner = applicant.Owner.Id, by = preparer.Person, now = Now }));
        return new PaidByStripe(award, applicant.Organisation, applicant.Owner, account, preparer, releaser);
    }

    /// <summary>An instalment of such an award, prepared by one and approved by another.</summary>
    public async Task<Payment> ApprovedPayment(PaidByStripe world, long amountMinor = 40_000)
    {
        var moves = Portal.Get<PaymentMoves>();
        var opened = await Write(Actor.System, async work =>
        {
            var year = await Committed(work, world.Award);
            var instalment = new Instalment
            {
                Id = work.NewId(), AwardId = world.Award.Id, Number = await ScheduleRepository.LastNumber(work, world.Award.Id) + 1, Year = year, Title = "Instalment",
                AmountMinor = amountMinor, Currency = world.Award.Currency, Basis = InstalmentBasis.Date, DueOn = DateOnly.FromDateTime(Now.UtcDateTime),
            };
            await ScheduleRepository.Insert(work, instalment);
            return (await moves.Open(work, new Payment
            {
                InstalmentId = instalment.Id, AwardId = world.Award.Id, OrganisationId = world.Organisation.Id, ProgrammeId = world.Award.ProgrammeId!.Value, Year = year,
                AmountMinor = amountMinor, Currency = world.Award.Currency, State = PaymentState.Due, DueOn = instalment.DueOn,
            })).Value;
        });
        Done((await Write(world.Preparer, async work => await moves.Prepare(work, [(await PaymentRepository.Find(work, opened.Id))!]))).SelectMany(step => step.Refusals).ToList());
        Done((await Write(world.Releaser, async work => await moves.Approve(work, [(await PaymentRepository.Find(work, opened.Id))!]))).SelectMany(step => step.Refusals).ToList());
        return await Again(opened);
    }

    /// <summary>The budget year an award's money is bound in; binds it where the decision did not.</summary>
    private static async Task<int> Committed(UnitOfWork work, Award award)
    {
        if ((await Ledger.Of(work, SubjectKind.Award, award.Id)).Years is [var first, ..])
        {
            return first.Year;
        }

        var (fund, year) = (award.ProgrammeId!.Value, award.AwardedOn.Year);
        await Ledger.Post(work, $"budget:test:{award.Id}", Postings.Budget(fund, year, award.Amount), award.AwardedOn);
        await Ledger.Post(work, $"commit:award:{award.Id}", Postings.Commit(fund, year, LedgerSubject.Award(award.Id), award.Amount), award.AwardedOn);
        return year;
    }

    /// <summary>The payment as it is now.</summary>
    public async Task<Payment> Again(Payment payment) => (await Read(work => PaymentRepository.Find(work, payment.Id)))!;

    /// <summary>One of the portal's jobs.</summary>
    public TJob Job<TJob>()
        where TJob : IJob => Portal.Services.GetServices<IJob>().OfType<TJob>().Single();

    /// <summary>What breaks any invariant of the ledger or of payments.</summary>
    public async Task<IReadOnlyList<string>> BrokenMoney()
    {
        var found = new List<string>();
        foreach (var invariant in Portal.Services.GetServices<IInvariant>().Where(invariant => invariant.GetType().Namespace is { } name && (name.Contains("Payments", StringComparison.Ordinal) || name.Contains("Funds", StringComparison.Ordinal))))
        {
            found.AddRange(await Read(invariant.Check));
        }

        return found;
    }
}
