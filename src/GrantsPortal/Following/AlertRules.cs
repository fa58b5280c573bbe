using GrantsPortal.People;
using GrantsPortal.Platform;

namespace GrantsPortal.Following;

/// <summary>Who hears of what, and when.</summary>
public static class AlertRules
{
    /// <summary>The hour of the city's morning at which e-mails are written.</summary>
    public const int Hour = 7;

    /// <summary>What became new within this time is left for the next e-mail: its transaction may still be under way.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    /// <summary>How long a confirmation is waited for before the address is forgotten.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>How long after one e-mail of confirmation the next is sent, so that nobody can be flooded by others.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(10);

    /// <summary>What is wrong with a choice: <c>person.email-missing</c> or <c>person.email-unfit</c> at <c>Email</c>, <c>alert.nothing-chosen</c> at <c>What</c>, <c>alert.unknown</c> at <c>Themes</c>, <c>Districts</c> or <c>HeldIn</c>.</summary>
    public static IReadOnlyList<Refusal> Check(string? email, AlertChoice choice, IReadOnlyList<PortalTheme> themes, IReadOnlyList<string> districts, IReadOnlyList<string> languages) =>
        [.. EmailAddresses.Clean(email).Refusals.Select(refusal => refusal.At("Email")), .. Check(choice, themes, districts, languages)];

    /// <summary>The same for choices alone.</summary>
    public static IReadOnlyList<Refusal> Check(AlertChoice choice, IReadOnlyList<PortalTheme> themes, IReadOnlyList<string> districts, IReadOnlyList<string> languages) =>
    [
        .. choice.Calls || choice.Courses || choice.Events ? Array.Empty<Refusal>() : [new Refusal("alert.nothing-chosen").At("What")],
        .. choice.Themes.All(code => themes.Any(theme => theme.Code == code)) ? Array.Empty<Refusal>() : [new Refusal("alert.unknown").At("Themes")],
        .. choice.Districts.All(districts.Contains) ? Array.Empty<Refusal>() : [new Refusal("alert.unknown").At("Districts")],
        .. choice.HeldIn.All(languages.Contains) ? Array.Empty<Refusal>() : [new Refusal("alert.unknown").At("HeldIn")],
    ];

    /// <summary>
    /// Whether somebody wants to hear of something. What has no theme or district of its own is for everybody, and who
    /// chose none wants all; the language counts where something is held in one.
    /// </summary>
    public static bool Wants(AlertChoice choice, AlertItem item) =>
        item.Kind switch { AlertKind.Call => choice.Calls, AlertKind.Course => choice.Courses, _ => choice.Events }
        && Meets(choice.Themes, item.Themes) && Meets(choice.Districts, item.Districts)
        && (item.Kind == AlertKind.Call || Meets(choice.HeldIn, item.HeldIn));

    /// <summary>The next morning (of a Monday, if weekly) after an instant, in a zone.</summary>
    public static DateTimeOffset NextDue(AlertRhythm rhythm, DateTimeOffset after, TimeZoneInfo zone)
    {
        var day = Instants.DayOf(after, zone);
        while (true)
        {
            var due = Instants.FromLocal(day.ToDateTime(new TimeOnly(Hour, 0)), zone);
            if (due > after && (rhythm == AlertRhythm.Daily || day.DayOfWeek == DayOfWeek.Monday))
            {
                return due;
            }

            day = day.AddDays(1);
        }
    }

    private static bool Meets(IReadOnlyList<string> wanted, IReadOnlyList<string> has) => wanted.Count == 0 || has.Count == 0 || wanted.Any(has.Contains);
}
