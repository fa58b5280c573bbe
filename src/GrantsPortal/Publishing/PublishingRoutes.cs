namespace GrantsPortal.Publishing;

/// <summary>Addresses of the public pages about what was funded.</summary>
public static class PublishingRoutes
{
    /// <summary>The register of awards.</summary>
    public const string Register = "/awards";

    /// <summary>Pattern of <see cref="Award"/>.</summary>
    public const string AwardPattern = "/awards/{reference}";

    /// <summary>The list of public pages for search engines.</summary>
    public const string Sitemap = "/sitemap.xml";

    /// <summary>What search engines are asked to leave alone.</summary>
    public const string Robots = "/robots.txt";

    /// <summary>One award.</summary>
    public static string Award(string reference) => $"/awards/{reference}";
}
