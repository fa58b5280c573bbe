using GrantsPortal.Awards;

namespace GrantsPortal.Response.RapidFund;

/// <summary>Where the pages of rapid-response funds are.</summary>
public static class RapidRoutes
{
    /// <summary>The key of an incident's tab.</summary>
    public const string Tab = "rapid-fund";

    /// <summary>Templates.</summary>
    public const string Templates = ResponseRoutes.All + "/rapid-templates";

    /// <summary>Where one is begun.</summary>
    public const string NewTemplate = Templates + "/new";

    /// <summary>Applications that two decide on.</summary>
    public const string Desk = "/manage/rapid-response";

    /// <summary>One template.</summary>
    public static string Template(long id) => FormattableString.Invariant($"{Templates}/{id}");

    /// <summary>Where a template is changed.</summary>
    public static string EditTemplate(long id) => Template(id) + "/edit";

    /// <summary>An incident's funds.</summary>
    public static string Fund(string incident) => ResponseRoutes.At(incident, Tab);

    /// <summary>Where a fund is opened.</summary>
    public static string Open(string incident) => Fund(incident) + "/open";

    /// <summary>One application, its clock and its deciders.</summary>
    public static string Case(string application) => $"{Desk}/{application}";

    /// <summary>Where an Owner accepts with one button.</summary>
    public static string AcceptAtOnce(string award) => AwardRoutes.Mine(award) + "/accept-at-once";
}
