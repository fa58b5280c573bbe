using GrantsPortal.Bookings;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Training;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Courses, and runs in every situation: over, open, full with a waiting list, by request, not open yet, called off, a draft.</summary>
internal sealed partial class DemoStory
{
    private const string Listening = "Listening across difference";
    private const string Mediation = "Mediating between neighbours";
    private const string Online = "When hate comes through the phone";
    private const string Sums = "Budgets and reports without fear";

    private readonly Dictionary<string, string> _courses = [];
    private readonly Dictionary<string, long> _runs = [];

    private void Courses()
    {
        At(Ago(120, 10), () => Course(new CourseTexts
        {
            Title = Listening,
            Summary = "Two mornings on how to hear people out whom one does not agree with, and stay oneself.",
            Aims = "- hear what somebody needs behind what they say\n- ask without cornering anybody\n- say no and keep the door open\n- know when a conversation is over",
            Audience = "Everybody who meets people in a group, a congregation or a club. No experience is needed.",
            Access = "Childcare on both mornings, travel costs paid, British Sign Language on request a week before.",
        }, CourseLevel.Introductory));
        At(Ago(119, 10), () => Course(new CourseTexts
        {
            Title = Mediation,
            Summary = "Four evenings for people who are asked to sit between two neighbours.",
            Aims = "- open, hold and close a conversation of three\n- write down what was agreed\n- see where mediation ends and protection begins",
            Audience = "People who have done “Listening across difference” and are known in their street.",
            Access = "The building has a lift. Supper is halal and vegetarian.",
        }, CourseLevel.Intermediate, Listening));
        At(Ago(118, 10), () => Course(new CourseTexts
        {
            Title = Online,
            Summary = "What families, youth workers and teachers can do when hateful videos reach a child.",
            Aims = "- recognise how recruiting works online\n- talk about it with a child without driving it away\n- know whom to call",
            Audience = "Parents, grandparents, youth workers, teachers.",
            Access = "Online, with live captions. The recording is not published.",
        }, CourseLevel.Introductory));
        At(Ago(30, 10), () => Course(new CourseTexts
        {
            Title = Sums,
            Summary = "One afternoon on what a small group has to write down about the city’s money.",
            Aims = "- a budget on one page\n- receipts that last\n- a report in your own words",
            Audience = "Treasurers, and those who became one by accident.",
        }, CourseLevel.Introductory, publish: false));

        At(Ago(60), () => Run("over", Listening, Plan(12), Days(40, 33)));
        At(Ago(52), () => Ask("over", "applicant1", "Harbour Women’s Circle", 2));
        At(Ago(51), () => Ask("over", "applicant4", "Riverton Interfaith Walkers", 1));
        At(Ago(50), () => Ask("over", "applicant7", null, 1));
        At(Ago(40, 13), () => Note("over", 0, absent: 1));
        At(Ago(33, 13), () => Note("over", 1, absent: 1));

        Afterwards();
        At(Ago(26), () => Run("recent", Online, Plan(12), Days(5), online: true));
        At(Ago(20), () => Ask("recent", "applicant2", "Northgate Youth Forum", 2));
        At(Ago(19), () => Ask("recent", "applicant5", "Castle Hill Gospel Choir", 1));
        At(Ago(5, 13), () => Note("recent", 0, absent: 9));

        At(Ago(24), () => Run("open", Listening, Plan(16) with { PriorityPlaces = 4, PriorityKinds = [OrganisationKind.CommunityGroup, OrganisationKind.FaithCommunity], PriorityUntil = Ago(-6, 17) }, Days(-16, -23)));
        At(Ago(18), () => Ask("open", "applicant2", null, 3));
        At(Ago(17), () => Ask("open", "applicant5", null, 1));

        At(Ago(22), () => Run("full", Mediation, Plan(2), Days(-9, -16)));
        At(Ago(21), () => Ask("full", "applicant1", "Harbour Women’s Circle", 1));
        At(Ago(20), () => Ask("full", "applicant4", "Riverton Interfaith Walkers", 1));
        At(Ago(19), () => Ask("full", "applicant7", null, 1));
        At(Ago(1, 20), () => GiveUpPlace("full", "applicant4"));

        At(Ago(15), () => Run("request", Online, Plan(10) with { ByApproval = true, Minimum = 5 }, Days(-12), online: true));
        At(Ago(10), () => Ask("request", "applicant3", null, 1, "Two mothers of our group have sons of fourteen. I would bring what I learn to them."));
        At(Ago(9), () => Ask("request", "applicant9", null, 1, "I teach tabla to teenagers."));
        At(Ago(8), () => Approve("request", "applicant9"));

        At(Ago(5), () => Run("later", Listening, Plan(16) with { OpensAt = Ago(-5, 8) }, Days(-50, -57)));
        At(Ago(4, 8), () => Price("later"));
        At(Ago(28), () => Run("off", Online, Plan(20), Days(-3), online: true));
        At(Ago(27), () => Ask("off", "applicant6", null, 1));
        At(Ago(4), async () => Done((await portal.Get<OccasionDesk>().CallOff(As("focal"), _runs["off"], "The trainer is ill. Whoever wants can come to the next date."))!.Value));
        At(Ago(3), async () => await portal.Get<BookingDesk>().Want(As("applicant6"), OccasionKind.Run, (await Subject(Online)).Id));
        At(Ago(2), () => Run("draft", Mediation, Plan(12), Days(-80), publish: false));
    }

    private static OccasionPlan Plan(int seats) => new() { Capacity = seats, TimeZone = "Europe/London", Minimum = seats > 4 ? 4 : 0 };

    private IReadOnlyList<DateTimeOffset> Days(params double[] ago) => [.. ago.Select(days => Ago(days, 10))];

    private async Task Course(CourseTexts texts, CourseLevel level, string? required = null, bool publish = true)
    {
        var desk = portal.Get<CourseDesk>();
        var course = Done(await desk.Create(As("focal"), texts));
        _courses[texts.Title] = course.Slug;
        IReadOnlyList<long> before = required is null ? [] : [(await Subject(required)).Id];
        Done((await desk.Plan(As("focal"), course.Slug, 1, new CoursePlan { Level = level, Languages = ["en"], CertificatePercent = 100, CertificateFeedback = texts.Title == Listening, Required = before }))!.Value);
        if (publish)
        {
            Done((await desk.Publish(As("focal"), course.Slug))!.Value);
        }
    }

    private async Task Run(string key, string course, OccasionPlan plan, IReadOnlyList<DateTimeOffset> days, bool online = false, bool publish = true)
    {
        var run = new CourseRun { Language = "en", Trainers = online ? "Joy Campbell, who has run helplines for families" : "Selam Bekele, mediator\nBen Adler, youth worker" };
        _runs[key] = Done((await portal.Get<CourseDesk>().AddRun(As("focal"), _courses[course], run, plan))!.Value).Id;
        foreach (var (index, day) in days.Index())
        {
            Done((await portal.Get<OccasionDesk>().PutSession(As("focal"), _runs[key], null, 0, Session(day, online, days.Count > 1 ? $"Part {index + 1}" : "")))!.Value);
        }

        if (publish)
        {
            Done((await portal.Get<OccasionDesk>().Publish(As("focal"), _runs[key]))!.Value);
        }
    }

    private static SessionPlan Session(DateTimeOffset day, bool online, string title) => new()
    {
        StartsAt = day,
        EndsAt = day.AddHours(2.5),
        Mode = online ? SessionMode.Online : SessionMode.InPerson,
        Title = title,
        VenueName = "Quay House, room 2",
        VenueAddress = "14 Quay Street\nRiverton",
        VenueFacts = [VenueFact.StepFree, VenueFact.AccessibleToilet, VenueFact.HearingLoop, VenueFact.PrayerRoom],
        VenueNote = online ? "" : "Ring the lower bell; somebody comes to the door.",
        JoinLink = online ? "https://meet.riverton.example/training" : null,
    };

    private async Task Ask(string run, string person, string? organisation, int people, string? note = null)
    {
        var booker = Somebody(person);
        Guest[] guests = [new Guest(booker.Name, booker.Email), .. Enumerable.Range(2, people - 1).Select(number => new Guest(DemoNames[((number * 3) + people) % DemoNames.Length], $"{person}-guest{number}@guests.example"))];
        Done((await portal.Get<BookingDesk>().Book(As(person), _runs[run], new BookingAsk { Guests = guests, OrganisationId = organisation is null ? null : _organisations[organisation].Id, Note = note }))!.Value);
    }

    private static readonly string[] DemoNames = ["Rosa Lindqvist", "Kofi Asante", "Nadia Karim", "Ewa Zielinska", "Samuel Green", "Hodan Warsame", "Pilar Romero"];

    private async Task GiveUpPlace(string run, string person) => Done((await portal.Get<BookingDesk>().CancelOwn(As(person), (await Of(run, person)).Reference))!.Value);

    private async Task Approve(string run, string person) => Done((await portal.Get<RequestDesk>().Approve(As("focal"), _runs[run], (await Of(run, person)).PartyId))!.Value);

    private async Task Note(string run, int session, int absent)
    {
        var sessions = await portal.Read(work => OccasionRepository.Sessions(work, _runs[run]));
        var placed = (await portal.Read(work => BookingRepository.OfOccasion(work, _runs[run]))).Where(row => row.State is BookingState.Confirmed or BookingState.Attended).ToList();
        var marks = placed.Index().ToDictionary(row => row.Item.Id, row => row.Index != absent);
        Done((await portal.Get<RequestDesk>().NoteAttendance(As("focal"), _runs[run], sessions[session].Id, marks))!.Value);
    }

    private async Task<BookingRow> Of(string run, string person) =>
        (await portal.Read(work => BookingRepository.OfOccasion(work, _runs[run]))).Single(row => row.PersonId == Somebody(person).Id);

    private async Task<Course> Subject(string course) => (await portal.Read(work => CourseRepository.FindBySlug(work, _courses[course])))!;
}
