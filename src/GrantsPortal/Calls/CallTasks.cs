using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Calls;

/// <summary>What an officer's own calls need: a decision by the promised day.</summary>
public sealed class CallTasks(IOptions<PortalOptions> portal) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (actor.PersonId is not { } person || !actor.Is(Roles.ProgrammeOfficer))
        {
            return [];
        }

        var calls = await CallRepository.ToDecide(work, person, work.Now, portal.Value.SourceLanguage);
        return [.. calls.Select(call => new TaskLine("Bring {0} to a decision", [call.Title], CallRoutes.Manage(call.Slug), EndOf(call.DecisionBy), "Programme officer"))];
    }

    private DateTimeOffset? EndOf(DateOnly? day) =>
        day is { } known ? Instants.FromLocal(known.ToDateTime(new TimeOnly(23, 59)), portal.Value.Zone) : null;
}
