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
        var raised = await NeedRepository.RaisedBy(work, organisation, before, take);
        var answers = await NeedRepository.AnswersOf(work, organisation, before, take);
        return
        [
            .. engagements.Select(engagement => Line(engagement, string.Join(", ", people[engagement.Id].Select(person => person.Name))))
                .Concat(raised.Select(need => new StoryLine(
                    need.CreatedAt, need.Kind == NeedKind.Need ? "They raised a need: {0}" : "They raised a concern: {0}", [Short(need.Words)], PartnershipRoutes.Need(need.Id), PartnerField.Needs)))
                .Concat(answers.Select(answer => new StoryLine(
                    answer.SaidAt, answer.Told ? "They had said “{0}”, and were told what was done: {1}" : "It was noted of “{0}”: {1}", [answer.Raised, answer.Words], PartnershipRoutes.Need(answer.NeedId), PartnerField.Needs)))
                .OrderByDescending(line => line.At)
                .Take(take),
        ];
    }

    private static StoryLine Line(Engagement engagement, string people)
    {
        var path = PartnershipRoutes.Engagement(engagement.OrganisationId, engagement.Id);
        var (with, alone) = Sentences(engagement.Kind);
        var open = engagement.UnfinishedSince is null ? "" : " (the words are not finished)";
        var bare = new StoryLine(engagement.HappenedAt, (engagement.Restricted ? alone + "; what was said is restricted" : alone) + open, [engagement.OfficerName], path, PartnerField.Engagements);
        return engagement.Restricted || engagement.Words.Length == 0 ? bare : people.Length > 0
            ? new StoryLine(engagement.HappenedAt, with + ": {2}" + open, [engagement.OfficerName, people, Short(engagement.Words)], path, PartnerField.EngagementWords) { Otherwise = bare }
            : new StoryLine(engagement.HappenedAt, alone + ": {1}" + open, [engagement.OfficerName, Short(engagement.Words)], path, PartnerField.EngagementWords) { Otherwise = bare };
    }

    private static (string With, string Alone) Sentences(EngagementKind kind) => kind switch
    {
        EngagementKind.Call => ("{0} spoke with {1} on the telephone", "{0} spoke with them on the telephone"),
        EngagementKind.Visit => ("{0} visited {1}", "{0} visited them"),
        EngagementKind.Meeting => ("{0} met {1}", "{0} met them"),
        EngagementKind.Forum => ("{0} spoke with {1} at a forum", "{0} spoke with them at a forum"),
        _ => ("{0} had e-mail with {1}", "{0} had e-mail with them"),
    };

    private static string Short(string words) => words.Length > Begins ? words[..Begins].TrimEnd() + "…" : words;
}
