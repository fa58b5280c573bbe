using System.Text;
using CsCheck;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Calendar;
using GrantsPortal.Bookings.Door;
using Xunit;

namespace GrantsPortal.Rules.Tests.Bookings;

public sealed class CalendarRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whatever_happens_a_person_is_told_rising_numbers_that_are_never_behind_the_sessions_own_and_what_is_standing_is_true() =>
        Gen.Int[0, 4].List[1, 30].Sample(acts =>
        {
            var session = new OccasionSession { Id = 7, Uid = "session-7", StartsAt = Now.AddDays(3), EndsAt = Now.AddDays(3).AddHours(2), Version = 1 };
            var booking = new Booking { Id = 1, State = BookingState.Waitlisted };
            Dictionary<long, SentInvitation> sent = [];
            var last = -1;
            foreach (var act in acts)
            {
                (booking, session) = act switch
                {
                    0 => (booking with { State = BookingState.Cancelled }, session),
                    1 when booking.State == BookingState.Cancelled => (new Booking { Id = booking.Id + 1, State = BookingState.Confirmed }, session),
                    2 => (booking, session with { Sequence = session.Sequence + 1, Version = session.Version + 1 }),
                    3 => (booking, session with { CancelledAt = Now, Sequence = session.Sequence + 1, Version = session.Version + 1 }),
                    _ => (booking.State == BookingState.Cancelled ? booking : booking with { State = BookingState.Confirmed }, session),
                };
                foreach (var news in InvitationRules.News(booking, [session], sent.Values, Now))
                {
                    Assert.True(news.Sequence > last && news.Sequence >= session.Sequence);
                    last = news.Sequence;
                    sent[booking.Id] = new SentInvitation { BookingId = booking.Id, SessionId = 7, Sequence = news.Sequence, SessionVersion = session.Version, Cancelled = news.Method == CalendarMethod.Cancel };
                }

                Assert.Empty(InvitationRules.News(booking, [session], sent.Values, Now));
                Assert.Equal(booking.HasPlace && session.CancelledAt is null, sent.TryGetValue(booking.Id, out var standing) && !standing.Cancelled);
            }
        });

    [Fact]
    public void What_is_over_is_left_alone() =>
        Assert.Empty(InvitationRules.News(
            new Booking { Id = 1, State = BookingState.Confirmed }, [new OccasionSession { Id = 7, StartsAt = Now.AddHours(-3), EndsAt = Now.AddHours(-1) }], [], Now));

    [Fact]
    public void The_hour_that_a_clock_shows_twice_is_written_so_that_both_can_be_told()
    {
        var first = Written(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero));
        var second = Written(new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.Zero));
        Assert.Contains("DTSTART;TZID=Europe/London:20261025T013000\r\n", first, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20261025T013000Z\r\n", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lunch, then; talk\nand \\ more", "SUMMARY:Lunch\\, then\\; talk\\nand \\\\ more\r\n")]
    [InlineData("BEGIN:VEVENT\r\nATTENDEE:mailto:x@y.example", "SUMMARY:BEGIN:VEVENT")]
    public void What_people_write_stays_text(string summary, string written)
    {
        var file = Written(Now, summary);
        Assert.Contains(written, file, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nATTENDEE", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BookingState.Confirmed, false, DoorAnswer.In)]
    [InlineData(BookingState.NoShow, false, DoorAnswer.In)]
    [InlineData(BookingState.Attended, true, DoorAnswer.AlreadyIn)]
    [InlineData(BookingState.Attended, false, DoorAnswer.In)]
    [InlineData(BookingState.Waitlisted, false, DoorAnswer.Waiting)]
    [InlineData(BookingState.Requested, false, DoorAnswer.Requested)]
    [InlineData(BookingState.AwaitingPayment, false, DoorAnswer.NotPaid)]
    [InlineData(BookingState.Cancelled, false, DoorAnswer.Cancelled)]
    public void The_door_says_where_a_booking_stands(BookingState state, bool here, DoorAnswer answer) =>
        Assert.Equal(answer, DoorRules.Answer(new Booking { State = state }, here));

    [Fact]
    public void A_devices_clock_is_believed_within_reason()
    {
        var session = new OccasionSession { StartsAt = Now, EndsAt = Now.AddHours(2) };
        var at = Now.AddMinutes(40);
        Assert.Equal(Now.AddMinutes(5), DoorRules.When(Now.AddMinutes(5), session, at));
        Assert.Equal(at, DoorRules.When(Now.AddHours(9), session, at));
        Assert.Equal(Now.AddHours(-1), DoorRules.When(Now.AddYears(-3), session, at));
    }

    private static string Written(DateTimeOffset starts, string summary = "Listening") => Encoding.UTF8.GetString(CalendarFile.Write(
        [new CalendarEntry { Uid = "u", Stamp = Now, Starts = starts, Ends = starts.AddHours(3), TimeZone = "Europe/London", Summary = summary }], CalendarMethod.Publish));
}
