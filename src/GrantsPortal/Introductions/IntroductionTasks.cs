using GrantsPortal.Introductions.Offers;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Introductions;

/// <summary>What introductions need of a person: answers, outcomes, a look at what an officer put together or at who wants to take part.</summary>
public sealed class IntroductionTasks(IOptions<PortalOptions> portal) : ITaskSource
{
    private const string Officers = "Partnerships team";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work)
    {
        var lines = (await IntroductionRepository.ToDo(work, actor.Person, work.Now)).Select(Line).ToList();
        var today = Instants.DayOf(work.Now, portal.Value.Zone);
        lines.AddRange((await PartnerRepository.RunningOutFor(work, actor.Person, today, today.AddDays(14)))
            .Select(one => new TaskLine("Say whether what you offer and seek is still true", [], IntroductionRoutes.Offers(one.Slug), null, one.Name)));
        if (IntroductionRules.IsOfficer(actor))
        {
            lines.AddRange((await IntroductionRepository.ProposedBy(work, actor.Person))
                .Select(row => new TaskLine("Ask {0} and {1}, or drop what you proposed", [row.LowName, row.HighName], IntroductionRoutes.Manage(row.Reference), null, Officers)));
            lines.AddRange((await PartnerRepository.Search(work, null, PartnerFilter.Waiting, today, null, 0, 20))
                .Select(row => new TaskLine("Let {0} take part in introductions, or speak with them", [row.Name], IntroductionRoutes.Partner(row.Slug), null, Officers)));
        }

        return lines;
    }

    private static TaskLine Line(MyIntroduction one) => one switch
    {
        { State: IntroductionState.Made } => new("Say what came of the introduction to {0}", [one.TheirsName], IntroductionRoutes.My(one.Reference), null, one.MineName),
        { TheirsName: { } other } => new("Answer whether you want to be introduced to {0}", [other], IntroductionRoutes.My(one.Reference), one.LapsesAt, one.MineName),
        _ => new("Answer whether you want to be introduced to a partner", [], IntroductionRoutes.My(one.Reference), one.LapsesAt, one.MineName),
    };
}
