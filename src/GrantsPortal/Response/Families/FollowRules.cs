using GrantsPortal.Platform;

namespace GrantsPortal.Response.Families;

/// <summary>What stands some weeks after entries were opened.</summary>
/// <param name="Week">How many weeks.</param>
/// <param name="Reached">Asks opened that long ago or longer.</param>
/// <param name="Followed">How many of them had not come to an end by then.</param>
/// <param name="Done">Reviews of that week that were done, of asks and offers.</param>
/// <param name="Late">How many of these were done after their day.</param>
/// <param name="Overdue">Reviews of that week whose day is past and that were not done.</param>
/// <param name="Worse">Reviews that found it worse.</param>
public sealed record FollowedAfter(int Week, int Reached, int Followed, int Done, int Late, int Overdue, int Worse)
{
    /// <summary>How many of those reached were still followed, as a whole per cent; null where none is reached.</summary>
    public int? PerCent => Reached == 0 ? null : (int)Math.Round(100m * Followed / Reached, MidpointRounding.AwayFromZero);
}

/// <summary>How much of a kind is asked for, and how much of it is over.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Asked">Asks.</param>
/// <param name="Going">Asks that have not ended.</param>
/// <param name="Offered">Offers.</param>
public sealed record FollowedKind(SupportKind Kind, int Asked, int Going, int Offered);

/// <summary>Whether recovery was followed when attention had moved on.</summary>
/// <param name="After">By weeks after the opening, 0 first.</param>
/// <param name="Kinds">By kind.</param>
public sealed record FollowFigures(IReadOnlyList<FollowedAfter> After, IReadOnlyList<FollowedKind> Kinds)
{
    /// <summary>Whether the first week is over for anything, so that there is something to show.</summary>
    public bool HasWeeks => After.Any(after => after.Week > 0 && after.Reached + after.Done + after.Overdue > 0);

    /// <summary>Asks in all.</summary>
    public int Asked => Kinds.Sum(kind => kind.Asked);

    /// <summary>Asks that have not ended.</summary>
    public int Going => Kinds.Sum(kind => kind.Going);

    /// <summary>Offers in all.</summary>
    public int Offered => Kinds.Sum(kind => kind.Offered);
}

/// <summary>Works the figures out. An ask taken up again counts as one that never ended.</summary>
public static class FollowRules
{
    /// <summary>The figures of entries and their reviews on a day of the city's calendar; what ended on the very day of a week counts as ended by it.</summary>
    public static FollowFigures Of(IReadOnlyList<FamilyMark> entries, IReadOnlyList<ReviewMark> reviews, DateOnly today, TimeZoneInfo zone)
    {
        var asks = entries.Where(entry => entry.Side == SupportSide.Asked).ToList();
        return new FollowFigures(
            [.. new[] { 0 }.Concat(ReviewRules.Weeks).Select(week => After(week, asks, reviews, today, zone))],
            [.. Enum.GetValues<SupportKind>().Select(kind => new FollowedKind(
                kind, asks.Count(ask => ask.Kind == kind), asks.Count(ask => ask.Kind == kind && ask.EndedAt is null), entries.Count(entry => entry.Side == SupportSide.Offered && entry.Kind == kind)))]);
    }

    private static FollowedAfter After(int week, List<FamilyMark> asks, IReadOnlyList<ReviewMark> reviews, DateOnly today, TimeZoneInfo zone)
    {
        var reached = asks.Where(ask => ReviewRules.DueOn(ask.OpenedOn, week) <= today).ToList();
        var of = reviews.Where(review => review.Week == week).ToList();
        return new FollowedAfter(
            week, reached.Count, week == 0 ? reached.Count : reached.Count(ask => ask.EndedAt is not { } ended || Instants.DayOf(ended, zone) > ReviewRules.DueOn(ask.OpenedOn, week)),
            of.Count(review => review.DoneOn is not null), of.Count(review => review.DoneOn > review.DueOn),
            of.Count(review => review is { DoneOn: null, DroppedOn: null } && review.DueOn < today), of.Count(review => review.Standing == SupportStanding.Worse));
    }
}
