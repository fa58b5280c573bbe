namespace GrantsPortal.Response.Families;

/// <summary>Where the pages of support for families are.</summary>
public static class FamilyRoutes
{
    /// <summary>The last part of the address of an incident's page.</summary>
    public const string Tab = "families";

    /// <summary>The register.</summary>
    public const string All = ResponseRoutes.All + "/" + Tab;

    /// <summary>What is still followed after weeks.</summary>
    public const string Figures = All + "/figures";

    /// <summary>Where an entry is written down.</summary>
    public const string New = All + "/new";

    /// <summary>The reader's organisations.</summary>
    public const string Mine = "/my/families";

    /// <summary>One entry.</summary>
    public static string Show(string reference) => $"{All}/{reference}";

    /// <summary>A page or act of an entry.</summary>
    public static string At(string reference, string act) => $"{All}/{reference}/{act}";

    /// <summary>A review of an entry.</summary>
    public static string Review(string reference, int week) => FormattableString.Invariant($"{All}/{reference}/reviews/{week}");

    /// <summary>What follows an incident.</summary>
    public static string Of(string incident) => ResponseRoutes.At(incident, Tab);

    /// <summary>What one organisation asks and offers, for its members.</summary>
    public static string MineOf(string slug) => $"{Mine}/{slug}";

    /// <summary>Where a member asks or offers.</summary>
    public static string MineNew(string slug, SupportSide side) => $"{Mine}/{slug}/{(side == SupportSide.Asked ? "ask" : "offer")}";

    /// <summary>The same as a table to keep.</summary>
    public static string MineCsv(string slug) => $"{Mine}/{slug}.csv";

    /// <summary>One entry, for members.</summary>
    public static string MineShow(string slug, string reference) => $"{Mine}/{slug}/{reference}";

    /// <summary>A page or act of an entry, for members.</summary>
    public static string MineAt(string slug, string reference, string act) => $"{Mine}/{slug}/{reference}/{act}";
}
