using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Partners;

/// <summary>What happened with a partner, put together from all modules.</summary>
public sealed class PartnerTimeline(IEnumerable<IPartnerStory> stories)
{
    /// <summary>A page of the timeline, the latest first, of what the reader may see; and the instant to go on before, null at its end.</summary>
    public async Task<(IReadOnlyList<StoryLine> Lines, DateTimeOffset? Next)> Of(UnitOfWork work, PartnerReading reading, DateTimeOffset? before, int take)
    {
        var all = new List<StoryLine>();
        foreach (var story in stories)
        {
            all.AddRange((await story.Of(work, reading.OrganisationId, before, take + 1)).Where(line => before is null || line.At < before));
        }

        var ordered = all.Where(line => reading.May(line.Field)).OrderByDescending(line => line.At).ToList();

        // Lines of one instant stay together, so that going on before it leaves none out.
        var shown = ordered.Count <= take ? ordered : [.. ordered.TakeWhile((line, index) => index < take || line.At == ordered[take - 1].At)];
        return (shown, shown.Count < ordered.Count ? shown[^1].At : null);
    }
}

/// <summary>How it began, who joined, where the partnership stands, and what was promised.</summary>
public sealed class PartnershipStory : IPartnerStory
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take)
    {
        if (await OrganisationRepository.Find(work, organisation) is not { } found || await PartnerRecords.Find(work, organisation) is not { } partner)
        {
            return [];
        }

        var lines = new List<StoryLine> { new(found.CreatedAt, "{0} was registered", [found.Name], OrganisationRoutes.Manage(found.Slug), PartnerField.About) };
        if (partner.State != PartnerState.Prospect)
        {
            lines.Add(new(partner.StateSince, partner.State switch { PartnerState.Active => "The partnership is active", PartnerState.Dormant => "The partnership rests", _ => "The partnership ended" }, [], null, PartnerField.Standing));
        }

        lines.AddRange((await PartnerStoryRepository.Joined(work, organisation, before, take)).Select(row => new StoryLine(row.At, "{0} joined", [row.What], null, PartnerField.Members)));
        lines.AddRange((await PartnerStoryRepository.Handed(work, organisation, before, take)).Select(row => new StoryLine(row.At, "{0} became responsible", [row.What], null, PartnerField.FocalPoint)));
        foreach (var row in await PartnerStoryRepository.Promised(work, organisation, before, take))
        {
            lines.Add(new(row.At, row.ByCity ? "The city promised: {0}" : "The partner promised: {0}", [row.What], PartnershipRoutes.Show(organisation) + "#commitments", PartnerField.Commitments));
        }

        foreach (var row in await PartnerStoryRepository.Ended(work, organisation, before, take))
        {
            lines.Add(new(row.At, row.Kept ? "Kept: {0}" : "Given up: {0}", [row.What], PartnershipRoutes.Show(organisation) + "#commitments", PartnerField.Commitments));
        }

        return [.. lines.Where(line => before is null || line.At < before).OrderByDescending(line => line.At).Take(take)];
    }
}

/// <summary>A line of a story as it is read from the database.</summary>
public sealed class StoryRow
{
    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who or what.</summary>
    public string What { get; init; } = "";

    /// <summary>Whether the city promised it.</summary>
    public bool ByCity { get; init; }

    /// <summary>Whether it was kept.</summary>
    public bool Kept { get; init; }
}

/// <summary>What the lowest modules have to tell of a partner, before an instant, the latest first.</summary>
public static class PartnerStoryRepository
{
    /// <summary>Members who joined.</summary>
    public static Task<IReadOnlyList<StoryRow>> Joined(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<StoryRow>(
            $"""
            SELECT m.JoinedAt AS At, p.Name AS What, 0 AS ByCity, 0 AS Kept
            FROM Membership m
            JOIN Person p ON p.Id = m.PersonId
            WHERE m.OrganisationId = @organisation AND (@before IS NULL OR m.JoinedAt < @before)
            ORDER BY m.JoinedAt DESC, p.Id
            {Dialect.Page}
            """,
            new { organisation, before, take });

    /// <summary>Officers it was handed over to.</summary>
    public static Task<IReadOnlyList<StoryRow>> Handed(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<StoryRow>(
            $"""
            SELECT h.At, p.Name AS What, 0 AS ByCity, 0 AS Kept
            FROM PartnerHandover h
            JOIN Person p ON p.Id = h.ToId
            WHERE h.OrganisationId = @organisation AND h.AsDeputy = 0 AND (@before IS NULL OR h.At < @before)
            ORDER BY h.At DESC, h.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });

    /// <summary>Commitments made.</summary>
    public static Task<IReadOnlyList<StoryRow>> Promised(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<StoryRow>(
            $"""
            SELECT c.CreatedAt AS At, c.What, CASE WHEN c.MadeBy = 'City' THEN 1 ELSE 0 END AS ByCity, 0 AS Kept
            FROM Commitment c
            WHERE c.OrganisationId = @organisation AND (@before IS NULL OR c.CreatedAt < @before)
            ORDER BY c.CreatedAt DESC, c.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });

    /// <summary>Commitments kept or given up.</summary>
    public static Task<IReadOnlyList<StoryRow>> Ended(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<StoryRow>(
            $"""
            SELECT c.EndedAt AS At, c.What, 0 AS ByCity, CASE WHEN c.State = 'Kept' THEN 1 ELSE 0 END AS Kept
            FROM Commitment c
            WHERE c.OrganisationId = @organisation AND c.EndedAt IS NOT NULL AND (@before IS NULL OR c.EndedAt < @before)
            ORDER BY c.EndedAt DESC, c.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
