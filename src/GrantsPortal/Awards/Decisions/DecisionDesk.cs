using GrantsPortal.Applications;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Calls;
using GrantsPortal.Funds;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Decisions;

/// <summary>
/// Proposing a list to an approver, and deciding on it. A decision is one transaction: its state, every application,
/// the awards, the drafts of the letters and the call, or nothing.
/// </summary>
public sealed partial class DecisionDesk(PortalDatabase database, AwardDrafter awards, LetterDrafter letters, Letters.LetterDesk letterDesk, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Approves a proposal. Refused as <see cref="DecisionRules.MayDecide"/> says, with <c>decision.unknown</c>,
    /// <c>decision.over-budget</c> when other awards took the money meanwhile, <c>decision.changed-meanwhile</c> when
    /// somebody was quicker or it is no longer the proposal that was read, or as <see cref="FundRules.MayCommit"/> says when it
    /// comes to more than is free in the fund; <paramref name="overdraw"/> is why that is to be committed all the same.
    /// </summary>
    public async Task<Outcome> Approve(Actor actor, long id, int version, string? note = null, string? overdraw = null)
    {
        await using var work = await database.Write(actor);
        var read = await ToDecide(work, id);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (decision, lines) = read.Value;
        var call = (await CallRepository.Find(work, decision.CallId))!;
        var available = await Available(work, call);
        if (decision.Total > available)
        {
            return new Refusal("decision.over-budget", decision.Total, available, decision.Total - available);
        }

        if (!await DecisionRepository.Decide(work, decision with { Version = version }, DecisionState.Approved, Tidy(note)))
        {
            return new Refusal("decision.changed-meanwhile");
        }

        var made = new List<Award>();
        foreach (var line in lines)
        {
            var done = await CarryOut(work, decision, call, line);
            if (done.Refused)
            {
                return done.Plain();
            }

            made.AddRange(done.Value);
        }

        await AwardLedger.NotRecommended(work, id, Today(work));
        if (await Bind(work, call, made, overdraw) is { } missing)
        {
            return missing;
        }

        if (decision.Kind == DecisionKind.RankedList && !await CallRepository.Decide(work, call.Id))
        {
            return new Refusal("decision.changed-meanwhile");
        }

        await CallLedger.Follow(work, call.Id, portal.Value);
        work.Audit("decision.approved", "Decision", id, new { call = call.Slug, totalMinor = decision.TotalMinor, awards = lines.Count(line => line.Funds) });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Sends a proposal back with a note: its applications are in review again, those from reserve stay there. Refused as
    /// <see cref="DecisionRules.MayDecide"/> says, with <c>decision.note-missing</c>, <c>decision.unknown</c> or
    /// <c>decision.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> SendBack(Actor actor, long id, int version, string? note)
    {
        if (Tidy(note) is not { } why)
        {
            return new Refusal("decision.note-missing").At("Note");
        }

        await using var work = await database.Write(actor);
        var read = await ToDecide(work, id);
        if (read.Refused)
        {
            return read.Plain();
        }

        var (decision, lines) = read.Value;
        if (!await DecisionRepository.Decide(work, decision with { Version = version }, DecisionState.SentBack, why))
        {
            return new Refusal("decision.changed-meanwhile");
        }

        var returned = await Return(work, decision, lines);
        if (returned.Refused)
        {
            return returned;
        }

        work.Audit("decision.sent-back", "Decision", id);
        if (await PersonRepository.Find(work, decision.ProposedBy) is { DisabledAt: null } officer)
        {
            work.Mail(officer.AsRecipient(), new DecisionSentBack(decision.CallTitle, why, AwardRoutes.Decision(id)), "Decision", id);
        }

        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Takes a proposal back before anybody decided. Refused with <c>decision.not-officer</c>, <c>decision.unknown</c>,
    /// <c>state.not-from-here</c> or <c>decision.changed-meanwhile</c>.
    /// </summary>
    public async Task<Outcome> TakeBack(Actor actor, long id, int version)
    {
        if (!actor.Is(Roles.ProgrammeOfficer))
        {
            return new Refusal("decision.not-officer");
        }

        await using var work = await database.Write(actor);
        if (await DecisionRepository.Find(work, id) is not { } decision)
        {
            return new Refusal("decision.unknown");
        }

        var move = DecisionStates.Table.Move(decision.State, DecisionStates.TakeBack);
        if (move.Refused)
        {
            return move.Plain();
        }

        if (!await DecisionRepository.TakeBack(work, decision with { Version = version }))
        {
            return new Refusal("decision.changed-meanwhile");
        }

        var returned = await Return(work, decision, await DecisionRepository.Lines(work, id));
        if (returned.Refused)
        {
            return returned;
        }

        work.Audit("decision.taken-back", "Decision", id);
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>What stands against the actor deciding on a proposal; empty when they may.</summary>
    public static async Task<IReadOnlyList<Refusal>> Against(UnitOfWork work, Actor actor, Decision decision, IReadOnlyList<DecisionLine> lines)
    {
        var memberOf = actor.PersonId is { } person
            ? (await OrganisationRepository.MembershipsOf(work, person)).Select(membership => membership.OrganisationId).ToHashSet()
            : [];
        memberOf.UnionWith(actor.PersonId is { } partner ? await DecisionRepository.AppliedWith(work, decision.Id, partner) : []);
        var conflicted = (await DecisionRepository.Conflicts(work, decision.Id)).Select(conflict => conflict.PersonId).ToHashSet();
        return DecisionRules.MayDecide(actor, decision, lines, memberOf, conflicted);
    }

    private static async Task<Outcome<(Decision Decision, IReadOnlyList<DecisionLine> Lines)>> ToDecide(UnitOfWork work, long id)
    {
        if (await DecisionRepository.Find(work, id) is not { } decision)
        {
            return new Refusal("decision.unknown");
        }

        if (decision.State != DecisionState.Proposed)
        {
            return new Refusal("decision.changed-meanwhile");
        }

        var lines = await DecisionRepository.Lines(work, id);
        var against = await Against(work, work.Actor, decision, lines);
        return against.Count > 0 ? Outcome<(Decision, IReadOnlyList<DecisionLine>)>.Refuse(against) : (decision, lines);
    }

    private async Task<Outcome<IReadOnlyList<Award>>> CarryOut(UnitOfWork work, Decision decision, Call call, DecisionLine line)
    {
        var application = (await ApplicationRepository.Find(work, line.ApplicationId))!;
        if (line.Outcome != RecommendedOutcome.Reserve)
        {
            var moved = await ApplicationRepository.Move(work, application, line.Funds ? ApplicationStates.Award : ApplicationStates.Decline);
            if (moved.Refused)
            {
                return Outcome<IReadOnlyList<Award>>.Refuse(moved.Refusals);
            }
        }

        await ApplicationRepository.NotTold(work, application.Id);
        var award = line.Funds ? await awards.Draft(work, decision, call, line, application) : null;
        await letters.Draft(work, decision, call, line, application, award);
        return Outcome<IReadOnlyList<Award>>.Of(award is null ? [] : [award]);
    }

    private async Task<Outcome> Return(UnitOfWork work, Decision decision, IReadOnlyList<DecisionLine> lines)
    {
        await AwardLedger.NotRecommended(work, decision.Id, Today(work));
        if (decision.Kind == DecisionKind.FromReserve)
        {
            return Outcome.Ok;
        }

        foreach (var line in lines)
        {
            var application = (await ApplicationRepository.Find(work, line.ApplicationId))!;
            var moved = await ApplicationRepository.Move(work, application, ApplicationStates.Reconsider);
            if (moved.Refused)
            {
                return moved.Plain();
            }
        }

        return Outcome.Ok;
    }

    private static string? Tidy(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();
}
