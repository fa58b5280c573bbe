using GrantsPortal.Platform.Topics;

namespace GrantsPortal.Following;

/// <summary>Where following's pages are.</summary>
public static class FollowRoutes
{
    /// <summary>Where one asks to follow.</summary>
    public const string Ask = "/alerts";

    /// <summary>Where the answer to a wish stands.</summary>
    public const string Asked = "/alerts/asked";

    /// <summary>Where one who left is told so.</summary>
    public const string Left = "/alerts/left";

    /// <summary>What somebody follows, by the secret in the link.</summary>
    public static string One(string secret) => $"{Ask}/{secret}";

    /// <summary>Says yes; POST.</summary>
    public static string Confirm(string secret) => $"{Ask}/{secret}/confirm";

    /// <summary>Stops; POST from the page.</summary>
    public static string Stop(string secret) => $"{Ask}/{secret}/stop";

    /// <summary>Stops; POST from a mail program, which knows no form of ours.</summary>
    public static string LeaveAtOnce(string secret) => $"{Ask}/{secret}/leave";

    /// <summary>Where staff say what a call or course is about.</summary>
    public static string Topic(TopicSubject kind, long subject) => FormattableString.Invariant($"/manage/topics/{kind}/{subject}").ToLowerInvariant();
}
