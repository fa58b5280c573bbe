using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Bookings;

/// <summary>The module's refusals as sentences.</summary>
public sealed class BookingSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["booking.not-yet"] = "Places can be asked for from {0}",
        ["booking.closed"] = "Booking is closed",
        ["booking.over"] = "This is over",
        ["booking.called-off"] = "This was called off",
        ["booking.nobody"] = "Name at least one person",
        ["booking.too-many"] = "One booking can name at most {0} people",
        ["booking.name-missing"] = "Enter the person’s name",
        ["booking.name-long"] = "A name can have at most {0} characters",
        ["booking.email-wrong"] = "Enter an e-mail address like name@example.org",
        ["booking.named-twice"] = "This address is named twice: each person needs one of their own",
        ["booking.note-long"] = "The note can have at most {0} words",
        ["booking.on-list-already"] = "{0} is on the list already: one person is on it once",
        ["booking.no-place"] = "There is no confirmed place to give away or move",
        ["booking.change-over"] = "Places could be given away or moved until {0}. You can still cancel",
        ["booking.started"] = "It has begun: staff note who came instead",
        ["booking.no-offer"] = "No place is on offer here now",
        ["booking.offer-lapsed"] = "The offer ended on {0} and passes on to whoever waits next. You can ask for a place again",
        ["booking.not-begun"] = "Attendance can be noted from an hour before the session, which starts on {0}",
        ["booking.not-staff"] = "Only a programme officer or focal point can do this",
        ["booking.no-request"] = "There is no request to answer here any more",
        ["booking.reason-missing"] = "Say why: the person is told",
        ["booking.changed-meanwhile"] = "Something changed here meanwhile: look again before you go on",
        ["booking.move-by-approval"] = "That date is booked by request: ask for a place there, and cancel this one when you have it",
        ["booking.move-full"] = "No place is free on that date",
        ["occasion.not-staff"] = "Only a programme officer or focal point can do this",
        ["occasion.capacity-wrong"] = "Enter the number of seats, from 1 to {0}",
        ["occasion.capacity-taken"] = "{0} seats are taken already: there cannot be fewer",
        ["occasion.minimum-wrong"] = "The minimum is a number from 0 up to the seats there are",
        ["occasion.zone-unknown"] = "Choose a time zone",
        ["occasion.priority-wrong"] = "Enter how many seats are kept, from 0 up to the seats there are",
        ["occasion.priority-until-missing"] = "Enter until when seats are kept",
        ["occasion.priority-who-missing"] = "Choose for whom seats are kept: kinds of organisation, districts, or both",
        ["occasion.closes-before"] = "Booking closes after it opens",
        ["occasion.offer-hours-wrong"] = "An offer lasts from 2 to 336 hours",
        ["occasion.together-wrong"] = "One booking can name from 1 to 50 people",
        ["occasion.changed-meanwhile"] = "Somebody else changed this while you had it open",
        ["occasion.called-off"] = "This was called off",
        ["occasion.not-draft"] = "It is published already",
        ["occasion.no-session"] = "Add a session first",
        ["occasion.past"] = "Its first session has begun",
        ["occasion.reason-missing"] = "Say why: everybody who booked is told",
        ["session.too-many"] = "There can be at most {0} sessions",
        ["session.start-missing"] = "Enter when the session starts",
        ["session.start-past"] = "The session starts in the past",
        ["session.end-missing"] = "Enter when the session ends",
        ["session.ends-before"] = "The session ends after it starts",
        ["session.too-long"] = "A session lasts at most a day: add another one",
        ["session.venue-missing"] = "Enter the name of the venue",
        ["session.link-wrong"] = "Enter a link that starts with https://",
        ["session.last"] = "This is the only session left: call the whole off instead",
    };
}
