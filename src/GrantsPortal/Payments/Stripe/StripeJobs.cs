using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Stripe;

/// <summary>Finds out about transfers whose answer was lost, and takes back what is to come back.</summary>
public sealed class StripeLookUpJob(PortalDatabase database, StripeGateway gateway, TransferDesk transfers, IOptions<StripeOptions> options) : IJob
{
    /// <inheritdoc/>
    public string Name => "stripe-look-up";

    /// <inheritdoc/>
    public string Does => "Looks up transfers whose answer from Stripe was lost";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        if (!gateway.On)
        {
            return;
        }

        IReadOnlyList<StripeTransfer> unanswered, back;
        await using (var work = await database.Read(cancel))
        {
            unanswered = await StripeRepository.Unanswered(work);
            back = await StripeRepository.GoingBack(work);
        }

        var now = database.Clock.GetUtcNow();
        foreach (var asked in unanswered.Where(asked => asked.Attention is null && !StripeRules.Underway(asked, now, TimeSpan.FromSeconds(options.Value.TimeoutSeconds))))
        {
            cancel.ThrowIfCancellationRequested();
            await transfers.LookUp(Actor.System, asked.PaymentId);
        }

        foreach (var transfer in back)
        {
            cancel.ThrowIfCancellationRequested();
            await transfers.TakeBack(Actor.System, transfer.PaymentId);
        }
    }
}

/// <summary>Follows what Stripe's announcements may have missed: payouts, accounts and money paid back.</summary>
public sealed class StripeFollowJob(PortalDatabase database, StripeGateway gateway, AccountDesk accounts, PayoutDesk payouts, LinkDesk links) : IJob
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromHours(20);

    /// <inheritdoc/>
    public string Name => "stripe-follow";

    /// <inheritdoc/>
    public string Does => "Follows payouts, accounts and payment links at Stripe, in case an announcement was missed";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        if (!gateway.On)
        {
            return;
        }

        await payouts.FollowAll(cancel);
        await links.LookAtAll(cancel);
        await links.CloseOld();
        IReadOnlyList<StripeAccount> old;
        await using (var work = await database.Read(cancel))
        {
            old = await StripeRepository.AccountsNotSeenSince(work, work.Now - LookAgainAfter, 100);
        }

        foreach (var account in old)
        {
            cancel.ThrowIfCancellationRequested();
            await accounts.Fetch(account.AccountId);
        }
    }
}
