using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;

namespace GrantsPortal.Reviews.Scoring;

/// <summary>
/// Ends reviews whose reviewer has meanwhile joined the applicant organisation. They see nothing of the application from
/// their next request on; this takes the review and its score out of the panel as well.
/// </summary>
public sealed class TieDesk(PortalDatabase database) : IJob
{
    /// <inheritdoc/>
    public string Name => "review-ties";

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
            await ReviewDesk.End(work, review, "Member of the applicant organisation");
        }

        await work.Commit(cancel);
        return tied.Count;
    }
}
