using GrantsPortal.Bookings;
using GrantsPortal.Introductions;
using GrantsPortal.Introductions.Meeting;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Introductions.Tables;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Training;
using static GrantsPortal.Introductions.Offers.EntryKind;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What partners offer and seek, introductions in every state, and an evening at changing tables.</summary>
internal sealed partial class DemoStory
{
    private const string Tables = "Table talks";
    private const string Circle = "Harbour Women’s Circle";
    private const string Youth = "Northgate Youth Forum";
    private const string Kitchen = "Weirside Newcomers’ Kitchen";
    private const string Walkers = "Riverton Interfaith Walkers";
    private const string Somali = "Harbour Somali Families";
    private const string ParishHall = "St Brigid’s Parish Hall";
    private const string Radio = "Millfield Community Radio";
    private const string Quakers = "Quaker Peace Room";
    private const string Deaf = "Riverton Deaf Community Network";
    private const string Theatre = "Youth Theatre of the Weir";
    private const string RomaWomen = "Riverton Roma Women’s Association";

    private readonly Dictionary<string, string> _introductions = [];

    private void Introductions()
    {
        Offer(150, Circle, (EntrySide.Offer, Group, "", ["Women"]), (EntrySide.Offer, Skill, "On Thursdays, for up to ten children.", ["Childcare"]), (EntrySide.Offer, Language, "", ["Arabic", "Tigrinya"]), (EntrySide.Offer, Space, "The tea room of the old customs house: 25 people, step-free, not on Thursdays.", ["Meeting room"]), (EntrySide.Seek, Language, "Thursday mornings.", ["Somali"]), (EntrySide.Seek, Skill, "", ["Mediation"]));
        Offer(149, Somali, (EntrySide.Offer, Language, "Two interpreters, weekdays after four.", ["Somali"]), (EntrySide.Offer, Group, "", ["Parents and families"]), (EntrySide.Seek, Space, "For eighty people, twice a year.", ["Hall"]), (EntrySide.Seek, Skill, "", ["Childcare", "Writing applications"]));
        Offer(148, ParishHall, (EntrySide.Offer, Space, "Hall for 60, step-free, evenings; kitchen with six rings.", ["Hall", "Kitchen"]), (EntrySide.Seek, Group, "", ["Young people"]), (EntrySide.Seek, Skill, "", ["Youth work"]));
        Offer(147, Youth, (EntrySide.Offer, Skill, "", ["Youth work"]), (EntrySide.Offer, Group, "", ["Young people"]), (EntrySide.Offer, Theme, "", ["Young people", "Hate and rumours online"]), (EntrySide.Seek, Skill, "", ["Filming and radio"]), (EntrySide.Seek, Space, "", ["Recording studio", "Hall"]));
        Offer(146, Radio, (EntrySide.Offer, Skill, "A weekend course for up to eight.", ["Filming and radio"]), (EntrySide.Offer, Space, "", ["Recording studio"]), (EntrySide.Offer, Theme, "", ["Hate and rumours online"]), (EntrySide.Seek, Language, "Newsreaders.", ["Romani", "Somali"]), (EntrySide.Seek, Group, "", ["Young people"]));
        Offer(145, Quakers, (EntrySide.Offer, Skill, "Two trained mediators, free of charge.", ["Mediation"]), (EntrySide.Offer, Space, "", ["Quiet room"]), (EntrySide.Offer, Theme, "", ["Dialogue between communities"]), (EntrySide.Seek, Language, "", ["Arabic"]));
        Offer(144, Deaf, (EntrySide.Offer, Language, "Booked two weeks ahead.", ["British Sign Language"]), (EntrySide.Offer, Group, "", ["Deaf people"]), (EntrySide.Seek, Space, "For our drama group.", ["Stage"]));
        Offer(143, Theatre, (EntrySide.Offer, Space, "Black box, ninety seats, ramp.", ["Stage"]), (EntrySide.Offer, Group, "", ["Young people"]), (EntrySide.Seek, Language, "", ["British Sign Language"]));
        Offer(142, "Riverton Disability Coalition", (EntrySide.Offer, Skill, "Half a day, with a written list.", ["Access checks"]), (EntrySide.Offer, Group, "", ["Disabled people"]), (EntrySide.Seek, Skill, "", ["Websites", "Childcare"]), (EntrySide.Seek, Space, "For ten, with a lift.", ["Meeting room"]));
        Offer(141, Kitchen, (EntrySide.Offer, Skill, "For up to 120.", ["Cooking for many"]), (EntrySide.Offer, Theme, "", ["Newcomers and refugees"]), (EntrySide.Seek, Space, "Saturdays.", ["Kitchen"]), (EntrySide.Seek, Language, "", ["Dari", "Ukrainian"]));
        Offer(140, Walkers, (EntrySide.Offer, Theme, "", ["Faith communities", "Dialogue between communities"]), (EntrySide.Seek, Skill, "Six on a Sunday, once a month.", ["Stewarding"]), (EntrySide.Seek, Group, "", ["Young people"]));
        Offer(139, "Castle Hill Gospel Choir", (EntrySide.Offer, Theme, "", ["Faith communities"]), (EntrySide.Offer, Skill, "", ["Teaching"]), (EntrySide.Seek, Language, "For the songs.", ["Tigrinya"]), (EntrySide.Seek, Space, "To rehearse, Mondays.", ["Hall"]));
        Offer(138, RomaWomen, visible: false, (EntrySide.Offer, Language, "", ["Romani"]), (EntrySide.Offer, Group, "", ["Roma and Travellers", "Women"]), (EntrySide.Seek, Skill, "", ["Legal advice", "Childcare"]));
        Offer(6, "Priory Dementia Friends Café", visible: false, letIn: false, (EntrySide.Offer, Group, "", ["Older people"]), (EntrySide.Seek, Skill, "", ["Driving", "Filming and radio"]));
        At(Ago(40), async () => Done((await portal.Get<PartnerDesk>().WriteFor(As("focal"), _organisations["Beit Shalom Community"].Slug, EntrySide.Seek, Skill, Entry("Told us on a visit.", "Stewarding") with { Until = Instants.DayOf(now, TimeZoneInfo.Utc).AddDays(120) }))!.Value));

        At(Ago(110), () => AskFor("radio", Youth, Radio, "Our newsroom course needs a studio and somebody who knows the desk; our young people would read the news of their street."));
        At(Ago(106), () => Agree("radio", Radio));
        At(Ago(44, 6), RunIntroductions);
        At(Ago(43), async () => Done((await portal.Get<AnswerDesk>().SayOutcome(As(OwnerOf(Radio)), _introductions["radio"], _organisations[Radio].Id, IntroductionOutcome.Useful, "Four of them now read the evening news; two have stayed on the desk."))!.Value));
        At(Ago(80), () => AskFor("lapsed", Walkers, Youth, "We look for young people who would walk with us in spring and say what they see."));
        At(Ago(57, 6), RunIntroductions);
        At(Ago(30), () => AskFor("declined", Kitchen, ParishHall, "Our kitchen is closed for repairs until summer. Could we cook in yours on Saturdays?"));
        At(Ago(28), async () => Done((await portal.Get<AnswerDesk>().Decline(As(OwnerOf(ParishHall)), _introductions["declined"], _organisations[ParishHall].Id, "Saturdays are full until July; after that gladly."))!.Value));
        At(Ago(18), () => Propose("made", Circle, Quakers, "Some of the women asked for help with a quarrel in their house. You have mediators, and look for Arabic."));
        At(Ago(17), () => Agree("made", Circle));
        At(Ago(13), () => Agree("made", Quakers));
        At(Ago(8), () => Propose("asked", Theatre, Deaf, "A stage without a sign language interpreter and a drama group without a stage."));
        At(Ago(4), () => Propose("hidden", RomaWomen, Circle, "A group of mothers looks for childcare on Thursdays and could interpret in return."));
        At(Ago(3), () => AskFor("waits", Somali, Circle, "Three of our mothers would like to come to your language table, and two of us could interpret there. We look for childcare in return."));
        At(Ago(1), () => Propose("proposed", ParishHall, Youth, "An empty hall on Wednesday evenings, and a loud kitchen that is too small.", ask: false));

        At(Ago(33), () => Course(new CourseTexts
        {
            Title = Tables,
            Summary = "An evening at changing tables for people who hold a group together: three questions, three rounds, nobody you know at your table.",
            Aims = "- meet fifteen people whom you have not met\n- hear how others solve what you are stuck with\n- go home with two names",
            Audience = "Everybody who runs, feeds, chairs or cleans up after a group.",
            Access = "Step-free, hearing loop, supper halal and vegetarian, childcare next door.",
        }, CourseLevel.Introductory));
        At(Ago(32), () => Run("tables", Tables, Plan(24), Days(-9)));
        At(Ago(20, 12), () => Come("applicant1", Circle, "Nadia Karim", "Hodan Warsame"));
        At(Ago(20, 13), () => Come("applicant2", Youth, "Kofi Asante"));
        At(Ago(19, 12), () => Come("applicant3", Kitchen, "Ewa Zielinska"));
        At(Ago(19, 13), () => Come("applicant4", Walkers, "Samuel Green"));
        At(Ago(18, 12), () => Come("applicant5", "Castle Hill Gospel Choir", "Rosa Lindqvist", "Pilar Romero"));
        At(Ago(17, 12), () => Come("applicant7", null, "Jamal Uddin"));
        At(Ago(17, 13), () => Come("applicant9", "Gurdwara Kitchen Volunteers", "Gurpreet Gill"));
        foreach (var (index, (person, interests)) in new[]
        {
            ("applicant1", new[] { MeetingWish.Kept(Theme, "Women’s leadership"), MeetingWish.Kept(Theme, "Young people") }), ("applicant2", [MeetingWish.Kept(Theme, "Young people"), MeetingWish.Kept(Theme, "Dialogue between communities")]),
            ("applicant4", []), ("applicant5", [MeetingWish.Kept(Theme, "Faith communities")]), ("applicant9", [MeetingWish.Kept(Theme, "Faith communities"), MeetingWish.Kept(Theme, "Newcomers and refugees")]),
        }.Index())
        {
            At(Ago(9, 9 + index), async () => Done((await portal.Get<MeetingDesk>().Agree(As(person), await Link(person), interests))!.Value));
        }

        At(Ago(2, 14), SeatTables);
    }

    private static EntryText Entry(string note, params string[] words) => new(words, note, null);

    private void Offer(int ago, string organisation, params (EntrySide Side, EntryKind Kind, string Note, string[] Words)[] entries) => Offer(ago, organisation, true, true, entries);

    private void Offer(int ago, string organisation, bool visible, params (EntrySide Side, EntryKind Kind, string Note, string[] Words)[] entries) => Offer(ago, organisation, visible, true, entries);

    private void Offer(int ago, string organisation, bool visible, bool letIn, params (EntrySide Side, EntryKind Kind, string Note, string[] Words)[] entries) => At(Ago(ago), async () =>
    {
        var (desk, owner, slug) = (portal.Get<PartnerDesk>(), As(OwnerOf(organisation)), _organisations[organisation].Slug);
        foreach (var (side, kind, note, words) in entries)
        {
            Done((await desk.Write(owner, slug, side, kind, Entry(note, words) with { Until = Instants.DayOf(now, TimeZoneInfo.Utc).AddDays(organisation == Walkers ? 10 : Math.Max(40, 180 - ago)) }))!.Value);
        }

        if (visible)
        {
            Done((await desk.SetVisible(owner, slug, true))!.Value);
        }

        if (letIn && !(await portal.Read(work => PartnerRepository.Profile(work, _organisations[organisation].Id))).IsIn)
        {
            Done((await desk.LetIn(As("focal"), slug))!.Value);
        }
    });

    private async Task AskFor(string key, string organisation, string with, string words)
    {
        var owner = As(OwnerOf(organisation));
        _introductions[key] = Done((await portal.Get<IntroductionDesk>().AskFor(owner, _organisations[organisation].Slug, _organisations[with].Slug, words, new ContactChoice(owner.Person, null)))!.Value).Reference;
    }

    private async Task Propose(string key, string first, string second, string words, bool ask = true)
    {
        var desk = portal.Get<IntroductionDesk>();
        _introductions[key] = Done((await desk.Propose(As("focal"), _organisations[first].Slug, _organisations[second].Slug, words))!.Value).Reference;
        if (ask)
        {
            Done((await desk.Ask(As("focal"), _introductions[key]))!.Value);
        }
    }

    private async Task Agree(string key, string organisation)
    {
        var owner = As(OwnerOf(organisation));
        Done((await portal.Get<AnswerDesk>().Agree(owner, _introductions[key], _organisations[organisation].Id, new ContactChoice(owner.Person, "01632 960 145")))!.Value);
    }

    private Task RunIntroductions() => portal.Get<IntroductionJob>().Run(CancellationToken.None);

    private async Task Come(string person, string? organisation, params string[] others)
    {
        var booker = Somebody(person);
        Guest[] guests = [new Guest(booker.Name, booker.Email), .. others.Select(name => new Guest(name, $"{name.Split(' ')[0].ToLowerInvariant()}@tables.example"))];
        Done((await portal.Get<BookingDesk>().Book(As(person), _runs["tables"], new BookingAsk { Guests = guests, OrganisationId = organisation is null ? null : _organisations[organisation].Id }))!.Value);
    }

    private async Task<string> Link(string person)
    {
        var id = (await Of("tables", person)).Id;
        return (await portal.Read(work => BookingRepository.Find(work, _runs["tables"], id)))!.Secret;
    }

    private async Task SeatTables()
    {
        var (desk, occasion) = (portal.Get<TableDesk>(), _runs["tables"]);
        Done((await desk.Lay(As("focal"), occasion, 0, 4, 5, 3))!.Value);
        Done((await desk.Settle(As("focal"), occasion, (await Of("tables", "applicant7")).Id, null, 1))!.Value);
        Done((await desk.Wish(As("focal"), occasion, (await Of("tables", "applicant2")).Id, (await Of("tables", "applicant5")).Id, together: false))!.Value);
        Done((await desk.Solve(As("focal"), occasion))!.Value);
        Done((await desk.Show(As("focal"), occasion, shown: true))!.Value);
    }
}
