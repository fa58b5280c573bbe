using GrantsPortal.Partnerships.Agreements;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What the city and its partners agreed on: one in force, one that ends soon, one to sign, one draft.</summary>
internal sealed partial class DemoStory
{
    private void Memoranda()
    {
        Agreed(140, "Young people of Northgate and their city", PartnerAgreementKind.Plan, 140, -225, signed: true,
            "Young people of Northgate say themselves what happens in their streets, and the city answers within a month.",
            "A room on Wednesdays, an officer who comes when asked, answers in writing.",
            [("Northgate Youth Forum", "Twelve young people who speak for others, and an open evening each month.")],
            [
                ("Six evenings to which the patrols come to listen", 1, 20),
                ("An answer in writing to everything that was raised in spring", 0, 30),
                ("Two young people from Northgate on the panel of the next round", 1, -90),
            ]);
        Agreed(200, "Safe evenings at the harbour", PartnerAgreementKind.Memorandum, 200, -24, signed: true,
            "Women come home safely after evening classes, and know whom to call.",
            "Light at the stops, a named officer, a hall on last Fridays.",
            [("Harbour Women’s Circle", "Walks home in groups, and what women tell us about the way.")],
            [("A hall for every last Friday of the year", 0, -10)]);
        Agreed(6, "One number for those who are attacked", PartnerAgreementKind.Memorandum, -10, -375, signed: false,
            "Whoever is attacked for who they are finds one number, and an answer in every case.",
            "The number, opening hours on holidays, a yearly report without names.",
            [("Anti-Hate Helpline Riverton", "Trained listeners in seven languages."), ("Beit Shalom Community", "Telling people that the number is there, and that it helps.")],
            [("The number is on every tram", 0, -60), ("Forty listeners trained", 1, -120)]);
        At(Ago(2, 10), async () => Done(await portal.Get<AgreementDesk>().Draft(As("focal"), Written("A place to learn in the daytime", PartnerAgreementKind.Memorandum, 20, 300,
            "People who wait for papers learn English in the daytime.", "A classroom.", [("Afghan Families’ Bridge", "Teachers, tea and patience.")], []))));
        At(Ago(18, 11), async () => await Progressed("Young people of Northgate and their city", 0, PartnerGoalStates.Meet, "Six evenings were held. The last one ended with the officers losing at table football."));
        At(Ago(9, 11), async () => await Progressed("Young people of Northgate and their city", 1, null, "Nine of eleven are answered. The two about the bus shelter wait for the transport company."));
    }

    private void Agreed(
        double days, string title, PartnerAgreementKind kind, int starts, int ends, bool signed, string purpose, string city, IReadOnlyList<(string Partner, string Brings)> parties, IReadOnlyList<(string What, int Owner, int DueAgo)> goals)
    {
        var reference = "";
        At(Ago(days + 4, 10), async () =>
        {
            var desk = portal.Get<AgreementDesk>();
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            reference = Done(await desk.Draft(As("focal"), Written(title, kind, 0, 0, purpose, city, parties, []) with
            {
                StartsOn = today.AddDays(-starts),
                EndsOn = today.AddDays(-ends),
                Goals = [.. goals.Select(goal => new GoalPlan(goal.What, goal.Owner, today.AddDays(-goal.DueAgo)))],
            }));
            Done((await desk.Offer(As("focal"), reference, 1))!.Value);
        });
        if (signed)
        {
            At(Ago(days + 2, 18), async () =>
            {
                var desk = portal.Get<AgreementDesk>();
                foreach (var party in (await portal.Read(work => PartnerAgreementRepository.Find(work, reference)))!.Parties)
                {
                    var owner = _organisations.First(pair => pair.Value.Id == party.OrganisationId).Key;
                    Done((await desk.Sign(As(OwnerOf(owner)), reference, party.OrganisationId, 2, Somebody(OwnerOf(owner)).Name, portal.Now))!.Value);
                }
            });
            At(Ago(days + 1, 9), async () => Done((await portal.Get<AgreementDesk>().Sign(As("approver"), reference, null, 2, Somebody("approver").Name, portal.Now))!.Value));
        }
    }

    private AgreementPlan Written(string title, PartnerAgreementKind kind, int startsIn, int days, string purpose, string city, IReadOnlyList<(string Partner, string Brings)> parties, IReadOnlyList<GoalPlan> goals)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return new AgreementPlan
        {
            Kind = kind,
            Title = title,
            Purpose = purpose,
            CityBrings = city,
            StartsOn = today.AddDays(startsIn),
            EndsOn = today.AddDays(startsIn + days),
            Parties = [.. parties.Select(party => new PartyPlan(party.Partner, party.Brings))],
            Goals = goals,
        };
    }

    private async Task Progressed(string title, int goal, string? act, string words)
    {
        var whole = await portal.Read(async work =>
        {
            var line = (await PartnerAgreementRepository.Page(work, AgreementFilter.Standing, null, DateOnly.FromDateTime(portal.Now.UtcDateTime), null, 50)).First(one => one.Title == title);
            return (await PartnerAgreementRepository.Find(work, line.Reference))!;
        });
        Done((await portal.Get<GoalDesk>().Note(As("focal"), whole.Agreement.Reference, whole.Goals[goal].Id, whole.Goals[goal].Version, act, words, DateOnly.FromDateTime(portal.Now.UtcDateTime)))!.Value);
    }
}
