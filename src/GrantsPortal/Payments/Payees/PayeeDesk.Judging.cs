using GrantsPortal.Awards;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Payments.Claims;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Payments.Payees;

/// <summary>What Finance does with entered bank details: asks, confirms, refuses, looks.</summary>
public sealed partial class PayeeDesk
{
    /// <summary>
    /// Keeps what the payee-name check said. Refused as <see cref="PayeeRules.MayCheck"/> says, with <c>payee.unknown</c> or
    /// <c>payee.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Check(Actor actor, long id, int version, NameCheck said, string? answer, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await PayeeRepository.Find(work, id) is not { } account)
        {
            return Unknown;
        }

        if (PayeeRules.MayCheck(account, actor, await IsMember(work, account, actor), said, answer, reason) is { } refusal)
        {
            return refusal;
        }

        if (!await PayeeRepository.Check(work, id, version, said, Text(answer), said == NameCheck.Match ? null : Text(reason)))
        {
            return Changed;
        }

        work.Audit("payee.name-checked", "PayeeAccount", id, new { said });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Confirms an account: from now on payments go there, what was prepared for another one is taken back, the freeze ends,
    /// and the awards' condition about bank details is met. Refused as <see cref="PayeeRules.MayConfirm"/> says, with
    /// <c>payee.unknown</c>, or <c>payee.changed-meanwhile</c> (also when a payment went out meanwhile).
    /// </summary>
    public async Task<Outcome> Confirm(Actor actor, long id, int version)
    {
        await using var work = await database.Write(actor);
        if (await PayeeRepository.Find(work, id) is not { } account)
        {
            return Unknown;
        }

        if (PayeeRules.MayConfirm(account, actor, await IsMember(work, account, actor)) is { } refusal)
        {
            return refusal;
        }

        if (account.OrganisationId is { } locked)
        {
            await OrganisationRepository.Lock(work, locked);
        }

        foreach (var old in await InForce(work, account, PayeeState.Confirmed))
        {
            await PayeeRepository.Replace(work, old.Id);
            foreach (var payment in await PaymentRepository.Prepared(work, old.Id))
            {
                await PaymentMoves.Batch(work, [payment], null);
                await moves.TakeBack(work, (await PaymentRepository.Find(work, payment.Id))!, "Other bank details were confirmed");
            }
        }

        if (!await PayeeRepository.Confirm(work, id, version))
        {
            return Changed;
        }

        work.Audit("payee.confirmed", "PayeeAccount", id, new { account.Method, account.NameCheck });
        await HoldRepository.LiftKind(work, account.OrganisationId, account.PersonId, HoldKind.BankDetails, "The bank details were confirmed");
        await Tell(work, account, null);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Refuses an account; the one before stays in force, and payments stay frozen if asked. Refused as
    /// <see cref="PayeeRules.MayRefuse"/> says, with <c>payee.unknown</c> or <c>payee.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Refuse(Actor actor, long id, int version, string? reason, bool freeze)
    {
        await using var work = await database.Write(actor);
        if (await PayeeRepository.Find(work, id) is not { } account)
        {
            return Unknown;
        }

        if (PayeeRules.MayRefuse(account, actor, await IsMember(work, account, actor), reason) is { } refusal)
        {
            return refusal;
        }

        if (!await PayeeRepository.Refuse(work, id, version, reason!.Trim()))
        {
            return Changed;
        }

        work.Audit("payee.refused", "PayeeAccount", id, new { freeze });
        await HoldRepository.LiftKind(work, account.OrganisationId, account.PersonId, HoldKind.BankDetails, "The new bank details were refused");
        if (freeze)
        {
            await HoldRepository.Place(work, account.OrganisationId, account.PersonId, HoldKind.Staff, reason.Trim());
        }

        await Tell(work, account, reason.Trim());
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>The numbers of an account in full, for Finance to ask the bank with; that somebody saw them is on record. Null when there is none.</summary>
    public async Task<BankAccount?> Look(Actor actor, long id)
    {
        if (!actor.Is(Roles.Finance))
        {
            return null;
        }

        await using var work = await database.Write(actor);
        if (await PayeeRepository.Find(work, id) is not { Sealed: not null } account)
        {
            return null;
        }

        work.Audit("payee.seen-in-full", "PayeeAccount", id);
        await work.Commit();
        return seal.Open(account.Sealed);
    }
}
