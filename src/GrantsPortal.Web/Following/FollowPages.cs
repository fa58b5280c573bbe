using GrantsPortal.Following;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Topics;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Following;

/// <summary>What the module's pages need.</summary>
public static class FollowPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddFollowPages(this IServiceCollection services) => services.AddSingleton<IRefusalSentences, FollowSentences>();
}

/// <summary>The module's refusals as sentences.</summary>
public sealed class FollowSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["alert.nothing-chosen"] = "Choose calls, courses or events",
        ["alert.unknown"] = "Choose from the list",
        ["alert.changed-meanwhile"] = "Your choices were changed in another window; see them below",
        ["topic.not-staff"] = "Only a programme officer or focal point can do this",
    };
}

/// <summary>What somebody wants to follow, as typed.</summary>
public sealed class FollowForm
{
    /// <summary>Address.</summary>
    public string? Email { get; set; }

    /// <summary>Calls, Courses and Events, as far as wanted.</summary>
    public List<string> What { get; set; } = [];

    /// <summary>Codes of themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Districts.</summary>
    public List<string> Districts { get; set; } = [];

    /// <summary>Languages.</summary>
    public List<string> HeldIn { get; set; } = [];

    /// <summary>How often.</summary>
    public AlertRhythm Rhythm { get; set; } = AlertRhythm.Weekly;

    /// <summary>The choices as they stand.</summary>
    public static FollowForm Of(AlertChoice choice) => new()
    {
        What = [.. new[] { (choice.Calls, "Calls"), (choice.Courses, "Courses"), (choice.Events, "Events") }.Where(one => one.Item1).Select(one => one.Item2)],
        Themes = [.. choice.Themes],
        Districts = [.. choice.Districts],
        HeldIn = [.. choice.HeldIn],
        Rhythm = choice.Rhythm,
    };

    /// <summary>What the use case takes.</summary>
    public AlertChoice Read() => new()
    {
        Calls = What.Contains("Calls"),
        Courses = What.Contains("Courses"),
        Events = What.Contains("Events"),
        Themes = Themes,
        Districts = Districts,
        HeldIn = HeldIn,
        Rhythm = Rhythm,
    };
}

/// <summary>Where one chooses what to follow.</summary>
/// <param name="Form">What was typed.</param>
/// <param name="Themes">Themes to choose from.</param>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="Languages">Languages to choose from.</param>
public sealed record FollowPage(FollowForm Form, IReadOnlyList<PortalTheme> Themes, IReadOnlyList<string> Districts, IReadOnlyList<string> Languages)
{
    /// <summary>Who follows; null before.</summary>
    public Follower? Follower { get; init; }
}

/// <summary>Where staff say what a call or course is about.</summary>
public sealed record TopicPage(TopicHome Home, string Path, TopicForm Form, IReadOnlyList<PortalTheme> Themes, IReadOnlyList<string> Districts);

/// <summary>What a call or course is about, as typed.</summary>
public sealed class TopicForm
{
    /// <summary>Codes of themes.</summary>
    public List<string> Themes { get; set; } = [];

    /// <summary>Districts.</summary>
    public List<string> Districts { get; set; } = [];

    /// <summary>What the use case takes.</summary>
    public Topic Read() => new(Themes, Districts);
}
