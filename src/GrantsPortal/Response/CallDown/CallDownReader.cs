using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Exercises;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Offers;
using GrantsPortal.Response.Texting;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.CallDown;

/// <summary>A partner on a call-down list before it is confirmed.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Reasons">Why it is on it.</param>
/// <param name="Contacts">Its contacts for a crisis.</param>
/// <param name="First">Those who would be alerted first; empty when nobody can be.</param>
public sealed record CallDownEntry(PartnerLine Partner, IReadOnlyList<CallReason> Reasons, IReadOnlyList<PartnerContact> Contacts, IReadOnlyList<long> First)
{
    /// <summary>Whether somebody of it can be alerted by e-mail or text message.</summary>
    public bool CanBeAlerted => First.Count > 0;

    /// <summary>Those who can at least be called by telephone.</summary>
    public IEnumerable<PartnerContact> ByPhone => Contacts.Where(contact => ContactRules.MayReach(contact, ContactWay.Phone));
}

/// <summary>Reads call-down lists in four queries at most, however many partners there are.</summary>
public sealed class CallDownReader(IOptions<TextOptions> texts, IOptions<ResponseOptions> options, IOptions<PortalOptions> portal)
{
    private const int MostPartners = 5000;

    /// <summary>Who would be called, and why, by name.</summary>
    public Task<IReadOnlyList<CallDownEntry>> Read(UnitOfWork work, CallDownScope scope) => Read(work, scope, new HashSet<long>());

    /// <summary>Who would be called in an incident: those of a scope, and in a drill under a table-top exercise also all that take part in it, by name.</summary>
    public async Task<IReadOnlyList<CallDownEntry>> Read(UnitOfWork work, Incident incident, CallDownScope scope) =>
        await Read(work, scope, (await ExerciseRepository.TakingPart(work, incident.Id)).ToHashSet());

    private async Task<IReadOnlyList<CallDownEntry>> Read(UnitOfWork work, CallDownScope scope, HashSet<long> takingPart)
    {
        var offers = (await CrisisRepository.All(work)).ToLookup(offer => offer.OrganisationId, offer => offer.Capability);
        var called = (await CallDownRepository.Partners(work, MostPartners))
            .Select(partner => (Partner: partner, Reasons: CallDownRules.Why(scope, partner.With([.. offers[partner.OrganisationId]]), takingPart)))
            .Where(one => one.Reasons.Count > 0).ToList();
        var contacts = new Dictionary<long, IReadOnlyList<PartnerContact>>();
        foreach (var some in called.Chunk(CallDownRules.MostPartners))
        {
            foreach (var partner in await ContactRepository.ForCallDown(work, [.. some.Select(one => one.Partner.OrganisationId)]))
            {
                contacts[partner.Key] = [.. partner];
            }
        }

        var night = IsNight(work.Now);
        return
        [
            .. called.Select(one => contacts.GetValueOrDefault(one.Partner.OrganisationId, []) is var known
                ? new CallDownEntry(one.Partner, one.Reasons, known, [.. CallDownRules.Next(known.Select(AsCallable), new HashSet<long>(), night).Select(contact => contact.Id)])
                : null!),
        ];
    }

    /// <summary>A contact as rules see it; what may not or cannot be used is left out.</summary>
    public CallableContact AsCallable(PartnerContact contact) => new(
        contact.Id, contact.CallOrder, contact.DayAndNight,
        ContactRules.MayReach(contact, ContactWay.Email),
        texts.Value.IsSet && ContactRules.MayReach(contact, ContactWay.Text) && TextRules.Number(contact.Phone) is not null);

    /// <summary>Whether it is night in the city.</summary>
    public bool IsNight(DateTimeOffset at) => CallDownRules.IsNight(at, portal.Value.Zone, options.Value.NightFromHour, options.Value.NightToHour);
}
