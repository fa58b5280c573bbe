using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Partnerships.Engagements;

/// <summary>The form that logs an engagement, as the partner's record and a page of its own show it.</summary>
/// <param name="Organisation">The partner.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Contacts">Who can be ticked as having been there.</param>
/// <param name="Officers">Who can follow commitments up.</param>
/// <param name="Themes">The city's themes.</param>
/// <param name="Districts">The city's districts.</param>
/// <param name="Seal">The seal of what looks like personal data in what was typed; empty for none.</param>
public sealed record LogBox(
    Organisation Organisation, LogForm Form, IReadOnlyList<EngagementPerson> Contacts, IReadOnlyList<Person> Officers, IReadOnlyList<PortalTheme> Themes, IReadOnlyList<string> Districts, string Seal);

/// <summary>Makes the form that logs an engagement.</summary>
public sealed class LogBoxes(CityDistricts districts, IOptions<PortalOptions> portal)
{
    /// <summary>The form for a partner, filled with what was typed.</summary>
    public async Task<LogBox> For(UnitOfWork work, Organisation organisation, Actor actor, LogForm? typed = null, string seal = "")
    {
        var officers = await CommitmentDesk.Officers(work);
        var known = await districts.All(work);
        var reading = await PartnerReading.Of(work, actor, organisation.Id, Instants.DayOf(work.Now, portal.Value.Zone));
        var contacts = reading.May(PartnerField.Contacts) ? await PartnerPeople.Of(work, organisation.Id) : [];
        var form = typed ?? await Usual(work, organisation.Id, actor, officers, reading, contacts);
        return new(organisation, form.WithLines(organisation.District is { } own && known.Contains(own) ? own : null), contacts, officers, portal.Value.ThemesInUse, known, seal);
    }

    /// <summary>As it was the last time, so that usually nothing but words is to be typed: how, and with whom; the only contact where there was no last time.</summary>
    private static async Task<LogForm> Usual(UnitOfWork work, long organisation, Actor actor, IReadOnlyList<Person> officers, PartnerReading reading, IReadOnlyList<EngagementPerson> contacts)
    {
        var last = (await EngagementRepository.Of(work, organisation, null, 1)).FirstOrDefault(one => EngagementEyes.Of(actor, one, reading).Words(false));
        var there = last is null ? [] : (await EngagementRepository.People(work, [last.Id]))[last.Id].Select(person => person.ContactId).ToHashSet();
        return new LogForm
        {
            Kind = last is null or { Kind: EngagementKind.Email } ? EngagementKind.Call : last.Kind,
            Contacts = [.. contacts.Where(contact => contacts.Count == 1 || there.Contains(contact.ContactId)).Select(contact => contact.ContactId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))],
            OwnerId = officers.Any(person => person.Id == actor.PersonId) ? actor.PersonId : null,
        };
    }
}
