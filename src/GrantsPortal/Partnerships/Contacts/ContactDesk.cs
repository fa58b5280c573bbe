using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Contacts;

/// <summary>
/// Keeps whom the city reaches at a partner, by officers who read contacts and by the partner's own Owners and Editors. Acts answer null
/// where there is no such record, or not for whom acts.
/// </summary>
public sealed class ContactDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>Adds one; what a partner's own member writes counts as confirmed. Refused like <see cref="ContactRules.Check"/>.</summary>
    public async Task<Outcome<PartnerContact>?> Add(Actor actor, long organisation, ContactPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.Find(work, organisation) is null || await Hand(work, organisation) is not { } own)
        {
            return null;
        }

        if (ContactRules.Check(plan) is { Count: > 0 } wrong)
        {
            return Outcome<PartnerContact>.Refuse(wrong);
        }

        var contact = await ContactMoves.Add(work, organisation, plan, confirmed: own);
        await work.Commit();
        return contact;
    }

    /// <summary>Changes one; another address counts as one that works. Refused like <see cref="ContactRules.Check"/> or with <c>record.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Change(Actor actor, long organisation, long id, int version, ContactPlan plan)
    {
        await using var work = await database.Write(actor);
        if (await Hand(work, organisation) is not { } own || await ContactRepository.Find(work, organisation, id) is not { } before)
        {
            return null;
        }

        if (ContactRules.Check(plan) is { Count: > 0 } wrong)
        {
            return Outcome.Refuse(wrong);
        }

        var after = ContactMoves.Planned(before, plan);
        after = after with
        {
            ConfirmedAt = own ? work.Now : before.ConfirmedAt,
            EmailFailedAt = after.Email == before.Email ? before.EmailFailedAt : null,
            EmailFailure = after.Email == before.Email ? before.EmailFailure : null,
            PersonId = after.Email == before.Email ? before.PersonId : null,
        };
        if (!await ContactRepository.Update(work, after, version))
        {
            return new Refusal("record.changed-meanwhile");
        }

        await NoteConsents(work, before, after);
        work.Audit("contact.changed", nameof(PartnerContact), id, new { organisation, after.CallOrder, after.DayAndNight, after.NotByEmail, after.NotByPhone, after.NotByText });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Removes one: it is reached no more at once, and forgotten when its time to be kept is over. Refused with <c>record.changed-meanwhile</c>.</summary>
    public async Task<Outcome?> Remove(Actor actor, long organisation, long id, int version)
    {
        await using var work = await database.Write(actor);
        if (await Hand(work, organisation) is null || await ContactRepository.Find(work, organisation, id) is not { } contact)
        {
            return null;
        }

        if (!await ContactRepository.Update(work, contact with { RemovedAt = work.Now, CallOrder = 0 }, version))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit("contact.removed", nameof(PartnerContact), id, new { organisation });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>A partner's own Owner or Editor says that all its contacts are right; says how many there are.</summary>
    public async Task<int?> ConfirmAll(Actor actor, long organisation)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.MembershipOf(work, organisation, actor.Person) is not { MayEdit: true })
        {
            return null;
        }

        var confirmed = await ContactRepository.ConfirmAll(work, organisation);
        work.Audit("contact.all-confirmed", nameof(Partner), organisation, new { confirmed });
        await work.Commit();
        return confirmed;
    }

    /// <summary>Somebody confirms by their link that they are reached so. Null where the link is none, or past its time.</summary>
    public async Task<Outcome?> Confirm(string secret, int linkDays)
    {
        await using var work = await database.Write(Actor.Public);
        if (await Linked(work, secret, linkDays) is not { } contact)
        {
            return null;
        }

        await ContactRepository.Confirm(work, contact.Id);
        if (contact.Email is { } email)
        {
            // The link was sent there, so e-mail reaches it.
            await ContactMoves.Works(work, email);
        }

        work.Audit("contact.confirmed", nameof(PartnerContact), contact.Id, new { contact.OrganisationId, by = "link" });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Somebody says by their link that the city is to write to them no more. Null where the link is none, or past its time.</summary>
    public async Task<Outcome?> Refuse(string secret, int linkDays)
    {
        await using var work = await database.Write(Actor.Public);
        if (await Linked(work, secret, linkDays) is not { } contact)
        {
            return null;
        }

        if (!await ContactRepository.Update(work, contact with { NotByEmail = true }, contact.Version))
        {
            return new Refusal("record.changed-meanwhile");
        }

        work.Audit("contact.no-email", nameof(PartnerContact), contact.Id, new { contact.OrganisationId, by = "link" });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>The contact whose link this is and still works; or null.</summary>
    public static async Task<PartnerContact?> Linked(UnitOfWork work, string secret, int linkDays) =>
        await ContactRepository.BySecret(work, secret) is { AskedAt: { } asked } contact && asked.AddDays(linkDays) > work.Now ? contact : null;

    private static async Task NoteConsents(UnitOfWork work, PartnerContact before, PartnerContact after)
    {
        foreach (var purpose in Enum.GetValues<ContactPurpose>().Where(purpose => before.Agreed(purpose) != after.Agreed(purpose)))
        {
            await ContactRepository.NoteConsent(work, after.Id, purpose, after.Agreed(purpose));
            work.Audit(after.Agreed(purpose) ? "contact.agreed" : "contact.took-back", nameof(PartnerContact), after.Id, new { purpose });
        }
    }

    /// <summary>Whether whom acts is of the partner itself (true) or keeps partnerships and reads its contacts (false); null for anybody else.</summary>
    private async Task<bool?> Hand(UnitOfWork work, long organisation) =>
        work.Actor.PersonId is { } person && await OrganisationRepository.MembershipOf(work, organisation, person) is { MayEdit: true } ? true
        : CommitmentRules.MayKeep(work.Actor) && (await PartnerReading.Of(work, work.Actor, organisation, Instants.DayOf(work.Now, portal.Value.Zone))).May(PartnerField.Contacts) ? false
        : null;
}
