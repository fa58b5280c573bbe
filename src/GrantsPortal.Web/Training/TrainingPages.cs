using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Training;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Training;

/// <summary>What the module's pages need.</summary>
public static class TrainingPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddTrainingPages(this IServiceCollection services) => services.AddSingleton<IRefusalSentences, TrainingSentences>();
}

/// <summary>The catalogue as searched.</summary>
/// <param name="Courses">The courses found.</param>
/// <param name="Next">The next date of each that has one.</param>
/// <param name="Search">Words searched.</param>
/// <param name="Level">Level chosen.</param>
/// <param name="HeldIn">Language chosen.</param>
/// <param name="Languages">Languages to choose from.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record CataloguePage(IReadOnlyList<Course> Courses, IReadOnlyDictionary<long, Occasion> Next, string? Search, CourseLevel? Level, string? HeldIn, IReadOnlyList<string> Languages, DateTimeOffset Now);

/// <summary>A course for everybody.</summary>
/// <param name="Course">The course.</param>
/// <param name="Required">The courses to be completed before.</param>
/// <param name="Runs">Its dates to come.</param>
/// <param name="Waiting">How many wait at each.</param>
/// <param name="SignedIn">Whether the reader is.</param>
/// <param name="Interested">Whether the reader waits to hear of the next date.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record CoursePage(Course Course, IReadOnlyList<CourseName> Required, IReadOnlyList<DatedRun> Runs, IReadOnlyDictionary<long, int> Waiting, bool SignedIn, bool Interested, DateTimeOffset Now);

/// <summary>The desk's list.</summary>
public sealed record CoursesDeskPage(IReadOnlyList<Course> Courses, IReadOnlyDictionary<long, Occasion> Next);

/// <summary>A course on the desk.</summary>
public sealed record CourseDeskPage(Course Course, IReadOnlyList<CourseName> Required, IReadOnlyList<Occasion> Runs, ILookup<long, StateCount> Counts, int Interested, DateTimeOffset Now);

/// <summary>A course's texts on the desk.</summary>
public sealed record CourseTextsPage(Course? Course, CourseForm Form, IReadOnlyList<string> Languages);

/// <summary>A course's plan on the desk.</summary>
public sealed record CoursePlanPage(Course Course, CoursePlanForm Form, IReadOnlyList<string> Languages, IReadOnlyList<Course> Others);

/// <summary>A run's plan on the desk.</summary>
public sealed record RunPlanPage(Course Course, Occasion? Occasion, RunForm Form);

/// <summary>A session on the desk.</summary>
public sealed record SessionPage(Occasion Occasion, OccasionSession? Session, SessionForm Form);

/// <summary>A run on the desk, with everybody who booked.</summary>
public sealed record RunPage(Course Course, Occasion Occasion, CourseRun Run, IReadOnlyList<OccasionSession> Sessions, IReadOnlyList<BookingRow> Bookings, IReadOnlyList<BookingRow> Ended, DateTimeOffset Now)
{
    /// <summary>How many are in a state.</summary>
    public int In(BookingState state) => Bookings.Count(booking => booking.State == state);
}

/// <summary>Where it is noted who came to a session, and its sign-in sheet.</summary>
public sealed record AttendancePage(Course Course, Occasion Occasion, OccasionSession Session, IReadOnlyList<BookingRow> Bookings, IReadOnlyDictionary<long, bool> Noted);

/// <summary>Words for what the module's records hold.</summary>
public static class TrainingWords
{
    /// <summary>A language in its own name.</summary>
    public static string Language(string code) => CultureInfo.GetCultureInfo(code).NativeName;

    /// <summary>Several.</summary>
    public static string Languages(IEnumerable<string> codes) => string.Join(", ", codes.Select(Language));
}
