using GrantsPortal.Awards;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.TestWorld;

/// <summary>Money that should come back.</summary>
public sealed partial class City
{
    /// <summary>An award whose only instalment was paid by bank today.</summary>
    public async Task<PaidAward> PaidOut(long amountMinor)
    {
        var paid = await PayableAward(amountMinor, instalments: 1);
        var sent = await SentPayment(paid, (await PaymentsOf(paid.Award)).Single().Reference);
        await Write(paid.Femi, async work => (await Portal.Get<PaymentMoves>().Paid(work, sent, Today)).Value);
        return paid;
    }

    /// <summary>Ends an award today; its letter says what is owed back.</summary>
    public async Task Ended(PaidAward paid, long owedMinor) =>
        Done((await Portal.Get<StandingDesk>().Do(
            paid.Officer, paid.Award.Reference, AwardStates.Terminate, (await AwardOf(paid.Applicant)).Version,
            new StandingEntry("The group has stopped its work.", null, "Olive Officer, 0117 496 0000", Today, 0, owedMinor))).Refusals);

    /// <summary>Asks money of an award back.</summary>
    public async Task<Repayment> AskedBack(PaidAward paid, long minor)
    {
        var asked = await Portal.Get<RecoveryDesk>().Ask(paid.Fay, paid.Award.Reference, Money.FromMinor(minor, "GBP"), "The hall cost less than planned.");
        Done(asked.Refusals);
        return await Again(asked.Value);
    }

    /// <summary>A repayment as it is now.</summary>
    public async Task<Repayment> Again(string repayment) => (await Read(work => RepaymentRepository.FindByReference(work, repayment)))!;

    /// <summary>What one source of tasks has for somebody, written out.</summary>
    public Task<IReadOnlyList<string>> TasksOf<TSource>(Actor actor)
        where TSource : ITaskSource => Read<IReadOnlyList<string>>(async work =>
        [
            .. (await Portal.Services.GetServices<ITaskSource>().OfType<TSource>().Single().For(actor, work))
                .Select(task => string.Format(System.Globalization.CultureInfo.InvariantCulture, task.What, [.. task.Args.Select(arg => arg is Money money ? money.Format() : arg)])),
        ]);
}
