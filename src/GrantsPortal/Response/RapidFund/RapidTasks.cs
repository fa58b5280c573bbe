using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Response.RapidFund;

/// <summary>What rapid-response funds ask of people: decisions with their clock, templates to approve, seats to fill.</summary>
public sealed class RapidTasks : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (actor.PersonId is not { } person)
        {
            return [];
        }

        var lines = new List<TaskLine>();
        if (actor.Is(Roles.Approver))
        {
            lines.AddRange((await RapidRepository.WaitingFor(work, person)).Select(found => new TaskLine(
                "Decide on {0}, as promised to {1}", [found.Reference, found.OrganisationName], RapidRoutes.Case(found.Reference), found.PromisedAt, "Approver")));
            lines.AddRange((await RapidTemplateRepository.ToApprove(work, person)).Select(template => new TaskLine(
                "Approve the rapid-response template {0}, or send it back", [template.Title], RapidRoutes.Template(template.Id), null, "Approver")));
        }

        if (RapidTemplateRules.MayPrepare(actor))
        {
            lines.AddRange((await RapidRepository.Unseated(work)).Select(found => new TaskLine(
                "Name a decider for {0}: a decision is promised to {1}", [found.Reference, found.OrganisationName], RapidRoutes.Case(found.Reference), found.PromisedAt,
                actor.Is(Roles.FocalPoint) ? "Focal point" : "Programme officer")));
        }

        return lines;
    }
}
