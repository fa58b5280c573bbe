using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications;

/// <summary>A member of an organisation, as those are named who will see a draft.</summary>
public sealed class MemberName
{
    /// <summary>The organisation.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>The person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the person may do.</summary>
    public MemberRole Role { get; init; }
}

/// <summary>Who sees an organisation's drafts.</summary>
public static partial class ApplicationRepository
{
    /// <summary>The members of every organisation a person belongs to, Owners first; at most 1,000.</summary>
    public static Task<IReadOnlyList<MemberName>> Colleagues(UnitOfWork work, long person) =>
        work.List<MemberName>(
            $"""
            SELECT m.OrganisationId, m.PersonId, p.Name, m.Role
            FROM Membership mine
            JOIN Membership m ON m.OrganisationId = mine.OrganisationId
            JOIN Person p ON p.Id = m.PersonId
            WHERE mine.PersonId = @person AND p.DisabledAt IS NULL
            ORDER BY m.OrganisationId, CASE m.Role WHEN 'Owner' THEN 0 WHEN 'Editor' THEN 1 ELSE 2 END, p.Name, p.Id
            {Dialect.Page}
            """,
            new { person, take = 1000 });
}
