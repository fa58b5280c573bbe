using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response;
using GrantsPortal.Response.Answers;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Matters;
using GrantsPortal.Response.Offers;
using GrantsPortal.Response.Situation;

namespace GrantsPortal.Publishing.Demo;

/// <summary>What partners offer in a crisis, an incident that is over with its report, and an exercise that goes on.</summary>
internal sealed partial class DemoStory
{
    private static readonly (string Partner, CrisisCapability Capability, string Words, string[] Languages)[] CrisisOffers =
    [
        (Circle, CrisisCapability.Languages, "Two interpreters, evenings and weekends.", ["Arabic", "Tigrinya"]),
        (Circle, CrisisCapability.FamilySupport, "Somebody who sits with a family, the same day.", []),
        (Somali, CrisisCapability.Languages, "A telephone line until ten at night.", ["Somali"]),
        (Somali, CrisisCapability.RumourControl, "Three group chats of parents; we ask before we answer.", []),
        (ParishHall, CrisisCapability.Space, "Hall for 60 with a kitchen, keys with two neighbours.", []),
        ("Northgate Methodist Church", CrisisCapability.Space, "Warm room for 40, day and night.", []),
        ("Northgate Methodist Church", CrisisCapability.Chaplaincy, "Two chaplains on the hospital’s list.", []),
        (Quakers, CrisisCapability.Space, "A quiet room for talks that nobody else hears.", []),
        ("Old Town Mosque Trust", CrisisCapability.Chaplaincy, "Imams and women of the mosque who visit.", []),
        ("Old Town Mosque Trust", CrisisCapability.Volunteers, "Thirty stewards within two hours.", []),
        ("Gurdwara Kitchen Volunteers", CrisisCapability.Volunteers, "Meals for 300, delivered.", []),
        ("Riverton Street Pastors", CrisisCapability.Volunteers, "Twelve people on the street, Fridays and Saturdays at once, otherwise by evening.", []),
        (Radio, CrisisCapability.RumourControl, "The newsroom checks and says so on air, in twelve languages.", []),
        ("Anti-Hate Helpline Riverton", CrisisCapability.Counselling, "Caseworkers, first call within a day.", []),
        ("Victims’ Families Network", CrisisCapability.FamilySupport, "People who have been through it.", []),
        ("Ukrainian House Riverton", CrisisCapability.Languages, "Written and spoken, daytime.", ["Ukrainian"]),
        (Deaf, CrisisCapability.Languages, "Interpreters within four hours.", ["British Sign Language"]),
    ];

    private static readonly (string Partner, string First, string Deputy, bool Night)[] CrisisPeople =
    [
        (Circle, "Amina Yusuf", "Selma Karaca", true), (Somali, "Hodan Abdi", "Abdirahman Warsame", true), (ParishHall, "Maeve Donnelly", "Father Brendan Cole", false),
        ("Northgate Methodist Church", "Peter Whitlock", "Ruth Ainsley", true), (Quakers, "Eleanor Marsh", "Tom Lidgate", false), ("Old Town Mosque Trust", "Bilal Ahmed", "Samira Haddad", true),
        ("Gurdwara Kitchen Volunteers", "Harpreet Singh", "Manjit Kaur", true), ("Riverton Street Pastors", "Michael Osei", "Grace Tetteh", true), (Radio, "Marlon Pryce", "Ines Duarte", false),
        ("Anti-Hate Helpline Riverton", "Claire Dunmore", "Jo Barker", true), ("Victims’ Families Network", "Angela Frost", "Martin Reeve", false), ("Ukrainian House Riverton", "Oksana Kovalenko", "Petro Shevchuk", false),
        (Deaf, "Lucy Hargreaves", "Ian Foster", false), (Walkers, "Tomasz Nowak", "Anneke de Boer", false),
    ];

    private readonly Dictionary<string, string> _incidents = [];

    private void Crises()
    {
        At(Ago(120, 8), CrisisContacts);
        At(Ago(119, 8), async () =>
        {
            foreach (var partner in CrisisOffers.GroupBy(offer => offer.Partner))
            {
                Done((await portal.Get<CrisisDesk>().PutFor(
                    As("focal"), _organisations[partner.Key].Id, 0,
                    [.. partner.Select(offer => new CrisisOffer { Capability = offer.Capability, Words = offer.Words, Languages = CodeList.Kept(offer.Languages) })]))!.Value);
            }
        });
        Attack();
        Flood();
    }

    /// <summary>A real one, three weeks ago: a painted door, rumours, a night of stewards.</summary>
    private void Attack()
    {
        At(Ago(21, 7), () => Begin("mosque", isDrill: false, "Paint and a threat at the mosque on Chandler Street",
            "During the night the door of the mosque was painted over and a threat was left. Nobody is hurt. The police are there. Rumours name a group of young people; nothing of it is known to be true.",
            "Tell us how your people are, what you hear, and who could stand at the door this evening.",
            new CallDownScope { Districts = ["Old Town"], Capabilities = [CrisisCapability.RumourControl, CrisisCapability.Volunteers] }));
        At(Ago(21, 7.1), () => CallAll("mosque"));
        At(Ago(21, 7.2), () => TheyAnswer("mosque", ("Old Town Mosque Trust", PartnerStanding.NeedHelp, "We need people at the door for the evening prayer.", [CrisisCapability.Volunteers]), ("Riverton Street Pastors", PartnerStanding.CanHelp, "Eight of us from six o’clock.", [CrisisCapability.Volunteers])));
        At(Ago(21, 7.35), () => TheyAnswer("mosque", (Radio, PartnerStanding.CanHelp, "We read out at eight what is known and what is not.", [CrisisCapability.RumourControl]), ("Gurdwara Kitchen Volunteers", PartnerStanding.Well, "", [])));
        At(Ago(21, 7.5), () => RunJob<EscalationJob>());
        At(Ago(21, 8), () => Note("mosque", "The police confirm: no suspect, and nobody of the group that is named in chats was there."));
        At(Ago(21, 8.2), () => MatchFirst("mosque"));
        At(Ago(21, 9), () => TheyAnswer("mosque", (Somali, PartnerStanding.Well, "The rumour is in two of our chats. We have answered there.", [])));
        At(Ago(21, 21), () => Note("mosque", "Evening prayer was quiet: forty neighbours stood outside, eight stewards with them."));
        At(Ago(18, 15), async () => Done((await portal.Get<IncidentDesk>().Close(
            As("focal"), _incidents["mosque"],
            "**What went well.** Stewards were found within the hour. The radio was quicker than the rumour.\n\n**What did not.** Two deputies had changed their number. We asked the schools too late.\n\n**What changes.** Deputies confirm their numbers in spring and autumn; Northgate Primary and the college come onto the list."))!.Value));
    }

    /// <summary>An exercise that has been going on since this morning.</summary>
    private void Flood()
    {
        At(Ago(0, 0).AddHours(-2), () => Begin("flood", isDrill: true, "High water at the harbour",
            "The river stands two metres above the quay and rises until midnight. Families of sixty houses have to sleep elsewhere. Water is not fit to drink in Harbour and Weirside.",
            "Tell us how your people are and what you could open tonight.",
            new CallDownScope { Districts = ["Harbour", "Weirside"], Capabilities = [CrisisCapability.Space, CrisisCapability.Languages, CrisisCapability.Volunteers] }));
        At(Ago(0, 0).AddHours(-2).AddMinutes(4), () => CallAll("flood"));
        At(Ago(0, 0).AddHours(-2).AddMinutes(9), () => TheyAnswer("flood", (Circle, PartnerStanding.NeedHelp, "Eleven women with children live on the quay.", [CrisisCapability.Space]), ("Northgate Methodist Church", PartnerStanding.CanHelp, "The warm room is open.", [CrisisCapability.Space])));
        At(Ago(0, 0).AddHours(-2).AddMinutes(26), () => RunJob<EscalationJob>());
        At(Ago(0, 0).AddHours(-2).AddMinutes(31), () => TheyAnswer("flood", (ParishHall, PartnerStanding.Well, "We are dry. The hall is on the hill.", [])));
        At(Ago(0, 0).AddHours(-2).AddMinutes(40), () => Note("flood", "Buses from the harbour leave at the full hour."));
        At(Ago(0, 0).AddHours(-2).AddMinutes(45), async () => Done((await portal.Get<ReaderDesk>().Add(As("focal"), _incidents["flood"], Somebody("finance").Id))!.Value));
    }

    private async Task CrisisContacts()
    {
        await using var work = await portal.Database.Write(As("focal"));
        foreach (var (index, (partner, first, deputy, night)) in CrisisPeople.Index())
        {
            var known = await ContactRepository.Of(work, _organisations[partner].Id);
            foreach (var (order, name) in new[] { (1, first), (2, deputy) })
            {
                var plan = new ContactPlan
                {
                    Name = name,
                    Role = order == 1 ? "First in a crisis" : "Deputy in a crisis",
                    Email = $"crisis{(index * 2) + order}@partners.example",
                    Phone = FormattableString.Invariant($"01632 960 {100 + (index * 2) + order}"),
                    Languages = ["en"],
                    DayAndNight = night,
                    CallOrder = order,
                    Purposes = [ContactPurpose.WrittenTo, ContactPurpose.CallDown],
                };
                if (known.FirstOrDefault(one => one.Name == name) is not { } there)
                {
                    await ContactMoves.Add(work, _organisations[partner].Id, plan);
                }
                else
                {
                    await ContactRepository.Update(work, ContactMoves.Planned(there, plan with { Email = there.Email, Role = there.Role ?? plan.Role }), there.Version);
                    await ContactRepository.NoteConsent(work, there.Id, ContactPurpose.CallDown, given: true);
                }
            }
        }

        await work.Commit();
    }

    private async Task Begin(string key, bool isDrill, string title, string situation, string ask, CallDownScope scope) =>
        _incidents[key] = Done(await portal.Get<IncidentDesk>().Open(
            As("focal"), isDrill, new IncidentPlan { Title = title, Situation = situation, Ask = ask, Scope = scope, DeputyMinutes = 20 })).Reference;

    private async Task CallAll(string key)
    {
        var (incident, entries) = await portal.Read(async work =>
        {
            var found = (await IncidentRepository.Find(work, _incidents[key]))!;
            return (found, await portal.Get<CallDownReader>().Read(work, found, found.Scope));
        });
        Done((await portal.Get<CallDownDesk>().Confirm(As("focal"), incident.Reference, incident.Version, incident.Scope, [.. entries.Select(entry => entry.Partner.OrganisationId)]))!.Value);
    }

    private async Task TheyAnswer(string key, params (string Partner, PartnerStanding Standing, string Words, CrisisCapability[] Capabilities)[] said)
    {
        foreach (var (partner, standing, words, capabilities) in said)
        {
            var plan = new AnswerPlan(standing, words, capabilities);
            var token = await portal.Read(async work =>
            {
                var incident = (await IncidentRepository.Find(work, _incidents[key]))!;
                var contacts = (await ContactRepository.ForCallDown(work, [_organisations[partner].Id]))[_organisations[partner].Id].Select(contact => contact.Id).ToList();
                var link = contacts.Count == 0 ? null : (await CallDownRepository.Links(work, incident.Id, contacts)).MinBy(one => one.Id);
                return link is null ? null : portal.Get<IncidentSeal>().Token(LinkPurpose.Answer, incident.Id, incident.LinkKey, link.Id);
            });
            Done((token is null
                ? await portal.Get<Response.Answers.AnswerDesk>().NoteFor(As("focal"), _incidents[key], _organisations[partner].Id, plan)
                : await portal.Get<Response.Answers.AnswerDesk>().Answer(token, plan))!.Value);
        }
    }

    private async Task Note(string key, string words) => Done((await portal.Get<IncidentDesk>().Note(As("focal"), _incidents[key], words))!.Value);

    private async Task MatchFirst(string key)
    {
        var matters = await portal.Read(async work => await MatterRepository.Of(work, (await IncidentRepository.Find(work, _incidents[key]))!.Id));
        var fit = MatterRules.Proposals(matters, matters)[0];
        Done((await portal.Get<MatterDesk>().Match(As("focal"), _incidents[key], fit.Need.Id, fit.Offer.Id, beforehand: false))!.Value);
    }
}
