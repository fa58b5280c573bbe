using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.DueDiligence.Screening;

/// <summary>The possible matches a person is named to look at.</summary>
public sealed class ScreeningTasks : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work) => ScreeningRules.MayScreen(actor) is not null ? [] :
    [
        .. (await ScreeningRepository.Waiting(work, actor.Person)).Select(match =>
            new TaskLine("Look at a possible match of {0}", [match.OrganisationName], DueDiligenceRoutes.Match(match.Id), null, "Due diligence")),
    ];
}
