using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews.Assignment;

/// <summary>Puts together a call's pool and gives applications to reviewers.</summary>
public sealed class AssignmentDesk(PortalDatabase database)
{
    /// <summary>Adds people to the pool; those who are in it or no longer reviewers are passed over. Refused with nobody chosen.</summary>
    public async Task<Outcome<int>> AddToPool(Actor actor, long call, IReadOnlyCollection<long> people)
    {
        await using var work = await database.Write(actor);
        var reviewers = (await PersonRepository.WithRole(work, Roles.Reviewer)).Select(person => person.Id).ToHashSet();
        var added = 0;
        foreach (var person in people.Distinct().Where(reviewers.Contains))
        {
            if (await PanelRepository.Add(work, call, person))
            {
                work.Audit("panel.reviewer-added", "Call", call, new { person });
                added++;
            }
        }

        if (added == 0)
        {
            return new Refusal("panel.nobody-chosen").At("People");
        }

        await work.Commit();
        return added;
    }

    /// <summary>Takes somebody out of the pool; refused with <c>panel.reviewer-busy</c> while they have reviews to do.</summary>
    public async Task<Outcome> RemoveFromPool(Actor actor, long call, long person)
    {
        await using var work = await database.Write(actor);
        if (!await PanelRepository.Remove(work, call, person))
        {
            return new Refusal("panel.reviewer-busy");
        }

        work.Audit("panel.reviewer-removed", "Call", call, new { person });
        await work.Commit();
        return Outcome.Ok;
    }

    /// <summary>
    /// Assigns exactly these pairs, or none: what was shown is what is done. Each reviewer gets one e-mail. The value is
    /// the number of reviews assigned.
    /// </summary>
    public async Task<Outcome<int>> Assign(Actor actor, long callId, IReadOnlyCollection<Pairing> pairs, DateTimeOffset? due)
    {
        await using var work = await database.Write(actor);
        if (await CallRepository.Find(work, callId) is not { } call)
        {
            return new Refusal("review.call-missing");
        }

        var panel = await Panel.Read(work, call, actor.PersonId);
        var refusals = Refusals(panel, pairs, due, work.Now);
        if (refusals.Count > 0)
        {
            return Outcome<int>.Refuse(refusals);
        }

        foreach (var pair in pairs.Distinct())
        {
            if (!await ReviewRepository.HoldInReview(work, pair.Application))
            {
                return new Refusal("panel.changed-meanwhile");
            }

            if (await Insert(work, call, pair, due) is { } taken)
            {
                return taken;
            }
        }

        foreach (var reviewer in await PersonRepository.Find(work, [.. pairs.Select(pair => pair.Reviewer).Distinct()]))
        {
            var count = pairs.Distinct().Count(pair => pair.Reviewer == reviewer.Id);
            work.Mail(reviewer.AsRecipient(), new ReviewAssigned(call.Title, count, due, ReviewRoutes.Mine), "Call", call.Id);
        }

        await work.Commit();
        return pairs.Distinct().Count();
    }

    /// <summary>Gives every open review of a call another due date. The value is the number of reviews changed.</summary>
    public async Task<Outcome<int>> ChangeDue(Actor actor, long callId, DateTimeOffset due)
    {
        await using var work = await database.Write(actor);
        if (AssignmentRules.CheckDue(due, work.Now) is { } past)
        {
            return past;
        }

        var open = await ReviewRepository.OpenOfCall(work, callId);
        if (open.Count == 0 || await CallRepository.Find(work, callId) is not { } call)
        {
            return new Refusal("panel.nothing-open").At("Due");
        }

        var changed = await ReviewRepository.SetDue(work, [.. open.Select(review => review.Id)], due);
        work.Audit("panel.due-changed", "Call", callId, new { due, reviews = changed });
        foreach (var reviewer in await PersonRepository.Find(work, [.. open.Select(review => review.ReviewerId).Distinct()]))
        {
            var count = open.Count(review => review.ReviewerId == reviewer.Id);
            work.Mail(reviewer.AsRecipient(), new ReviewDueChanged(call.Title, count, due, ReviewRoutes.Mine), "Call", callId);
        }

        await work.Commit();
        return changed;
    }

    private static List<Refusal> Refusals(Panel panel, IReadOnlyCollection<Pairing> pairs, DateTimeOffset? due, DateTimeOffset now)
    {
        var refusals = new List<Refusal>();
        if (pairs.Count == 0)
        {
            refusals.Add(new Refusal("panel.nothing-chosen"));
        }

        if (panel.Call.RubricVersion == 0)
        {
            refusals.Add(new Refusal("review.no-rubric"));
        }

        if (AssignmentRules.CheckDue(due, now) is { } past)
        {
            refusals.Add(past);
        }

        foreach (var pair in pairs)
        {
            var reference = panel.Applications.FirstOrDefault(application => application.Id == pair.Application)?.Reference ?? "";
            var name = panel.Pool.FirstOrDefault(reviewer => reviewer.PersonId == pair.Reviewer)?.Name ?? "";
            var refusal = panel.FactsOf(pair) is { } facts ? AssignmentRules.Check(facts, reference, name) : new Refusal("review.application-closed", reference);
            if (refusal is not null)
            {
                refusals.Add(refusal);
            }
        }

        return refusals;
    }

    private static async Task<Refusal?> Insert(UnitOfWork work, Call call, Pairing pair, DateTimeOffset? due)
    {
        var review = new Review
        {
            Id = work.NewId(),
            ApplicationId = pair.Application,
            CallId = call.Id,
            ReviewerId = pair.Reviewer,
            RubricVersion = call.RubricVersion,
            State = ReviewState.Assigned,
            AssignedAt = work.Now,
            DueAt = due,
        };
        if (!await ReviewRepository.Insert(work, review))
        {
            return new Refusal("panel.changed-meanwhile");
        }

        work.Audit("review.assigned", "Review", review.Id, new { application = pair.Application, reviewer = pair.Reviewer, due });
        return null;
    }
}
