namespace GrantsPortal.Response.Readiness;

/// <summary>Where the pages of readiness are.</summary>
public static class ReadinessRoutes
{
    /// <summary>The map.</summary>
    public const string Map = ResponseRoutes.All + "/readiness";

    /// <summary>What could happen.</summary>
    public const string Risks = Map + "/risks";

    /// <summary>Where a risk is written down.</summary>
    public const string NewRisk = Risks + "/new";

    /// <summary>Roles and their holders.</summary>
    public const string Roles = Map + "/roles";

    /// <summary>Where a role is added.</summary>
    public const string NewRole = Roles + "/new";

    /// <summary>What nobody confirmed in time.</summary>
    public const string Stale = Map + "/stale";

    /// <summary>Where the link of a role's holder leads.</summary>
    public const string Links = "/still-right";

    /// <summary>One role.</summary>
    public static string Role(long id) => FormattableString.Invariant($"{Roles}/{id}");

    /// <summary>One risk.</summary>
    public static string Risk(long id) => FormattableString.Invariant($"{Risks}/{id}");

    /// <summary>Where a holder says whether a role is still theirs.</summary>
    public static string StillRight(string token) => $"{Links}/{token}";
}
