using GrantsPortal.Platform;
using GrantsPortal.Response.Incidents;

namespace GrantsPortal.Response.Exercises;

/// <summary>What an exercise needs to be planned, run and written up.</summary>
public static class ExerciseRules
{
    /// <summary>Most objectives.</summary>
    public const int MostObjectives = 6;

    /// <summary>Most injects.</summary>
    public const int MostInjects = 40;

    /// <summary>The last minute at which an inject can be put in: a whole day.</summary>
    public const int LastMinute = 1440;

    /// <summary>Most actions of one exercise.</summary>
    public const int MostActions = 12;

    /// <summary>Most characters of an objective, an inject's recipient, or who does an action.</summary>
    public const int ShortCharacters = 200;

    /// <summary>
    /// What is wrong with a plan: <c>exercise.not-staff</c>; at its field <c>exercise.title-missing</c>, <c>exercise.scenario-missing</c>, <c>exercise.text-long</c>
    /// (most), <c>exercise.start-missing</c>, <c>exercise.objective-missing</c>, <c>exercise.participants-missing</c>, <c>exercise.facilitator-missing</c>,
    /// <c>exercise.injects-missing</c>, <c>exercise.injects-many</c> (most), <c>exercise.inject-minute</c> (last), <c>exercise.inject-words</c>,
    /// <c>exercise.inject-whom</c>, <c>exercise.unknown</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, ExercisePlan plan, PlanChoices choices) =>
        !IncidentRules.MayAct(actor) ? [new Refusal("exercise.not-staff")] :
        [
            .. Needed(plan.Title, "exercise.title-missing", IncidentRules.TitleCharacters, "Title"),
            .. Needed(plan.Scenario, "exercise.scenario-missing", IncidentRules.TextCharacters, "Scenario"),
            .. If(plan.StartsAt is null, new Refusal("exercise.start-missing").At("Starts")),
            .. If(plan.Objectives.All(string.IsNullOrWhiteSpace), new Refusal("exercise.objective-missing").At("Objectives[0]")),
            .. plan.Objectives.Index().SelectMany(one => Long(one.Item, ShortCharacters, $"Objectives[{one.Index}]")),
            .. If(plan.Scope.IsEmpty && plan.Partners.Count == 0 && plan.Officers.Count == 0, new Refusal("exercise.participants-missing").At("Officers")),
            .. plan.Scope.IsEmpty ? [] : IncidentRules.CheckScope(plan.Scope, choices.Districts, choices.Themes),
            .. If(!plan.Partners.All(choices.Partners.Contains), new Refusal("exercise.unknown").At("Partners")),
            .. If(!plan.Officers.All(choices.Officers.Contains), new Refusal("exercise.unknown").At("Officers")),
            .. If(plan.FacilitatorId is not { } leads || !choices.Officers.Contains(leads), new Refusal("exercise.facilitator-missing").At("Facilitator")),
            .. If(plan.Injects.Count == 0, new Refusal("exercise.injects-missing").At("Injects[0].Minute")),
            .. If(plan.Injects.Count > MostInjects, new Refusal("exercise.injects-many", MostInjects).At("Injects[0].Minute")),
            .. plan.Injects.SelectMany(Check),
        ];

    /// <summary>What is wrong with what is written down afterwards: at its field <c>exercise.standing-missing</c>, <c>exercise.seen-missing</c>, <c>exercise.text-long</c> (most), <c>exercise.change-missing</c>, <c>exercise.action-what</c>, <c>exercise.action-who</c>, <c>exercise.action-due</c>, <c>exercise.unknown</c>.</summary>
    public static IReadOnlyList<Refusal> Check(ReviewPlan plan, int objectives, IReadOnlySet<long> officers) =>
    [
        .. Enumerable.Range(0, objectives).SelectMany(number => Check(plan.Findings.ElementAtOrDefault(number) ?? new Finding(null, ""), number)),
        .. Long(plan.Helped, IncidentRules.TextCharacters, "Helped"),
        .. Needed(plan.ToChange, "exercise.change-missing", IncidentRules.TextCharacters, "ToChange"),
        .. plan.Actions.Take(MostActions + 1).SelectMany(action => Check(action, officers)),
    ];

    /// <summary>What is wrong with calling it off: <c>exercise.reason-missing</c> or <c>exercise.text-long</c> (most) at <c>Reason</c>.</summary>
    public static IReadOnlyList<Refusal> CheckReason(string? reason) => Needed(reason ?? "", "exercise.reason-missing", IncidentRules.LineCharacters, "Reason");

    /// <summary>What is wrong with a response: <c>exercise.response-missing</c> or <c>exercise.text-long</c> (most) at <c>Response</c>.</summary>
    public static IReadOnlyList<Refusal> CheckResponse(string? response) => Needed(response ?? "", "exercise.response-missing", IncidentRules.LineCharacters, "Response");

    private static IEnumerable<Refusal> Check(InjectPlan inject) =>
    [
        .. If(inject.Minute is not (>= 0 and <= LastMinute), new Refusal("exercise.inject-minute", LastMinute).At($"Injects[{inject.Row}].Minute")),
        .. Needed(inject.Words, "exercise.inject-words", IncidentRules.LineCharacters, $"Injects[{inject.Row}].Words"),
        .. Needed(inject.ToWhom, "exercise.inject-whom", ShortCharacters, $"Injects[{inject.Row}].ToWhom"),
        .. Long(inject.Expected, IncidentRules.LineCharacters, $"Injects[{inject.Row}].Expected"),
    ];

    private static IEnumerable<Refusal> Check(Finding finding, int number) =>
    [
        .. If(finding.Standing is null, new Refusal("exercise.standing-missing").At($"Findings[{number}].Standing")),
        .. Needed(finding.Seen, "exercise.seen-missing", IncidentRules.LineCharacters, $"Findings[{number}].Seen"),
    ];

    private static IEnumerable<Refusal> Check(ActionPlan action, IReadOnlySet<long> officers) =>
    [
        .. Needed(action.What, "exercise.action-what", IncidentRules.LineCharacters, $"Actions[{action.Row}].What"),
        .. action.OfficerId is { } officer
            ? If(!officers.Contains(officer), new Refusal("exercise.unknown").At($"Actions[{action.Row}].Officer"))
            : Needed(action.Who, "exercise.action-who", ShortCharacters, $"Actions[{action.Row}].Who"),
        .. If(action.DueOn is null, new Refusal("exercise.action-due").At($"Actions[{action.Row}].Due")),
    ];

    private static Refusal[] Needed(string text, string missing, int most, string field) =>
        string.IsNullOrWhiteSpace(text) ? [new Refusal(missing).At(field)] : Long(text, most, field);

    private static Refusal[] Long(string text, int most, string field) => If(text.Trim().Length > most, new Refusal("exercise.text-long", most).At(field));

    private static Refusal[] If(bool wrong, Refusal refusal) => wrong ? [refusal] : [];
}

/// <summary>What a plan can name.</summary>
/// <param name="Districts">The city's districts.</param>
/// <param name="Themes">Its themes.</param>
/// <param name="Partners">Partners that have not ended.</param>
/// <param name="Officers">People of the staff.</param>
public sealed record PlanChoices(IReadOnlyList<string> Districts, IReadOnlyList<PortalTheme> Themes, IReadOnlySet<long> Partners, IReadOnlySet<long> Officers);
