using GrantsPortal.Awards;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Awards.Parts;

/// <summary>What was done with an award, for staff.</summary>
public sealed class HistoryPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 90;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) =>
        new("history", "History", "/Awards/Parts/_History.cshtml", await AwardHistory.Of(work, sight.Award.Id));
}
