using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Partnerships.Agreements;

/// <summary>Notes progress on the goals of agreements.</summary>
public sealed class GoalDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Notes progress, and moves the goal where an act is given. Null when there is none, or when whoever writes is neither an officer nor of an organisation that is a party;
    /// refused as <see cref="PartnerAgreementRules.Note"/> says, or with <c>partner-agreement.goal-changed</c> when somebody noted something meanwhile.
    /// </summary>
    public async Task<Outcome?> Note(Actor actor, string reference, long id, int version, string? act, string? words, DateOnly? on)
    {
        await using var work = await database.Write(actor);
        var memberships = await OrganisationRepository.MembershipsOf(work, actor.Person);
        if (await PartnerAgreementRepository.Find(work, reference) is not { } whole || whole.Goals.FirstOrDefault(goal => goal.Id == id) is not { } goal
            || (!CommitmentRules.MayKeep(actor) && !memberships.Any(membership => whole.Has(membership.OrganisationId))))
        {
            return null;
        }

        var role = memberships.FirstOrDefault(membership => membership.OrganisationId == goal.OrganisationId)?.Role;
        var to = PartnerAgreementRules.Note(actor, role, whole.Agreement, goal, act, words, on, Instants.DayOf(work.Now, portal.Value.Zone));
        if (to.Refused)
        {
            return to.Plain();
        }

        if (!await PartnerAgreementRepository.MoveGoal(work, goal, to.Value, version))
        {
            return new Refusal("partner-agreement.goal-changed");
        }

        await PartnerAgreementRepository.Note(work, id, on!.Value, words!.Trim(), to.Value);
        work.Audit($"partner-agreement.goal-{act ?? "noted"}", nameof(PartnerAgreement), whole.Agreement.Id, new { goal = id, from = goal.State, to = to.Value });
        await work.Commit();
        return Outcome.Ok;
    }
}
