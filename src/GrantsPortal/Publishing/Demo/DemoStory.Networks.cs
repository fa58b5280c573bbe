using GrantsPortal.Networks.Gaps;
using GrantsPortal.Networks.Graph;
using GrantsPortal.Networks.Map;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Who sends people to whom, who lives where, and what the districts look like.</summary>
internal sealed partial class DemoStory
{
    private void Networks()
    {
        At(Ago(170), async () => Done(await portal.Get<PopulationDesk>().Keep(As("officer"), new PopulationImport(DemoBoundaries.Figures(), "figures.csv", DemoBoundaries.Source, Day(400)))));
        At(Ago(169), async () =>
        {
            var desk = portal.Get<BoundaryDesk>();
            var draft = Done(await desk.Read(As("admin"), new BoundaryImport(DemoBoundaries.GeoJson(), "districts.geojson", DemoBoundaries.Source, Day(400))));
            Done((await desk.Use(As("admin"), draft, ["Eastbank", "Castle Hill", "Northgate", "Millfield", "Weirside", "Harbour", "Priory", "Old Town"]))!.Value);
        });
        Serves(168, Circle, "Women from eleven countries, many of them Somali and Arabic-speaking", "women", "families");
        Serves(167, Somali, "Somali families", "families", "newcomers", "young-people");
        Serves(166, Youth, "Young people of Northgate", "young-people", "online");
        Serves(165, Kitchen, "People who have just arrived: Ukrainian, Afghan, Kurdish and Syrian", "newcomers");
        Serves(164, ParishHall, "Everybody in Weirside; many Polish and Filipino families", "families", "faith");
        Serves(163, Walkers, "Neighbours of every faith: Jewish, Sikh, Muslim, Christian and none", "faith", "dialogue");
        Serves(162, "Kurdish Cultural House", "Kurdish people of four states", "newcomers", "dialogue");
        Serves(161, "Millfield Bangladeshi Elders’ Club", "Bangladeshi elders and their neighbours", "families");
        Serves(160, "Gurdwara Kitchen Volunteers", "Sikh families, and whoever is hungry", "faith", "crisis");
        Serves(159, "Sikh and Muslim Women’s Reading Group", "Sikh and Muslim women", "women", "dialogue");
        Serves(158, "Polish Saturday School", "Polish children and their parents", "schools", "online");
        Serves(157, Deaf, "Deaf people and their families", "organisations");
        Serves(156, Radio, "Millfield in twelve languages: Bangladeshi, Somali, Roma and more", "online", "young-people");
        Serves(155, "Northgate Primary School", "Children of 38 languages", "schools", "families");
        Serves(154, "Tamil Arts Academy", "Pupils of every background", "young-people");
        Sent(152, Somali, Circle, ["women"], "For the language table.");
        Sent(131, Circle, Quakers, ["dialogue"], "A quarrel in a house.");
        Sent(117, ParishHall, Kitchen, ["newcomers"], "A family that had just arrived.");
        Sent(116, ParishHall, "Syrian Bakers’ Collective", ["newcomers"], "");
        Sent(98, "Anti-Hate Helpline Riverton", "Victims’ Families Network", ["victims"], "");
        Sent(80, "Anti-Hate Helpline Riverton", "Rainbow Riverton", ["hate-crime"], "");
        Sent(71, "Northgate Primary School", Youth, ["young-people"], "Two pupils for the kitchen on Wednesdays.");
        Sent(55, "Northgate Primary School", Youth, ["young-people"], "");
        Sent(47, "Old Town Mosque Trust", "Riverton Council of Faiths", ["faith"], "");
        Sent(33, "Weirside Pensioners’ Action", ParishHall, ["families"], "The food pantry.");
        Sent(20, Circle, Somali, ["families"], "");
        Sent(9, "Afghan Families’ Bridge", "Gurdwara Kitchen Volunteers", ["newcomers"], "");
    }

    private void Serves(int ago, string organisation, string communities, params string[] themes) => At(Ago(ago, 16), async () =>
    {
        var partner = (await portal.Read(work => PartnerRecords.Find(work, _organisations[organisation].Id)))!;
        var described = new PartnerDescription { Languages = partner.Languages, Districts = partner.Districts, Themes = themes, Communities = communities };
        Done((await portal.Get<PartnerDesk>().Describe(As(OwnerOf(organisation)), partner.OrganisationId, partner.Version, described))!.Value);
    });

    private DateOnly Day(int ago) => Instants.DayOf(Ago(ago), TimeZoneInfo.Utc);

    private void Sent(int ago, string from, string to, string[] themes, string note) => At(Ago(ago, 13), async () =>
        Done(await portal.Get<ReferralDesk>().Note(As("focal"), new ReferralPlan(_organisations[from].Id, _organisations[to].Id, Day(ago), themes, note))));
}
