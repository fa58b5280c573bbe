using GrantsPortal.People.Erasure;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Bookings.Needs;

/// <summary>What a city can set of needs; section <c>Needs</c> of the configuration.</summary>
public sealed class NeedOptions
{
    /// <summary>Days after the end of an occasion when what people needed is deleted.</summary>
    public int KeptDays { get; set; } = 7;
}

/// <summary>Deletes what people needed some days after it was over.</summary>
public sealed class NeedsJob(PortalDatabase database, IOptions<NeedOptions> options) : IJob
{
    /// <inheritdoc/>
    public string Name => "bookings.needs";

    /// <inheritdoc/>
    public string Does => "Deletes dietary and access needs some days after the course or event.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        await using var work = await database.Write(Actor.System);
        foreach (var occasion in await NeedRepository.ToForget(work, work.Now.AddDays(-options.Value.KeptDays)))
        {
            cancel.ThrowIfCancellationRequested();
            work.Audit("needs.deleted", nameof(Occasion), occasion, new { people = await NeedRepository.DeleteAll(work, occasion) });
        }

        await work.Commit(cancel);
    }
}

/// <summary>Needs end with the booking, and belong to what a person can download and erase.</summary>
public sealed class NeedKeeping(NeedSeal seal) : IPersonalRecords, ISubscriber<BookingMoved>, ISubscriber<BookingForgotten>
{
    /// <inheritdoc/>
    public string Part => "needs";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) => await NeedRepository.OfPerson(work, person) is { Count: > 0 } needs
        ? needs.Select(one => new { one.Reference, one.WrittenAt, needs = seal.Open(one.Sealed) }).ToList()
        : null;

    /// <summary>Deletes what was needed for a booking that ended.</summary>
    public async Task On(BookingMoved happened, UnitOfWork work)
    {
        if (happened.Booking.State == BookingState.Cancelled)
        {
            await NeedRepository.Delete(work, happened.Booking.Id);
        }
    }

    /// <summary>Deletes what somebody needed who erased their account.</summary>
    public Task On(BookingForgotten happened, UnitOfWork work) => NeedRepository.Delete(work, happened.Booking.Id);
}

/// <summary>What needs offer to the container.</summary>
internal static class NeedsModule
{
    /// <summary>Registers use cases, job and subscribers.</summary>
    public static IServiceCollection AddNeeds(this IServiceCollection services)
    {
        services.AddOptions<NeedOptions>().BindConfiguration("Needs");
        return services
            .AddSingleton<NeedSeal>()
            .AddSingleton<NeedDesk>()
            .AddSingleton<IJob, NeedsJob>()
            .AddSingleton<NeedKeeping>()
            .AddSingleton<IPersonalRecords>(s => s.GetRequiredService<NeedKeeping>())
            .AddSingleton<ISubscriber<BookingMoved>>(s => s.GetRequiredService<NeedKeeping>())
            .AddSingleton<ISubscriber<BookingForgotten>>(s => s.GetRequiredService<NeedKeeping>());
    }
}
