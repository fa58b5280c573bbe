using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Needs;
using GrantsPortal.Events;
using GrantsPortal.Events.Agenda;
using GrantsPortal.Events.Groups;
using GrantsPortal.Events.Guests;
using GrantsPortal.Events.Invitations;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Events: a forum that took place, an evening to come with all that belongs to it, a round table by request, a dialogue called off, a draft.</summary>
internal sealed partial class DemoStory
{
    private readonly Dictionary<string, string> _events = [];

    private void Events()
    {
        At(Ago(62, 11), () => Gathering("forum", EventKind.Forum, 60, new EventTexts
        {
            Title = "Safer together: forum of communities",
            Summary = "What each community saw this year, what helped, and what the city should do next.",
            Description = "Three short openings, then tables of eight. What was said is written down without names and answered by the city within six weeks.",
            Audience = "People of community and faith groups, schools and city services.",
            Access = "Sign language, Somali and Polish interpreters. Childcare in the next room.",
        }, ["dialogue", "hate-crime"], [], Ago(25, 13), 4));
        At(Ago(61), () => Announce("forum"));
        At(Ago(55), () => Ask("forum", "applicant1", "Harbour Women’s Circle", 2));
        At(Ago(54), () => Ask("forum", "applicant4", "Riverton Interfaith Walkers", 1));
        At(Ago(53), () => Ask("forum", "applicant5", "Castle Hill Gospel Choir", 3));
        At(Ago(52), () => Ask("forum", "applicant7", "Millfield Bangladeshi Elders’ Club", 1));
        At(Ago(25, 18), () => Note("forum", 0, absent: 5));

        At(Ago(21, 11), () => Gathering("evening", EventKind.Networking, 40, new EventTexts
        {
            Title = "Neighbours at one table",
            Summary = "An evening for people of different groups who have not met yet, with food, short talks and small groups.",
            Description = "We begin with supper. Then two tracks of short talks stand beside one another, and small groups of eight end the evening. Nobody has to speak in front of all.",
            Audience = "Whoever does something for others in the city, with or without an organisation.",
            Access = "Everything is on the ground floor. Supper is halal and vegetarian. Travel costs are paid.",
        }, ["dialogue", "newcomers", "women"], ["Harbour", "Old Town", "Weirside"], Ago(-15, 17), 4));
        At(Ago(21, 12), () => Evening());
        At(Ago(20), () => Announce("evening"));
        At(Ago(19), () => InviteTo("evening", new Segment { Districts = ["Harbour", "Weirside"] }));
        At(Ago(18), () => CannotCome("evening", "applicant3"));
        At(Ago(17), () => Ask("evening", "applicant1", "Harbour Women’s Circle", 2));
        At(Ago(16), () => Ask("evening", "applicant4", "Riverton Interfaith Walkers", 1));
        At(Ago(14), () => Ask("evening", "applicant9", null, 1));
        At(Ago(13), () => Ask("evening", "applicant5", "Castle Hill Gospel Choir", 1));
        At(Ago(12), () => ChooseGroups("evening"));
        At(Ago(11), () => TellNeeds("evening"));

        At(Ago(18, 11), () => Gathering("table", EventKind.RoundTable, 12, new EventTexts
        {
            Title = "Round table: when a school is shaken",
            Summary = "Schools, families and youth workers on the first three days after something happened.",
            Description = "One case, told by those who lived through it, then what each side would have needed. The table is small, so that everybody is heard.",
            Audience = "Schools, parents’ groups and youth workers; the city answers each request.",
        }, ["schools", "young-people", "crisis"], ["Northgate"], Ago(-22, 14), 2, byApproval: true));
        At(Ago(17, 11), () => Announce("table"));
        At(Ago(9), () => Ask("table", "applicant2", "Northgate Youth Forum", 1, "We had such a day in March and know what was missing."));
        At(Ago(8, 11), () => Ask("table", "applicant7", null, 1, "My daughter’s school."));
        At(Ago(7), () => Approve("table", "applicant2"));

        At(Ago(30, 11), () => Gathering("square", EventKind.Dialogue, 20, new EventTexts
        {
            Title = "Dialogue on the market square",
            Summary = "Traders, the mosque and the new flats on what happened at the market.",
            Description = "A facilitated conversation in two rounds.",
            Audience = "Traders and neighbours of the market square.",
        }, ["dialogue"], ["Old Town"], Ago(-4, 17), 2));
        At(Ago(29), () => Announce("square"));
        At(Ago(3), async () => Done((await portal.Get<OccasionDesk>().CallOff(As("focal"), _runs["square"], "Both sides asked for more time. We meet them one by one first."))!.Value));

        At(Ago(4), () => Gathering("streets", EventKind.Dialogue, 16, new EventTexts
        {
            Title = "Dialogue between the chapel and the bakery street",
            Summary = "Two streets, one square, and what each hopes of the other.",
        }, [], ["Castle Hill"], Ago(-40, 17), 2));
    }

    private async Task Gathering(string key, EventKind kind, int seats, EventTexts texts, IReadOnlyList<string> themes, IReadOnlyList<string> districts, DateTimeOffset starts, double hours, bool byApproval = false)
    {
        var desk = portal.Get<EventDesk>();
        var made = Done(await desk.Create(As("focal"), texts, kind, seats));
        (_events[key], _runs[key]) = (made.Slug, made.OccasionId);
        Done((await portal.Get<OccasionDesk>().PutSession(As("focal"), made.OccasionId, null, 0, Session(starts, online: false, "") with { EndsAt = starts.AddHours(hours), VenueName = "Quay House, hall" }))!.Value);
        Done((await desk.Plan(As("focal"), made.Slug, 1, new EventPlan { Kind = kind, Languages = ["en"], Themes = themes, Districts = districts, GuestsUntil = starts.AddDays(1) }, Plan(seats) with { ByApproval = byApproval }))!.Value);
    }

    private async Task Announce(string key) => Done((await portal.Get<OccasionDesk>().Publish(As("focal"), _runs[key]))!.Value);

    private async Task Evening()
    {
        var (desk, slug) = (portal.Get<AgendaDesk>(), _events["evening"]);
        var starts = Ago(-15, 17);
        Speaker[] speakers =
        [
            new() { Name = "Selam Bekele", Work = "Mediator", Organisation = "Ethiopian Coffee Mornings", About = "Has sat between neighbours for eleven years, mostly over coffee.", ConsentOn = DateOnly.FromDateTime(Ago(22).UtcDateTime) },
            new() { Name = "Peter Whitlock", Work = "Minister", Organisation = "Northgate Methodist Church", About = "Opened a warm room on weekdays and learnt who comes.", ConsentOn = DateOnly.FromDateTime(Ago(22).UtcDateTime) },
            new() { Name = "Rosa Lindqvist", Work = "Youth worker" },
        ];
        foreach (var speaker in speakers)
        {
            Done((await desk.PutSpeaker(As("focal"), slug, 0, speaker))!.Value);
        }

        var known = await portal.Read(async work => await AgendaRepository.Speakers(work, (await EventRepository.FindBySlug(work, slug))!.Id));
        (string Title, string Track, string Room, int From, int Minutes, string Who)[] lines =
        [
            ("Supper", "", "Foyer", 0, 60, ""),
            ("What a street can do before anybody calls the police", "Talks", "Hall", 60, 40, "Selam Bekele"),
            ("Telling one’s own story", "Workshops", "Room 2", 60, 40, "Rosa Lindqvist"),
            ("A warm room and who comes", "Talks", "Hall", 100, 20, "Peter Whitlock"),
            ("Small groups", "", "All rooms", 125, 60, ""),
            ("What we take home", "", "Hall", 185, 30, ""),
        ];
        foreach (var line in lines)
        {
            var item = new AgendaItem { Title = line.Title, Track = line.Track, Room = line.Room, StartsAt = starts.AddMinutes(line.From), EndsAt = starts.AddMinutes(line.From + line.Minutes) };
            Done((await desk.PutItem(As("focal"), slug, 0, item, [.. known.Where(speaker => speaker.Name == line.Who).Select(speaker => speaker.Id)]))!.Value);
        }

        foreach (var (title, room, seats) in new[] { ("Women who lead", "Room 1", 8), ("Arriving in the city", "Room 2", 8), ("When a rumour runs", "Kitchen", 1) })
        {
            Done((await portal.Get<GroupDesk>().Put(As("focal"), _runs["evening"], 0, new SmallGroup { Title = title, Room = room, Seats = seats, StartsAt = starts.AddMinutes(125), EndsAt = starts.AddMinutes(185) }))!.Value);
        }
    }

    private async Task InviteTo(string key, Segment segment)
    {
        var desk = portal.Get<InvitationDesk>();
        var met = Done((await desk.Show(As("focal"), _events[key], segment))!.Value);
        Done((await desk.Send(As("focal"), _events[key], segment, met.Seal))!.Value);
    }

    private async Task CannotCome(string key, string person)
    {
        var secret = await portal.Read(work => work.Scalar<string>(
            "SELECT i.Secret FROM EventInvitation i JOIN Event e ON e.Id = i.EventId WHERE e.Slug = @slug AND i.PersonId = @person", new { slug = _events[key], person = Somebody(person).Id }));
        Done((await portal.Get<InvitationDesk>().Decline(As(person), secret!, true))!.Value);
    }

    private async Task ChooseGroups(string key)
    {
        var groups = await portal.Read(work => GroupRepository.OfOccasion(work, _runs[key]));
        foreach (var (person, group) in new[] { ("applicant1", 0), ("applicant4", 2), ("applicant9", 1) })
        {
            var booking = await portal.Read(async work => (await BookingRepository.FindFor(work, (await Of(key, person)).Reference, Somebody(person).Id))!);
            Done((await portal.Get<GroupDesk>().Choose(As(person), booking.Secret, groups[group].Id))!.Value);
            Done((await portal.Get<GuestDesk>().Show(As(person), booking.Secret, true))!.Value);
        }
    }

    private async Task TellNeeds(string key)
    {
        (string Person, BookingNeeds Needs)[] told =
        [
            ("applicant1", new BookingNeeds { Diets = [Diet.Halal], Access = [AccessNeed.Childcare], Other = "Two children, four and six." }),
            ("applicant4", new BookingNeeds { Diets = [Diet.Vegetarian, Diet.NutFree], Food = "Sesame as well." }),
            ("applicant9", new BookingNeeds { Diets = [Diet.Vegetarian], Access = [AccessNeed.HearingLoop] }),
        ];
        foreach (var (person, needs) in told)
        {
            var booking = await portal.Read(async work => (await BookingRepository.FindFor(work, (await Of(key, person)).Reference, Somebody(person).Id))!);
            Done((await portal.Get<NeedDesk>().Write(As(person), booking.Secret, needs))!.Value);
        }
    }
}
