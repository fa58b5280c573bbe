namespace GrantsPortal.Training;

/// <summary>Where training's pages are.</summary>
public static class TrainingRoutes
{
    /// <summary>The catalogue.</summary>
    public const string Catalogue = "/training";

    /// <summary>Where certificates are verified.</summary>
    public const string Certificates = "/certificates";

    /// <summary>The staff's desk.</summary>
    public const string Desk = "/manage/training";

    /// <summary>Where a course is added.</summary>
    public const string NewCourse = $"{Desk}/new";

    /// <summary>A course, for everybody.</summary>
    public static string Course(string slug) => $"{Catalogue}/{slug}";

    /// <summary>A certificate, for whoever has its code.</summary>
    public static string Certificate(string code) => $"{Certificates}/{code}";

    /// <summary>A course on the desk, with its runs.</summary>
    public static string DeskCourse(string slug) => $"{Desk}/{slug}";

    /// <summary>A part of a course on the desk.</summary>
    public static string Part(string slug, string part) => $"{Desk}/{slug}/{part}";

    /// <summary>A run's plan on the desk; everything else of a run is where <see cref="Bookings.OccasionRoutes"/> says.</summary>
    public static string Plan(long run) => FormattableString.Invariant($"{Desk}/runs/{run}/plan");
}
