using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.Contacts;

/// <summary>What happens to contacts within somebody else's unit of work.</summary>
public static class ContactMoves
{
    /// <summary>
    /// Marks every contact with an address as one that e-mail does not reach, and tells who acts for each of those partners today. Idempotent:
    /// false when nothing was left to mark. <paramref name="reason"/> is what the other mail server said.
    /// </summary>
    public static async Task<bool> MarkUndeliverable(UnitOfWork work, string address, string reason, DateOnly today)
    {
        var marked = await ContactRepository.MarkEmail(work, address, string.IsNullOrWhiteSpace(reason) ? "?" : reason.Trim());
        if (marked.Count == 0)
        {
            return false;
        }

        var organisations = marked.Select(contact => contact.OrganisationId).Distinct().ToList();
        var acting = await PartnerRecords.FocalPoints(work, organisations, today);
        var names = (await PartnerRecords.Find(work, organisations)).ToDictionary(partner => partner.OrganisationId, partner => partner.Name);
        var people = (await PersonRepository.Find(work, [.. acting.Values.Select(one => one.ActingId).Distinct()])).ToDictionary(person => person.Id);
        foreach (var contact in marked)
        {
            work.Audit("contact.undeliverable", nameof(PartnerContact), contact.Id, new { contact.OrganisationId });
            if (acting.TryGetValue(contact.OrganisationId, out var one) && people.TryGetValue(one.ActingId, out var officer))
            {
                work.Mail(officer.AsRecipient(), new ContactUndeliverable(names[contact.OrganisationId], contact.Name, PartnershipRoutes.Show(contact.OrganisationId) + "#contacts"), nameof(PartnerContact), contact.Id);
            }
        }

        return true;
    }

    /// <summary>Marks every contact with an address as one that e-mail reaches again. Idempotent.</summary>
    public static async Task Works(UnitOfWork work, string address)
    {
        await BounceRepository.Clear(work, address.Trim().ToLowerInvariant());
        foreach (var contact in await ContactRepository.MarkEmail(work, address, null))
        {
            work.Audit("contact.deliverable", nameof(PartnerContact), contact.Id, new { contact.OrganisationId });
        }
    }

    /// <summary>Adds a contact with what they agreed to, within the caller's unit of work; it has passed <see cref="ContactRules.Check"/>.</summary>
    public static async Task<PartnerContact> Add(UnitOfWork work, long organisation, ContactPlan plan, long? person = null, bool confirmed = false)
    {
        var contact = Planned(new PartnerContact { Id = work.NewId(), OrganisationId = organisation, PersonId = person, CreatedAt = work.Now, ConfirmedAt = confirmed ? work.Now : null, Version = 1 }, plan);
        await ContactRepository.Insert(work, contact);
        foreach (var purpose in contact.Purposes)
        {
            await ContactRepository.NoteConsent(work, contact.Id, purpose, given: true);
        }

        work.Audit("contact.added", nameof(PartnerContact), contact.Id, new { organisation, contact.Purposes, contact.CallOrder });
        return contact;
    }

    /// <summary>The Owner of a new organisation, who gave their address a moment ago.</summary>
    internal static async Task AddOwner(UnitOfWork work, long organisation, long owner)
    {
        if (await PersonRepository.Find(work, owner) is { } person)
        {
            await Add(work, organisation, new ContactPlan { Name = person.Name, Email = person.Email, Languages = [person.Language], Purposes = [ContactPurpose.WrittenTo] }, owner, confirmed: true);
        }
    }

    /// <summary>A contact as a plan leaves it.</summary>
    internal static PartnerContact Planned(PartnerContact contact, ContactPlan plan) => contact with
    {
        Name = PersonNames.Clean(plan.Name).Value,
        Role = Given(plan.Role),
        Email = Given(plan.Email),
        Phone = Given(plan.Phone),
        LanguageCodes = CodeList.Kept(plan.Languages),
        NotByEmail = plan.Not.Contains(ContactWay.Email),
        NotByPhone = plan.Not.Contains(ContactWay.Phone),
        NotByText = plan.Not.Contains(ContactWay.Text),
        DayAndNight = plan.DayAndNight,
        CallOrder = plan.CallOrder,
        PurposeNames = CodeList.Kept(plan.Purposes.Order().Select(purpose => purpose.ToString())),
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
