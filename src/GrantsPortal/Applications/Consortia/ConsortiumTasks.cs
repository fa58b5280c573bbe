using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Applications.Consortia;

/// <summary>What partners are asked: whether they apply together.</summary>
public sealed class ConsortiumTasks : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work) => actor.PersonId is not { } person ? [] :
    [
        .. (await ConsortiumRepository.Mine(work, person))
            .Where(row => row is { State: ConsortiumState.Asked, Application: ApplicationState.Draft })
            .Select(row => new TaskLine("Say whether you apply together with {0}", [row.Organisation], ApplicationRoutes.Consortium(row.Id), row.ClosesAt, row.Partner)),
    ];
}
