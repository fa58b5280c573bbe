using GrantsPortal.Bookings;
using GrantsPortal.Platform;

namespace GrantsPortal.Events;

/// <summary>What holds of events.</summary>
public static class EventRules
{
    /// <summary>Most characters of a title.</summary>
    public const int TitleCharacters = 120;

    /// <summary>Most characters of a summary.</summary>
    public const int SummaryCharacters = 400;

    /// <summary>
    /// What is wrong with an event's texts: <c>event.not-staff</c>; at its field <c>event.title-missing</c>,
    /// <c>event.title-long</c> (most), <c>event.summary-missing</c>, <c>event.summary-long</c> (most).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, EventTexts texts) =>
        !BookingRules.IsStaff(actor) ? [new Refusal("event.not-staff")] :
        [
            .. string.IsNullOrWhiteSpace(texts.Title) ? [new Refusal("event.title-missing").At("Title")]
                : texts.Title.Trim().Length > TitleCharacters ? [new Refusal("event.title-long", TitleCharacters).At("Title")]
                : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(texts.Summary) ? [new Refusal("event.summary-missing").At("Summary")]
                : texts.Summary.Trim().Length > SummaryCharacters ? [new Refusal("event.summary-long", SummaryCharacters).At("Summary")]
                : Array.Empty<Refusal>(),
        ];

    /// <summary>
    /// What is wrong with an event's plan: <c>event.not-staff</c>; at its field <c>event.languages-missing</c>,
    /// <c>event.language-unknown</c>, <c>event.theme-unknown</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, EventPlan plan, PortalOptions portal) =>
        !BookingRules.IsStaff(actor) ? [new Refusal("event.not-staff")] :
        [
            .. plan.Languages.Count == 0 ? [new Refusal("event.languages-missing").At("Languages")]
                : plan.Languages.Except(portal.Languages).Any() ? [new Refusal("event.language-unknown").At("Languages")]
                : Array.Empty<Refusal>(),
            .. plan.Themes.Except(portal.ThemesInUse.Select(theme => theme.Code)).Any() ? [new Refusal("event.theme-unknown").At("Themes")] : Array.Empty<Refusal>(),
        ];

    /// <summary>What an event lacks before it is published: <c>event.description-missing</c>, <c>event.audience-missing</c>, <c>event.languages-missing</c>, <c>event.archived</c>.</summary>
    public static IReadOnlyList<Refusal> Lacks(Event gathering) =>
        gathering.State == EventState.Archived ? [new Refusal("event.archived")] :
        [
            .. string.IsNullOrWhiteSpace(gathering.Description) ? [new Refusal("event.description-missing")] : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(gathering.Audience) ? [new Refusal("event.audience-missing")] : Array.Empty<Refusal>(),
            .. gathering.HeldIn.Count == 0 ? [new Refusal("event.languages-missing")] : Array.Empty<Refusal>(),
        ];

    /// <summary>What stands against putting an event away: <c>event.not-staff</c>, <c>event.archived</c>, <c>event.still-coming</c>.</summary>
    public static Refusal? MayArchive(Actor actor, Event gathering, Occasion occasion, DateTimeOffset now) =>
        !BookingRules.IsStaff(actor) ? new Refusal("event.not-staff")
        : !EventStates.Table.Can(gathering.State, EventStates.Archive) ? new Refusal("event.archived")
        : gathering.State == EventState.Published && occasion.PhaseAt(now) is not (BookingPhase.Over or BookingPhase.Cancelled) ? new Refusal("event.still-coming")
        : null;

    /// <summary>
    /// What stands against making an event anew: <c>event.not-staff</c>; at its field <c>event.title-missing</c>,
    /// <c>event.title-long</c> (most), <c>event.day-missing</c>, <c>event.day-past</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> MayCopy(Actor actor, string? title, DateOnly? day, DateOnly today) =>
        !BookingRules.IsStaff(actor) ? [new Refusal("event.not-staff")] :
        [
            .. string.IsNullOrWhiteSpace(title) ? [new Refusal("event.title-missing").At("Title")]
                : title.Trim().Length > TitleCharacters ? [new Refusal("event.title-long", TitleCharacters).At("Title")]
                : Array.Empty<Refusal>(),
            .. day is null ? [new Refusal("event.day-missing").At("Day")]
                : day <= today ? [new Refusal("event.day-past").At("Day")]
                : Array.Empty<Refusal>(),
        ];

    /// <summary>An instant so many days later at the same time of the day in a zone, whatever the clocks did between.</summary>
    public static DateTimeOffset Later(DateTimeOffset instant, int days, TimeZoneInfo zone) => Instants.FromLocal(TimeZoneInfo.ConvertTime(instant, zone).DateTime.AddDays(days), zone);
}
