namespace GrantsPortal.Reviews;

/// <summary>Addresses of the module's pages.</summary>
public static class ReviewRoutes
{
    /// <summary>A reviewer's own reviews.</summary>
    public const string Mine = "/reviews";

    /// <summary>The officers' panels.</summary>
    public const string Panels = "/manage/panels";

    /// <summary>One review.</summary>
    public static string Show(long review) => FormattableString.Invariant($"{Mine}/{review}");

    /// <summary>The panel of a call: pool, assignments, progress.</summary>
    public static string Panel(string call) => $"{Panels}/{call}";

    /// <summary>What will be assigned, before it is.</summary>
    public static string Proposal(string call) => $"{Panel(call)}/proposal";

    /// <summary>Who is reminded, before they are.</summary>
    public static string Remind(string call) => $"{Panel(call)}/remind";

    /// <summary>The ranking of a call.</summary>
    public static string Ranking(string call) => $"{Panel(call)}/ranking";

    /// <summary>Every review of one application, for moderation.</summary>
    public static string Moderation(string call, string reference) => $"{Panel(call)}/applications/{reference}";
}
