using CsCheck;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Needs;
using GrantsPortal.Events;
using GrantsPortal.Events.Agenda;
using GrantsPortal.Events.Groups;
using GrantsPortal.Events.Guests;
using GrantsPortal.Events.Invitations;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Events;

public sealed class EventRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly Actor Officer = new(1, "Farah", new HashSet<string> { Roles.FocalPoint });
    private static readonly Occasion Evening = new() { Kind = OccasionKind.Event, State = OccasionState.Published, StartsAt = Now.AddDays(10), EndsAt = Now.AddDays(10).AddHours(3), Capacity = 40 };
    private static readonly Event Event = new() { State = EventState.Published, GuestsUntil = Now.AddDays(11) };

    [Fact]
    public void An_event_made_anew_begins_at_the_same_time_of_the_day_though_the_clocks_change()
    {
        var before = new DateTimeOffset(2026, 10, 20, 17, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateTimeOffset(2026, 10, 27, 18, 0, 0, TimeSpan.Zero), EventRules.Later(before, 7, London));
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 23]).Sample((days, hour) =>
        {
            var instant = new DateTimeOffset(2026, 1, 10, hour, 0, 0, TimeSpan.Zero);
            var (local, later) = (TimeZoneInfo.ConvertTime(instant, London), TimeZoneInfo.ConvertTime(EventRules.Later(instant, days, London), London));
            Assert.True(later.TimeOfDay == local.TimeOfDay || London.IsInvalidTime(local.DateTime.AddDays(days)), $"{local} and {later}");
        });
    }

    [Fact]
    public void An_agenda_is_a_row_for_each_start_and_a_column_for_each_track_and_loses_no_line()
    {
        var lines = new[] { ("Welcome", "", 0), ("Talk", "Talks", 60), ("Bench", "Workshops", 60), ("Second talk", "Talks", 90), ("End", "", 120) }
            .Select((line, id) => new AgendaLine(new AgendaItem { Id = id, Title = line.Item1, Track = line.Item2, StartsAt = Now.AddMinutes(line.Item3), EndsAt = Now.AddMinutes(line.Item3 + 30) }, [])).ToList();
        var table = AgendaRules.Table(lines, London);
        Assert.Equal(["Talks", "Workshops"], table.Tracks);
        var rows = Assert.Single(table.Days).Rows;
        Assert.Equal(4, rows.Count);
        Assert.Equal(["Talk", "Bench"], rows[1].ByTrack.Select(cell => cell.Single().Item.Title));
        Assert.Empty(rows[2].ByTrack[1]);

        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3]).Select((minutes, track) => new AgendaItem { StartsAt = Now.AddMinutes(30 * minutes), EndsAt = Now.AddMinutes(30 * (minutes + 1)), Track = track == 0 ? "" : $"Track {track}" })
            .Array[0, 12].Sample(items =>
            {
                var made = AgendaRules.Table([.. items.Select((item, id) => new AgendaLine(item with { Id = id }, []))], London);
                var shown = made.Days.SelectMany(day => day.Rows).SelectMany(row => row.Together.Concat(row.ByTrack.SelectMany(cell => cell))).Select(line => line.Item.Id);
                Assert.Equal(Enumerable.Range(0, items.Length).Select(id => (long)id), shown.Order());
            });
    }

    [Fact]
    public void A_line_lies_within_a_session_that_takes_place()
    {
        var session = new OccasionSession { StartsAt = Now, EndsAt = Now.AddHours(2) };
        var item = new AgendaItem { Title = "Talk", StartsAt = Now.AddHours(1), EndsAt = Now.AddHours(2) };
        Assert.Empty(AgendaRules.Check(Officer, item, [], [session]));
        Assert.Equal("agenda.outside", AgendaRules.Check(Officer, item with { EndsAt = Now.AddHours(3) }, [], [session])[0].Code);
        Assert.Equal("agenda.outside", AgendaRules.Check(Officer, item, [], [session with { CancelledAt = Now }])[0].Code);
        Assert.Equal("event.not-staff", AgendaRules.Check(Actor.Public, item, [], [session])[0].Code);
    }

    [Fact]
    public void Small_groups_share_a_time_or_lie_apart()
    {
        var first = new SmallGroup { Id = 1, Title = "One", Seats = 8, StartsAt = Now, EndsAt = Now.AddHours(1) };
        string[] Codes(SmallGroup group, SmallGroup? before = null) => [.. GroupRules.Check(Officer, group, before, [first]).Select(refusal => refusal.Code)];
        Assert.Empty(Codes(first with { Id = 2 }));
        Assert.Empty(Codes(first with { Id = 2, StartsAt = Now.AddHours(1), EndsAt = Now.AddHours(2) }));
        Assert.Equal(["group.overlaps"], Codes(first with { Id = 2, StartsAt = Now.AddMinutes(30), EndsAt = Now.AddHours(2) }));
        var chosen = new SmallGroup { Id = 2, Title = "Two", Seats = 8, Taken = 3, StartsAt = Now.AddHours(1), EndsAt = Now.AddHours(2) };
        Assert.Equal(["group.seats-taken"], Codes(chosen with { Seats = 2 }, chosen));
        Assert.Equal(["group.moved-with-people"], Codes(chosen with { StartsAt = Now, EndsAt = Now.AddHours(1) }, chosen));
    }

    [Fact]
    public void Groups_are_chosen_by_whoever_has_a_place_until_the_cut_off_and_never_after_the_start()
    {
        var placed = new Booking { State = BookingState.Confirmed };
        var early = Event with { GroupsUntil = Now.AddDays(5) };
        Assert.Null(GroupRules.MayChoose(Evening, Event, placed, Evening.StartsAt!.Value.AddTicks(-1)));
        Assert.Equal("group.closed", GroupRules.MayChoose(Evening, Event, placed, Evening.StartsAt!.Value)?.Code);
        Assert.Null(GroupRules.MayChoose(Evening, early, placed, Now.AddDays(5).AddTicks(-1)));
        Assert.Equal("group.closed", GroupRules.MayChoose(Evening, early, placed, Now.AddDays(5))?.Code);
        Assert.Equal("group.closed", GroupRules.MayChoose(Evening, Event with { GroupsUntil = Now.AddDays(20) }, placed, Evening.StartsAt!.Value)?.Code);
        Assert.Equal("group.no-place", GroupRules.MayChoose(Evening, Event, placed with { State = BookingState.Waitlisted }, Now)?.Code);
    }

    [Fact]
    public void Who_is_coming_is_seen_only_by_who_agreed_and_only_until_the_date()
    {
        var (amina, tom, eve) = (new Booking { Id = 1, State = BookingState.Confirmed }, new Booking { Id = 2, State = BookingState.Confirmed }, new Booking { Id = 3, State = BookingState.Confirmed });
        ShownGuest[] agreed = [new() { BookingId = 1, Name = "Amina" }, new() { BookingId = 2, Name = "Tom" }];
        IEnumerable<string> Seen(Booking booking, DateTimeOffset at) => GuestRules.Seen(Evening, Event, booking, agreed, at).Select(guest => guest.Name);
        Assert.Equal(["Tom"], Seen(amina, Now));
        Assert.Equal(["Amina"], Seen(tom, Event.GuestsUntil!.Value.AddTicks(-1)));
        Assert.Empty(Seen(eve, Now));
        Assert.Empty(Seen(tom, Event.GuestsUntil!.Value));
        Assert.Empty(Seen(tom with { State = BookingState.Cancelled }, Now));
        Assert.Empty(GuestRules.Seen(Evening, Event with { GuestsUntil = null }, tom, agreed, Now));
    }

    [Fact]
    public void Nothing_chosen_invites_nobody_and_who_of_the_members_is_no_condition()
    {
        var portal = new PortalOptions { Languages = ["en"] };
        string? Code(Segment segment, DateTimeOffset? at = null) => InvitationRules.MayInvite(Officer, Evening, segment, portal, at ?? Now)?.Code;
        Assert.Equal("invite.segment-empty", Code(new Segment()));
        Assert.Equal("invite.segment-empty", Code(new Segment { Members = InvitedMembers.OwnersAndEditors }));
        Assert.Null(Code(new Segment { NotSeen = true }));
        Assert.Null(Code(new Segment { Districts = ["Harbour"] }));
        Assert.Equal("event.language-unknown", Code(new Segment { Languages = ["xx"] }));
        Assert.Equal("event.theme-unknown", Code(new Segment { Themes = ["nonsense"] }));
        Assert.Equal("invite.not-open", Code(new Segment { NotSeen = true }, Evening.StartsAt));
    }

    [Fact]
    public void Each_person_is_invited_once_and_whoever_is_left_out_is_counted_once()
    {
        SegmentPerson Person(long id, long organisation = 1, bool invited = false, bool booked = false, bool none = false) => new() { PersonId = id, OrganisationId = organisation, Invited = invited, Booked = booked, WantsNone = none };
        var list = InvitationRules.List([Person(1), Person(1, 2), Person(2, invited: true, booked: true), Person(3, booked: true, none: true), Person(4, none: true), Person(5)]);
        Assert.Equal([1L, 5L], list.People.Select(person => person.PersonId));
        Assert.Equal((1, 1, 1), (list.Invited, list.Booked, list.WantsNone));
        Gen.Long[1, 1000].Array[0, 30].Sample(ids => Assert.Equal(InvitationRules.Seal(ids), InvitationRules.Seal(ids.Reverse())));
        Assert.NotEqual(InvitationRules.Seal([1, 23]), InvitationRules.Seal([12, 3]));
    }

    [Fact]
    public void Needs_are_read_by_who_runs_the_occasion_alone_and_taken_over_only_where_nobody_does()
    {
        var (running, gone) = (new RunningOfficer { Id = 1, Name = "Farah" }, new RunningOfficer { Id = 1, Name = "Farah", SwitchedOff = true });
        var other = new Actor(2, "Olivia", new HashSet<string> { Roles.ProgrammeOfficer });
        Assert.Null(NeedRules.MayRead(Officer, [running]));
        Assert.Equal("needs.not-running", NeedRules.MayRead(other, [running])?.Code);
        Assert.Equal("needs.not-running", NeedRules.MayRead(new Actor(1, "Farah", new HashSet<string> { Roles.Auditor }), [running])?.Code);
        Assert.Equal("needs.not-running", NeedRules.MayAdd(other, [running], 2, [1, 2])?.Code);
        Assert.Null(NeedRules.MayAdd(Officer, [running], 2, [1, 2]));
        Assert.Null(NeedRules.MayAdd(other, [gone], 2, [2]));
        Assert.Equal("needs.not-running", NeedRules.MayAdd(other, [gone], 3, [2, 3])?.Code);
        Assert.Equal("needs.not-officer", NeedRules.MayAdd(Officer, [running], 9, [1, 2])?.Code);
    }

    [Fact]
    public void Needs_are_counted_without_names_and_a_need_said_twice_is_one()
    {
        var counts = NeedRules.Count([new BookingNeeds { Diets = [Diet.Halal, Diet.Halal, Diet.NutFree] }, new BookingNeeds { Diets = [Diet.Halal], Food = "no sesame", Access = [AccessNeed.Captions] }]);
        Assert.Equal((2, 2, 1, 1, 1, 0), (counts.People, counts.Diets[Diet.Halal], counts.Diets[Diet.NutFree], counts.OtherFood, counts.Access[AccessNeed.Captions], counts.OtherAccess));
    }
}
