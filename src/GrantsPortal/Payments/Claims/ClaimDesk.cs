using GrantsPortal.Funds;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Files;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Payments.Claims;

/// <summary>Section <c>Claims</c> of the configuration.</summary>
public sealed class ClaimOptions
{
    /// <summary>Most that one claim may ask, in whole units of the call's currency; the city's own choice.</summary>
    public decimal Most { get; set; } = 1000;
}

/// <summary>
/// Panel members claim fees and expenses; an officer decides. What is approved is committed in the ledger and becomes a
/// payment like any other: another prepares, approves and releases it.
/// </summary>
public sealed class ClaimDesk(PortalDatabase database, PaymentMoves moves, FileStore files, IOptions<ClaimOptions> options, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Makes a claim. Refused as <see cref="ClaimRules.Check"/> and <see cref="FileStore.Save"/> say, the latter at the field
    /// <c>Receipt</c>. Returns its reference.
    /// </summary>
    public async Task<Outcome<string>> Submit(Actor actor, ClaimText text, Stream? receipt, string receiptName, CancellationToken cancel = default)
    {
        IReadOnlyList<PanelCall> panels;
        await using (var reading = await database.Read(cancel))
        {
            panels = await ClaimRepository.Panels(reading, actor.Person, "en");
        }

        var call = panels.FirstOrDefault(one => one.Id == text.CallId);
        var today = Instants.DayOf(database.Clock.GetUtcNow(), portal.Value.Zone);
        var wrong = ClaimRules.Check(text, call is not null, today, new Money(options.Value.Most, call?.Currency ?? portal.Value.Currency));
        if (wrong.Count > 0)
        {
            return Outcome<string>.Refuse(wrong);
        }

        SavedContent? kept = null;
        if (receipt is not null)
        {
            var saved = await files.Save(receipt, receiptName, cancel);
            if (saved.Refused)
            {
                return saved.Refusals[0].At("Receipt");
            }

            kept = saved.Value;
        }

        await using var work = await database.Write(actor, cancel);
        var claim = new Claim
        {
            Id = work.NewId(),
            Reference = await work.NextReference("CL"),
            PersonId = actor.Person,
            CallId = call!.Id,
            Kind = text.Kind!.Value,
            OnDay = text.OnDay!.Value,
            ForWhat = text.ForWhat!.Trim(),
            AmountMinor = new Money(text.Amount!.Value, call.Currency).Minor,
            Currency = call.Currency,
            ReceiptId = kept is null ? null : await StoredFileRepository.Insert(work, kept),
            ProgrammeId = call.ProgrammeId,
        };
        await ClaimRepository.Insert(work, claim);
        work.Audit("claim.submitted", "Claim", claim.Id, new { claim.Reference, claim.Kind, claim.AmountMinor, claim.Currency });
        await work.Commit(cancel);
        return claim.Reference;
    }

    /// <summary>Takes one's own claim back. Refused with <c>claim.unknown</c>, <c>state.not-from-here</c> or <c>claim.changed-meanwhile</c>.</summary>
    public async Task<Outcome> Withdraw(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        if (await ClaimRepository.FindFor(work, reference, actor.Person) is not { } claim)
        {
            return new Refusal("claim.unknown");
        }

        var to = ClaimStates.Table.Move(claim.State, ClaimStates.Withdraw);
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await ClaimRepository.Withdraw(work, claim))
        {
            return new Refusal("claim.changed-meanwhile");
        }

        work.Audit("claim.withdrawn", "Claim", claim.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Approves or declines a claim. Refused as <see cref="ClaimRules.MayDecide"/> says, with <c>claim.unknown</c>,
    /// <c>state.not-from-here</c>, <c>claim.changed-meanwhile</c>, or <c>ledger.not-enough</c> when the fund has too little free
    /// in the year of today.
    /// </summary>
    public async Task<Outcome> Decide(Actor actor, string reference, int version, string act, string? reason)
    {
        await using var work = await database.Write(actor);
        if (await ClaimRepository.Find(work, reference) is not { } claim)
        {
            return new Refusal("claim.unknown");
        }

        var against = ClaimRules.MayDecide(actor, claim, act, reason);
        if (against.Count > 0)
        {
            return Outcome.Refuse(against);
        }

        var to = ClaimStates.Table.Move(claim.State, act);
        if (to.Refused)
        {
            return to.Plain();
        }

        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        var year = BudgetYear.Of(today, portal.Value.BudgetYearStartsMonth);
        var why = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (!await ClaimRepository.Decide(work, claim, version, to.Value, to.Value == ClaimState.Approved ? year : null, why))
        {
            return new Refusal("claim.changed-meanwhile");
        }

        if (to.Value == ClaimState.Approved && await Pay(work, claim, year, today) is { Refused: true } refused)
        {
            return refused;
        }

        work.Audit($"claim.{act}", "Claim", claim.Id, new { from = claim.State, to = to.Value });
        if (await PersonRepository.Find(work, claim.PersonId) is { DisabledAt: null } person)
        {
            work.Mail(person.AsRecipient(), new ClaimDecided(claim.Reference, claim.Amount, to.Value == ClaimState.Approved, why ?? "", ClaimRoutes.Mine), "Claim", claim.Id);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    private async Task<Outcome> Pay(UnitOfWork work, Claim claim, int year, DateOnly today)
    {
        var posted = await Ledger.Post(
            work, FormattableString.Invariant($"commit:claim:{claim.Id}"), Postings.Commit(claim.ProgrammeId, year, LedgerSubject.Claim(claim.Id), claim.Amount), today);
        if (posted.Refused)
        {
            return posted.Plain();
        }

        var opened = await moves.Open(work, new Payment
        {
            ClaimId = claim.Id,
            PersonId = claim.PersonId,
            ProgrammeId = claim.ProgrammeId,
            Year = year,
            AmountMinor = claim.AmountMinor,
            Currency = claim.Currency,
            State = PaymentState.Due,
            DueOn = today,
        });
        return opened.Refused ? opened.Plain() : Outcome.Ok;
    }
}
