using GrantsPortal.Calls;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications;

/// <summary>Counts the applications of calls, for the officers' list of calls; of drafts no more than their number is told.</summary>
public sealed class ApplicationCounts : ICallFigures
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<long, CallFigures>> For(UnitOfWork work, IReadOnlyCollection<long> calls)
    {
        var counts = await work.List<CallCount>(
            """
            SELECT a.CallId, SUM(CASE WHEN a.State = 'Draft' THEN 1 ELSE 0 END) AS Drafts,
                SUM(CASE WHEN a.State NOT IN ('Draft', 'Withdrawn') THEN 1 ELSE 0 END) AS Submitted
            FROM Application a
            WHERE a.CallId IN @calls
            GROUP BY a.CallId
            """,
            new { calls });
        return counts.ToDictionary(count => count.CallId, count => new CallFigures(count.Drafts, count.Submitted));
    }

    private sealed class CallCount
    {
        public long CallId { get; init; }

        public int Drafts { get; init; }

        public int Submitted { get; init; }
    }
}
