namespace GrantsPortal.Resources;

/// <summary>Where the library's pages are.</summary>
public static class ResourceRoutes
{
    /// <summary>The library.</summary>
    public const string Library = "/resources";

    /// <summary>The staff's desk.</summary>
    public const string Desk = "/manage/resources";

    /// <summary>Where a resource is added.</summary>
    public const string New = $"{Desk}/new";

    /// <summary>A resource, for everybody.</summary>
    public static string Show(string slug) => $"{Library}/{slug}";

    /// <summary>Its file.</summary>
    public static string File(string slug) => $"{Library}/{slug}/file";

    /// <summary>A resource on the desk.</summary>
    public static string OnDesk(string slug) => $"{Desk}/{slug}";

    /// <summary>A part of it, such as <c>publish</c>.</summary>
    public static string OnDesk(string slug, string part) => $"{Desk}/{slug}/{part}";
}
