using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using GrantsPortal.Response.Incidents;

namespace GrantsPortal.Response.Readiness;

/// <summary>That something is stale, for those who mend it.</summary>
public sealed class ReadinessTasks(StaleReader reader) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work) =>
        IncidentRules.MayAct(actor) && await reader.Read(work, 0) is { All: > 0 } stale
            ? [new TaskLine("Nobody confirmed in time: {0} roles, contacts, offers or risks", [stale.All], ReadinessRoutes.Stale, null, actor.Is(Roles.FocalPoint) ? "Focal point" : "Programme officer")]
            : [];
}
