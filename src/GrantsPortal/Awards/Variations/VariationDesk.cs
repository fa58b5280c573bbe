using GrantsPortal.Awards.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Variations;

/// <summary>Writing a variation, asking for it, taking it back. How it is answered stands in the file beside this one.</summary>
public sealed partial class VariationDesk(PortalDatabase database, AwardDocuments documents, PortalTexts texts, IOptions<PortalOptions> portal, IOptions<AwardOptions> options)
{
    /// <summary>
    /// Saves the draft of a side, also while something in it is wrong, and returns its number. Refused as
    /// <see cref="VariationRules.MayAsk"/> says, with <c>award.unknown</c>, <c>variation.unknown</c>,
    /// <c>variation.draft-exists</c> when there is one already, or <c>variation.changed-meanwhile</c>.
    /// </summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="reference">The award.</param>
    /// <param name="side">For whom.</param>
    /// <param name="number">The draft; null to begin one.</param>
    /// <param name="version">Which version of it was shown.</param>
    /// <param name="entry">What it says.</param>
    public async Task<Outcome<int>> Save(Actor actor, string reference, VariationSide side, int? number, int version, VariationEntry entry)
    {
        await using var work = await database.Write(actor);
        var read = await Writable(work, actor, reference, side);
        if (read.Refused)
        {
            return Outcome<int>.Refuse(read.Refusals);
        }

        var whole = read.Value;
        var before = AwardTerms.Of(whole);
        var wanted = entry.Wanted(before, await AwardWholes.PaidOut(work, whole.Award.Id));
        var (draft, saved) = (await VariationRepository.Draft(work, whole.Award.Id, side), false);
        if (number is null)
        {
            if (draft is not null)
            {
                return new Refusal("variation.draft-exists");
            }

            draft = new Variation { Id = work.NewId(), AwardId = whole.Award.Id, Side = side, CreatedBy = actor.Person, CreatedAt = work.Now };
            saved = await VariationRepository.Insert(work, Written(draft, before, wanted, entry.Reason));
        }
        else if (draft?.Number != number)
        {
            return new Refusal("variation.unknown");
        }
        else
        {
            saved = await VariationRepository.Save(work, Written(draft!, before, wanted, entry.Reason) with { Version = version });
        }

        if (!saved)
        {
            return new Refusal("variation.changed-meanwhile");
        }

        var kept = (await VariationRepository.Draft(work, whole.Award.Id, side))!;
        work.Audit("variation.drafted", "Variation", kept.Id, new { award = whole.Award.Id, kept.Number, side });
        await work.Commit();
        return kept.Number;
    }

    /// <summary>
    /// Asks for a draft. Refused as <see cref="VariationRules.MayAsk"/>, <see cref="VariationRules.Check"/> and
    /// <see cref="VariationRules.CheckReason"/> say, with <c>variation.unknown</c>, <c>variation.terms-changed</c> when the
    /// award is no longer what the draft starts from, <c>variation.open</c> while another waits, or <c>variation.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Ask(Actor actor, string reference, VariationSide side, int number, int version)
    {
        await using var work = await database.Write(actor);
        var read = await Writable(work, actor, reference, side);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (whole, award) = (read.Value, read.Value.Award);
        if (await VariationRepository.Draft(work, award.Id, side) is not { } draft || draft.Number != number)
        {
            return new Refusal("variation.unknown");
        }

        var asked = await Prepared(work, whole, draft);
        if (asked.Refused)
        {
            return asked.Plain();
        }

        if (!await VariationRepository.Ask(work, asked.Value with { Version = version }))
        {
            return new Refusal(await VariationRepository.Asked(work, award.Id) is null ? "variation.changed-meanwhile" : "variation.open");
        }

        work.Audit("variation.asked", "Award", award.Id, new { number, side, asked.Value.ChangeMinor, asked.Value.MovedMinor, asked.Value.Turn });
        await VariationMail.Asked(work, award, asked.Value);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Takes back what one's side wrote or asked for. Refused as <see cref="VariationRules.MayAsk"/> says, with
    /// <c>variation.unknown</c>, <c>state.not-from-here</c> or <c>variation.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Withdraw(Actor actor, string reference, VariationSide side, int number, int version)
    {
        await using var work = await database.Write(actor);
        var read = await Writable(work, actor, reference, side);
        if (read.Refused)
        {
            return read.Plain();
        }

        var award = read.Value.Award;
        if (await VariationRepository.Find(work, award.Id, number, side) is not { } variation || variation.Side != side)
        {
            return new Refusal("variation.unknown");
        }

        var move = VariationStates.Table.Move(variation.State, VariationStates.Withdraw);
        if (move.Refused)
        {
            return move.Plain();
        }

        if (!await VariationRepository.Decide(work, variation with { Version = version }, move.Value, null))
        {
            return new Refusal("variation.changed-meanwhile");
        }

        work.Audit("variation.withdrawn", "Award", award.Id, new { number, from = variation.State });
        if (variation.State == VariationState.Asked)
        {
            await VariationMail.Withdrawn(work, award, variation);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    private static Variation Written(Variation draft, AwardTerms before, AwardTerms wanted, string? reason) =>
        draft with { TermsBefore = Json.Write(before), TermsWanted = Json.Write(wanted), Reason = (reason ?? "").Trim() };

    /// <summary>The award as a side may vary it: an organisation's own, or any for the city.</summary>
    private static async Task<Outcome<AwardWhole>> Writable(UnitOfWork work, Actor actor, string reference, VariationSide side)
    {
        var award = side == VariationSide.Grantee ? await AwardRepository.FindFor(work, reference, actor.Person) : await AwardRepository.FindByReference(work, reference);
        if (award is null || award.Source != RecordSource.Portal)
        {
            return new Refusal("award.unknown");
        }

        var role = (await OrganisationRepository.MembershipOf(work, award.OrganisationId, actor.Person))?.Role;
        return VariationRules.MayAsk(award, side, actor, role) is { } refusal ? refusal : await AwardWholes.Of(work, award);
    }

    private async Task<Outcome<Variation>> Prepared(UnitOfWork work, AwardWhole whole, Variation draft)
    {
        var (before, wanted) = (AwardTerms.Of(whole), draft.Wanted);
        if (before != draft.Before)
        {
            return new Refusal("variation.terms-changed");
        }

        List<Refusal> wrong = [.. VariationRules.Check(before, wanted, await AwardWholes.PaidOut(work, whole.Award.Id), whole.Award.Currency)];
        if (VariationRules.CheckReason(draft.Reason) is { } unsaid)
        {
            wrong.Add(unsaid);
        }

        if (wrong.Count > 0)
        {
            return Outcome<Variation>.Refuse(wrong);
        }

        var so = await VariationRepository.Approved(work, whole.Award.Id);
        var (change, moved) = (wanted.AmountMinor - before.AmountMinor, wanted.Moved(before));
        var approver = VariationRules.NeedsApprover(change, moved, so.MovedMinor, before.AmountMinor - so.ChangeMinor, options.Value.ApproverShare);
        return draft with { ChangeMinor = change, MovedMinor = moved, Turn = VariationRules.Turn(draft.Side, approver, cityAgreed: false) };
    }
}
