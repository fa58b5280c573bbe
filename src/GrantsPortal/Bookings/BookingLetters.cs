using System.Globalization;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Bookings;

/// <summary>Writes to the people of an occasion.</summary>
internal static class BookingLetters
{
    /// <summary>Tells somebody where their booking stands.</summary>
    public static void Made(UnitOfWork work, Occasion occasion, IReadOnlyList<OccasionSession> sessions, Booking booking, Person booker, int ahead) =>
        work.Mail(
            To(booking),
            new BookingMade(
                occasion.Title, booking.Reference, booking.State == BookingState.Confirmed, booking.State == BookingState.Waitlisted, booking.State == BookingState.Requested,
                booking.State == BookingState.AwaitingPayment, ahead, booker.Name, Lines(sessions, booking.Language, booking.HasPlace), booking.TicketCode, BookingRoutes.One(booking.Secret)),
            nameof(Booking), booking.Id);

    /// <summary>Tells who asked what came of it, where that is more than their own booking.</summary>
    public static void Answered(UnitOfWork work, Occasion occasion, BookingParty party, IReadOnlyList<Booking> bookings, Person booker)
    {
        if ((bookings is [{ } only] && only.PersonId == booker.Id) || bookings.All(booking => booking.State == BookingState.AwaitingPayment))
        {
            return;
        }

        work.Mail(
            booker.AsRecipient(),
            new PartyAnswered(
                occasion.Title,
                [.. bookings.Select(booking => new PartyLine(booking.Name, booking.State == BookingState.Confirmed, booking.State == BookingState.Waitlisted, booking.State == BookingState.Requested) { ToPay = booking.State == BookingState.AwaitingPayment })],
                party.Together, BookingRoutes.Party(party.Secret)),
            nameof(BookingParty), party.Id);
    }

    /// <summary>Offers places to who asked for them.</summary>
    public static void Offered(UnitOfWork work, Occasion occasion, IReadOnlyList<OccasionSession> sessions, BookingParty party, IReadOnlyList<Booking> offered, Person booker, DateTimeOffset until) =>
        work.Mail(
            booker.AsRecipient(),
            new PlaceOffered(occasion.Title, [.. offered.Select(booking => booking.Name)], until, Lines(sessions, booker.Language, false), BookingRoutes.Party(party.Secret)),
            nameof(BookingParty), party.Id);

    /// <summary>Tells somebody that their booking ended.</summary>
    public static void Ended(UnitOfWork work, Occasion occasion, Booking booking, BookingEnd reason, string? words = null) =>
        work.Mail(
            To(booking),
            new BookingEnded(
                occasion.Title, booking.Reference, reason.ToString(), words,
                occasion.StartsAt is { } starts ? Instants.Long(starts, TimeZoneInfo.FindSystemTimeZoneById(occasion.TimeZone), Culture(booking.Language)) : null,
                occasion.Path),
            nameof(Booking), booking.Id);

    /// <summary>Tells somebody that times or places changed.</summary>
    public static void Changed(UnitOfWork work, Occasion occasion, IReadOnlyList<OccasionSession> sessions, Booking booking, string change) =>
        work.Mail(To(booking), new OccasionChanged(occasion.Title, change, Lines(sessions, booking.Language, booking.HasPlace), BookingRoutes.One(booking.Secret)), nameof(Booking), booking.Id);

    /// <summary>Brings a booking to mind.</summary>
    public static void Remind(UnitOfWork work, Occasion occasion, IReadOnlyList<OccasionSession> sessions, Booking booking, Reminder reminder) =>
        work.Mail(
            To(booking),
            new BookingReminder(occasion.Title, reminder == Reminder.Day, Lines(sessions, booking.Language, true), booking.TicketCode, BookingRoutes.One(booking.Secret)),
            nameof(Booking), booking.Id);

    /// <summary>Tells somebody of another date.</summary>
    public static void Opened(UnitOfWork work, Occasion occasion, Person person) =>
        work.Mail(
            person.AsRecipient(),
            new NextOpened(occasion.Title, Instants.Long(occasion.StartsAt!.Value, TimeZoneInfo.FindSystemTimeZoneById(occasion.TimeZone), Culture(person.Language)), occasion.Path),
            nameof(Occasion), occasion.Id);

    private static List<SessionLine> Lines(IReadOnlyList<OccasionSession> sessions, string language, bool place) =>
    [
        .. sessions.Where(session => session.CancelledAt is null).Select(session => new SessionLine(
            (session.Title.Length > 0 ? session.Title + ": " : "") + SessionWords.When(session, Culture(language)),
            session.Mode switch
            {
                SessionMode.Online => "Online",
                SessionMode.Both => $"{Venue(session)}; or online",
                _ => Venue(session),
            },
            session.VenueNote,
            place ? session.JoinLink : null)),
    ];

    private static string Venue(OccasionSession session) =>
        string.Join(", ", new[] { session.VenueName, session.VenueAddress.ReplaceLineEndings(", ") }.Where(part => part.Length > 0));

    private static Recipient To(Booking booking) => new(booking.PersonId, booking.Email, booking.Name, booking.Language);

    private static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language);
}
