using System.Security.Claims;
using GrantsPortal.Bookings;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Bookings.Desk;

/// <summary>Where an occasion belongs on the desk.</summary>
/// <param name="Title">What it is of, in the city's first language.</param>
/// <param name="Path">The desk page of the course or event.</param>
/// <param name="Plan">The page where its seats and times of booking are planned.</param>
public sealed record OccasionHome(string Title, string Path, string Plan);

/// <summary>Knows where the occasions of one kind belong; one for each kind, registered by its module.</summary>
public interface IOccasionHome
{
    /// <summary>The kind.</summary>
    OccasionKind Kind { get; }

    /// <summary>Where an occasion of it belongs; null when its subject is gone.</summary>
    Task<OccasionHome?> Of(UnitOfWork work, Occasion occasion);
}

/// <summary>One page of an occasion's desk; a module adds its own with <c>AddSingleton(new OccasionTab(…))</c>.</summary>
/// <param name="Key">The last part of its address, and its name, by which a page says that it is there; <c>bookings</c> is the occasion itself.</param>
/// <param name="Label">English label, said through the localiser.</param>
/// <param name="Order">Where it stands: bookings 10, check-in 20, groups 25, fees 30, materials 40, feedback 50, follow-up 55, certificates 60, tables 70.</param>
public sealed record OccasionTab(string Key, string Label, int Order)
{
    /// <summary>Which occasions have it; all, where nothing is said.</summary>
    public Func<Occasion, bool> Of { get; init; } = _ => true;

    /// <summary>Who of the city's staff sees it; all, where nothing is said.</summary>
    public Func<ClaimsPrincipal, bool> Seen { get; init; } = _ => true;
}

/// <summary>What stands at the head of each page of an occasion's desk.</summary>
/// <param name="Occasion">The occasion.</param>
/// <param name="Home">Where it belongs.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record OccasionFrame(Occasion Occasion, OccasionHome Home, DateTimeOffset Now)
{
    /// <summary>The tab that is open.</summary>
    public string Tab { get; init; } = "bookings";

    /// <summary>The same with another tab open.</summary>
    public OccasionFrame At(string tab) => this with { Tab = tab };

    /// <summary>Where booking stands.</summary>
    public BookingPhase Phase => Occasion.PhaseAt(Now);
}

/// <summary>Finds occasions for the desk.</summary>
public sealed class OccasionFrames(IEnumerable<IOccasionHome> homes)
{
    /// <summary>The occasion of an id; null when there is none.</summary>
    public async Task<OccasionFrame?> Of(UnitOfWork work, long id) =>
        await OccasionRepository.Find(work, id) is { } occasion && await homes.First(home => home.Kind == occasion.Kind).Of(work, occasion) is { } home
            ? new OccasionFrame(occasion, home, work.Now)
            : null;
}
