using GrantsPortal.Organisations;
using GrantsPortal.Payments.Stripe;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Payees;

/// <summary>An account at Stripe as payee account: the same rules hold, from the freeze to the second person.</summary>
public sealed partial class PayeeDesk
{
    /// <summary>
    /// An Owner chooses that the organisation is paid to its account at Stripe; the caller has asked for the password anew and
    /// has just fetched the account. Refused as <see cref="PayeeRules.MayEnter"/> says, with <c>payee.unknown</c>,
    /// <c>payee.same</c> when it is chosen already, or <c>payee.changed-meanwhile</c>.
    /// </summary>
    internal async Task<Outcome> ChooseStripe(Actor actor, long organisation, SeenAccount seen)
    {
        await using var work = await database.Write(actor);
        if (await OrganisationRepository.FindFor(work, organisation, actor.Person) is not { } known)
        {
            return Unknown;
        }

        await OrganisationRepository.Lock(work, organisation);
        var role = (await OrganisationRepository.MembershipOf(work, organisation, actor.Person))?.Role;
        if (PayeeRules.MayEnter(role, await PaymentRepository.Out(work, organisation, null)) is { } refusal)
        {
            return refusal;
        }

        var before = await PayeeRepository.OfOrganisation(work, organisation);
        if (before.Count > 0 && before[0].ProviderId == seen.Id)
        {
            return new Refusal("payee.same");
        }

        if (!await Insert(work, known, seen, before))
        {
            return Changed;
        }

        var confirmed = before.FirstOrDefault(one => one.State == PayeeState.Confirmed);
        if (confirmed is not null)
        {
            await HoldRepository.Place(work, organisation, null, HoldKind.BankDetails, "Stripe was chosen instead of a bank account");
        }

        await PayeeMail.ToOwners(work, known, discreet => new BankDetailsChanged(
            discreet ? "" : known.Name, confirmed?.Masked ?? "", "Stripe", discreet ? "" : actor.Name, work.Now, PaymentRoutes.OrganisationBank(known.Slug)));
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<bool> Insert(UnitOfWork work, Organisation organisation, SeenAccount seen, IReadOnlyList<PayeeAccount> before)
    {
        foreach (var waiting in before.Where(one => one.State == PayeeState.Waiting))
        {
            await PayeeRepository.Replace(work, waiting.Id);
        }

        var id = work.NewId();
        if (!await PayeeRepository.Insert(work, new PayeeAccount
        {
            Id = id,
            OrganisationId = organisation.Id,
            Method = PaymentMethod.Stripe,
            Holder = organisation.Name,
            Country = seen.Country,
            ProviderId = seen.Id,
            EnteredBy = work.Actor.Person,
        }))
        {
            return false;
        }

        work.Audit("payee.entered", "PayeeAccount", id, new { organisation = organisation.Id, method = PaymentMethod.Stripe });
        return true;
    }
}
