using GrantsPortal.Applications;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards.Decisions;

/// <summary>What an officer proposes for an application in reserve.</summary>
/// <param name="Reference">The application's reference.</param>
/// <param name="Outcome">Fund, fund in part or decline.</param>
/// <param name="AmountMinor">Amount in minor units.</param>
/// <param name="Reason">Why.</param>
public sealed record ReserveEntry(string Reference, RecommendedOutcome Outcome, long? AmountMinor, string Reason);

/// <summary>Proposing.</summary>
public sealed partial class DecisionDesk
{
    /// <summary>
    /// Proposes the ranked list of a call: keeps it as it stands and moves every application in review to what is
    /// recommended for it. Refused as <see cref="DecisionRules.MayPropose"/> says, with <c>decision.not-officer</c>,
    /// <c>decision.pending</c>, or <c>decision.list-changed</c> when it is no longer the list that was <paramref name="seen"/>.
    /// Returns the decision's id.
    /// </summary>
    public async Task<Outcome<long>> Propose(Actor actor, long call, string? note = null, string? seen = null)
    {
        if (!actor.Is(Roles.ProgrammeOfficer))
        {
            return new Refusal("decision.not-officer");
        }

        await using var work = await database.Write(actor);
        if (await CallRepository.Find(work, call) is not { } found)
        {
            return new Refusal("decision.unknown");
        }

        var proposal = await Proposal.Read(work, found);
        if (proposal.Refusals.Count > 0)
        {
            return Outcome<long>.Refuse(proposal.Refusals);
        }

        if (seen is not null && seen != proposal.Fingerprint)
        {
            return new Refusal("decision.list-changed");
        }

        foreach (var line in proposal.Lines)
        {
            var application = (await ApplicationRepository.Find(work, line.ApplicationId))!;
            var moved = await ApplicationRepository.Move(work, application, DecisionRules.ActOf(line.Outcome));
            if (moved.Refused)
            {
                return Outcome<long>.Refuse(moved.Refusals);
            }
        }

        return await Keep(work, found, DecisionKind.RankedList, proposal.Available, proposal.Lines, note);
    }

    /// <summary>
    /// Proposes awards, or an end, for applications in reserve, within what is left of the budget. They stay in reserve
    /// until it is approved. Refused as <see cref="DecisionRules.MayProposeReserves"/> says, with <c>decision.not-officer</c>
    /// or <c>decision.pending</c>. Returns the decision's id.
    /// </summary>
    public async Task<Outcome<long>> ProposeReserves(Actor actor, long call, IReadOnlyList<ReserveEntry> entries, string? note = null)
    {
        if (!actor.Is(Roles.ProgrammeOfficer))
        {
            return new Refusal("decision.not-officer");
        }

        await using var work = await database.Write(actor);
        if (await CallRepository.Find(work, call) is not { } found)
        {
            return new Refusal("decision.unknown");
        }

        var reserves = (await DecisionRepository.Reserves(work, call)).ToDictionary(row => row.Reference, StringComparer.Ordinal);
        var candidates = new List<(Application Application, Candidate Candidate)>();
        foreach (var entry in entries)
        {
            var application = await ApplicationRepository.FindByReference(work, entry.Reference);
            if (application is null || application.CallId != call)
            {
                return new Refusal("decision.not-in-reserve", entry.Reference);
            }

            var proposed = new ProposedOutcome(entry.Outcome, entry.Outcome == RecommendedOutcome.Decline ? null : entry.AmountMinor, entry.Reason.Trim(), actor.Person);
            candidates.Add((application, new Candidate(application.Reference, application.State, proposed)));
        }

        var available = await Available(work, found);
        var refusals = DecisionRules.MayProposeReserves(found, work.Now, available, [.. candidates.Select(pair => pair.Candidate)]);
        if (refusals.Count > 0)
        {
            return Outcome<long>.Refuse(refusals);
        }

        var lines = candidates.Select(pair => FromReserve(pair.Application, pair.Candidate.Recommendation!, reserves.GetValueOrDefault(pair.Application.Reference))).ToList();
        return await Keep(work, found, DecisionKind.FromReserve, available, lines, note);
    }

    /// <summary>What is left of a call's budget after the awards that stand.</summary>
    internal static async Task<Money> Available(UnitOfWork work, Call call) =>
        call.Budget - Money.FromMinor(await AwardRepository.Committed(work, call.Id), call.Currency);

    private async Task<Outcome<long>> Keep(UnitOfWork work, Call call, DecisionKind kind, Money available, IReadOnlyList<DecisionLine> lines, string? note)
    {
        var decision = new Decision
        {
            Id = work.NewId(),
            CallId = call.Id,
            Kind = kind,
            State = DecisionState.Proposed,
            ProposedBy = work.Actor.Person,
            ProposedAt = work.Now,
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            TotalMinor = DecisionRules.Total(lines.Where(line => line.Funds).Select(line => line.AmountMinor)),
            AvailableMinor = available.Minor,
            Currency = call.Currency,
        };
        if (!await DecisionRepository.Insert(work, decision))
        {
            return new Refusal("decision.pending");
        }

        foreach (var line in lines)
        {
            await DecisionRepository.InsertLine(work, line with { DecisionId = decision.Id });
        }

        await Recommend(work, call, decision.Id, lines);
        work.Audit("decision.proposed", "Decision", decision.Id, new { call = call.Slug, kind, lines = lines.Count, totalMinor = decision.TotalMinor });
        foreach (var approver in await PersonRepository.WithRole(work, Roles.Approver))
        {
            if (approver.Id != work.Actor.PersonId)
            {
                work.Mail(approver.AsRecipient(), new DecisionWaiting(call.Title, lines.Count, decision.Total, AwardRoutes.Decision(decision.Id)), "Decision", decision.Id);
            }
        }

        await work.Commit();
        return decision.Id;
    }

    private static DecisionLine FromReserve(Application application, ProposedOutcome proposed, ReserveRow? before) => new()
    {
        ApplicationId = application.Id,
        Outcome = proposed.Outcome,
        AmountMinor = proposed.AmountMinor,
        Reason = proposed.Reason,
        RecommendedBy = proposed.RecommendedBy,
        Place = before?.Place ?? 1,
        Score = before?.Score,
        Reviews = before?.Reviews ?? 0,
    };
}
