using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Blocks;

/// <summary>Something that stands against paying.</summary>
/// <param name="PaymentId">The payment it stands against.</param>
/// <param name="Why">What it is, as a refusal whose code starts with <c>block.</c>.</param>
/// <param name="Path">The staff page where it is mended; null when only time or somebody outside mends it.</param>
public sealed record PaymentBlock(long PaymentId, Refusal Why, string? Path = null);

/// <summary>Knows one kind of thing that can stand against paying. Modules above Payments register their own.</summary>
public interface IPaymentBlocker
{
    /// <summary>What stands against these payments (at most 2,000), asked with few queries, never one a payment.</summary>
    Task<IReadOnlyList<PaymentBlock>> Against(UnitOfWork work, IReadOnlyList<Payment> payments);
}

/// <summary>Everything that stands against paying, from every module.</summary>
public sealed class PaymentBlocks(IEnumerable<IPaymentBlocker> blockers)
{
    /// <summary>What stands against these payments, by payment id; asked at preparing, approving and releasing, and shown on the desk.</summary>
    public async Task<ILookup<long, PaymentBlock>> Of(UnitOfWork work, IReadOnlyList<Payment> payments)
    {
        var found = new List<PaymentBlock>();
        foreach (var some in payments.Chunk(500))
        {
            foreach (var blocker in blockers)
            {
                found.AddRange(await blocker.Against(work, some));
            }
        }

        return found.ToLookup(block => block.PaymentId);
    }
}
