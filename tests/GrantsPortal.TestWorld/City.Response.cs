using System.Globalization;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Log;

namespace GrantsPortal.TestWorld;

public sealed partial class City
{
    /// <summary>
    /// Partners that can be called in a crisis, each with somebody first, a deputy, and one reached by telephone alone; their addresses are
    /// <c>first0@crisis.example</c>, <c>deputy0@crisis.example</c> and so on. All in one transaction.
    /// </summary>
    public Task<IReadOnlyList<Organisation>> CrisisPartners(int count, string district = "Harbour", LetterDelivery lettersBy = LetterDelivery.Email, string named = "Partner") =>
        Write(Actor.System, async work =>
        {
            var partners = new List<Organisation>();
            for (var number = 0; number < count; number++)
            {
                var organisation = new Organisation
                {
                    Id = work.NewId(),
                    Name = string.Create(CultureInfo.InvariantCulture, $"{named} {number}"),
                    Slug = string.Create(CultureInfo.InvariantCulture, $"{named.ToLowerInvariant()}-{number}"),
                    District = district,
                    Email = "office@crisis.example",
                    LettersBy = lettersBy,
                    CreatedAt = work.Now,
                };
                await OrganisationRepository.Insert(work, organisation);
                await PartnerRecords.Insert(work, organisation.Id, $"|{district}|");
                var who = named == "Partner" ? "" : named.ToLowerInvariant();
                await ContactMoves.Add(work, organisation.Id, CrisisContact(string.Create(CultureInfo.InvariantCulture, $"{who}first{number}"), 1));
                await ContactMoves.Add(work, organisation.Id, CrisisContact(string.Create(CultureInfo.InvariantCulture, $"{who}deputy{number}"), 2));
                await ContactMoves.Add(work, organisation.Id, CrisisContact("phone", 3) with { Not = [ContactWay.Email, ContactWay.Text] });
                partners.Add(organisation);
            }

            return (IReadOnlyList<Organisation>)partners;
        });

    /// <summary>A contact who agreed to be called in a crisis.</summary>
    public static ContactPlan CrisisContact(string who, int order) => new()
    {
        Name = $"Somebody {who}",
        Email = $"{who}@crisis.example",
        Phone = "01632 960 123",
        CallOrder = order,
        Languages = ["en"],
        Purposes = [ContactPurpose.WrittenTo, ContactPurpose.CallDown],
    };

    /// <summary>Somebody who works on incidents.</summary>
    public async Task<Actor> CrisisOfficer() => Acting(await Person("Farah Siddiqui", Roles.FocalPoint), Roles.FocalPoint);

    /// <summary>An incident, nobody alerted yet, deputies after 20 minutes.</summary>
    public async Task<Incident> Incident(Actor officer, bool isDrill = true, CallDownScope? scope = null) =>
        (await Portal.Get<IncidentDesk>().Open(officer, isDrill, new IncidentPlan
        {
            Title = "Fire on Quay Street",
            Situation = "A fire broke out this morning. Rumours go round.",
            Ask = "Tell us what you hear.",
            Scope = scope ?? new CallDownScope { Everybody = true },
            DeputyMinutes = 20,
        })).Value;

    /// <summary>Confirms an incident's call-down to partners.</summary>
    public async Task<CallDownDone> CallDown(Actor officer, Incident incident, IEnumerable<Organisation> partners) =>
        (await Portal.Get<CallDownDesk>().Confirm(officer, incident.Reference, incident.Version, incident.Scope, [.. partners.Select(partner => partner.Id)]))!.Value.Value;

    /// <summary>An incident as it is now.</summary>
    public async Task<Incident> IncidentNow(Incident incident) => (await Read(work => IncidentRepository.Find(work, incident.Reference)))!;

    /// <summary>An incident's whole log.</summary>
    public Task<IReadOnlyList<IncidentLine>> LogOf(Incident incident) => Read(work => LogRepository.Whole(work, incident.Id));

    /// <summary>The part of a contact's link that follows the path.</summary>
    public async Task<string> CrisisToken(string who) =>
        (await LinkTo($"{who}@crisis.example", (await MailTo($"{who}@crisis.example"))[^1].Template)).Split('/')[^1];
}
