using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Fees;

/// <summary>
/// Keeps what Stripe says of disputes, and what Finance did about them. A dispute ends no booking: whether somebody may still
/// come is for people to say.
/// </summary>
public sealed class DisputeDesk(PortalDatabase database)
{
    /// <summary>Takes what Stripe says of a dispute now; false when it is about nothing of ours, or nothing is new.</summary>
    public static async Task<bool> Keep(UnitOfWork work, SeenDispute seen)
    {
        if (seen.PaymentId is null || await ChargeRepository.CheckoutOfPayment(work, seen.PaymentId) is not { } checkout)
        {
            return false;
        }

        var state = StateOf(seen.Status);
        var now = new FeeDispute { Id = work.NewId(), CheckoutId = checkout.Id, ProviderId = seen.Id, AmountMinor = seen.AmountMinor, Currency = seen.Currency, Reason = seen.Reason, State = state, AnswerBy = state == DisputeState.Open ? seen.AnswerBy : null, OpenedAt = seen.OpenedAt };
        var known = await ChargeRepository.Dispute(work, seen.Id);
        if (known is null ? !await ChargeRepository.Insert(work, now) : (known.State, known.AmountMinor, known.AnswerBy) == (now.State, now.AmountMinor, now.AnswerBy) || !await ChargeRepository.Follow(work, known, now))
        {
            return false;
        }

        work.Audit($"booking.dispute-{state.ToString().ToLowerInvariant()}", nameof(FeeDispute), known?.Id ?? now.Id, new { checkout.ChargeId, seen.Id, seen.AmountMinor, seen.Currency, seen.Reason });
        return true;
    }

    /// <summary>
    /// Notes what was done about a dispute that was lost. Null when there is none; refused with <c>fee.not-finance</c>,
    /// <c>fee.note-missing</c> at <c>Note</c>, <c>fee.dispute-open</c>, or <c>booking.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Note(Actor actor, long id, string? note)
    {
        await using var work = await database.Write(actor);
        if (await ChargeRepository.Dispute(work, id) is not { } dispute)
        {
            return null;
        }

        if (!actor.Is(Roles.Finance))
        {
            return new Refusal("fee.not-finance");
        }

        if (string.IsNullOrWhiteSpace(note))
        {
            return new Refusal("fee.note-missing").At("Note");
        }

        if (dispute.State != DisputeState.Lost)
        {
            return new Refusal("fee.dispute-open");
        }

        if (!await ChargeRepository.NoteDispute(work, id, note.Trim()))
        {
            return new Refusal("booking.changed-meanwhile");
        }

        work.Audit("booking.dispute-noted", nameof(FeeDispute), id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// What a status of Stripe's means for the money; <c>warning_closed</c> and <c>prevented</c> cost nothing, and what is not
    /// known yet is open (docs.stripe.com/api/disputes/object).
    /// </summary>
    private static DisputeState StateOf(string status) => status switch
    {
        "won" or "warning_closed" or "prevented" => DisputeState.Won,
        "lost" => DisputeState.Lost,
        _ => DisputeState.Open,
    };
}
