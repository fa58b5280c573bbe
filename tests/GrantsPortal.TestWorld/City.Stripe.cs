using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Desk;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

/// <summary>An award under way whose organisation is paid through Stripe.</summary>
/// <param name="Paid">The award, of 1,000.00, and those who pay it.</param>
/// <param name="Account">Its organisation's account at Stripe.</param>
/// <param name="Releaser">Somebody of Finance who is an approver too, who approves and releases.</param>
public sealed record PaidByStripe(PaidAward Paid, string Account, Actor Releaser)
{
    /// <summary>The award.</summary>
    public Award Award => Paid.Award;

    /// <summary>Who is paid.</summary>
    public Organisation Organisation => Paid.Applicant.Organisation;

    /// <summary>Its Owner.</summary>
    public Person Owner => Paid.Applicant.Owner;

    /// <summary>Somebody of Finance, who prepares.</summary>
    public Actor Preparer => Paid.Fay;
}

/// <summary>Paying through Stripe.</summary>
public sealed partial class City
{
    private const string Rest = "The rest";

    /// <summary>A city that pays through a stand-in, with 5,000.00 in its balance there.</summary>
    public static City With(StripeStandIn stripe)
    {
        stripe.TopUp(500_000);
        return new City([.. stripe.Settings.Select(setting => (setting.Name, (string?)setting.Value))]);
    }

    /// <summary>An award under way whose Owner set Stripe up and chose it, which two people confirmed.</summary>
    public async Task<PaidByStripe> PaidBy(StripeStandIn stripe)
    {
        var paid = await ActiveAward(100_000);
        var (owner, slug, desk) = (As(paid.Applicant.Owner), paid.Applicant.Organisation.Slug, Portal.Get<AccountDesk>());
        Done((await desk.SetUp(owner, slug)).Refusals);
        stripe.Onboard(stripe.Accounts[^1]);
        Done((await desk.Choose(owner, slug)).Refusals);
        var (payees, waiting) = (Portal.Get<PayeeDesk>(), await AccountOf(paid));
        Done((await payees.Check(paid.Fay, waiting.Id, waiting.Version, NameCheck.Match, null, null)).Refusals);
        Done((await payees.Confirm(paid.Femi, waiting.Id, waiting.Version + 1)).Refusals);
        return new PaidByStripe(paid, stripe.Accounts[^1], await Staff("Ren Release", Roles.Finance, Roles.Approver));
    }

    /// <summary>An instalment of such an award that is due today, prepared by one person and approved by another.</summary>
    public async Task<Payment> ApprovedPayment(PaidByStripe world, long amountMinor = 40_000)
    {
        var kept = (await PlanOf(world.Award)).Lines.Where(line => line.Title != Rest).ToList();
        var (title, rest) = ($"Instalment {kept.Count + 1}", world.Award.AmountMinor - kept.Sum(line => line.AmountMinor) - amountMinor);
        await Plan(world.Paid, [.. kept, DateLine(title, amountMinor, Today, world.Paid.Year), .. rest > 0 ? [DateLine(Rest, rest, Today.AddMonths(3), world.Paid.Year)] : Array.Empty<Payments.Schedule.PlannedInstalment>()]);
        var due = (await PaymentsOf(world.Award)).Last(payment => payment.InstalmentTitle == title);
        AllDone((await Portal.Get<PaymentDesk>().Prepare(world.Preparer, [due.Reference])).Value);
        AllDone((await Portal.Get<PaymentDesk>().Approve(world.Releaser, [due.Reference])).Value);
        return await Again(due);
    }

    /// <summary>One of the portal's jobs.</summary>
    public TJob Job<TJob>()
        where TJob : IJob => Portal.Services.GetServices<IJob>().OfType<TJob>().Single();
}
