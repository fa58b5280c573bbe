using GrantsPortal.Awards;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Payees;

/// <summary>
/// Bank details: an Owner enters them, Finance asks the bank about the name, a second person confirms. Changed details
/// freeze every payment until then, and every Owner is told.
/// </summary>
public sealed partial class PayeeDesk(PortalDatabase database, AccountSeal seal, PaymentMoves moves)
{
    private static readonly Refusal Changed = new("payee.changed-meanwhile");
    private static readonly Refusal Unknown = new("payee.unknown");

    /// <summary>
    /// An Owner enters or changes the bank details of an organisation; the caller has asked for the password anew. Refused as
    /// <see cref="PayeeRules.MayEnter"/> and <see cref="AccountRules.Read"/> say, with <c>payee.unknown</c>, <c>payee.same</c> when
    /// nothing would change, or <c>payee.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Enter(Actor actor, long organisation, TypedAccount typed)
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

        var read = AccountRules.Read(typed);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (account, before) = (read.Value, await PayeeRepository.OfOrganisation(work, organisation));
        if (Same(account, before.Count > 0 ? before[0] : null))
        {
            return new Refusal("payee.same");
        }

        if (!await Insert(work, organisation, null, account, before))
        {
            return Changed;
        }

        var confirmed = before.FirstOrDefault(one => one.State == PayeeState.Confirmed);
        if (confirmed is not null)
        {
            await HoldRepository.Place(work, organisation, null, HoldKind.BankDetails, "Bank details were changed");
        }

        await PayeeMail.ToOwners(work, known, discreet => new BankDetailsChanged(
            discreet ? "" : known.Name, confirmed?.Masked ?? "", account.Masked, discreet ? "" : actor.Name, work.Now, PaymentRoutes.OrganisationBank(known.Slug)));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// A person enters or changes the account that their claims are paid to; the caller has asked for the password anew. Refused
    /// with <c>payee.payment-out</c>, <c>payee.same</c>, <c>payee.changed-meanwhile</c>, or as <see cref="AccountRules.Read"/> says.
    /// </summary>
    public async Task<Outcome> EnterMine(Actor actor, TypedAccount typed)
    {
        await using var work = await database.Write(actor);
        if (await PaymentRepository.Out(work, null, actor.Person) is { } reference)
        {
            return new Refusal("payee.payment-out", reference);
        }

        var read = AccountRules.Read(typed);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (account, before) = (read.Value, await PayeeRepository.OfPerson(work, actor.Person));
        if (Same(account, before.Count > 0 ? before[0] : null))
        {
            return new Refusal("payee.same");
        }

        if (!await Insert(work, null, actor.Person, account, before))
        {
            return Changed;
        }

        var confirmed = before.FirstOrDefault(one => one.State == PayeeState.Confirmed);
        if (confirmed is not null)
        {
            await HoldRepository.Place(work, null, actor.Person, HoldKind.BankDetails, "Bank details were changed");
        }

        await PayeeMail.ToPerson(work, actor.Person, new BankDetailsChanged(
            "", confirmed?.Masked ?? "", account.Masked, actor.Name, work.Now, ClaimRoutes.Bank));
        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<bool> Insert(UnitOfWork work, long? organisation, long? person, BankAccount account, IReadOnlyList<PayeeAccount> before)
    {
        foreach (var waiting in before.Where(one => one.State == PayeeState.Waiting))
        {
            await PayeeRepository.Replace(work, waiting.Id);
        }

        var id = work.NewId();
        if (!await PayeeRepository.Insert(work, new PayeeAccount
        {
            Id = id,
            OrganisationId = organisation,
            PersonId = person,
            Method = PaymentMethod.BankTransfer,
            Scheme = account.Scheme,
            Holder = account.Holder,
            Country = account.Country,
            Sealed = seal.Seal(account),
            Ending = account.Masked[^4..].TrimStart('•', ' '),
            EnteredBy = work.Actor.Person,
        }))
        {
            return false;
        }

        work.Audit("payee.entered", "PayeeAccount", id, new { organisation, person, account.Scheme });
        return true;
    }

    private bool Same(BankAccount account, PayeeAccount? last) =>
        last is not null && seal.Open(last.Sealed) is { } known && known.Key == account.Key && known.Holder == account.Holder && known.Bic == account.Bic && known.Kind == account.Kind;

    private static async Task Tell(UnitOfWork work, PayeeAccount account, string? refused)
    {
        if (account.PersonId is { } person)
        {
            await PayeeMail.ToPerson(work, person, new BankDetailsDecided("", account.Masked, refused is null, refused ?? "", ClaimRoutes.Bank));
            return;
        }

        var organisation = (await OrganisationRepository.Find(work, account.OrganisationId!.Value))!;
        await PayeeMail.ToOwners(work, organisation, discreet => new BankDetailsDecided(
            discreet ? "" : organisation.Name, account.Masked, refused is null, discreet ? "" : refused ?? "", PaymentRoutes.OrganisationBank(organisation.Slug)));
        if (refused is null)
        {
            foreach (var award in await PayeeRepository.AwardsOf(work, organisation.Id))
            {
                await ConditionDesk.Meet(work, (await AwardRepository.Find(work, award))!, ConditionKind.BankDetails, "The bank details were checked and confirmed");
            }
        }
    }

    private static async Task<IEnumerable<PayeeAccount>> InForce(UnitOfWork work, PayeeAccount account, PayeeState state) =>
        (account.OrganisationId is { } organisation ? await PayeeRepository.OfOrganisation(work, organisation) : await PayeeRepository.OfPerson(work, account.PersonId!.Value))
            .Where(one => one.State == state);

    private static async Task<bool> IsMember(UnitOfWork work, PayeeAccount account, Actor actor) =>
        account.PersonId == actor.PersonId
        || (account.OrganisationId is { } organisation && await OrganisationRepository.MembershipOf(work, organisation, actor.Person) is not null);

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
