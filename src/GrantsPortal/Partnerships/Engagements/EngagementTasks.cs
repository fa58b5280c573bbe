using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>Contacts that an officer logged on the way and whose words they have to finish, as far as they still may.</summary>
public sealed class EngagementTasks(IOptions<PortalOptions> portal) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        var waiting = actor.PersonId is { } person && CommitmentRules.MayKeep(actor) ? await EngagementRepository.ToFinish(work, person) : [];
        if (waiting.Count == 0)
        {
            return [];
        }

        var readings = await PartnerReading.Of(work, actor, [.. waiting.Select(engagement => engagement.OrganisationId).Distinct()], Instants.DayOf(work.Now, portal.Value.Zone));
        return
        [
            .. waiting.Where(engagement => EngagementEyes.Of(actor, engagement, readings[engagement.OrganisationId]).MayCorrect).Select(engagement => new TaskLine(
                "Finish the words of your contact with {0}", [engagement.OrganisationName], PartnershipRoutes.CorrectEngagement(engagement.OrganisationId, engagement.Id), engagement.FinishUntil,
                actor.Is(Roles.FocalPoint) ? "Focal point" : "Programme officer")),
        ];
    }
}
