using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Organisations;

/// <summary>Every organisation made in the portal has an Owner, or is marked as having none.</summary>
public sealed class OwnersAreKnown : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every organisation registered in the portal has an Owner, is being recovered, or is marked as having none; and none is marked that has one.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var lost = await work.List<string>(
            $"""
            SELECT o.Slug
            FROM Organisation o
            WHERE o.Source = 'Portal' AND o.OwnerlessSince IS NULL
                AND NOT EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = o.Id AND m.Role = 'Owner')
                AND NOT EXISTS (SELECT 1 FROM OwnershipRecovery v WHERE v.OrganisationId = o.Id AND v.State IN ('Waiting', 'Halted'))
            ORDER BY o.Id
            {Dialect.Page}
            """,
            new { take = 50 });
        var mismarked = await work.List<string>(
            $"""
            SELECT o.Slug
            FROM Organisation o
            WHERE o.OwnerlessSince IS NOT NULL
                AND EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = o.Id AND m.Role = 'Owner')
            ORDER BY o.Id
            {Dialect.Page}
            """,
            new { take = 50 });
        return
        [
            .. lost.Select(slug => $"Organisation {slug} has no Owner and is not marked so."),
            .. mismarked.Select(slug => $"Organisation {slug} is marked as having no Owner, but has one."),
        ];
    }
}

/// <summary>Nobody who was erased is a member of anything.</summary>
public sealed class ErasedBelongNowhere : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "No erased person is a member of an organisation.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var slugs = await work.List<string>(
            $"""
            SELECT o.Slug
            FROM Membership m
            JOIN Organisation o ON o.Id = m.OrganisationId
            JOIN Person p ON p.Id = m.PersonId
            WHERE p.ErasedAt IS NOT NULL
            ORDER BY o.Id, p.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. slugs.Select(slug => $"An erased person is still a member of {slug}.")];
    }
}
