using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Events.Groups;

/// <summary>Plans small groups, and lets people choose one. Acts answer null when there is no such event, group or booking.</summary>
public sealed class GroupDesk(PortalDatabase database) : ISubscriber<BookingMoved>
{
    /// <summary>Adds a group (id 0) or changes one. Refused like <see cref="GroupRules.Check"/>, or with <c>event.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Put(Actor actor, long id, int version, SmallGroup typed)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { Kind: OccasionKind.Event } occasion)
        {
            return null;
        }

        var groups = await GroupRepository.OfOccasion(work, occasion.Id);
        var before = groups.FirstOrDefault(one => one.Id == typed.Id);
        if (typed.Id != 0 && before is null)
        {
            return null;
        }

        if (GroupRules.Check(actor, typed, before, [.. groups.Where(one => one.Id != typed.Id)]) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var group = typed with
        {
            Id = before?.Id ?? work.NewId(),
            SlotId = await GroupRepository.Slot(work, occasion.Id, typed.StartsAt, typed.EndsAt),
            Title = typed.Title.Trim(),
            About = typed.About.Trim(),
            Room = typed.Room.Trim(),
        };
        if (before is null)
        {
            await GroupRepository.Insert(work, group);
        }
        else if (!await GroupRepository.Update(work, group, version))
        {
            return new Refusal("event.changed-meanwhile");
        }

        await GroupRepository.RemoveEmptySlots(work, occasion.Id);
        work.Audit(before is null ? "group.added" : "group.changed", nameof(SmallGroup), group.Id, new { occasion = id, group.StartsAt, group.Seats });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Removes a group that nobody is in. Refused with <c>event.not-staff</c>, <c>group.not-empty</c>.</summary>
    public async Task<Outcome?> Remove(Actor actor, long id, long group)
    {
        await using var work = await database.Write(actor);
        if (await GroupRepository.Find(work, id, group) is null)
        {
            return null;
        }

        if (!BookingRules.IsStaff(actor))
        {
            return new Refusal("event.not-staff");
        }

        if (!await GroupRepository.Remove(work, group))
        {
            return new Refusal("group.not-empty");
        }

        await GroupRepository.RemoveEmptySlots(work, id);
        work.Audit("group.removed", nameof(SmallGroup), group, new { occasion = id });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Chooses a group by the secret of a booking's link, instead of another at the same time. Refused like
    /// <see cref="GroupRules.MayChoose"/>, or with <c>group.full</c> (title), <c>event.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome?> Choose(Actor actor, string secret, long id)
    {
        await using var work = await database.Write(actor);
        if (await Found(work, secret) is not var (occasion, gathering, booking) || await GroupRepository.Find(work, occasion.Id, id) is not { } group)
        {
            return null;
        }

        if (GroupRules.MayChoose(occasion, gathering, booking, work.Now) is { } refused)
        {
            return refused;
        }

        var present = (await GroupRepository.Of(work, booking.Id)).FirstOrDefault(choice => choice.SlotId == group.SlotId);
        if (present?.GroupId == group.Id)
        {
            return Outcome.Ok;
        }

        if (!await GroupRepository.Take(work, group.Id))
        {
            return new Refusal("group.full", group.Title);
        }

        if (present is null ? !await GroupRepository.Choose(work, booking.Id, group) : !await GroupRepository.Change(work, present, group.Id))
        {
            return new Refusal("event.changed-meanwhile");
        }

        if (present is not null)
        {
            await GroupRepository.Release(work, present.GroupId);
        }

        work.Audit("group.chosen", nameof(Booking), booking.Id, new { from = present?.GroupId, to = group.Id });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Leaves a group by the secret of a booking's link. Refused like <see cref="GroupRules.MayChoose"/>.</summary>
    public async Task<Outcome?> Leave(Actor actor, string secret, long id)
    {
        await using var work = await database.Write(actor);
        if (await Found(work, secret) is not var (occasion, gathering, booking))
        {
            return null;
        }

        if (GroupRules.MayChoose(occasion, gathering, booking, work.Now) is { } refused)
        {
            return refused;
        }

        if ((await GroupRepository.Of(work, booking.Id)).FirstOrDefault(choice => choice.GroupId == id) is { } choice && await GroupRepository.Leave(work, choice))
        {
            await GroupRepository.Release(work, id);
            work.Audit("group.left", nameof(Booking), booking.Id, new { group = id });
            await work.Commit();
        }

        return Outcome.Ok;
    }

    /// <summary>Who leaves the event leaves its groups.</summary>
    public async Task On(BookingMoved happened, UnitOfWork work)
    {
        if (happened.Booking.State != BookingState.Cancelled || happened.Occasion.Kind != OccasionKind.Event)
        {
            return;
        }

        foreach (var choice in await GroupRepository.Of(work, happened.Booking.Id))
        {
            if (await GroupRepository.Leave(work, choice))
            {
                await GroupRepository.Release(work, choice.GroupId);
            }
        }
    }

    /// <summary>The booking of a secret at an event; the occasion stays locked, so that cancelling and choosing come one after another.</summary>
    private static async Task<(Occasion Occasion, Event Event, Booking Booking)?> Found(UnitOfWork work, string secret) =>
        await BookingRepository.FindBySecret(work, secret) is { } known
        && await OccasionRepository.Lock(work, known.OccasionId) is { Kind: OccasionKind.Event } occasion
        && await EventRepository.OfOccasion(work, occasion.Id) is { } gathering
        && await BookingRepository.FindBySecret(work, secret) is { } booking
            ? (occasion, gathering, booking)
            : null;
}
