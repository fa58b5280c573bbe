using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Response.Incidents;

/// <summary>Incidents that go on, for those who work on them.</summary>
public sealed class IncidentTasks : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work) =>
        IncidentRules.MayAct(actor)
            ? [.. (await IncidentRepository.Open(work)).Select(incident => new TaskLine(
                incident.IsDrill ? "EXERCISE going on: {0}" : "Incident going on: {0}", [incident.Title], ResponseRoutes.Show(incident.Reference), null, actor.Is(Roles.FocalPoint) ? "Focal point" : "Programme officer"))]
            : [];
}
