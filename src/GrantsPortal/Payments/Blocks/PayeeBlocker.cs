using GrantsPortal.Payments.Payees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Blocks;

/// <summary>Money goes only to an account that a second person confirmed, and to nobody whose payments are frozen.</summary>
public sealed class PayeeBlocker : IPaymentBlocker
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PaymentBlock>> Against(UnitOfWork work, IReadOnlyList<Payment> payments)
    {
        long[] organisations = [.. payments.Select(payment => payment.OrganisationId).OfType<long>().Distinct()];
        long[] people = [.. payments.Select(payment => payment.PersonId).OfType<long>().Distinct()];
        var holds = await HoldRepository.Standing(work, organisations, people);
        var accounts = await PayeeRepository.InForce(work, organisations, people);
        var holdsOf = holds.ToLookup(hold => (hold.OrganisationId, hold.PersonId));
        var accountsOf = accounts.ToLookup(account => (account.OrganisationId, account.PersonId));
        return
        [
            .. payments.SelectMany(payment =>
            {
                var payee = (payment.OrganisationId, payment.PersonId);
                var waiting = accountsOf[payee].FirstOrDefault(account => account.State == PayeeState.Waiting);
                var page = waiting is null ? PaymentRoutes.Payees : PaymentRoutes.Payee(waiting.Id);
                return holdsOf[payee].Select(hold => new PaymentBlock(payment.Id, Why(hold), hold.Kind == HoldKind.BankDetails ? page : PaymentRoutes.Holds))
                    .Concat(Why(payment, [.. accountsOf[payee]]) is { } why ? [new PaymentBlock(payment.Id, why, page)] : []);
            }),
        ];
    }

    private static Refusal Why(PaymentHold hold) => hold.Kind switch
    {
        HoldKind.BankDetails => new Refusal("block.hold-bank-details"),
        HoldKind.Recovery => new Refusal("block.hold-recovery"),
        _ => new Refusal("block.hold-staff", hold.Reason),
    };

    private static Refusal? Why(Payment payment, IReadOnlyList<PayeeAccount> accounts) => payment switch
    {
        _ when accounts.FirstOrDefault(account => account.State == PayeeState.Confirmed) is { } confirmed =>
            payment.PayeeAccountId is { } frozen && frozen != confirmed.Id ? new Refusal("block.account-replaced") : null,
        _ when accounts.Count > 0 => new Refusal("block.account-waiting"),
        _ => new Refusal("block.account-missing"),
    };
}
