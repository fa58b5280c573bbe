using GrantsPortal.Platform;

namespace GrantsPortal.Response.Incidents;

/// <summary>Who works on incidents, and what one needs to be opened and closed.</summary>
public static class IncidentRules
{
    /// <summary>Most characters of a title.</summary>
    public const int TitleCharacters = 120;

    /// <summary>Most characters of what is known, asked, or learned.</summary>
    public const int TextCharacters = 4000;

    /// <summary>Most characters of a line in the log or of an answer.</summary>
    public const int LineCharacters = 1000;

    /// <summary>Least and most minutes before a deputy is alerted.</summary>
    public const int LeastMinutes = 2;

    /// <summary>The most.</summary>
    public const int MostMinutes = 240;

    /// <summary>Whether the actor works on incidents: focal points, programme officers, administrators.</summary>
    public static bool MayAct(Actor actor) => actor.Is(Roles.FocalPoint, Roles.ProgrammeOfficer, Roles.Administrator);

    /// <summary>Whether the actor reads the desk of incidents.</summary>
    public static bool MayRead(Actor actor) => MayAct(actor) || actor.Is(Roles.Auditor);

    /// <summary>How the references of a kind begin.</summary>
    public static string Prefix(bool isDrill) => isDrill ? "EX" : "IC";

    /// <summary>
    /// What is wrong with an incident before it is opened: <c>incident.not-staff</c>; at its field <c>incident.title-missing</c>,
    /// <c>incident.text-long</c> (most), <c>incident.situation-missing</c>, <c>incident.scope-missing</c> (at <c>Districts</c>),
    /// <c>incident.minutes-odd</c> (least, most), <c>incident.unknown</c> (at <c>Districts</c> or <c>Themes</c>).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, IncidentPlan plan, IReadOnlyList<string> districts, IReadOnlyList<PortalTheme> themes) =>
        !MayAct(actor) ? [new Refusal("incident.not-staff")] :
        [
            .. string.IsNullOrWhiteSpace(plan.Title) ? [new Refusal("incident.title-missing").At("Title")] : Long(plan.Title, TitleCharacters, "Title"),
            .. string.IsNullOrWhiteSpace(plan.Situation) ? [new Refusal("incident.situation-missing").At("Situation")] : Long(plan.Situation, TextCharacters, "Situation"),
            .. Long(plan.Ask, TextCharacters, "Ask"),
            .. CheckScope(plan.Scope, districts, themes),
            .. plan.DeputyMinutes is < LeastMinutes or > MostMinutes ? [new Refusal("incident.minutes-odd", LeastMinutes, MostMinutes).At("DeputyMinutes")] : Array.Empty<Refusal>(),
        ];

    /// <summary>What is wrong with a scope: <c>incident.scope-missing</c> when nothing is chosen, since nobody chosen must not mean everybody; <c>incident.unknown</c>.</summary>
    public static IReadOnlyList<Refusal> CheckScope(CallDownScope scope, IReadOnlyList<string> districts, IReadOnlyList<PortalTheme> themes) =>
    [
        .. scope.IsEmpty ? [new Refusal("incident.scope-missing").At("Districts")] : Array.Empty<Refusal>(),
        .. scope.Districts.All(districts.Contains) ? Array.Empty<Refusal>() : [new Refusal("incident.unknown").At("Districts")],
        .. scope.Themes.All(code => themes.Any(theme => theme.Code == code)) ? Array.Empty<Refusal>() : [new Refusal("incident.unknown").At("Themes")],
        .. scope.Communities.Sum(one => one.Length + 1) > 500 ? [new Refusal("incident.text-long", 500).At("Communities")] : Array.Empty<Refusal>(),
    ];

    /// <summary>Where closing leads. Refused with <c>incident.not-staff</c>, <c>incident.text-long</c> (most) or <c>incident.lessons-missing</c> at <c>Lessons</c>, or from the state table.</summary>
    public static Outcome<IncidentState> Close(Actor actor, Incident incident, string? lessons) =>
        !MayAct(actor) ? new Refusal("incident.not-staff")
        : string.IsNullOrWhiteSpace(lessons) ? new Refusal("incident.lessons-missing").At("Lessons")
        : lessons.Trim().Length > TextCharacters ? new Refusal("incident.text-long", TextCharacters).At("Lessons")
        : IncidentStates.Table.Move(incident.State, IncidentStates.Close);

    /// <summary>Whether something may be done on an incident: null, or <c>incident.not-staff</c>, <c>incident.over</c>.</summary>
    public static Refusal? Against(Actor actor, Incident incident) =>
        !MayAct(actor) ? new Refusal("incident.not-staff") : incident.IsOpen ? null : new Refusal("incident.over");

    /// <summary>What is wrong with a line of words: <c>incident.words-missing</c> or <c>incident.text-long</c> (most), at a field.</summary>
    public static Refusal? AgainstWords(string? words, bool needed, string field) =>
        needed && string.IsNullOrWhiteSpace(words) ? new Refusal("incident.words-missing").At(field)
        : words?.Trim().Length > LineCharacters ? new Refusal("incident.text-long", LineCharacters).At(field)
        : null;

    private static Refusal[] Long(string text, int most, string field) => text.Trim().Length > most ? [new Refusal("incident.text-long", most).At(field)] : [];
}
