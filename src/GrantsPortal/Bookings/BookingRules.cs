using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Bookings;

/// <summary>Who may ask for a place, when, and what can be done with it.</summary>
public static class BookingRules
{
    /// <summary>Most characters of a name.</summary>
    public const int NameCharacters = 200;

    /// <summary>Most words to the officer.</summary>
    public const int NoteWords = 200;

    /// <summary>
    /// What stands against asking now: <c>booking.not-yet</c> (from when), <c>booking.closed</c>, <c>booking.over</c>,
    /// <c>booking.called-off</c>.
    /// </summary>
    public static Refusal? MayAsk(Occasion occasion, DateTimeOffset now) => occasion.PhaseAt(now) switch
    {
        BookingPhase.Open => null,
        BookingPhase.NotYet => new Refusal("booking.not-yet", occasion.OpensAt),
        BookingPhase.Over => new Refusal("booking.over"),
        BookingPhase.Cancelled => new Refusal("booking.called-off"),
        _ => new Refusal("booking.closed"),
    };

    /// <summary>
    /// What is wrong with what is asked for: <c>booking.nobody</c>, <c>booking.too-many</c> (most), <c>booking.name-missing</c>,
    /// <c>booking.name-long</c> (most), <c>booking.email-wrong</c>, <c>booking.named-twice</c>, <c>booking.note-long</c> (most);
    /// at <c>Guests[n].Name</c>, <c>Guests[n].Email</c>, <c>Note</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(BookingAsk ask, int most)
    {
        List<Refusal> wrong = [];
        if (ask.Guests.Count == 0)
        {
            wrong.Add(new Refusal("booking.nobody").At("Guests[0].Name"));
        }
        else if (ask.Guests.Count > most)
        {
            wrong.Add(new Refusal("booking.too-many", most));
        }

        HashSet<string> named = [];
        foreach (var (index, guest) in ask.Guests.Index())
        {
            wrong.AddRange(Check(guest).Select(refusal => refusal.At($"Guests[{index}].{refusal.Field}")));
            if (!named.Add(EmailAddresses.Normalize(guest.Email.Trim())) && guest.Email.Trim().Length > 0)
            {
                wrong.Add(new Refusal("booking.named-twice").At($"Guests[{index}].Email"));
            }
        }

        if (WordCount.Of(ask.Note) > NoteWords)
        {
            wrong.Add(new Refusal("booking.note-long", NoteWords).At("Note"));
        }

        return wrong;
    }

    /// <summary>What is wrong with somebody named: <c>booking.name-missing</c>, <c>booking.name-long</c>, <c>booking.email-wrong</c>; at <c>Name</c> and <c>Email</c>.</summary>
    public static IReadOnlyList<Refusal> Check(Guest guest) =>
    [
        .. string.IsNullOrWhiteSpace(guest.Name) ? [new Refusal("booking.name-missing").At("Name")]
            : guest.Name.Trim().Length > NameCharacters ? [new Refusal("booking.name-long", NameCharacters).At("Name")]
            : Array.Empty<Refusal>(),
        .. EmailAddresses.Clean(guest.Email).Done ? Array.Empty<Refusal>() : [new Refusal("booking.email-wrong").At("Email")],
    ];

    /// <summary>Whether people of an organisation belong to the priority groups of an occasion.</summary>
    public static bool HasPriority(Occasion occasion, Organisation? organisation) =>
        organisation is not null && occasion.PriorityPlaces > 0
        && (occasion.Kinds.Contains(organisation.Kind)
            || (organisation.District is { } district && occasion.Districts.Contains(district.Trim(), StringComparer.OrdinalIgnoreCase)));

    /// <summary>
    /// What stands against giving a place to a colleague or moving it: <c>booking.no-place</c>, <c>booking.change-over</c> (until when).
    /// </summary>
    public static Refusal? MayChange(Occasion occasion, Booking booking, DateTimeOffset now) =>
        booking.State != BookingState.Confirmed ? new Refusal("booking.no-place")
        : !occasion.CanChangeAt(now) ? new Refusal("booking.change-over", occasion.ChangeUntil ?? occasion.StartsAt)
        : null;

    /// <summary>
    /// What stands against cancelling: <c>state.not-from-here</c>, or <c>booking.started</c> once the first session has begun,
    /// when staff note who came instead. Before that it is always possible: a place nobody uses should go to somebody else.
    /// </summary>
    public static IReadOnlyList<Refusal> MayCancel(Occasion occasion, Booking booking, DateTimeOffset now) =>
    [
        .. BookingStates.Table.Move(booking.State, BookingStates.Cancel).Refusals,
        .. booking.HasPlace && now >= occasion.StartsAt ? [new Refusal("booking.started")] : Array.Empty<Refusal>(),
    ];

    /// <summary>What stands against answering an offer: <c>booking.no-offer</c>, <c>booking.offer-lapsed</c> (when).</summary>
    public static Refusal? MayAnswer(IReadOnlyCollection<Booking> offered, DateTimeOffset now) =>
        offered.Count == 0 ? new Refusal("booking.no-offer")
        : offered.First().HeldUntil is { } until && now > until ? new Refusal("booking.offer-lapsed", until)
        : null;

    /// <summary>What stands against noting who came to a session: <c>booking.not-staff</c>, <c>booking.not-begun</c> (start).</summary>
    public static Refusal? MayNote(Actor actor, OccasionSession session, DateTimeOffset now) =>
        !IsStaff(actor) ? new Refusal("booking.not-staff")
        : now < session.StartsAt.AddHours(-1) ? new Refusal("booking.not-begun", session.StartsAt)
        : null;

    /// <summary>Where a booking stands after who came was noted: there at any session is attended; noted absent at every session, the occasion being over, a no-show.</summary>
    public static BookingState AfterNoting(BookingState state, int present, int absent, int sessions) =>
        state is not (BookingState.Confirmed or BookingState.Attended or BookingState.NoShow) ? state
        : present > 0 ? BookingState.Attended
        : absent >= sessions && sessions > 0 ? BookingState.NoShow
        : state == BookingState.Attended ? BookingState.NoShow
        : state;

    /// <summary>Whether the actor looks after bookings.</summary>
    public static bool IsStaff(Actor actor) => actor.Is(Roles.ProgrammeOfficer, Roles.FocalPoint);
}
