using GrantsPortal.Platform.Database;

namespace GrantsPortal.Organisations.Signing;

/// <summary>The signing rules of organisations.</summary>
public static class SigningRepository
{
    /// <summary>The rule of an organisation, or null without the organisation.</summary>
    public static Task<StandingRule?> Find(UnitOfWork work, long organisation) =>
        work.Find<StandingRule>(
            """
            SELECT o.SigningRule, o.LooseningAskedBy, p.Name AS LooseningAskedByName, o.LooseningAskedAt
            FROM Organisation o
            LEFT JOIN Person p ON p.Id = o.LooseningAskedBy
            WHERE o.Id = @organisation
            """,
            new { organisation });

    /// <summary>Organisations in which an Owner has to agree or not to one signature being enough; at most 20.</summary>
    public static Task<IReadOnlyList<LooseningWaits>> LooseningsFor(UnitOfWork work, long owner) =>
        work.List<LooseningWaits>(
            $"""
            SELECT o.Name, o.Slug
            FROM Organisation o
            JOIN Membership m ON m.OrganisationId = o.Id AND m.PersonId = @owner AND m.Role = 'Owner'
            WHERE o.LooseningAskedBy IS NOT NULL AND o.LooseningAskedBy <> @owner
            ORDER BY o.FoldedName, o.Id
            {Dialect.Page}
            """,
            new { owner, take = 20 });

    /// <summary>Asks for two signatures from now on; false when they are asked for already.</summary>
    public static Task<bool> Tighten(UnitOfWork work, long organisation) =>
        work.Guarded("UPDATE Organisation SET SigningRule = 'TwoOwners' WHERE Id = @organisation AND SigningRule = 'OneOwner'", new { organisation });

    /// <summary>Notes who asks that one signature be enough; false when somebody does already.</summary>
    public static Task<bool> AskLoosening(UnitOfWork work, long organisation) =>
        work.Guarded(
            """
            UPDATE Organisation SET LooseningAskedBy = @person, LooseningAskedAt = @now
            WHERE Id = @organisation AND SigningRule = 'TwoOwners' AND LooseningAskedBy IS NULL
            """,
            new { organisation, person = work.Actor.Person, now = work.Now });

    /// <summary>
    /// Makes one signature enough, if another Owner than the actor asked for it and is one still; false otherwise.
    /// </summary>
    public static Task<bool> Loosen(UnitOfWork work, long organisation) =>
        work.Guarded(
            """
            UPDATE Organisation SET SigningRule = 'OneOwner', LooseningAskedBy = NULL, LooseningAskedAt = NULL
            WHERE Id = @organisation AND SigningRule = 'TwoOwners' AND LooseningAskedBy <> @person
              AND EXISTS (SELECT 1 FROM Membership m WHERE m.OrganisationId = Organisation.Id AND m.PersonId = Organisation.LooseningAskedBy AND m.Role = 'Owner')
            """,
            new { organisation, person = work.Actor.Person });

    /// <summary>Drops the request; false when there is none.</summary>
    public static Task<bool> Drop(UnitOfWork work, long organisation) =>
        work.Guarded(
            "UPDATE Organisation SET LooseningAskedBy = NULL, LooseningAskedAt = NULL WHERE Id = @organisation AND LooseningAskedBy IS NOT NULL",
            new { organisation });
}

/// <summary>An organisation where a request to loosen the rule waits.</summary>
public sealed class LooseningWaits
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its part of an address.</summary>
    public string Slug { get; init; } = "";
}
