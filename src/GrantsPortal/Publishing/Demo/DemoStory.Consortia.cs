using GrantsPortal.Applications.Consortia;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Who applies with whom: partners that joined, one that is named only, and one that has not answered yet.</summary>
internal sealed partial class DemoStory
{
    private void Together()
    {
        var (hall, pensioners, kitchen) = (Project("winter", "St Brigid’s"), Project("winter", "Weirside Pensioners"), Project("winter", "Northgate Youth"));
        At(Ago(20).AddHours(4), () => NamePartner(hall, "Northgate Methodist Church", "Its warm room on the evenings when the hall is let.", join: true));
        At(Ago(20).AddHours(5), () => NamePartner(hall, "The allotments on Priory Lane", "Vegetables and a cook.", join: false));
        At(Ago(16).AddHours(4), () => NamePartner(pensioners, "Weirside Newcomers’ Kitchen", "Cooks twice a week, and interprets.", join: true));
        At(Ago(1, 12), () => NamePartner(kitchen, "Gurdwara Kitchen Volunteers", "Meals for the whole week of the school holidays.", join: false));
    }

    private async Task NamePartner(DemoProject project, string name, string part, bool join)
    {
        var partner = Done(await portal.Get<ConsortiumDesk>().Name(Owner(project), _references[project], new PartnerPlan(name, part, null)));
        if (join)
        {
            Done(await portal.Get<ConsortiumDesk>().Answer(As(OwnerOf(name)), partner.Id, ConsortiumStates.Join));
        }
    }
}
