using GrantsPortal.Partnerships.Caseload;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Partners;

namespace GrantsPortal.Publishing.Demo;

/// <summary>Who is responsible for whom, how close each is, whom the city reaches there, and what one officer told another.</summary>
internal sealed partial class DemoStory
{
    private void Partners()
    {
        Kept("Harbour Women’s Circle", "focal", "officer", PartnerTier.Close, ["ar", "so", "en"], ["women", "online"], ["Harbour"], "Women from Somalia, Yemen, Poland and next door; most came in the last ten years.");
        Kept("Northgate Youth Forum", "focal", "officer", PartnerTier.Close, ["en"], ["young-people"], ["Northgate"], "Young people of 13 to 21, whoever they are.");
        Kept("Old Town Mosque Trust", "focal", null, PartnerTier.Close, ["ur", "ar", "en"], ["hate-crime"], ["Old Town"], "Muslims of the old town, and the neighbours who come on Sundays.");
        Kept("Beit Shalom Community", "focal", "officer", PartnerTier.Close, ["en"], ["hate-crime"], ["Priory"], null);
        Kept("Riverton Roma Women’s Association", "focal", null, PartnerTier.Regular, ["ro", "en"], ["women"], ["Millfield"], "Roma families from Romania and Slovakia.");
        Kept("Weirside Newcomers’ Kitchen", "focal", null, PartnerTier.Regular, ["fr", "ti", "uk", "en"], ["newcomers"], ["Weirside"], null);
        Kept("Riverton Interfaith Walkers", "focal", null, PartnerTier.Light, ["en"], ["hate-crime"], ["Old Town", "Priory"], null);
        Kept("Castle Hill Gospel Choir", "officer", "focal", PartnerTier.Regular, ["en", "fr"], [], ["Castle Hill"], null);
        Kept("Gurdwara Kitchen Volunteers", "officer", null, PartnerTier.Regular, ["pa", "en"], [], ["Eastbank"], "Whoever is hungry.");
        Kept("Harbour Somali Families", "officer", null, PartnerTier.Close, ["so", "en"], ["online"], ["Harbour"], "Somali families, and the fathers above all.");
        At(Ago(169), () => Note("Harbour Women’s Circle", PartnerNoteKind.Trust, "They come to us because two of them know the officer from school. The office itself they do not trust yet, since the matter of the hall."));
        At(Ago(140), () => Note("Harbour Women’s Circle", PartnerNoteKind.Reach, "Reaches the Yemeni families well, the newer Somali ones hardly."));
        At(Ago(149), () => Note("Old Town Mosque Trust", PartnerNoteKind.Trust, "The trustees speak openly once the minutes are put away."));
        At(Ago(110), () => Person("Harbour Women’s Circle", new ContactPlan { Name = "Safiya Noor", Role = "Leads the crèche", Email = "safiya@circle.example", Phone = "+44 151 496 0141", Languages = ["so", "en"], Purposes = [ContactPurpose.WrittenTo, ContactPurpose.CallDown], CallOrder = 3, DayAndNight = true }));
        At(Ago(110, 10), () => Person("Harbour Women’s Circle", new ContactPlan { Name = "Halina Wrona", Role = "Keeps the keys", Phone = "+44 151 496 0142", Languages = ["pl", "en"], Purposes = [ContactPurpose.WrittenTo, ContactPurpose.CallDown, ContactPurpose.NamedToPartners], Not = [ContactWay.Text], CallOrder = 4 }));
        At(Ago(100), () => Person("Old Town Mosque Trust", new ContactPlan { Name = "Imam Yusuf Rahman", Role = "Imam", Email = "imam@chandlerstreet.example", Phone = "+44 151 496 0155", Languages = ["ur", "ar", "en"], Purposes = [ContactPurpose.WrittenTo, ContactPurpose.CallDown], Not = [ContactWay.Email], CallOrder = 1, DayAndNight = true }));
        At(Ago(99), () => Person("Beit Shalom Community", new ContactPlan { Name = "Miriam Stern", Role = "Security of the building", Email = "door@beitshalom.example", Phone = "+44 151 496 0160", Languages = ["en"], Purposes = [ContactPurpose.WrittenTo, ContactPurpose.CallDown], CallOrder = 1, DayAndNight = true }));
        At(Ago(70), HandOver);
        At(Ago(40), () => Moved("Riverton Interfaith Walkers", PartnerStates.Rest, "They walk again in spring."));
        At(Ago(6), async () => Done(await portal.Get<HandoverDesk>().Cover(As("officer"), new PartnerCover
        {
            PersonId = Somebody("officer").Id,
            CoverId = Somebody("focal").Id,
            FromOn = DateOnly.FromDateTime(portal.Now.UtcDateTime).AddDays(1),
            UntilOn = DateOnly.FromDateTime(portal.Now.UtcDateTime).AddDays(20),
            Note = "The choir may ring about the hall. Everything else can wait.",
        })));
        At(Ago(5), async () =>
        {
            await using var work = await portal.Database.Write(Platform.Actor.System);
            await ContactMoves.MarkUndeliverable(work, "door@beitshalom.example", "550 5.1.1 mailbox unavailable", DateOnly.FromDateTime(portal.Now.UtcDateTime));
            await work.Commit();
        });
    }

    private void Kept(string partner, string focal, string? deputy, PartnerTier tier, string[] languages, string[] themes, string[] districts, string? communities)
    {
        At(Ago(175), async () => Done((await portal.Get<PartnerDesk>().Change(As(focal), _organisations[partner].Id, (await Partner(partner)).Version, new PartnerPlan
        {
            Tier = tier,
            FocalPointId = Somebody(focal).Id,
            DeputyId = deputy is null ? null : Somebody(deputy).Id,
            Description = new PartnerDescription { Languages = languages, Themes = themes, Districts = districts, Communities = communities },
        }))!.Value));
        At(Ago(174), () => Moved(partner, PartnerStates.Begin, null));
    }

    private async Task<Partner> Partner(string partner) => (await portal.Read(work => PartnerRecords.Find(work, _organisations[partner].Id)))!;

    private async Task Moved(string partner, string act, string? reason) =>
        Done((await portal.Get<PartnerDesk>().Move(As("officer"), _organisations[partner].Id, (await Partner(partner)).Version, act, reason))!.Value);

    private async Task Note(string partner, PartnerNoteKind kind, string words) => Done((await portal.Get<PartnerDesk>().WriteNote(As("focal"), _organisations[partner].Id, kind, words))!.Value);

    private async Task Person(string partner, ContactPlan plan) => Done((await portal.Get<ContactDesk>().Add(As("focal"), _organisations[partner].Id, plan))!.Value);

    private async Task HandOver() => Done(await portal.Get<HandoverDesk>().HandOver(As("officer"), new HandoverPlan
    {
        FromId = Somebody("officer").Id,
        ToId = Somebody("focal").Id,
        Partners = new Dictionary<long, string?> { [_organisations["Harbour Somali Families"].Id] = "Ring Hodan, never the office line. The fathers’ group meets on Tuesdays." },
    }));
}
