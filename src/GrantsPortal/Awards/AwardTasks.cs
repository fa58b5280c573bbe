using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards;

/// <summary>What approvers, officers and Owners have to do about decisions and awards.</summary>
public sealed class AwardTasks(IOptions<PortalOptions> portal) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (actor.PersonId is not { } person)
        {
            return [];
        }

        var tasks = new List<TaskLine>();
        if (actor.Is(Roles.Approver))
        {
            tasks.AddRange((await DecisionRepository.WaitingFor(work, person)).Select(decision =>
                new TaskLine("Decide on the proposal for {0}", [decision.CallTitle], AwardRoutes.Decision(decision.Id), null, "Approver")));
        }

        if (actor.Is(Roles.Approver))
        {
            tasks.AddRange((await SignatureRepository.ToCounterSign(work, person)).Take(50).Select(award =>
                new TaskLine("Counter-sign the agreement {0} of {1}", [award.Reference, award.OrganisationName], AwardRoutes.CounterSign(award.Reference), null, "Approver")));
        }

        if (actor.Is(Roles.ProgrammeOfficer))
        {
            tasks.AddRange((await ConditionRepository.HandedIn(work)).Take(50).Select(condition =>
                new TaskLine("Look at what {0} handed in: {1}", [condition.OrganisationName, condition.Title], AwardRoutes.ManageCondition(condition.Reference, condition.Id), null, "Programme officer")));
            tasks.AddRange((await DecisionRepository.LettersWaiting(work)).Select(decision =>
                new TaskLine("Send the decision letters for {0}", [decision.CallTitle], AwardRoutes.Letters(decision.Id), null, "Programme officer")));
            tasks.AddRange((await AwardRepository.PublicationAsked(work)).Select(award =>
                new TaskLine("Answer what {0} asks about publishing {1}", [award.OrganisationName, award.Reference], AwardRoutes.ManagePublication(award.Reference), null, "Programme officer")));
            tasks.AddRange((await AwardRepository.ToStart(work)).Select(award =>
                new TaskLine("Start the accepted award {0} of {1}", [award.Reference, award.OrganisationName], AwardRoutes.Manage(award.Reference), null, "Programme officer")));
        }

        var half = (await SignatureRepository.HalfSigned(work, person)).ToHashSet();
        tasks.AddRange((await AwardRepository.ToAnswer(work, person)).Select(award =>
            new TaskLine(half.Contains(award.Id) ? "Sign the award for {0} as the second Owner, or refuse it" : "Accept or refuse the award for {0}", [award.Title], AwardRoutes.Mine(award.Reference), award.OfferExpiresAt, award.OrganisationName)));
        tasks.AddRange((await ConditionRepository.ToHandIn(work, person)).Select(condition =>
            new TaskLine("Hand in for {0}: {1}", [condition.Reference, condition.Title], AwardRoutes.MyCondition(condition.Reference, condition.Id), EndOf(condition.DueOn), condition.OrganisationName)));
        return [.. tasks.Take(100)];
    }

    private DateTimeOffset? EndOf(DateOnly? day) => day is { } known ? Instants.FromLocal(known.ToDateTime(new TimeOnly(23, 59)), portal.Value.Zone) : null;
}
