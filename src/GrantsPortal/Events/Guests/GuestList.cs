using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Events.Guests;

/// <summary>Somebody who agreed to be shown to the others.</summary>
public sealed class ShownGuest
{
    /// <summary>The booking.</summary>
    public long BookingId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The organisation they come from, if any.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>Until when they agreed to be shown, in UTC; a later date of the officer's does not reach them.</summary>
    public DateTimeOffset ShownUntil { get; init; }
}

/// <summary>Who is shown to whom, and until when.</summary>
public static class GuestRules
{
    /// <summary>Whether guests can agree to be shown, and those who did see one another: until the officer's date, while the event is on.</summary>
    public static bool IsOpenAt(Occasion occasion, Event gathering, DateTimeOffset now) => occasion.State == OccasionState.Published && now < gathering.GuestsUntil;

    /// <summary>What stands against agreeing: <c>guests.no-place</c>, <c>guests.over</c>.</summary>
    public static Refusal? MayAgree(Occasion occasion, Event gathering, Booking booking, DateTimeOffset now) =>
        !booking.HasPlace ? new Refusal("guests.no-place") : !IsOpenAt(occasion, gathering, now) ? new Refusal("guests.over") : null;

    /// <summary>What a booking sees: everybody else who agreed, and only when it agreed itself; empty after the date.</summary>
    public static IReadOnlyList<ShownGuest> Seen(Occasion occasion, Event gathering, Booking booking, IReadOnlyCollection<ShownGuest> agreed, DateTimeOffset now) =>
        MayAgree(occasion, gathering, booking, now) is null && agreed.Any(guest => guest.BookingId == booking.Id) ? [.. agreed.Where(guest => guest.BookingId != booking.Id)] : [];
}

/// <summary>Who agreed to be shown.</summary>
public static class GuestRepository
{
    /// <summary>Those at an occasion who agreed to be shown now and have a place, by name; at most 2,000.</summary>
    public static Task<IReadOnlyList<ShownGuest>> Agreed(UnitOfWork work, long occasion) =>
        work.List<ShownGuest>(
            $"""
            SELECT g.BookingId, b.Name, o.Name AS OrganisationName, g.ShownUntil
            FROM ShownGuest g
            JOIN Booking b ON b.Id = g.BookingId
            JOIN BookingParty p ON p.Id = b.PartyId
            LEFT JOIN Organisation o ON o.Id = p.OrganisationId
            WHERE g.OccasionId = @occasion AND g.ShownUntil > @now AND b.State IN ('Confirmed', 'Attended', 'NoShow')
            ORDER BY b.Name, b.Id
            {Dialect.Page}
            """,
            new { occasion, now = work.Now, take = 2_000 });

    /// <summary>Keeps that somebody agreed to be shown until an instant.</summary>
    public static async Task Agree(UnitOfWork work, Booking booking, DateTimeOffset until)
    {
        var args = new { booking.Id, booking.OccasionId, until, now = work.Now };
        if (await work.Execute("UPDATE ShownGuest SET AgreedAt = @now, ShownUntil = @until WHERE BookingId = @Id", args) == 0)
        {
            await work.Execute("INSERT INTO ShownGuest (BookingId, OccasionId, AgreedAt, ShownUntil) VALUES (@Id, @OccasionId, @now, @until)", args);
        }
    }

    /// <summary>Forgets that somebody agreed; how many there were.</summary>
    public static Task<int> Forget(UnitOfWork work, long booking) => work.Execute("DELETE FROM ShownGuest WHERE BookingId = @booking", new { booking });

    /// <summary>Forgets who agreed at events whose date is past.</summary>
    public static Task<int> ForgetOld(UnitOfWork work) =>
        work.Execute(
            """
            DELETE FROM ShownGuest
            WHERE ShownUntil <= @now OR OccasionId IN (SELECT e.OccasionId FROM Event e WHERE e.GuestsUntil <= @now OR e.GuestsUntil IS NULL)
            """,
            new { now = work.Now });
}

/// <summary>Lets people be shown to the others who agreed, and takes it back at once.</summary>
public sealed class GuestDesk(PortalDatabase database) : ISubscriber<BookingMoved>, ISubscriber<BookingForgotten>
{
    /// <summary>Agrees, or takes it back, by the secret of a booking's link. Null when there is no such booking at an event; refused like <see cref="GuestRules.MayAgree"/>, while taking back never is.</summary>
    public async Task<Outcome?> Show(Actor actor, string secret, bool show)
    {
        await using var work = await database.Write(actor);
        if (await BookingRepository.FindBySecret(work, secret) is not { } booking
            || await OccasionRepository.Find(work, booking.OccasionId) is not { } occasion
            || await EventRepository.OfOccasion(work, occasion.Id) is not { } gathering)
        {
            return null;
        }

        if (show && GuestRules.MayAgree(occasion, gathering, booking, work.Now) is { } refused)
        {
            return refused;
        }

        if (show)
        {
            await GuestRepository.Agree(work, booking, gathering.GuestsUntil!.Value);
        }
        else
        {
            await GuestRepository.Forget(work, booking.Id);
        }

        work.Audit(show ? "guests.agreed" : "guests.taken-back", nameof(Booking), booking.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Who has no place any more is shown no more.</summary>
    public async Task On(BookingMoved happened, UnitOfWork work)
    {
        if (happened.Booking.State == BookingState.Cancelled)
        {
            await GuestRepository.Forget(work, happened.Booking.Id);
        }
    }

    /// <summary>Who erased their account is shown no more.</summary>
    public Task On(BookingForgotten happened, UnitOfWork work) => GuestRepository.Forget(work, happened.Booking.Id);
}

/// <summary>Forgets who agreed to be shown once the date is past.</summary>
public sealed class GuestsJob(PortalDatabase database) : IJob
{
    /// <inheritdoc/>
    public string Name => "events.guests";

    /// <inheritdoc/>
    public string Does => "Forgets who agreed to be shown to the others, once the date is past.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        await GuestRepository.ForgetOld(work);
        await work.Commit(cancel);
    }
}
