using System.Globalization;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Awards.Variations;

/// <summary>What officers, approvers and Owners have to do about variations and budget years.</summary>
public sealed class ChangeTasks(IOptions<PortalOptions> portal, IOptions<AwardOptions> options) : ITaskSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        if (actor.PersonId is not { } person)
        {
            return [];
        }

        var tasks = new List<TaskLine>();
        if (actor.Is(Roles.ProgrammeOfficer))
        {
            tasks.AddRange((await VariationRepository.Waiting(work, VariationTurn.Officer)).Select(waiting =>
                new TaskLine("Answer the variation {0} asks for: {1}", [waiting.OrganisationName, waiting.Reference], AwardRoutes.Variation(waiting.Reference, waiting.Number), null, "Programme officer")));
            var until = BudgetYear.Of(Instants.DayOf(work.Now, portal.Value.Zone).AddDays(options.Value.YearReminderDays), portal.Value.BudgetYearStartsMonth);
            tasks.AddRange((await YearRepository.ToConfirm(work, until, reminded: true)).Select(year =>
                new TaskLine("Propose to confirm {0} of {1}, {2}", [Named(year), year.Reference, year.OrganisationName], AwardRoutes.Year(year.Reference, year.Year), null, "Programme officer")));
        }

        if (actor.Is(Roles.Approver))
        {
            tasks.AddRange((await VariationRepository.Waiting(work, VariationTurn.Approver)).Where(waiting => waiting.AskedBy != person).Select(waiting =>
                new TaskLine("Decide on the variation of {0}, {1}", [waiting.Reference, waiting.OrganisationName], AwardRoutes.Variation(waiting.Reference, waiting.Number), null, "Approver")));
            tasks.AddRange((await YearRepository.Proposed(work)).Where(year => year.ProposedBy != person).Select(year =>
                new TaskLine("Confirm or withhold {0} of {1}, {2}", [Named(year), year.Reference, year.OrganisationName], AwardRoutes.Year(year.Reference, year.Year), null, "Approver")));
        }

        tasks.AddRange((await VariationRepository.WaitingForOwner(work, person)).Select(waiting =>
            new TaskLine("Agree or decline what the city asks about {0}", [waiting.Title], AwardRoutes.MyVariation(waiting.Reference, waiting.Number), null, waiting.OrganisationName)));
        return [.. tasks.Take(100)];
    }

    private static string Named(YearToConfirm year) => year.Year.ToString(CultureInfo.InvariantCulture);
}
