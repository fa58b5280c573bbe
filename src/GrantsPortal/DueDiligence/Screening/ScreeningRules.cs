using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.DueDiligence.Screening;

/// <summary>A name to compare: the organisation's own, or a member's.</summary>
/// <param name="PersonId">The member; 0 for the organisation itself.</param>
/// <param name="Name">The name.</param>
public sealed record ScreenedName(long PersonId, string Name)
{
    /// <summary>What it can be on a list.</summary>
    public EntryKind Kind => PersonId == 0 ? EntryKind.Organisation : EntryKind.Person;
}

/// <summary>Who may screen and decide, and what counts as alike.</summary>
public static class ScreeningRules
{
    /// <summary>From which score on two names are a possible match, unless settings say otherwise.</summary>
    public const int Threshold = 88;

    /// <summary>Most words of a reason.</summary>
    public const int ReasonWords = 200;

    /// <summary>Refuses who may not screen: <c>screening.not-officer</c>.</summary>
    public static Refusal? MayScreen(Actor actor) =>
        actor.Is(Roles.ProgrammeOfficer, Roles.FocalPoint, Roles.Finance) ? null : new Refusal("screening.not-officer");

    /// <summary>
    /// Refuses a decision on a possible match: <c>screening.not-officer</c>, <c>screening.own</c> for a member of the
    /// organisation, <c>screening.reason-missing</c>, <c>screening.reason-long</c> (limit).
    /// </summary>
    public static IReadOnlyList<Refusal> MayDecide(Actor actor, Membership? membership, string? reason)
    {
        var refusals = new List<Refusal>();
        if (MayScreen(actor) is { } refused)
        {
            refusals.Add(refused);
        }

        if (membership is not null)
        {
            refusals.Add(new Refusal("screening.own"));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            refusals.Add(new Refusal("screening.reason-missing").At("Reason"));
        }
        else if (WordCount.Of(reason) > ReasonWords)
        {
            refusals.Add(new Refusal("screening.reason-long", ReasonWords).At("Reason"));
        }

        return refusals;
    }

    /// <summary>
    /// Refuses what is said of a list: <c>screening.not-officer</c>, <c>screening.name-missing</c>, <c>screening.source-missing</c>,
    /// <c>screening.published-later</c> when its day is still to come.
    /// </summary>
    public static IReadOnlyList<Refusal> CheckList(Actor actor, string? name, string? source, DateOnly? published, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (MayScreen(actor) is { } refused)
        {
            refusals.Add(refused);
        }

        if (name?.Trim() is not { Length: > 0 and <= 120 })
        {
            refusals.Add(new Refusal("screening.name-missing").At("Name"));
        }

        if (source?.Trim() is not { Length: > 0 and <= 300 })
        {
            refusals.Add(new Refusal("screening.source-missing").At("Source"));
        }

        if (published is null || published > today)
        {
            refusals.Add(new Refusal("screening.published-later").At("PublishedOn"));
        }

        return refusals;
    }

    /// <summary>The listed names that a name is like enough to, with how alike they are, the most alike first; of one entry's aliases only the most alike.</summary>
    public static IReadOnlyList<(ScreeningEntry Entry, int Score)> Alike(ScreenedName name, IEnumerable<ScreeningEntry> candidates, int threshold) =>
    [
        .. candidates.Where(entry => entry.Kind == name.Kind)
            .Select(entry => (Entry: entry, Score: NameRules.Score(name.Name, entry.Name)))
            .Where(pair => pair.Score >= threshold)
            .GroupBy(pair => (pair.Entry.ListName, pair.Entry.Code))
            .Select(group => group.MaxBy(pair => pair.Score))
            .OrderByDescending(pair => pair.Score),
    ];
}
