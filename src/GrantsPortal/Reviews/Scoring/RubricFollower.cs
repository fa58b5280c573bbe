using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Reviews.Scoring;

/// <summary>
/// A call got a new rubric: open reviews go over to it with their scores kept by criterion, and their reviewers are told.
/// Submitted reviews keep the rubric they were scored against until an officer reopens them.
/// </summary>
public sealed class RubricFollower : ISubscriber<CallRubricChanged>
{
    /// <inheritdoc/>
    public async Task On(CallRubricChanged happened, UnitOfWork work)
    {
        if (await ReviewRepository.TakeRubric(work, happened.CallId, happened.NewVersion) == 0
            || await CallRepository.Find(work, happened.CallId) is not { } call)
        {
            return;
        }

        var open = await ReviewRepository.OpenOfCall(work, happened.CallId);
        foreach (var reviewer in await PersonRepository.Find(work, [.. open.Select(review => review.ReviewerId).Distinct()]))
        {
            var count = open.Count(review => review.ReviewerId == reviewer.Id);
            work.Mail(reviewer.AsRecipient(), new RubricChanged(call.Title, count, ReviewRoutes.Mine), "Call", call.Id);
        }

        work.Audit("panel.rubric-changed", "Call", call.Id, new { rubric = happened.NewVersion, reviews = open.Count });
    }
}
