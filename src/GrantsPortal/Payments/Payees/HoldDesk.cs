using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Payments.Payees;

/// <summary>Freezes the payments of a payee, and lets them go again.</summary>
public sealed class HoldDesk(PortalDatabase database) : ISubscriber<OwnershipRecoveryStarted>
{
    /// <summary>Stops payments to an organisation. Refused as <see cref="PayeeRules.MayPlace"/> says, with <c>organisation.unknown</c> or <c>hold.stands</c>.</summary>
    public async Task<Outcome> Place(Actor actor, string slug, string? reason)
    {
        if (PayeeRules.MayPlace(actor, reason) is { } refusal)
        {
            return refusal;
        }

        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindBySlug(work, slug) is not { } organisation)
        {
            return new Refusal("hold.unknown");
        }

        if (!await HoldRepository.Place(work, organisation.Id, null, HoldKind.Staff, reason!.Trim()))
        {
            return new Refusal("hold.stands");
        }

        work.Audit("hold.placed", "Organisation", organisation.Id, new { kind = HoldKind.Staff });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>Lifts a hold. Refused as <see cref="PayeeRules.MayLift"/> says, or with <c>hold.unknown</c>.</summary>
    public async Task<Outcome> Lift(Actor actor, long id, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await HoldRepository.Find(work, id) is not { } hold)
        {
            return new Refusal("hold.unknown");
        }

        var member = hold.OrganisationId is { } organisation
            ? await OrganisationRepository.MembershipOf(work, organisation, actor.Person) is not null
            : hold.PersonId == actor.PersonId;
        var recovering = hold.OrganisationId is { } recovered && await RecoveryRepository.Open(work, recovered) is not null;
        var accounts = hold.OrganisationId is { } owner ? await PayeeRepository.OfOrganisation(work, owner) : await PayeeRepository.OfPerson(work, hold.PersonId!.Value);
        if (PayeeRules.MayLift(hold, actor, member, recovering, accounts.Any(account => account.State == PayeeState.Waiting), reason) is { } refusal)
        {
            return refusal;
        }

        if (!await HoldRepository.Lift(work, id, reason!.Trim()))
        {
            return new Refusal("hold.lifted");
        }

        work.Audit("hold.lifted", hold.OrganisationId is null ? "Person" : "Organisation", hold.OrganisationId ?? hold.PersonId!.Value, new { hold = id, hold.Kind });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>While ownership is being recovered nobody knows who may say where money goes.</summary>
    public async Task On(OwnershipRecoveryStarted happened, UnitOfWork work)
    {
        if (await HoldRepository.Place(work, happened.OrganisationId, null, HoldKind.Recovery, "Ownership of the organisation is being recovered"))
        {
            work.Audit("hold.placed", "Organisation", happened.OrganisationId, new { kind = HoldKind.Recovery });
        }
    }
}
