using GrantsPortal.Bookings;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Bookings;

public sealed class BookingRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor Officer = new(1, "Olivia", new HashSet<string> { Roles.ProgrammeOfficer });
    private static readonly Occasion Open = new() { State = OccasionState.Published, StartsAt = Now.AddDays(10), EndsAt = Now.AddDays(11), Capacity = 10 };

    [Fact]
    public void Places_can_be_asked_for_from_the_opening_until_the_closing_and_never_after_the_start()
    {
        var occasion = Open with { OpensAt = Now, ClosesAt = Now.AddDays(5) };
        Assert.Equal("booking.not-yet", BookingRules.MayAsk(occasion, Now.AddTicks(-1))?.Code);
        Assert.Null(BookingRules.MayAsk(occasion, Now));
        Assert.Null(BookingRules.MayAsk(occasion, Now.AddDays(5)));
        Assert.Equal("booking.closed", BookingRules.MayAsk(occasion, Now.AddDays(5).AddTicks(1))?.Code);
        Assert.Equal("booking.closed", BookingRules.MayAsk(Open, Now.AddDays(10))?.Code);
        Assert.Equal("booking.over", BookingRules.MayAsk(Open, Now.AddDays(11))?.Code);
        Assert.Equal("booking.called-off", BookingRules.MayAsk(Open with { State = OccasionState.Cancelled }, Now)?.Code);
    }

    [Fact]
    public void One_person_cannot_be_named_twice_however_the_address_is_written()
    {
        var refusals = BookingRules.Check(new BookingAsk { Guests = [new("Amina", "amina@example.org"), new("Amina Y", " AMINA@example.org")] }, 10);
        Assert.Equal([("booking.named-twice", "Guests[1].Email")], refusals.Select(refusal => (refusal.Code, refusal.Field)));
    }

    [Fact]
    public void A_booking_names_somebody_and_no_more_than_are_taken_at_once()
    {
        Assert.Equal("booking.nobody", BookingRules.Check(new BookingAsk(), 10)[0].Code);
        Assert.Equal("booking.too-many", BookingRules.Check(new BookingAsk { Guests = [new("A", "a@example.org"), new("B", "b@example.org")] }, 1)[0].Code);
        Assert.Equal(["booking.name-missing", "booking.email-wrong"], BookingRules.Check(new BookingAsk { Guests = [new(" ", "nowhere")] }, 10).Select(refusal => refusal.Code));
        Assert.Empty(BookingRules.Check(new BookingAsk { Guests = [new("A", "a@example.org"), new("B", "b@example.org")] }, 2));
    }

    [Fact]
    public void Priority_belongs_to_kinds_and_districts_of_organisations_and_only_where_places_are_kept()
    {
        var kept = Open with { PriorityPlaces = 3, PriorityKinds = "FaithCommunity,School", PriorityDistricts = "Harbour\nMill End" };
        Assert.True(BookingRules.HasPriority(kept, new Organisation { Kind = OrganisationKind.FaithCommunity }));
        Assert.True(BookingRules.HasPriority(kept, new Organisation { Kind = OrganisationKind.Business, District = " harbour " }));
        Assert.False(BookingRules.HasPriority(kept, new Organisation { Kind = OrganisationKind.Business, District = "North" }));
        Assert.False(BookingRules.HasPriority(kept, null));
        Assert.False(BookingRules.HasPriority(kept with { PriorityPlaces = 0 }, new Organisation { Kind = OrganisationKind.School }));
    }

    [Fact]
    public void A_place_can_be_given_away_or_moved_until_the_cut_off_and_cancelled_until_the_start()
    {
        var occasion = Open with { ChangeUntil = Now.AddDays(7) };
        var booking = new Booking { State = BookingState.Confirmed };
        Assert.Null(BookingRules.MayChange(occasion, booking, Now.AddDays(7).AddTicks(-1)));
        Assert.Equal("booking.change-over", BookingRules.MayChange(occasion, booking, Now.AddDays(7))?.Code);
        Assert.Equal("booking.no-place", BookingRules.MayChange(occasion, booking with { State = BookingState.Waitlisted }, Now)?.Code);
        Assert.Empty(BookingRules.MayCancel(occasion, booking, Now.AddDays(9)));
        Assert.Equal("booking.started", BookingRules.MayCancel(occasion, booking, Now.AddDays(10))[0].Code);
        Assert.Equal("state.not-from-here", BookingRules.MayCancel(occasion, booking with { State = BookingState.Cancelled }, Now)[0].Code);
    }

    [Fact]
    public void An_offer_is_answered_until_its_instant()
    {
        Booking[] offered = [new() { State = BookingState.Waitlisted, HeldUntil = Now }];
        Assert.Null(BookingRules.MayAnswer(offered, Now));
        Assert.Equal("booking.offer-lapsed", BookingRules.MayAnswer(offered, Now.AddTicks(1))?.Code);
        Assert.Equal("booking.no-offer", BookingRules.MayAnswer([], Now)?.Code);
    }

    [Theory]
    [InlineData(BookingState.Confirmed, 1, 0, BookingState.Attended)]
    [InlineData(BookingState.Confirmed, 0, 1, BookingState.Confirmed)]
    [InlineData(BookingState.Confirmed, 0, 2, BookingState.NoShow)]
    [InlineData(BookingState.Attended, 1, 1, BookingState.Attended)]
    [InlineData(BookingState.Attended, 0, 2, BookingState.NoShow)]
    [InlineData(BookingState.NoShow, 1, 1, BookingState.Attended)]
    [InlineData(BookingState.Cancelled, 1, 0, BookingState.Cancelled)]
    public void Who_was_at_any_of_two_sessions_attended_and_who_was_at_none_did_not_come(BookingState before, int present, int absent, BookingState after) =>
        Assert.Equal(after, BookingRules.AfterNoting(before, present, absent, 2));

    [Fact]
    public void Attendance_is_noted_by_staff_from_an_hour_before_the_session()
    {
        var session = new OccasionSession { StartsAt = Now };
        Assert.Null(BookingRules.MayNote(Officer, session, Now.AddHours(-1)));
        Assert.Equal("booking.not-begun", BookingRules.MayNote(Officer, session, Now.AddHours(-1).AddTicks(-1))?.Code);
        Assert.Equal("booking.not-staff", BookingRules.MayNote(Officer with { Roles = new HashSet<string> { Roles.Auditor } }, session, Now)?.Code);
    }

    [Fact]
    public void Reminders_come_a_week_and_a_day_before_once_each_and_not_to_who_booked_later()
    {
        var starts = Now.AddDays(10);
        Reminder? At(double days, double confirmed = 0, bool week = false, bool day = false) => ReminderRules.Due(starts, Now.AddDays(confirmed), Now.AddDays(days), week, day);
        Assert.Null(At(2.9));
        Assert.Equal(Reminder.Week, At(3));
        Assert.Null(At(3, week: true));
        Assert.Null(At(4, confirmed: 3.5));
        Assert.Equal(Reminder.Day, At(9, week: true));
        Assert.Equal(Reminder.Day, At(9.5));
        Assert.Null(At(9.5, week: true, day: true));
        Assert.Null(At(9.5, confirmed: 9.2));
        Assert.Null(At(10));
    }

    [Fact]
    public void A_plan_keeps_places_only_for_somebody_and_until_some_day()
    {
        var plan = new OccasionPlan { Capacity = 10, PriorityPlaces = 4 };
        Assert.Equal(["occasion.priority-until-missing", "occasion.priority-who-missing"], OccasionRules.Check(Officer, plan).Select(refusal => refusal.Code));
        Assert.Empty(OccasionRules.Check(Officer, plan with { PriorityUntil = Now, PriorityKinds = [OrganisationKind.School] }));
        Assert.Equal("occasion.priority-wrong", OccasionRules.Check(Officer, plan with { PriorityPlaces = 11, PriorityUntil = Now, PriorityKinds = [OrganisationKind.School] })[0].Code);
        Assert.Equal("occasion.capacity-taken", OccasionRules.Check(Officer, new OccasionPlan { Capacity = 10 }, taken: 11)[0].Code);
        Assert.Equal("occasion.not-staff", OccasionRules.Check(Actor.Public, new OccasionPlan())[0].Code);
    }

    [Fact]
    public void A_session_has_a_beginning_an_end_and_a_place_and_joins_over_https()
    {
        var plan = new SessionPlan { StartsAt = Now.AddDays(1), EndsAt = Now.AddDays(1).AddHours(2), VenueName = "Library" };
        Assert.Empty(OccasionRules.Check(Officer, plan, 0, Now));
        Assert.Equal("session.ends-before", OccasionRules.Check(Officer, plan with { EndsAt = plan.StartsAt }, 0, Now)[0].Code);
        Assert.Equal("session.start-past", OccasionRules.Check(Officer, plan with { StartsAt = Now.AddHours(-1), EndsAt = Now }, 0, Now)[0].Code);
        Assert.Equal("session.venue-missing", OccasionRules.Check(Officer, plan with { VenueName = "" }, 0, Now)[0].Code);
        Assert.Equal("session.link-wrong", OccasionRules.Check(Officer, plan with { JoinLink = "javascript:alert(1)" }, 0, Now)[0].Code);
    }

    [Fact]
    public void Codes_read_aloud_are_understood_as_they_were_meant() => Assert.Equal("10QK2M9XA4D1", BookingCodes.Read(" lOqk-2m9x a4d1 "));
}
