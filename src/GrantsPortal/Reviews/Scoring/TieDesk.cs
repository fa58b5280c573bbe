using GrantsPortal.Organisations.Members;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Reviews.Scoring;

/// <summary>
/// Ends reviews whose reviewer joins the applicant organisation before it is decided on, in the transaction in which they
/// join: they see nothing of the application from then on, and the review and its score leave the panel. The job finds
/// what came about in another way.
/// </summary>
public sealed class TieDesk(PortalDatabase database) : IJob, ISubscriber<MemberJoined>
{
    private const string Reason = "Member of the applicant organisation";

    /// <inheritdoc/>
    public string Name => "review-ties";

    /// <inheritdoc/>
    public string Does => "Ends reviews whose reviewer has become a member of the applicant organisation.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public Task Run(CancellationToken cancel) => EndTied(cancel);

    /// <summary>Ends them, at most 200 at once. The value is their number.</summary>
    public async Task<int> EndTied(CancellationToken cancel = default)
    {
        await using var work = await database.Write(Actor.System, cancel);
        var tied = await ReviewRepository.Tied(work);
        foreach (var review in tied)
        {
            await ReviewDesk.End(work, review, Reason);
        }

        await work.Commit(cancel);
        return tied.Count;
    }

    /// <inheritdoc/>
    public async Task On(MemberJoined happened, UnitOfWork work)
    {
        foreach (var review in await ReviewRepository.OfOrganisation(work, happened.OrganisationId, happened.PersonId))
        {
            await ReviewDesk.End(work, review, Reason);
        }
    }
}
