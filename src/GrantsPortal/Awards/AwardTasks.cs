using GrantsPortal.Awards.Decisions;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;

namespace GrantsPortal.Awards;

/// <summary>What approvers, officers and Owners have to do about decisions and awards.</summary>
public sealed class AwardTasks : ITaskSource
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

        if (actor.Is(Roles.ProgrammeOfficer))
        {
            tasks.AddRange((await DecisionRepository.LettersWaiting(work)).Select(decision =>
                new TaskLine("Send the decision letters for {0}", [decision.CallTitle], AwardRoutes.Letters(decision.Id), null, "Programme officer")));
            tasks.AddRange((await AwardRepository.PublicationAsked(work)).Select(award =>
                new TaskLine("Answer what {0} asks about publishing {1}", [award.OrganisationName, award.Reference], AwardRoutes.ManagePublication(award.Reference), null, "Programme officer")));
            tasks.AddRange((await AwardRepository.ToStart(work)).Select(award =>
                new TaskLine("Start the accepted award {0} of {1}", [award.Reference, award.OrganisationName], AwardRoutes.Manage(award.Reference), null, "Programme officer")));
        }

        tasks.AddRange((await AwardRepository.ToAnswer(work, person)).Select(award =>
            new TaskLine("Accept or refuse the award for {0}", [award.Title], AwardRoutes.Mine(award.Reference), award.OfferExpiresAt, award.OrganisationName)));
        return [.. tasks.Take(100)];
    }
}
