namespace GrantsPortal.Response;

/// <summary>Where response's pages are.</summary>
public static class ResponseRoutes
{
    /// <summary>Incidents and exercises.</summary>
    public const string All = "/manage/incidents";

    /// <summary>Where something real is opened.</summary>
    public const string New = All + "/new";

    /// <summary>Where an exercise is opened.</summary>
    public const string NewExercise = All + "/new-exercise";

    /// <summary>The call-down list of all partners, to print at any time.</summary>
    public const string Paper = All + "/call-down";

    /// <summary>The same as PDF.</summary>
    public const string PaperPdf = All + "/call-down.pdf";

    /// <summary>What the reader's organisations offer in a crisis.</summary>
    public const string Mine = "/my/crisis";

    /// <summary>Where a partner's link leads.</summary>
    public const string Links = "/respond";

    /// <summary>Where the link of an outside counterpart leads.</summary>
    public const string SituationLinks = "/situation";

    /// <summary>One incident, as it stands.</summary>
    public static string Show(string reference) => $"{All}/{reference}";

    /// <summary>A page of an incident by its key.</summary>
    public static string At(string reference, string key) => $"{All}/{reference}/{key}";

    /// <summary>What one organisation offers in a crisis, for its members.</summary>
    public static string MineOf(string slug) => $"{Mine}/{slug}";

    /// <summary>The same, for officers.</summary>
    public static string Offers(long organisation) => FormattableString.Invariant($"/manage/partnerships/{organisation}/crisis");

    /// <summary>Where a partner answers.</summary>
    public static string Answer(string token) => $"{Links}/{token}";

    /// <summary>What an outside counterpart reads.</summary>
    public static string Situation(string token) => $"{SituationLinks}/{token}";
}

