using GrantsPortal.Bookings;
using GrantsPortal.People;
using GrantsPortal.Platform;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    private int _guests;

    /// <summary>A published occasion with one session of two hours, so many days from now; the plan can be changed.</summary>
    public async Task<Occasion> Occasion(Person officer, int capacity, Func<OccasionPlan, OccasionPlan>? plan = null, double inDays = 30, long subject = 1, OccasionKind kind = OccasionKind.Run)
    {
        var actor = Acting(officer, Roles.ProgrammeOfficer);
        var planned = new OccasionPlan { Capacity = capacity };
        var occasion = await Write(actor, async work => (await OccasionDesk.Create(work, kind, subject, "Listening across difference", "/training/listening-across-difference", plan?.Invoke(planned) ?? planned)).Value);
        var desk = Portal.Get<OccasionDesk>();
        Must(await desk.PutSession(actor, occasion.Id, null, 0, Session(inDays)));
        Must(await desk.Publish(actor, occasion.Id));
        return await Occasion(occasion.Id);
    }

    /// <summary>The plan of a session of two hours, so many days from now.</summary>
    public SessionPlan Session(double inDays) =>
        new() { StartsAt = Now.AddDays(inDays), EndsAt = Now.AddDays(inDays).AddHours(2), VenueName = "Harbour Library", VenueAddress = "3 Quay Street", Mode = SessionMode.Both, JoinLink = "https://meet.example/room" };

    /// <summary>The occasion as it is now.</summary>
    public Task<Occasion> Occasion(long id) => Read(async work => (await OccasionRepository.Find(work, id))!);

    /// <summary>Asks for places for so many people that nobody has heard of; throws when refused.</summary>
    public async Task<Booked> Book(Person booker, Occasion occasion, int people = 1, bool together = false, long? organisation = null) =>
        (await Portal.Get<BookingDesk>().Book(Acting(booker), occasion.Id, new BookingAsk { Guests = [.. Enumerable.Range(0, people).Select(_ => Guest())], Together = together, OrganisationId = organisation }))!.Value.Value;

    /// <summary>Somebody that nobody has heard of.</summary>
    public Guest Guest() => Interlocked.Increment(ref _guests) is var number ? new Guest($"Guest {number:0000}", $"guest{number}@guests.example") : throw new InvalidOperationException();

    /// <summary>Everything of a party as it is now.</summary>
    public Task<IReadOnlyList<Booking>> Party(Booked booked) => Read(work => BookingRepository.OfParty(work, booked.Party.Id));

    /// <summary>Throws unless it was done.</summary>
    public static void Must(Outcome? outcome)
    {
        if (outcome is not { Done: true })
        {
            throw new InvalidOperationException(outcome is null ? "Not found." : $"Refused: {string.Join(", ", outcome.Value.Refusals.Select(refusal => refusal.Code))}");
        }
    }
}
