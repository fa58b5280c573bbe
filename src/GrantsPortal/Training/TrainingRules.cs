using GrantsPortal.Bookings;
using GrantsPortal.Platform;

namespace GrantsPortal.Training;

/// <summary>What holds of courses.</summary>
public static class TrainingRules
{
    /// <summary>Most characters of a title.</summary>
    public const int TitleCharacters = 120;

    /// <summary>Most characters of a summary.</summary>
    public const int SummaryCharacters = 400;

    /// <summary>
    /// What is wrong with a course's texts: <c>course.not-staff</c>; at its field <c>course.title-missing</c>,
    /// <c>course.title-long</c> (most), <c>course.summary-missing</c>, <c>course.summary-long</c> (most).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, CourseTexts texts) =>
        !BookingRules.IsStaff(actor) ? [new Refusal("course.not-staff")] :
        [
            .. string.IsNullOrWhiteSpace(texts.Title) ? [new Refusal("course.title-missing").At("Title")]
                : texts.Title.Trim().Length > TitleCharacters ? [new Refusal("course.title-long", TitleCharacters).At("Title")]
                : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(texts.Summary) ? [new Refusal("course.summary-missing").At("Summary")]
                : texts.Summary.Trim().Length > SummaryCharacters ? [new Refusal("course.summary-long", SummaryCharacters).At("Summary")]
                : Array.Empty<Refusal>(),
        ];

    /// <summary>
    /// What is wrong with a course's plan: <c>course.not-staff</c>; at its field <c>course.languages-missing</c>,
    /// <c>course.percent-wrong</c>, <c>course.requires-itself</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, CoursePlan plan, long course) =>
        !BookingRules.IsStaff(actor) ? [new Refusal("course.not-staff")] :
        [
            .. plan.Languages.Count == 0 ? [new Refusal("course.languages-missing").At("Languages")] : Array.Empty<Refusal>(),
            .. plan.CertificatePercent is < 1 or > 100 ? [new Refusal("course.percent-wrong").At("CertificatePercent")] : Array.Empty<Refusal>(),
            .. plan.Required.Contains(course) ? [new Refusal("course.requires-itself").At("Required")] : Array.Empty<Refusal>(),
        ];

    /// <summary>What stands against publishing: <c>course.not-staff</c>, <c>course.published</c>, <c>course.aims-missing</c>, <c>course.audience-missing</c>.</summary>
    public static IReadOnlyList<Refusal> MayPublish(Actor actor, Course course) =>
        !BookingRules.IsStaff(actor) ? [new Refusal("course.not-staff")]
        : course.State == CourseState.Published ? [new Refusal("course.published")]
        :
        [
            .. string.IsNullOrWhiteSpace(course.Aims) ? [new Refusal("course.aims-missing")] : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(course.Audience) ? [new Refusal("course.audience-missing")] : Array.Empty<Refusal>(),
        ];

    /// <summary>The first required course that a person has not completed, of those they have; null when all are.</summary>
    public static CourseName? Lacks(IReadOnlyList<CourseName> required, IReadOnlySet<long> completed) => required.FirstOrDefault(course => !completed.Contains(course.Id));
}
