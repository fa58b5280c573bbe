namespace GrantsPortal.Training;

/// <summary>Where training's pages are.</summary>
public static class TrainingRoutes
{
    /// <summary>The catalogue.</summary>
    public const string Catalogue = "/training";

    /// <summary>The staff's desk.</summary>
    public const string Desk = "/manage/training";

    /// <summary>Where a course is added.</summary>
    public const string NewCourse = $"{Desk}/new";

    /// <summary>A course, for everybody.</summary>
    public static string Course(string slug) => $"{Catalogue}/{slug}";

    /// <summary>A course on the desk, with its runs.</summary>
    public static string DeskCourse(string slug) => $"{Desk}/{slug}";

    /// <summary>A part of a course on the desk.</summary>
    public static string Part(string slug, string part) => $"{Desk}/{slug}/{part}";

    /// <summary>A run on the desk, with everybody who booked.</summary>
    public static string Run(long id) => FormattableString.Invariant($"{Desk}/runs/{id}");

    /// <summary>A part of a run on the desk.</summary>
    public static string Run(long id, string part) => FormattableString.Invariant($"{Desk}/runs/{id}/{part}");
}
