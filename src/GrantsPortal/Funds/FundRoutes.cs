namespace GrantsPortal.Funds;

/// <summary>Addresses of the module's pages.</summary>
public static class FundRoutes
{
    /// <summary>The programmes.</summary>
    public const string Programmes = "/manage/calls/programmes";

    /// <summary>Where a programme is added.</summary>
    public const string NewProgramme = "/manage/calls/programmes/new";

    /// <summary>A programme.</summary>
    public static string Programme(string slug) => $"{Programmes}/{slug}";
}
