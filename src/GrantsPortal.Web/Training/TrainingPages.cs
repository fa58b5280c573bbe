using System.Globalization;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Resources;
using GrantsPortal.Training;
using GrantsPortal.Web.Bookings;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Training;

/// <summary>What the module's pages need.</summary>
public static class TrainingPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddTrainingPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, TrainingSentences>()
        .AddSingleton<IBookingPart, CertificatePart>()
        .AddSingleton<IBookingNotes, CertificateNotes>()
        .AddSingleton<IPartnerPart, CertificatesPartnerPart>()
        .AddSingleton(new OccasionTab("certificates", "Certificates", 60) { Of = occasion => occasion.Kind == OccasionKind.Run })
        .AddSingleton<IOccasionHome, RunHome>();
}

/// <summary>The catalogue as searched.</summary>
/// <param name="Courses">The courses found.</param>
/// <param name="Next">The next date of each that has one.</param>
/// <param name="Filter">What it was narrowed by.</param>
/// <param name="Portal">Languages and themes to choose from.</param>
/// <param name="Districts">Districts to choose from.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record CataloguePage(IReadOnlyList<Course> Courses, IReadOnlyDictionary<long, Occasion> Next, CatalogueFilter Filter, PortalOptions Portal, IReadOnlyList<string> Districts, DateTimeOffset Now);

/// <summary>A course for everybody.</summary>
/// <param name="Course">The course.</param>
/// <param name="Required">The courses to be completed before.</param>
/// <param name="Runs">Its dates to come.</param>
/// <param name="Waiting">How many wait at each.</param>
/// <param name="SignedIn">Whether the reader is.</param>
/// <param name="Interested">Whether the reader waits to hear of the next date.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record CoursePage(Course Course, IReadOnlyList<CourseName> Required, IReadOnlyList<DatedRun> Runs, IReadOnlyDictionary<long, int> Waiting, bool SignedIn, bool Interested, DateTimeOffset Now)
{
    /// <summary>What the library has for it.</summary>
    public IReadOnlyList<Resource> Resources { get; init; } = [];

    /// <summary>What places cost, by date.</summary>
    public IReadOnlyDictionary<long, OccasionFee> Fees { get; init; } = new Dictionary<long, OccasionFee>();
}

/// <summary>The desk's list.</summary>
public sealed record CoursesDeskPage(IReadOnlyList<Course> Courses, IReadOnlyDictionary<long, Occasion> Next);

/// <summary>A course on the desk.</summary>
public sealed record CourseDeskPage(Course Course, IReadOnlyList<CourseName> Required, IReadOnlyList<Occasion> Runs, ILookup<long, StateCount> Counts, int Interested, DateTimeOffset Now)
{
    /// <summary>Names of its themes and districts.</summary>
    public IReadOnlyList<string> Topic { get; init; } = [];
}

/// <summary>A course's texts on the desk.</summary>
public sealed record CourseTextsPage(Course? Course, CourseForm Form, IReadOnlyList<string> Languages);

/// <summary>A course's plan on the desk.</summary>
public sealed record CoursePlanPage(Course Course, CoursePlanForm Form, IReadOnlyList<string> Languages, IReadOnlyList<Course> Others);

/// <summary>A run's plan on the desk.</summary>
public sealed record RunPlanPage(Course Course, Occasion? Occasion, RunForm Form);

/// <summary>Where the runs of courses belong on the desk.</summary>
public sealed class RunHome(IOptions<PortalOptions> portal) : IOccasionHome
{
    /// <inheritdoc/>
    public OccasionKind Kind => OccasionKind.Run;

    /// <inheritdoc/>
    public async Task<OccasionHome?> Of(UnitOfWork work, Occasion occasion) =>
        await CourseRepository.Find(work, occasion.SubjectId, portal.Value.SourceLanguage) is { } course ? new OccasionHome(course.Title, TrainingRoutes.DeskCourse(course.Slug), TrainingRoutes.Plan(occasion.Id)) : null;
}

/// <summary>Words for what the module's records hold.</summary>
public static class TrainingWords
{
    /// <summary>A language in its own name.</summary>
    public static string Language(string code) => CultureInfo.GetCultureInfo(code).NativeName;

    /// <summary>What is said of a run besides its times and seats.</summary>
    public static IReadOnlyList<string> Lines(CourseRun run, IStringLocalizer texts) =>
        run.TrainerLines.Count == 0 ? [texts["In {0}.", Language(run.Language)]] : [texts["In {0}.", Language(run.Language)], texts["With {0}.", string.Join("; ", run.TrainerLines)]];

    /// <summary>Several.</summary>
    public static string Languages(IEnumerable<string> codes) => string.Join(", ", codes.Select(Language));
}
