using GrantsPortal.Networks.Gaps;
using GrantsPortal.Networks.Graph;
using GrantsPortal.Networks.Map;
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

    private DateOnly Day(int ago) => Instants.DayOf(Ago(ago), TimeZoneInfo.Utc);

    private void Sent(int ago, string from, string to, string[] themes, string note) => At(Ago(ago, 13), async () =>
        Done(await portal.Get<ReferralDesk>().Note(As("focal"), new ReferralPlan(_organisations[from].Id, _organisations[to].Id, Day(ago), themes, note))));
}
