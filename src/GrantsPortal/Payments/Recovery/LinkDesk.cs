using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Recovery;

/// <summary>Payment links on which money asked back is paid through Stripe: one open link for what is missing, which can be paid once.</summary>
public sealed class LinkDesk(PortalDatabase database, StripeGateway gateway, RecoveryDesk recovery, IOptions<PortalOptions> portal, ILogger<LinkDesk> log)
{
    /// <summary>How long after it was made a link is still looked at, since slow methods take days.</summary>
    private static readonly TimeSpan LookFor = TimeSpan.FromDays(60);

    /// <summary>
    /// The address at Stripe where what is missing is paid; for a member of the organisation. Refused with
    /// <c>repayment.unknown</c>, <c>repayment.not-asked</c>, <c>stripe.off</c>, <c>stripe.refused</c> (Stripe's words) or <c>stripe.no-answer</c>.
    /// </summary>
    public async Task<Outcome<string>> Open(Actor actor, string reference)
    {
        var (repayment, link, ever) = await Read(actor, reference);
        if (repayment is null)
        {
            return new Refusal("repayment.unknown");
        }

        if (repayment.State != RepaymentState.Asked)
        {
            return new Refusal("repayment.not-asked");
        }

        if (link is not null && link.AmountMinor == repayment.Left.Minor)
        {
            return link.Url;
        }

        if (!gateway.On)
        {
            return new Refusal("stripe.off");
        }

        // What was paid on the old link meanwhile counts first; it can be paid no more once it is closed.
        if (link is not null && (!await Look(link) || !await Close(link)))
        {
            return new Refusal("stripe.no-answer");
        }

        return await Make(actor, reference, ever);
    }

    /// <summary>Closes links that are over another amount than is missing; says how many.</summary>
    public async Task<int> CloseOld()
    {
        IReadOnlyList<RepaymentLink> links;
        await using (var work = await database.Read())
        {
            links = await RepaymentRepository.LinksToClose(work);
        }

        var closed = 0;
        foreach (var link in links)
        {
            closed += await Close(link) ? 1 : 0;
        }

        return closed;
    }

    /// <summary>Looks at links for payments whose announcement was missed; says how many links.</summary>
    public async Task<int> LookAtAll(CancellationToken cancel)
    {
        IReadOnlyList<RepaymentLink> links;
        await using (var work = await database.Read(cancel))
        {
            links = await RepaymentRepository.LinksToLookAt(work, work.Now - LookFor, 200);
        }

        var looked = 0;
        foreach (var link in links)
        {
            cancel.ThrowIfCancellationRequested();
            looked += await Look(link) ? 1 : 0;
        }

        return looked;
    }

    private async Task<bool> Look(RepaymentLink link)
    {
        var sessions = await gateway.SessionsOf(link.LinkId);
        if (!sessions.IsGiven)
        {
            return sessions.Kind == AnswerKind.Refused;
        }

        await using var work = await database.Write(Actor.System);
        foreach (var session in sessions.Value.Reverse())
        {
            await recovery.Paid(work, session);
        }

        await RepaymentRepository.LookedAt(work, link.LinkId);
        await work.Commit();
        return true;
    }

    private async Task<bool> Close(RepaymentLink link)
    {
        var closed = await gateway.CloseLink(link.LinkId);
        if (closed.Kind is AnswerKind.NotTaken or AnswerKind.Lost)
        {
            return false;
        }

        if (closed.Kind == AnswerKind.Refused)
        {
            log.LogWarning("Stripe would not close the payment link {Link}: {Code}", link.LinkId, closed.Code);
        }

        await using var work = await database.Write(Actor.System);
        await RepaymentRepository.Closed(work, link.LinkId);
        await work.Commit();
        return true;
    }

    private async Task<Outcome<string>> Make(Actor actor, string reference, int ever)
    {
        var (repayment, _, _) = await Read(actor, reference);
        if (repayment is not { State: RepaymentState.Asked })
        {
            return new Refusal("repayment.not-asked");
        }

        var key = FormattableString.Invariant($"repayment-{repayment.Id}-link-{ever + 1}-{repayment.Left.Minor}");
        var title = $"{repayment.Reference}: {repayment.AwardTitle}";
        var made = await gateway.CreateLink(
            key, repayment.Reference, title.Length > 250 ? title[..250] : title, repayment.Left.Minor, repayment.Currency,
            portal.Value.PublicUrl.TrimEnd('/') + RecoveryRoutes.Mine(repayment.AwardReference) + "?paid=true");
        if (!made.IsGiven)
        {
            return made.Kind == AnswerKind.Refused ? new Refusal("stripe.refused", made.Text) : new Refusal("stripe.no-answer");
        }

        await using var work = await database.Write(actor);
        if (await RepaymentRepository.Insert(work, made.Value.Id, repayment.Id, repayment.Left.Minor, made.Value.Url))
        {
            work.Audit("repayment.link-made", "Repayment", repayment.Id, new { made.Value.Id, amountMinor = repayment.Left.Minor });
            await work.Commit();
        }

        return made.Value.Url;
    }

    private async Task<(Repayment? Repayment, RepaymentLink? Link, int Ever)> Read(Actor actor, string reference)
    {
        await using var work = await database.Read();
        var repayment = await RepaymentRepository.FindFor(work, reference, actor.Person);
        return repayment is null ? (null, null, 0)
            : (repayment, await RepaymentRepository.OpenLink(work, repayment.Id), await RepaymentRepository.LinksEver(work, repayment.Id));
    }
}
