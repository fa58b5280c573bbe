namespace GrantsPortal.Partnerships.PublicDirectory;

/// <summary>Where the pages of the public directory are.</summary>
public static class DirectoryRoutes
{
    /// <summary>The directory.</summary>
    public const string Browse = "/partners";

    /// <summary>Who is in it, for staff.</summary>
    public const string Desk = PartnershipRoutes.All + "/directory";

    /// <summary>One entry, for everybody.</summary>
    public static string Show(string slug) => $"{Browse}/{slug}";

    /// <summary>An organisation's own entry.</summary>
    public static string Mine(string slug) => $"/my/organisation/{slug}/directory";

    /// <summary>A step of it: <c>entry</c>, <c>preview</c>, <c>leave</c>.</summary>
    public static string Mine(string slug, string step) => $"/my/organisation/{slug}/directory/{step}";

    /// <summary>Where staff take an entry out.</summary>
    public static string TakeOut(long organisation) => FormattableString.Invariant($"{Desk}/{organisation}");
}
