using GrantsPortal.Applications;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards.Decisions;

/// <summary>What two people decided about one application of the short road.</summary>
/// <param name="AmountMinor">What it gets, in minor units; null when it gets nothing.</param>
/// <param name="Reason">Why, as the applicant reads it.</param>
/// <param name="ProposedBy">Who put it before the deciders.</param>
/// <param name="RecommendedBy">Who said so first; whoever acts now decides, and is somebody else.</param>
public sealed record DecidedAtOnce(long? AmountMinor, string Reason, long ProposedBy, long RecommendedBy);

/// <summary>Deciding without a list.</summary>
public sealed partial class DecisionDesk
{
    /// <summary>
    /// Decides on one submitted application in the caller's transaction, as a decision of its own with its award, bound in the ledger,
    /// and its letter, which goes out at once. Refused with <c>decision.over-budget</c>, <c>decision.changed-meanwhile</c> (among others
    /// where who acts proposed or recommended it, is a member of the applicant or has declared a conflict), as
    /// <see cref="Funds.FundRules.MayCommit"/> says, or as a letter that cannot be sent.
    /// </summary>
    public async Task<Outcome> AtOnce(UnitOfWork work, Call call, Application application, DecidedAtOnce decided)
    {
        if (!work.Actor.Is(Roles.Approver) || !call.IsRapid)
        {
            return new Refusal("decision.not-approver");
        }

        var funds = decided.AmountMinor is not null;
        foreach (var act in new[] { ApplicationStates.SendToReview, funds ? ApplicationStates.Recommend : ApplicationStates.NotRecommend })
        {
            var moved = await ApplicationRepository.Move(work, application, act);
            if (moved.Refused)
            {
                return moved.Plain();
            }

            application = moved.Value;
        }

        var available = await Available(work, call);
        var decision = new Decision
        {
            Id = work.NewId(),
            CallId = call.Id,
            Kind = DecisionKind.AtOnce,
            State = DecisionState.Proposed,
            ProposedBy = decided.ProposedBy,
            ProposedAt = work.Now,
            TotalMinor = decided.AmountMinor ?? 0,
            AvailableMinor = available.Minor,
            Currency = call.Currency,
            Version = 1,
        };
        if (decision.Total > available)
        {
            return new Refusal("decision.over-budget", decision.Total, available, decision.Total - available);
        }

        var line = new DecisionLine
        {
            DecisionId = decision.Id,
            ApplicationId = application.Id,
            Reference = application.Reference,
            OrganisationId = application.OrganisationId,
            OrganisationName = application.OrganisationName,
            Title = application.Title,
            Outcome = !funds ? RecommendedOutcome.Decline : decided.AmountMinor < application.AskedMinor ? RecommendedOutcome.FundInPart : RecommendedOutcome.Fund,
            AmountMinor = decided.AmountMinor,
            AskedMinor = application.AskedMinor,
            Currency = call.Currency,
            Reason = decided.Reason,
            RecommendedBy = decided.RecommendedBy,
            Place = 1,
        };
        if (!await DecisionRepository.Insert(work, decision))
        {
            return new Refusal("decision.changed-meanwhile");
        }

        await DecisionRepository.InsertLine(work, line);
        if (!await DecisionRepository.Decide(work, decision, DecisionState.Approved, null))
        {
            return new Refusal("decision.changed-meanwhile");
        }

        var made = await CarryOut(work, decision, call, line);
        if (made.Refused)
        {
            return made.Plain();
        }

        if (await Bind(work, call, made.Value, null) is { } missing)
        {
            return missing;
        }

        work.Audit("decision.approved", "Decision", decision.Id, new { call = call.Slug, application = application.Reference, totalMinor = decision.TotalMinor, atOnce = true });
        return (await letterDesk.SendAtOnce(work, (await DecisionRepository.Find(work, decision.Id))!)).Plain();
    }
}
