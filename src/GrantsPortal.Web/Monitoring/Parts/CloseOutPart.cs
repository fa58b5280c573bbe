using GrantsPortal.Awards;
using GrantsPortal.Monitoring.CloseOut;
using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Awards.Parts;

namespace GrantsPortal.Web.Monitoring.Parts;

/// <summary>The end of an award on its page.</summary>
public sealed class CloseOutPart : IAwardPart
{
    /// <inheritdoc/>
    public int Order => 45;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForMember(AwardSight sight, UnitOfWork work) =>
        sight.Award.State is AwardState.Completed or AwardState.Terminated or AwardState.Closed ? await Part(sight, work, staff: false) : null;

    /// <inheritdoc/>
    public async Task<AwardPart?> ForStaff(AwardSight sight, UnitOfWork work) =>
        sight.Award.Source == RecordSource.Portal && sight.Award.State is AwardState.Active or AwardState.Suspended or AwardState.Completed or AwardState.Terminated or AwardState.Closed
            ? await Part(sight, work, staff: true)
            : null;

    private static async Task<AwardPart> Part(AwardSight sight, UnitOfWork work, bool staff)
    {
        var with = await CloseOutReader.Read(work, sight.Award);
        return new AwardPart("close-out", "Close-out", "/Monitoring/Parts/_CloseOut.cshtml", new AwardEnd(with, CloseOutRules.Checklist(with), staff));
    }
}

/// <summary>Where the end of an award stands.</summary>
public sealed record AwardEnd(CloseOutCase Case, IReadOnlyList<ChecklistLine> Checklist, bool Staff);
