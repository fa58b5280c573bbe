using GrantsPortal.Bookings;
using GrantsPortal.Events.Groups;
using GrantsPortal.Introductions.Meeting;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Introductions.Tables;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Introductions;

public sealed class TablesAndMeetingTests : IDisposable
{
    private readonly City _city = new();

    private TableDesk Desk => _city.Portal.Get<TableDesk>();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Guests_are_seated_beside_strangers_and_what_was_settled_by_hand_stays()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var actor = City.Acting(officer, Roles.FocalPoint);
        var occasion = await _city.Occasion(officer, 20);
        var first = await _city.Book(await _city.Person("Amina Yusuf"), occasion, 3);
        var second = await _city.Book(await _city.Person("Daniel Okafor"), occasion, 3);
        Assert.Equal("tables.not-laid", (await Desk.Solve(actor, occasion.Id))!.Value.Refusals[0].Code);
        Assert.Equal("introduction.officers-only", (await Desk.Lay(City.Acting(officer, Roles.Auditor), occasion.Id, 0, 3, 2, 1))!.Value.Refusals[0].Code);
        City.Must(await Desk.Lay(actor, occasion.Id, 0, 3, 2, 1));
        City.Must(await Desk.Settle(actor, occasion.Id, first.Bookings[0].Id, null, 3));
        City.Must(await Desk.Solve(actor, occasion.Id));

        var sight = await Sight(occasion);
        Assert.Empty(TableRules.Broken(sight.Ask, sight.Seating));
        Assert.Equal(6, TableRules.MeetSomebodyNew(sight.Ask, sight.Seating));
        Assert.Equal(3, sight.Seating.Rounds[0][first.Bookings[0].Id]);

        var beside = sight.Seating.Rounds[0].Single(place => place.Value == 3 && place.Key != first.Bookings[0].Id).Key;
        Assert.Equal("tables.full", (await Desk.Settle(actor, occasion.Id, first.Bookings[1].Id, 1, 3))!.Value.Refusals[0].Code);
        City.Must(await Desk.Wish(actor, occasion.Id, first.Bookings[0].Id, beside, together: false));
        City.Must(await Desk.Solve(actor, occasion.Id));
        sight = await Sight(occasion);
        Assert.Empty(TableRules.Broken(sight.Ask, sight.Seating));
        Assert.NotEqual(3, sight.Seating.Rounds[0][beside]);

        City.Must(await _city.Portal.Get<BookingDesk>().Cancel(Actor.Public, second.Bookings[0].Secret));
        sight = await Sight(occasion);
        Assert.Equal(5, sight.Seating.Rounds[0].Count);
        await _city.Book(await _city.Person("Leila Haddad"), occasion);
        Assert.Single((await Sight(occasion)).Unseated);
        City.Must(await Desk.Solve(actor, occasion.Id));
        Assert.Empty((await Sight(occasion)).Unseated);
    }

    [Fact]
    public async Task People_of_one_party_and_people_who_were_somewhere_together_know_one_another()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var (amina, daniel, leila) = (await _city.Person("Amina Yusuf"), await _city.Person("Daniel Okafor"), await _city.Person("Leila Haddad"));
        var before = await _city.Occasion(officer, 20, inDays: 1);
        foreach (var person in new[] { amina, daniel })
        {
            await _city.Portal.Get<BookingDesk>().Book(City.Acting(person), before.Id, new BookingAsk { Guests = [new Guest(person.Name, person.Email)] });
        }

        var after = await _city.Occasion(officer, 20, inDays: 30);
        foreach (var person in new[] { amina, daniel, leila })
        {
            await _city.Portal.Get<BookingDesk>().Book(City.Acting(person), after.Id, new BookingAsk { Guests = [new Guest(person.Name, person.Email)] });
        }

        Assert.Empty((await Sight(after)).Ask.Known);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(2));
        var session = (await _city.Read(work => OccasionRepository.Sessions(work, before.Id)))[0];
        var there = await _city.Read(work => BookingRepository.OfOccasion(work, before.Id));
        City.Must(await _city.Portal.Get<RequestDesk>().NoteAttendance(City.Acting(officer, Roles.FocalPoint), before.Id, session.Id, there.ToDictionary(row => row.Id, _ => true)));
        var known = Assert.Single((await Sight(after)).Ask.Known);
        var names = (await Sight(after)).Guests.ToDictionary(guest => guest.Id, guest => guest.Name);
        Assert.Equal(["Amina Yusuf", "Daniel Okafor"], new[] { names[known.Low], names[known.High] }.Order());
    }

    [Fact]
    public async Task Those_who_sit_in_one_small_group_of_an_event_need_no_table_to_meet()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var gathering = await _city.Event(officer, "Neighbours at one table");
        List<Booking> guests = [];
        foreach (var name in new[] { "Amina Yusuf", "Daniel Okafor", "Leila Haddad" })
        {
            guests.AddRange(await _city.Placed(await _city.Person(name), gathering));
        }

        var occasion = await _city.Occasion(gathering.OccasionId);
        Assert.Empty((await Sight(occasion)).Ask.Known);
        var group = await _city.Group(officer, gathering, "Women who lead", 5);
        foreach (var guest in guests.Take(2))
        {
            City.Must(await _city.Portal.Get<GroupDesk>().Choose(Actor.Public, guest.Secret, group.Id));
        }

        Assert.Equal(GuestPair.Of(guests[0].Id, guests[1].Id), Assert.Single((await Sight(occasion)).Ask.Known));
    }

    [Fact]
    public async Task Only_those_who_agreed_are_named_to_one_another_and_two_days_before_they_are_told()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var occasion = await _city.Occasion(officer, 20, inDays: 10);
        var (circle, families, refuge) = (await Comes("Circle", true), await Comes("Families", true), await Comes("Refuge", false));
        await _city.Book(await _city.Person("Nobody Asked"), occasion);
        var meeting = _city.Portal.Get<MeetingDesk>();
        City.Must(await meeting.Agree(Actor.Public, circle.Secret, []));
        Assert.Empty((await Proposals())[circle.Id]);
        City.Must(await meeting.Agree(Actor.Public, families.Secret, ["Theme:Hate crime", "Theme:Not on the list"]));
        City.Must(await meeting.Agree(Actor.Public, refuge.Secret, ["Theme:Hate crime"]));
        var proposals = await Proposals();
        Assert.Equal(["Guest of Families"], proposals[circle.Id].Select(meet => meet.Guest.Name));
        Assert.Equal(["Guest of Circle", "Guest of Refuge"], proposals[families.Id].Select(meet => meet.Guest.Name));
        Assert.Null(proposals[families.Id][1].Guest.Organisation);

        _city.Portal.Clock.Advance(TimeSpan.FromDays(7));
        await _city.RunJob("introductions.whom-to-meet");
        Assert.Empty(await _city.MailTo(circle.Email) is { } none ? none.Where(mail => mail.Template == nameof(WhomToMeet)) : []);
        City.Must(await meeting.TakeBack(Actor.Public, refuge.Secret));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(1.5));
        await _city.RunJob("introductions.whom-to-meet");
        await _city.RunJob("introductions.whom-to-meet");
        var told = Assert.Single(await _city.MailTo(families.Email), mail => mail.Template == nameof(WhomToMeet));
        Assert.Contains("Guest of Circle", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Refuge", told.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(circle.Email, told.TextBody, StringComparison.Ordinal);

        async Task<Booking> Comes(string name, bool visible)
        {
            var (organisation, owner) = await _city.Partner(name, visible, (name == "Circle" ? EntrySide.Seek : EntrySide.Offer, EntryKind.Language, "Somali"));
            var ask = new BookingAsk { Guests = [new Guest($"Guest of {name}", $"{name.ToLowerInvariant()}@guests.example")], OrganisationId = organisation.Id };
            return (await _city.Portal.Get<BookingDesk>().Book(City.Acting(owner), occasion.Id, ask))!.Value.Value.Bookings[0];
        }

        Task<IReadOnlyDictionary<long, IReadOnlyList<ToMeet>>> Proposals() => _city.Read(work => MeetingRepository.Proposals(work, occasion.Id, DateOnly.FromDateTime(_city.Now.UtcDateTime)));
    }

    private Task<TableSight> Sight(Occasion occasion) => _city.Read(work => TableRepository.Sight(work, occasion.Id));
}
