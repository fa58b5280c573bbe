using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Partners;

/// <summary>What happened with a partner and which documents there are, put together from all modules.</summary>
public sealed class PartnerTimeline(IEnumerable<IPartnerStory> stories, IEnumerable<IPartnerDocuments> documents)
{
    /// <summary>How often modules are asked for one page: a reader who may see little goes on from there.</summary>
    private const int Rounds = 8;

    /// <summary>A page of the timeline, the latest first, of what the reader may see; and the instant to go on before, null at its end.</summary>
    public Task<(IReadOnlyList<StoryLine> Lines, DateTimeOffset? Next)> Of(UnitOfWork work, PartnerReading reading, DateTimeOffset? before, int take) =>
        Page<StoryLine>([.. stories.Select(story => (Read<StoryLine>)((from, many) => story.Of(work, reading.OrganisationId, from, many)))],
            line => line.At, line => reading.May(line.Field) ? line : line.Otherwise is { } other && reading.May(other.Field) ? other : null, before, take);

    /// <summary>A page of the documents that the reader may know of, the latest first; and the instant to go on before, null at its end.</summary>
    public async Task<(IReadOnlyList<PartnerDocument> Documents, DateTimeOffset? Next)> Documents(UnitOfWork work, PartnerReading reading, DateTimeOffset? before, int take) =>
        !reading.May(PartnerField.Documents) ? ([], null) : await Page<PartnerDocument>(
            [.. documents.Select(source => (Read<PartnerDocument>)((from, many) => source.Of(work, reading.OrganisationId, from, many)))],
            document => document.At, document => reading.May(document.Field) ? document : null, before, take);

    private delegate Task<IReadOnlyList<T>> Read<T>(DateTimeOffset? before, int take);

    /// <summary>
    /// Merges sources. One that gave as many as were asked of it has more: what is as old as its oldest is not complete yet, and is read in the next
    /// round. Lines of one instant stay on one page, so that going on before it leaves none out.
    /// </summary>
    private static async Task<(IReadOnlyList<T> Page, DateTimeOffset? Next)> Page<T>(IReadOnlyList<Read<T>> sources, Func<T, DateTimeOffset> at, Func<T, T?> seen, DateTimeOffset? before, int take)
        where T : class
    {
        var (shown, from, many) = (new List<T>(), before, take + 1);
        DateTimeOffset? edge = null;
        for (var round = 0; round < Rounds; round++)
        {
            var all = new List<T>();
            edge = null;
            foreach (var read in sources)
            {
                var lines = (await read(from, many)).Where(line => from is null || at(line) < from).ToList();
                all.AddRange(lines);
                edge = lines.Count >= many && lines.Min(at) is var oldest && !(edge >= oldest) ? oldest : edge;
            }

            shown.AddRange(all.Where(line => edge is null || at(line) > edge).OrderByDescending(at).Select(seen).OfType<T>());
            if (edge is null || shown.Count > take)
            {
                break;
            }

            (from, many) = edge.Value.AddTicks(1) is var next && next >= from ? (from, many * 4) : (next, many);
        }

        var page = shown.Count <= take ? shown : [.. shown.TakeWhile((line, index) => index < take || at(line) == at(shown[take - 1]))];
        return (page, page.Count < shown.Count ? at(page[^1]) : edge is null ? null : page.Count > take ? at(page[^1]) : edge.Value.AddTicks(1));
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
            lines.Add(new(partner.StateSince, partner.State switch { PartnerState.Active => "The partnership became active", PartnerState.Dormant => "The partnership came to rest", _ => "The partnership ended" }, [], null, PartnerField.Standing));
        }

        lines.AddRange((await PartnerStoryRepository.Joined(work, organisation, before, take)).Select(row => new StoryLine(row.At, "{0} joined", [row.What], null, PartnerField.Members)));
        lines.AddRange((await PartnerStoryRepository.Handed(work, organisation, before, take)).Select(row => new StoryLine(row.At, "{0} became their focal point", [row.What], null, PartnerField.FocalPoint)));
        foreach (var row in await PartnerStoryRepository.Promised(work, organisation, before, take))
        {
            lines.Add(new(row.At, row.ByCity ? "The city promised: {0}" : "The partner promised: {0}", [row.What], PartnershipRoutes.Show(organisation) + "#commitments", PartnerField.Commitments));
        }

        foreach (var row in await PartnerStoryRepository.Ended(work, organisation, before, take))
        {
            lines.Add(new(row.At, (row.ByCity, row.Kept) switch { (true, true) => "The city kept what it promised: {0}", (false, true) => "The partner kept what it promised: {0}", (true, false) => "The city gave up what it promised: {0}", _ => "What the partner promised was given up: {0}" }, [row.What], PartnershipRoutes.Show(organisation) + "#commitments", PartnerField.Commitments));
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
            SELECT c.EndedAt AS At, c.What, CASE WHEN c.MadeBy = 'City' THEN 1 ELSE 0 END AS ByCity, CASE WHEN c.State = 'Kept' THEN 1 ELSE 0 END AS Kept
            FROM Commitment c
            WHERE c.OrganisationId = @organisation AND c.EndedAt IS NOT NULL AND (@before IS NULL OR c.EndedAt < @before)
            ORDER BY c.EndedAt DESC, c.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
