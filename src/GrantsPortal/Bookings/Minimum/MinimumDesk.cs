using System.Globalization;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Bookings.Minimum;

/// <summary>Settles whether occasions take place that need a minimum of people.</summary>
public sealed class MinimumDesk(PortalDatabase database)
{
    /// <summary>Says that it takes place, and tells everybody with a place. Null when there is no such occasion; refused like <see cref="MinimumRules.MayConfirm"/>.</summary>
    public async Task<Outcome?> Confirm(Actor actor, long id, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { } occasion)
        {
            return null;
        }

        if (MinimumRules.MayConfirm(actor, occasion, await MinimumRepository.Places(work, id), reason, work.Now) is { } refused)
        {
            return refused;
        }

        await Confirm(work, occasion, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Looks whether enough have a place at an occasion whose time has come: says so to them, or asks the officer what to do.</summary>
    public async Task Look(long id)
    {
        await using var work = await database.Write(Actor.System);
        if (await OccasionRepository.Lock(work, id) is not { } occasion || !MinimumRules.IsDue(occasion, work.Now))
        {
            return;
        }

        var places = await MinimumRepository.Places(work, id);
        if (places >= occasion.Minimum)
        {
            await Confirm(work, occasion, null);
        }
        else if (MinimumRules.IsToAsk(occasion, places, work.Now) && await PersonRepository.Find(work, occasion.OwnerId) is { } officer)
        {
            await MinimumRepository.MarkAsked(work, id);
            work.Audit("minimum.missed", nameof(Occasion), id, new { places, occasion.Minimum });
            work.Mail(officer.AsRecipient(), new MinimumMissed(occasion.Title, When(occasion, officer.Language), places, occasion.Minimum, OccasionRoutes.Show(id)), nameof(Occasion), id);
        }

        await work.Commit();
    }

    private static async Task Confirm(UnitOfWork work, Occasion occasion, string? reason)
    {
        if (!await MinimumRepository.Confirm(work, occasion.Id, reason))
        {
            return;
        }

        work.Audit("minimum.settled", nameof(Occasion), occasion.Id, new { anyway = reason is not null });
        foreach (var booking in await BookingRepository.In(work, occasion.Id, [BookingState.Confirmed]))
        {
            work.Mail(
                new Recipient(booking.PersonId, booking.Email, booking.Name, booking.Language),
                new TakesPlace(occasion.Title, When(occasion, booking.Language), BookingRoutes.One(booking.Secret)), nameof(Booking), booking.Id);
        }
    }

    private static string When(Occasion occasion, string language) =>
        Instants.Long(occasion.StartsAt!.Value, TimeZoneInfo.FindSystemTimeZoneById(occasion.TimeZone), CultureInfo.GetCultureInfo(language));
}

/// <summary>Settles whether occasions take place, when the time has come.</summary>
public sealed class MinimumJob(PortalDatabase database, MinimumDesk desk) : IJob
{
    /// <inheritdoc/>
    public string Name => "bookings.minimum";

    /// <inheritdoc/>
    public string Does => "Tells people that what they booked takes place, or asks the officer what to do when too few have a place.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        IReadOnlyList<long> due;
        await using (var work = await database.Read(cancel))
        {
            due = [.. (await OccasionRepository.Find(work, await MinimumRepository.Unsettled(work, work.Now, work.Now.AddDays(MinimumRules.MostDays)))).Where(occasion => MinimumRules.IsDue(occasion, work.Now)).Select(occasion => occasion.Id)];
        }

        foreach (var id in due)
        {
            cancel.ThrowIfCancellationRequested();
            await desk.Look(id);
        }
    }
}

/// <summary>What an officer has to settle.</summary>
public sealed class MinimumTasks : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work) =>
        actor.PersonId is { } person && BookingRules.IsStaff(actor)
            ? [.. (await MinimumRepository.AskedOf(work, person, work.Now)).Where(one => one.Places < one.Minimum).Select(one =>
                new TaskLine("Say whether {0} takes place: {1} of {2} have a place", [one.Title, one.Places, one.Minimum], OccasionRoutes.Show(one.Id), one.StartsAt, actor.Is(Roles.FocalPoint) ? "Focal point" : "Programme officer"))]
            : [];
}
