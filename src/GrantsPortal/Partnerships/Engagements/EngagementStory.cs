using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Engagements;

/// <summary>What was said with a partner, what it raised and what it was told, on its timeline.</summary>
public sealed class EngagementStory : IPartnerStory
{
    private const int Begins = 240;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take)
    {
        var engagements = await EngagementRepository.Of(work, organisation, before, take);
        var people = await EngagementRepository.People(work, [.. engagements.Select(engagement => engagement.Id)]);
        var answers = await NeedRepository.AnswersOf(work, organisation, before, take);
        return
        [
            .. engagements.SelectMany(engagement => Lines(engagement, string.Join(", ", people[engagement.Id].Select(person => person.Name))))
                .Concat(answers.Select(answer => new StoryLine(
                    answer.SaidAt, answer.Told ? "You said: {0} We did, and told them: {1}" : "Noted of “{0}”: {1}", [answer.Raised, answer.Words], PartnershipRoutes.Need(answer.NeedId), PartnerField.Needs)))
                .OrderByDescending(line => line.At)
                .Take(take),
        ];
    }

    private static IEnumerable<StoryLine> Lines(Engagement engagement, string people)
    {
        var path = PartnershipRoutes.Engagement(engagement.OrganisationId, engagement.Id);
        if (engagement.Restricted)
        {
            yield return new StoryLine(engagement.HappenedAt, Named(engagement.Kind) + ", what was said is restricted", [engagement.OfficerName], path, PartnerField.Engagements);
        }
        else
        {
            yield return people.Length > 0
                ? new StoryLine(engagement.HappenedAt, Named(engagement.Kind) + " with {1}: {2}", [engagement.OfficerName, people, Short(engagement.Words)], path, PartnerField.EngagementWords)
                : new StoryLine(engagement.HappenedAt, Named(engagement.Kind) + ": {1}", [engagement.OfficerName, Short(engagement.Words)], path, PartnerField.EngagementWords);
        }
    }

    private static string Named(EngagementKind kind) => kind switch
    {
        EngagementKind.Call => "Call by {0}",
        EngagementKind.Visit => "Visit by {0}",
        EngagementKind.Meeting => "Meeting held by {0}",
        EngagementKind.Forum => "Forum held by {0}",
        _ => "E-mail filed for {0}",
    };

    private static string Short(string words) => words.Length > Begins ? words[..Begins].TrimEnd() + "…" : words;
}
