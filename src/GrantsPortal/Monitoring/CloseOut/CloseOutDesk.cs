using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Organisations;
using GrantsPortal.Payments.Recovery;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Monitoring.CloseOut;

/// <summary>Completes awards and closes them out: the first person completes or hands on, a second closes.</summary>
public sealed class CloseOutDesk(
    PortalDatabase database, RecoveryDesk recovery, AwardDocuments documents, PortalTexts texts, IOptions<PortalOptions> portal, IOptions<AwardOptions> awards)
{
    /// <summary>
    /// Notes that a person found a line of the checklist to hold, and what they saw. Refused with <c>closeout.not-officer</c>,
    /// <c>award.unknown</c>, <c>closeout.closed</c>, <c>closeout.line-computed</c>, or as <see cref="CloseOutRules.CheckNote"/> says.
    /// </summary>
    public Task<Outcome> Tick(Actor actor, string reference, CloseOutLine line, string? note) => Ticking(actor, reference, line, async work =>
    {
        if (CloseOutRules.CheckNote(note) is { } wrong)
        {
            return wrong.At("Note");
        }

        await CloseOutRepository.Tick(work.Work, work.Award.Id, line, note!.Trim());
        return null;
    });

    /// <summary>Takes that back. Refused as <see cref="Tick"/> is.</summary>
    public Task<Outcome> Untick(Actor actor, string reference, CloseOutLine line) => Ticking(actor, reference, line, async work =>
        await CloseOutRepository.Untick(work.Work, work.Award.Id, line) ? null : new Refusal("closeout.changed-meanwhile"));

    /// <summary>
    /// Notes that the work of an award is done; the remainder is settled, then a second person closes. Refused as
    /// <see cref="CloseOutRules.MayComplete"/> says, with <c>award.unknown</c> or <c>closeout.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Complete(Actor actor, string reference, int version)
    {
        await using var work = await database.Write(actor);
        var read = await Read(work, reference);
        if (read is not { } with)
        {
            return new Refusal("award.unknown");
        }

        var against = CloseOutRules.MayComplete(with, actor, await IsMember(work, with.Award));
        if (against.Count > 0)
        {
            return Outcome.Refuse(against);
        }

        if (!await AwardRepository.Move(work, with.Award with { Version = version }, AwardState.Completed) || !await CloseOutRepository.Prepare(work, with.Award.Id))
        {
            return new Refusal("closeout.changed-meanwhile");
        }

        var (award, figures) = (with.Award, with.Figures);
        work.Audit("award.completed", "Award", award.Id, new { from = award.State, to = AwardState.Completed, figures.PaidMinor, figures.SpentMinor, figures.UnspentMinor });
        await MonitoringMail.ToMembers(work, award, new AwardCompleted(
            award.Reference, award.OrganisationName, award.Title, figures.Of(figures.SpentMinor), figures.Of(figures.ToReturnMinor), figures.ToReturnMinor > 0, MonitoringRoutes.MyCloseOut(award.Reference)));
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Hands an award that ended early on to a second person. Refused as <see cref="CloseOutRules.MayPrepare"/> says, with
    /// <c>award.unknown</c> or <c>closeout.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Prepare(Actor actor, string reference)
    {
        await using var work = await database.Write(actor);
        if (await Read(work, reference) is not { } with)
        {
            return new Refusal("award.unknown");
        }

        var against = CloseOutRules.MayPrepare(with, actor, await IsMember(work, with.Award));
        if (against.Count > 0)
        {
            return Outcome.Refuse(against);
        }

        if (!await CloseOutRepository.Prepare(work, with.Award.Id))
        {
            return new Refusal("closeout.changed-meanwhile");
        }

        work.Audit("award.close-prepared", "Award", with.Award.Id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Asks back what was paid and not spent, in the officer's words. Refused as <see cref="CloseOutRules.MayAskBack"/> says,
    /// with <c>award.unknown</c>, or as <see cref="RecoveryDesk"/> says.
    /// </summary>
    public async Task<Outcome> AskBack(Actor actor, string reference, string? reason, DateOnly? due)
    {
        await using var work = await database.Write(actor);
        if (await Read(work, reference) is not { } with)
        {
            return new Refusal("award.unknown");
        }

        var against = CloseOutRules.MayAskBack(with, actor, await IsMember(work, with.Award));
        if (against.Count > 0)
        {
            return Outcome.Refuse(against);
        }

        var asked = await recovery.Ask(work, with.Award, with.Figures.Of(with.Figures.ToAskMinor), reason, due);
        if (asked.Refused)
        {
            return asked.Plain();
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Closes an award for good: what is still bound for it is released, the final figures are kept with their hash and as a
    /// document, and the organisation gets a letter. Refused as <see cref="CloseOutRules.MayClose"/> says, with
    /// <c>award.unknown</c>, <c>closeout.note-long</c> (limit) or <c>closeout.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> Close(Actor actor, string reference, int version, string? message)
    {
        if (CloseOutRules.CheckNote(message, needed: false) is { } wrong)
        {
            return wrong.At("Message");
        }

        var said = string.IsNullOrWhiteSpace(message) ? null : message.Trim();
        CloseOutParts parts;
        await using (var read = await database.Read())
        {
            var begun = await MayClose(read, actor, reference);
            if (begun.Refused)
            {
                return begun.Plain();
            }

            parts = await CloseOutDocument.Parts(read, begun.Value, actor, said, Retain(read), portal.Value);
        }

        var says = texts.In(parts.Case.Award.LanguageIn(portal.Value));

        // The document is made before the transaction, and holds only when the figures are still those it says.
        var made = await documents.Make(CloseOutDocument.Title(parts.Case.Award, says), says.Language, CloseOutDocument.Html(parts, says, portal.Value));
        await using var work = await database.Write(actor);
        var checkedAgain = await MayClose(work, actor, reference);
        if (checkedAgain.Refused)
        {
            return checkedAgain.Plain();
        }

        var (with, figures) = (checkedAgain.Value, checkedAgain.Value.Figures.Write());
        if (figures != parts.Case.Figures.Write()
            || !await AwardRepository.Move(work, with.Award with { Version = version }, AwardState.Closed)
            || !await CloseOutRepository.Close(work, with.Record, said, figures, FinalFigures.HashOf(figures), parts.RetainUntil))
        {
            return new Refusal("closeout.changed-meanwhile");
        }

        if (await Release(work, with.Award) is { Refused: true } refused)
        {
            return refused;
        }

        await AwardDocuments.Keep(work, with.Award, AwardDocumentKind.CloseOut, made);
        work.Audit("award.closed", "Award", with.Award.Id, new { from = with.Award.State, to = AwardState.Closed, figures = FinalFigures.HashOf(figures), released = with.Figures.CommittedMinor, parts.RetainUntil });
        await MonitoringMail.ToMembers(work, with.Award, new AwardClosed(
            with.Award.Reference, with.Award.OrganisationName, with.Award.Title, with.Figures.Of(with.Figures.SpentMinor), said, parts.RetainUntil, MonitoringRoutes.MyCloseOut(with.Award.Reference)));
        await work.Commit();
        return Outcome.Ok;
    }

    private DateOnly Retain(UnitOfWork work) => CloseOutRules.RetainUntil(Instants.DayOf(work.Now, portal.Value.Zone), awards.Value.RetentionYears);

    /// <summary>What is still bound for the award becomes free, year by year, in one posting.</summary>
    private async Task<Outcome> Release(UnitOfWork work, Award award)
    {
        if (award.ProgrammeId is not { } fund)
        {
            return Outcome.Ok;
        }

        var bound = (await Ledger.Of(work, SubjectKind.Award, award.Id)).Years.Where(year => year.CommittedMinor > 0).ToList();
        return bound.Count == 0 ? Outcome.Ok : (await Ledger.Post(
            work, FormattableString.Invariant($"release:closeout:award:{award.Id}"),
            [.. bound.SelectMany(year => Postings.Release(fund, year.Year, LedgerSubject.Award(award.Id), Money.FromMinor(year.CommittedMinor, year.Currency)))],
            Instants.DayOf(work.Now, portal.Value.Zone))).Plain();
    }

    private static async Task<Outcome<CloseOutCase>> MayClose(UnitOfWork work, Actor actor, string reference)
    {
        if (await Read(work, reference) is not { } with)
        {
            return new Refusal("award.unknown");
        }

        var against = CloseOutRules.MayClose(with, actor, await OrganisationRepository.MembershipOf(work, with.Award.OrganisationId, actor.Person) is not null);
        return against.Count > 0 ? Outcome<CloseOutCase>.Refuse(against) : with;
    }

    private async Task<Outcome> Ticking(Actor actor, string reference, CloseOutLine line, Func<(UnitOfWork Work, Award Award), Task<Refusal?>> act)
    {
        await using var work = await database.Write(actor);
        if (!actor.Is(Roles.ProgrammeOfficer))
        {
            return new Refusal("closeout.not-officer");
        }

        if (await AwardRepository.FindByReference(work, reference) is not { } award)
        {
            return new Refusal("award.unknown");
        }

        if (award.State == AwardState.Closed)
        {
            return new Refusal("closeout.closed");
        }

        if (!CloseOutRules.ByHand(line))
        {
            return new Refusal("closeout.line-computed");
        }

        if (await act((work, award)) is { } refusal)
        {
            return refusal;
        }

        work.Audit("award.close-out-noted", "Award", award.Id, new { line });
        await work.Commit();
        return Outcome.Ok;
    }

    private static async Task<CloseOutCase?> Read(UnitOfWork work, string reference) =>
        await AwardRepository.FindByReference(work, reference) is { } award ? await CloseOutReader.Read(work, award) : null;

    private static async Task<bool> IsMember(UnitOfWork work, Award award) =>
        work.Actor.PersonId is { } person && await OrganisationRepository.MembershipOf(work, award.OrganisationId, person) is not null;
}
