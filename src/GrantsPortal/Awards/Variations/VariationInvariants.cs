using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Variations;

/// <summary>Budget lines and budget years are two ways to divide one amount.</summary>
public sealed class LinesAndYearsAddUp : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "The budget lines of each award add up to it, so do its budget years, and none is below nothing.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Found>(
            $"""
            SELECT w.Id, w.Reference AS Name
            FROM Award w
            WHERE w.Source = 'Portal'
              AND (w.AmountMinor <> (SELECT COALESCE(SUM(l.AmountMinor), 0) FROM AwardBudgetLine l WHERE l.AwardId = w.Id)
                OR w.AmountMinor <> (SELECT COALESCE(SUM(y.AmountMinor), 0) FROM AwardYear y WHERE y.AwardId = w.Id)
                OR EXISTS (SELECT 1 FROM AwardBudgetLine l WHERE l.AwardId = w.Id AND l.AmountMinor < 0)
                OR EXISTS (SELECT 1 FROM AwardYear y WHERE y.AwardId = w.Id AND y.AmountMinor < 0))
            ORDER BY w.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(award => $"The budget lines or budget years of award {award.Name} do not add up to it.")];
    }
}
