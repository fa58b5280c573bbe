using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>Every published call has a published form and rubric, and dates.</summary>
public sealed class PublishedCallsAreWhole : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every published call has its dates, a published form and a published rubric, and a draft has none.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var broken = await work.List<BrokenCall>(
            $"""
            SELECT c.Id, c.Slug
            FROM Call c
            LEFT JOIN CallForm f ON f.CallId = c.Id AND f.Version = c.FormVersion AND f.PublishedAt IS NOT NULL
            LEFT JOIN CallRubric r ON r.CallId = c.Id AND r.Version = c.RubricVersion AND r.PublishedAt IS NOT NULL
            WHERE (c.State <> 'Draft' AND (f.CallId IS NULL OR r.CallId IS NULL OR c.OpensAt IS NULL OR c.ClosesAt IS NULL OR c.PublishedAt IS NULL))
                OR (c.State = 'Draft' AND (c.FormVersion <> 0 OR c.RubricVersion <> 0 OR c.PublishedAt IS NOT NULL))
            ORDER BY c.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. broken.Select(call => $"The call {call.Slug} is published without its form, rubric or dates, or is a draft that has been published.")];
    }
}

/// <summary>What applicants and reviewers saw is what is stored.</summary>
public sealed class PublishedVersionsNeverChange : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "No published form or rubric was changed since: each still has the hash it was published with.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var broken = new List<string>();
        await foreach (var version in work.Stream<PublishedVersion>(
            """
            SELECT 'form' AS What, c.Slug, f.Version, f.Definition, f.Hash
            FROM CallForm f
            JOIN Call c ON c.Id = f.CallId
            WHERE f.PublishedAt IS NOT NULL
            UNION ALL
            SELECT 'rubric' AS What, c.Slug, r.Version, r.Definition, r.Hash
            FROM CallRubric r
            JOIN Call c ON c.Id = r.CallId
            WHERE r.PublishedAt IS NOT NULL
            """))
        {
            if (version.Hash != CallRepository.HashOf(version.Definition) && broken.Count < 100)
            {
                broken.Add($"Version {version.Version} of the {version.What} of {version.Slug} was changed after it was published.");
            }
        }

        return broken;
    }

    private sealed class PublishedVersion
    {
        public string What { get; init; } = "";

        public string Slug { get; init; } = "";

        public int Version { get; init; }

        public string Definition { get; init; } = "";

        public string? Hash { get; init; }
    }
}

/// <summary>A call that breaks an invariant.</summary>
internal sealed class BrokenCall
{
    public long Id { get; init; }

    public string Slug { get; init; } = "";
}
