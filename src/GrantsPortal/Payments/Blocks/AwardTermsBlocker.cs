using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Awards.Years;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Blocks;

/// <summary>
/// What an award's terms ask before money goes: the agreement signed by the city, conditions met, the year confirmed, no
/// reduction waiting to be decided, and the money committed in the ledger. Awards of the short road are paid before their papers:
/// an agreement that the city has not signed and open conditions do not stop them.
/// </summary>
public sealed class AwardTermsBlocker : IPaymentBlocker
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<PaymentBlock>> Against(UnitOfWork work, IReadOnlyList<Payment> payments)
    {
        long[] awards = [.. payments.Select(payment => payment.AwardId).OfType<long>().Distinct()];
        if (awards.Length == 0)
        {
            return [];
        }

        var paidFirst = (await BlockRepository.PaidBeforePapers(work, awards)).ToHashSet();
        var conditions = (await ConditionRepository.Open(work, awards)).ToLookup(condition => condition.AwardId);
        var unsigned = (await AwardDocumentRepository.NotCounterSigned(work, awards)).ToHashSet();
        var years = (await YearRepository.OfAll(work, awards)).ToDictionary(year => (year.AwardId, year.Year));
        var reductions = (await BlockRepository.Reductions(work, awards)).ToLookup(variation => variation.AwardId);
        var committed = (await BlockRepository.Committed(work, awards)).ToDictionary(balance => (balance.AwardId, balance.Year), balance => balance.AmountMinor);
        var found = new List<PaymentBlock>();
        foreach (var payment in payments.Where(payment => payment.AwardId is not null))
        {
            var (award, page) = (payment.AwardId!.Value, AwardRoutes.Manage(payment.AwardReference!));
            if (unsigned.Contains(award) && !paidFirst.Contains(award))
            {
                found.Add(new PaymentBlock(payment.Id, new Refusal("block.not-countersigned"), AwardRoutes.Documents(payment.AwardReference!)));
            }

            found.AddRange((paidFirst.Contains(award) ? [] : conditions[award]).Select(condition => new PaymentBlock(payment.Id, new Refusal("block.condition", condition.Title), page + "#conditions")));
            if (years.GetValueOrDefault((award, payment.Year)) is not { Payable: true })
            {
                found.Add(new PaymentBlock(payment.Id, new Refusal("block.year-not-confirmed", payment.Year), page + "#years"));
            }

            found.AddRange(reductions[award].Select(variation => new PaymentBlock(payment.Id, new Refusal("block.variation", variation.Number), page + "#variations")));
            if (payment.ReleasedAt is null && committed.GetValueOrDefault((award, payment.Year)) < payment.AmountMinor)
            {
                found.Add(new PaymentBlock(payment.Id, new Refusal("block.not-committed", payment.Year), page));
            }
        }

        return found;
    }
}
