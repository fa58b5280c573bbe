using System.Text;
using GrantsPortal.Following;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Topics;
using GrantsPortal.Resources;

namespace GrantsPortal.Publishing.Demo;

/// <summary>The library, what calls and courses are about, and people who follow.</summary>
internal sealed partial class DemoStory
{
    private void Shelves()
    {
        At(Ago(110), () => Put(new ResourceText
        {
            Kind = ResourceKind.Toolkit,
            Title = "The first 24 hours after a hate incident",
            Summary = "What a congregation, club or neighbourhood group does, says and leaves unsaid on the first day.",
            Body = "## In the first hour\n\n- see that everybody is safe, and call 999 if anybody is not\n- write down what was seen and heard, by whom and when\n- choose one person who speaks, and tell everybody else who that is\n\n## On the first evening\n\n- visit those it was aimed at, if they wish it\n- answer rumours with what is known and what is not\n- call your focal point at the city\n\n## What can wait\n\n- statements, marches, meetings with the press",
            Source = "City of Riverton with Riverton Interfaith Walkers",
            Licence = "Free to copy and adapt",
            Themes = ["hate-crime", "crisis", "faith"],
        }));
        At(Ago(108), () => Put(new ResourceText
        {
            Kind = ResourceKind.Guide,
            Title = "Talking with a child about a hateful video",
            Summary = "Four conversations for parents, grandparents and youth workers, with words to begin.",
            Body = "1. Ask what they saw before you say what you think.\n2. Say what worries you about it, not about them.\n3. Find out together who made it, and why.\n4. Agree what you do next time, both of you.",
            Source = "City of Riverton, from the course “When hate comes through the phone”",
            Licence = "CC BY 4.0",
            Themes = ["online", "families", "young-people"],
        }, Online));
        At(Ago(107), () => Put(new ResourceText
        {
            Kind = ResourceKind.Template,
            Title = "House rules for a difficult meeting",
            Summary = "One page to change together with those who come, before the first disagreement.",
            Body = "- one speaks, the others listen to the end\n- we say “I”, not “you people”\n- whoever needs a pause says so, and there is one\n- what is told here is not told elsewhere with names",
            Source = "Selam Bekele, mediator",
            Licence = "Free to copy and adapt",
            Themes = ["dialogue"],
        }, Listening, Mediation));
        At(Ago(106), () => Put(new ResourceText
        {
            Kind = ResourceKind.Template,
            Title = "A budget on one page",
            Summary = "For groups that ask for up to £10,000, as a table that any spreadsheet opens.",
            Source = "City of Riverton",
            Licence = "Free to copy and adapt",
            Themes = ["organisations"],
        }, "budget.csv", "What,How many,Cost of each,Together\nHall (evenings),8,40.00,320.00\nInterpreter (hours),16,25.00,400.00\nSupper,8,60.00,480.00\nTravel,24,4.50,108.00\n"));
        At(Ago(90), async () => await Put(new ResourceText
        {
            Kind = ResourceKind.Guide,
            Title = "Guides of the Strong Cities Network",
            Summary = "How other cities work with communities against hate, extremism and polarisation.",
            Link = "https://strongcitiesnetwork.org/resources/",
            Source = "Strong Cities Network",
            Themes = ["extremism"],
        }));
        At(Ago(20), async () => Done(await portal.Get<ResourceDesk>().Create(As("officer"), new ResourceText { Kind = ResourceKind.Study, Title = "What we learned from two years of suppers", Summary = "Being written.", Source = "City of Riverton" })));

        At(Ago(100), async () => await About(TopicSubject.Course, (await Subject(Listening)).Id, "dialogue"));
        At(Ago(100), async () => await About(TopicSubject.Course, (await Subject(Mediation)).Id, "dialogue"));
        At(Ago(100), async () => await About(TopicSubject.Course, (await Subject(Online)).Id, "online", "families", "young-people"));

        At(Ago(26), () => Follow("hodan.warsame@guests.example", new AlertChoice { Courses = true, Events = true, Themes = ["families", "dialogue"], Rhythm = AlertRhythm.Weekly }));
        At(Ago(25), () => Follow("kofi.asante@guests.example", new AlertChoice { Calls = true, Rhythm = AlertRhythm.Daily }));
        At(Ago(2), async () => Done(await portal.Get<FollowDesk>().Ask(Actor.Public, "ewa.zielinska@guests.example", "en", new AlertChoice { Calls = true, Courses = true, Events = true })));
    }

    private async Task Put(ResourceText text, params string[] courses)
    {
        var ids = new List<long>();
        foreach (var course in courses)
        {
            ids.Add((await Subject(course)).Id);
        }

        var desk = portal.Get<ResourceDesk>();
        var made = Done(await desk.Create(As("officer"), text with { Courses = ids }));
        Done((await desk.Publish(As("officer"), made.Slug))!.Value);
    }

    private async Task Put(ResourceText text, string file, string content)
    {
        var desk = portal.Get<ResourceDesk>();
        var made = Done(await desk.Create(As("officer"), text));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        Done((await desk.PutFile(As("officer"), made.Slug, stream, file))!.Value);
        Done((await desk.Publish(As("officer"), made.Slug))!.Value);
    }

    private async Task About(TopicSubject kind, long subject, params string[] themes) => Done((await portal.Get<TopicDesk>().Put(As("officer"), kind, subject, new Topic(themes, [])))!.Value);

    private async Task Follow(string email, AlertChoice choice)
    {
        var desk = portal.Get<FollowDesk>();
        Done(await desk.Ask(Actor.Public, email, "en", choice));
        var follower = (await portal.Read(work => FollowerRepository.FindByEmail(work, email)))!;
        Done((await desk.Confirm(Actor.Public, follower.Secret))!.Value);
    }
}
