using GrantsPortal.Organisations;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Networks;

/// <summary>A partner as networks, gaps and the map know it.</summary>
public sealed class NetworkPartner
{
    /// <summary>The organisation.</summary>
    public long Id { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What kind it is.</summary>
    public OrganisationKind Kind { get; init; }

    /// <summary>District it is in.</summary>
    public string? District { get; init; }

    /// <summary>Districts it works in, as <see cref="CodeList"/> keeps them.</summary>
    public string DistrictNames { get; init; } = "";

    /// <summary>Codes of its themes, as <see cref="CodeList"/> keeps them.</summary>
    public string ThemeCodes { get; init; } = "";

    /// <summary>Whom it serves, in its own words.</summary>
    public string? Communities { get; init; }

    /// <summary>Districts it works in; the one it is in where nothing else is known.</summary>
    public IReadOnlyList<string> Districts => CodeList.Of(DistrictNames) is { Count: > 0 } several ? several : string.IsNullOrEmpty(District) ? [] : [District];

    /// <summary>Codes of its themes.</summary>
    public IReadOnlyList<string> Themes => CodeList.Of(ThemeCodes);
}

/// <summary>Partners of the city.</summary>
public static class NetworkPartners
{
    /// <summary>The most that pages of this module read at once.</summary>
    public const int Most = 5000;

    /// <summary>Every partner that is not ended, by name; at most <see cref="Most"/>.</summary>
    public static Task<IReadOnlyList<NetworkPartner>> All(UnitOfWork work) =>
        work.List<NetworkPartner>(
            $"""
            SELECT o.Id, o.Name, o.Kind, o.District, COALESCE(p.DistrictNames, '') AS DistrictNames, COALESCE(p.ThemeCodes, '') AS ThemeCodes, p.Communities
            FROM Organisation o
            LEFT JOIN Partner p ON p.OrganisationId = o.Id
            WHERE o.Source = 'Portal' AND (p.State IS NULL OR p.State <> 'Ended')
            ORDER BY o.FoldedName, o.Id
            {Dialect.Page}
            """,
            new { take = Most });
}
