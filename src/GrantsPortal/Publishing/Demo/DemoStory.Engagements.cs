using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Briefs;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Needs;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What was said with partners, what they raised and what was done about it, and what was told upward without names.</summary>
internal sealed partial class DemoStory
{
    private void Engagements()
    {
        Spoke(168, "Northgate Youth Forum", EngagementKind.Visit, "Sat in on the Wednesday evening. They decide everything themselves, also who talks to us.",
            [Raised("young-people", "Northgate", "Young people are stopped by patrols on the same corner every week and never told why", NeedKind.Concern, Seriousness.High)]);
        Spoke(161, "Weirside Newcomers’ Kitchen", EngagementKind.Call, "They cook for forty on Mondays now. The stove will not last the winter.",
            [Raised("newcomers", "Weirside", "Forms for school places are only in English, and the waiting line to ask is an hour", NeedKind.Need, Seriousness.Middle)]);
        Spoke(150, "Old Town Mosque Trust", EngagementKind.Meeting, "Met the trustees after Friday prayer. They would host the next round table, if it is not announced as theirs alone.",
            [Raised("hate-crime", "Old Town", "Insults are shouted from cars on Friday afternoons, and nobody reports them any more", NeedKind.Concern, Seriousness.High)]);
        Spoke(141, "Riverton Roma Women’s Association", EngagementKind.Visit, "They showed us the way to the surgery, and why mothers turn round at the door.",
            [Raised("women", "Millfield", "A woman’s voice at the reception desk who speaks the language one morning a week", NeedKind.Need, Seriousness.Middle)]);
        Spoke(133, "Beit Shalom Community", EngagementKind.Meeting, "The door is guarded by volunteers who have jobs and children. They are tired.",
            [Raised("hate-crime", "Priory", "Families stay away from services on holidays because the street is dark and unguarded", NeedKind.Concern, Seriousness.High)]);
        Spoke(120, "Harbour Somali Families", EngagementKind.Call, "The fathers’ group wants to talk about what boys watch at night, with somebody who knows the platforms.",
            [Raised("online", "Harbour", "Parents want to understand the videos that boys share, in their own language", NeedKind.Need, Seriousness.Middle)]);
        Spoke(104, "Hindu Mandir Seva Group", EngagementKind.Forum, "Spoke at the neighbours’ forum about the leaflets. Calm, but people keep them in their bags to show.",
            [Raised("hate-crime", "Eastbank", "Leaflets against worshippers are put through doors before every festival", NeedKind.Concern, Seriousness.Middle)]);
        Spoke(91, "Kurdish Cultural House", EngagementKind.Visit, "Music, tea, then the letter from the landlord.",
            [Raised("organisations", "Northgate", "A room that can be kept for three years, so that work with young people can be planned", NeedKind.Need, Seriousness.Middle)]);
        Spoke(78, "Young Muslims Debate", EngagementKind.Meeting, "They asked us to come and lose a debate. We did.",
            [Raised("online", "Old Town", "Girls who speak in public are attacked online for days, and the platforms do not answer", NeedKind.Concern, Seriousness.High)]);
        Spoke(66, "Afghan Families’ Bridge", EngagementKind.Call, "Two families moved in next to each other and share a stair and a pram.",
            [Raised("newcomers", "Eastbank", "People who are waiting for papers need somewhere to learn English in the daytime", NeedKind.Need, Seriousness.Middle)]);
        Spoke(52, "Ukrainian House Riverton", EngagementKind.Forum, "They want to translate for others what was translated for them.",
            [Raised("newcomers", "Castle Hill", "Letters from offices should say in the first line what one has to do", NeedKind.Need, Seriousness.Low)]);
        Spoke(41, "Anti-Hate Helpline Riverton", EngagementKind.Meeting, "Calls have doubled since September; half of them about the tram.",
            [Raised("hate-crime", "Old Town", "People who are attacked on trams do not know whom to tell, and drivers do not either", NeedKind.Concern, Seriousness.High)]);
        Spoke(30, "Harbour Women’s Circle", EngagementKind.Visit, "A loud, good evening. Three promises came of it, two of them ours.",
            [
                Raised("women", "Harbour", "Women do not feel safe at the tram stop after evening classes", NeedKind.Concern, Seriousness.High),
                Raised("online", "Harbour", "Mothers want to know what to do when a rumour goes round the school chat", NeedKind.Need, Seriousness.Middle),
            ],
            (CommitmentMaker.City, "Ask the tram company for light at the stop on Quay Street", 45),
            (CommitmentMaker.Partner, "Tell us which evenings most women go home late", 33));
        Spoke(12, "Northgate Youth Forum", EngagementKind.Call, "They will bring what they wrote about the patrols, and want an answer in writing.",
            [Raised("hate-crime", "Northgate", "Boys are called names on the tram to school, and older ones look away", NeedKind.Concern, Seriousness.Middle)],
            (CommitmentMaker.City, "Answer in writing what they wrote about the patrols", 4),
            (CommitmentMaker.Partner, "Name two young people for the talk with the patrols", 9));
        Spoke(3, "Riverton Jewish Youth Club", EngagementKind.Email, "They send the list of schools that asked for speakers, and ask who pays the fares.", []);
        At(Ago(3, 15), async () => Done((await portal.Get<EngagementDesk>().Log(As("focal"), new EngagementLog(
            new EngagementPlan
            {
                OrganisationId = _organisations["Beit Shalom Community"].Id,
                Kind = EngagementKind.Call,
                OfficerId = Somebody("focal").Id,
                Words = "Two of the volunteers at the door were followed home. They do not want it spoken of, not even within the community.",
                Restricted = true,
            },
            [],
            [])))!.Value));

        ToldBack(118, "Weirside Newcomers’ Kitchen", NeedStates.Take, "The schools office translates the form into the six languages most asked for.");
        ToldBack(84, "Weirside Newcomers’ Kitchen", NeedStates.Do, "The form is there in six languages, and the line opens an hour earlier on Mondays.");
        ToldBack(97, "Riverton Roma Women’s Association", NeedStates.Do, "A speaker of the language sits at the reception on Tuesday mornings.");
        ToldBack(60, "Kurdish Cultural House", NeedStates.Refuse, "We have no room that we could promise for three years. We told them of two owners who might, and wrote to both.");
        ToldBack(20, "Harbour Women’s Circle", NeedStates.Take, "The tram company measures the light at the stop this month, and sends us what it finds.");

        At(Ago(2), () => Drew(
            "What holds people back from reporting hate, and what they ask for", "The ministry’s round table on hate crime",
            "For a year now, partners in every part of the city have told us what they see. We pass on what several of them said.",
            [
                ("hate-crime", NeedKind.Concern, "Insults and worse on streets and trams have become something one lives with. People do not report them, because they do not know where, because it takes an evening, and because nothing came of it the last time. Partners ask for one number, one sentence that says what happens next, and an answer in every case."),
                ("newcomers", NeedKind.Need, "Those who have just come want to learn in the daytime, and to read in the first line of a letter what they have to do. Both cost little and spare offices much."),
            ],
            keep: true));
        At(Ago(1), () => Drew("What families need in the first year", "Foundations that fund our partners", "", [], keep: false));
    }

    private static NeedPlan Raised(string theme, string district, string words, NeedKind kind, Seriousness seriousness) =>
        new() { Kind = kind, Words = words, Theme = theme, District = district, Seriousness = seriousness };

    private void Spoke(int days, string partner, EngagementKind kind, string words, IReadOnlyList<NeedPlan> needs, params (CommitmentMaker By, string What, int Days)[] promises) =>
        At(Ago(days, 13), async () =>
        {
            var (organisation, focal) = (_organisations[partner].Id, Somebody("focal").Id);
            Done((await portal.Get<EngagementDesk>().Log(As("focal"), new EngagementLog(
                new EngagementPlan { OrganisationId = organisation, Kind = kind, OfficerId = focal, Words = words, People = [.. (await portal.Read(work => PartnerPeople.Of(work, organisation))).Take(1)] },
                [.. promises.Select(one => new CommitmentPlan { OrganisationId = organisation, MadeBy = one.By, What = one.What, DueOn = DateOnly.FromDateTime(portal.Now.UtcDateTime).AddDays(one.Days), OwnerId = focal })],
                [.. needs.Select(need => need with { OrganisationId = organisation })])))!.Value);
        });

    /// <summary>Answers what a partner raised first, and tells it.</summary>
    private void ToldBack(int days, string partner, string act, string words) => At(Ago(days, 14), async () =>
    {
        var need = (await portal.Read(work => NeedRepository.Page(work, new NeedFilter { OrganisationId = _organisations[partner].Id }, null, 10)))[^1];
        Done((await portal.Get<NeedDesk>().Answer(As("focal"), need.Id, need.Version, act, words, true, null))!.Value);
    });

    private async Task Drew(string title, string audience, string opening, IReadOnlyList<(string Theme, NeedKind Kind, string Words)> worded, bool keep)
    {
        var (desk, today) = (portal.Get<BriefDesk>(), DateOnly.FromDateTime(portal.Now.UtcDateTime));
        var id = Done(await desk.Begin(As("focal"), new BriefPlan { Title = title, Audience = audience, Opening = opening, From = today.AddYears(-1), Until = today }));
        foreach (var (theme, kind, words) in worded)
        {
            var brief = (await portal.Read(work => BriefRepository.Find(work, id)))!;
            var point = (await portal.Read(work => desk.Standing(work, brief))).First(one => one.Needs.Any(need => need.Theme == theme && need.Kind == kind));
            Done((await desk.Put(As("focal"), id, brief.Version, point.Point.Id, new BriefPointPlan(point.Point.Heading, words, [.. point.Needs.Select(need => need.Id)], null)))!.Value);
        }

        if (keep)
        {
            Done((await desk.Keep(As("focal"), id, (await portal.Read(work => BriefRepository.Find(work, id)))!.Version))!.Value);
        }
    }
}
