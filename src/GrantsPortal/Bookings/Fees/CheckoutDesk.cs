using GrantsPortal.Payments.Stripe;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Bookings.Fees;

/// <summary>
/// Payment pages at Stripe: one open page for a charge, over what is owed on it, which is over before the seats are let go.
/// What became of a page is always fetched; nobody's word for it is taken.
/// </summary>
public sealed class CheckoutDesk(PortalDatabase database, StripeGateway gateway, IOptions<PortalOptions> portal)
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The address at Stripe where a charge of a party is paid, by the secret in the link of who asked. Null when there is no such
    /// charge. Refused with <c>fee.not-open</c>, <c>fee.hold-over</c>, <c>booking.changed-meanwhile</c>, <c>stripe.off</c>,
    /// <c>stripe.refused</c> (Stripe's words) or <c>stripe.no-answer</c>.
    /// </summary>
    public async Task<Outcome<string>?> Open(Actor actor, string secret, long charge)
    {
        if (!gateway.On)
        {
            return (Outcome<string>)new Refusal("stripe.off");
        }

        if (!await Close(secret, charge))
        {
            return (Outcome<string>)new Refusal("stripe.no-answer");
        }

        if (await Prepare(actor, secret, charge) is not { } prepared)
        {
            return null;
        }

        return prepared.Refused ? Outcome<string>.Refuse(prepared.Refusals)
            : prepared.Value.Page.Url is { } known ? known
            : await Make(prepared.Value);
    }

    /// <summary>Looks at a charge's payment pages now, by the secret in the link of who asked; false when there is no such party.</summary>
    public async Task<bool> Look(string secret)
    {
        IReadOnlyList<FeeCheckout> pages;
        await using (var work = await database.Read())
        {
            if (await BookingRepository.FindPartyBySecret(work, secret) is not { } party)
            {
                return false;
            }

            var charges = await ChargeRepository.OfParty(work, party.Id);
            pages = charges.Count == 0 ? [] : await ChargeRepository.Checkouts(work, [.. charges.Select(one => one.Id)]);
        }

        foreach (var page in pages.Where(page => page is { State: CheckoutState.Open or CheckoutState.Closing, SessionId: not null }))
        {
            await Look(page);
        }

        return true;
    }

    /// <summary>Looks at pages whose announcement may have been missed, and closes those that ask what is no longer owed; says how many.</summary>
    public async Task<int> LookAtAll(CancellationToken cancel)
    {
        if (!gateway.On)
        {
            return 0;
        }

        IReadOnlyList<FeeCheckout> pages;
        await using (var work = await database.Read(cancel))
        {
            pages = await ChargeRepository.ToLookAt(work, work.Now, work.Now - LookAgainAfter);
        }

        var looked = 0;
        foreach (var page in pages)
        {
            cancel.ThrowIfCancellationRequested();
            if (page.State == CheckoutState.Closing)
            {
                await gateway.CloseSession(page.SessionId!);
            }

            if (!await Look(page))
            {
                break;
            }

            looked++;
        }

        return looked;
    }

    /// <summary>
    /// Closes what can no longer be paid on and takes what became of it, so that nobody goes on to a second page while a first
    /// one is or was paid on; false when Stripe does not say.
    /// </summary>
    private async Task<bool> Close(string secret, long charge)
    {
        IReadOnlyList<FeeCheckout> pages;
        await using (var work = await database.Read())
        {
            var mine = await BookingRepository.FindPartyBySecret(work, secret) is { } party && (await ChargeRepository.Find(work, charge))?.PartyId == party.Id;
            pages = mine ? [.. (await ChargeRepository.Checkouts(work, [charge])).Where(page => IsUnknown(page, work.Now))] : [];
        }

        foreach (var page in pages)
        {
            await gateway.CloseSession(page.SessionId!);
            if (!await Look(page))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnknown(FeeCheckout page, DateTimeOffset now) =>
        page is { SessionId: not null } && (page.State == CheckoutState.Closing || (page.State == CheckoutState.Open && page.ExpiresAt <= now));

    /// <summary>Fetches a page and takes what it says; false when no answer came.</summary>
    private async Task<bool> Look(FeeCheckout page)
    {
        var session = await gateway.Session(page.SessionId!);
        if (session.Kind is AnswerKind.Lost or AnswerKind.NotTaken)
        {
            return false;
        }

        await using var work = await database.Write(Actor.System);
        if (session.IsGiven)
        {
            await FeePayments.Take(work, session.Value);
        }
        else
        {
            // Stripe knows no such page: nobody can have paid on it.
            await ChargeRepository.Move(work, page.Id, page.State, CheckoutState.Expired);
        }

        await ChargeRepository.LookedAt(work, page.Id);
        await work.Commit();
        return true;
    }

    /// <summary>The open page of a charge, or a new one that is still to be made; seats are held as long as it can be paid on.</summary>
    private async Task<Outcome<Prepared>?> Prepare(Actor actor, string secret, long id)
    {
        await using var work = await database.Write(actor);
        if (await BookingRepository.FindPartyBySecret(work, secret) is not { } party
            || await OccasionRepository.Lock(work, party.OccasionId) is not { } occasion
            || await ChargeRepository.Find(work, id) is not { } charge || charge.PartyId != party.Id)
        {
            return null;
        }

        if (charge.State != ChargeState.Open)
        {
            return (Outcome<Prepared>)new Refusal("fee.not-open");
        }

        var owed = (await ChargeRepository.Lines(work, [id])).Where(line => line.State == LineState.Owed).Select(line => line.BookingId).ToHashSet();
        var held = (await BookingRepository.OfParty(work, party.Id)).Where(booking => owed.Contains(booking.Id)).ToList();
        if (held.Any(booking => booking.HeldUntil < work.Now))
        {
            return (Outcome<Prepared>)new Refusal("fee.hold-over");
        }

        var pages = await ChargeRepository.Checkouts(work, [id]);
        var booker = await PersonRepository.Find(work, party.BookedBy) ?? throw new InvalidOperationException("Who asked is not there.");
        if (pages.FirstOrDefault(page => page is { State: CheckoutState.Open, Url: not null } && page.ExpiresAt > work.Now) is { } open)
        {
            return (Outcome<Prepared>)new Prepared(open, occasion, party, held.Count, booker.Email);
        }

        if (pages.Any(page => IsUnknown(page, work.Now)))
        {
            return (Outcome<Prepared>)new Refusal("stripe.no-answer");
        }

        // Whoever asks twice, or after an answer that was lost, gets the same page under the same key.
        if (pages.FirstOrDefault(page => FeeRules.CanAskAgain(page, work.Now)) is { } asked)
        {
            return (Outcome<Prepared>)new Prepared(asked, occasion, party, held.Count, booker.Email);
        }

        if (held.Min(booking => booking.HeldUntil) is not { } heldUntil || FeeRules.HoldForPage(work.Now, heldUntil, charge.AmountMinor, pages) is not { } until)
        {
            return (Outcome<Prepared>)new Refusal("fee.hold-over");
        }

        foreach (var lost in pages.Where(page => page.State == CheckoutState.Asked))
        {
            await ChargeRepository.Move(work, lost.Id, CheckoutState.Asked, CheckoutState.NotMade);
        }

        var number = pages.Count + 1;
        var made = new FeeCheckout
        {
            Id = work.NewId(),
            ChargeId = id,
            Number = number,
            State = CheckoutState.Asked,
            AmountMinor = charge.AmountMinor,
            Currency = charge.Currency,
            RequestKey = FormattableString.Invariant($"booking-charge-{id}-{number}"),
            CreatedAt = work.Now,
            ExpiresAt = work.Now + FeeRules.Session,
        };
        if (!await ChargeRepository.Insert(work, made))
        {
            return (Outcome<Prepared>)new Refusal("booking.changed-meanwhile");
        }

        foreach (var booking in held)
        {
            if (!await Seating.Hold(work, booking, until))
            {
                return (Outcome<Prepared>)new Refusal("booking.changed-meanwhile");
            }
        }

        work.Audit("booking.payment-begun", nameof(BookingCharge), id, new { made.Number, made.AmountMinor, made.ExpiresAt });
        await work.Commit();
        return (Outcome<Prepared>)new Prepared(made, occasion, party, held.Count, booker.Email);
    }

    private async Task<Outcome<string>> Make(Prepared prepared)
    {
        var (page, occasion, party, places, email) = prepared;
        var back = portal.Value.PublicUrl.TrimEnd('/') + BookingRoutes.Party(party.Secret);
        var made = await gateway.OpenSession(new SessionToOpen(
            page.RequestKey, occasion.Title.Length > 200 ? occasion.Title[..200] : occasion.Title, page.AmountMinor / places, places, page.Currency, email, page.ExpiresAt, back + "?paid=true", back + "?paid=false"));
        await using var work = await database.Write(Actor.System);
        if (!made.IsGiven)
        {
            // Nobody has the address of a page without an answer. It is asked for again under its key, save where that key holds a fault.
            if (made.Kind == AnswerKind.Refused || made.Faulted)
            {
                await ChargeRepository.Move(work, page.Id, CheckoutState.Asked, CheckoutState.NotMade);
                await work.Commit();
            }

            return made.Kind == AnswerKind.Refused ? new Refusal("stripe.refused", made.Text) : new Refusal("stripe.no-answer");
        }

        var wanted = await ChargeRepository.Made(work, page.Id, made.Value.Id, made.Value.Url);
        if (!wanted)
        {
            await ChargeRepository.MadeToClose(work, page.Id, made.Value.Id);
        }

        await work.Commit();
        return wanted && made.Value.Url is { } url ? url : new Refusal("fee.not-open");
    }

    private sealed record Prepared(FeeCheckout Page, Occasion Occasion, BookingParty Party, int Places, string Email);
}
