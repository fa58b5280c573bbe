using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.PublicDirectory;

/// <summary>Nobody is in the public directory without a consent that holds.</summary>
public sealed class DirectoryIsAgreed : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every entry of the public directory stands on a consent that holds, and every consent that holds has an entry.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var wrong = await work.List<string>(
            $"""
            SELECT o.Slug
            FROM DirectoryEntry e
            JOIN Organisation o ON o.Id = e.OrganisationId
            LEFT JOIN DirectoryConsent c ON c.OrganisationId = e.OrganisationId AND c.EndedAt IS NULL
            WHERE (e.ShownAt IS NOT NULL AND (c.Id IS NULL OR c.Id <> e.ConsentId)) OR (e.ShownAt IS NULL AND c.Id IS NOT NULL)
            ORDER BY o.Slug
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. wrong.Select(slug => $"What the public directory shows of {slug} is not what was agreed to.")];
    }
}
