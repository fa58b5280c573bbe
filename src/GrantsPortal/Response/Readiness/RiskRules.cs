using GrantsPortal.Platform;
using GrantsPortal.Response.Incidents;

namespace GrantsPortal.Response.Readiness;

/// <summary>What a risk needs to be written down, and when it is stale.</summary>
public static class RiskRules
{
    /// <summary>Most lines of who would speak to whom.</summary>
    public const int MostTalks = 6;

    /// <summary>Most days ahead that a review may lie.</summary>
    public const int MostDays = 732;

    /// <summary>Whether it is past its review.</summary>
    public static bool IsStale(ReadinessRisk risk, DateOnly today) => risk.State == RiskState.Open && risk.ReviewBy < today;

    /// <summary>
    /// What is wrong with a risk as written down: <c>incident.not-staff</c>; at its field <c>risk.title-missing</c>, <c>incident.text-long</c> (most),
    /// <c>risk.where-missing</c> (at <c>Districts</c>, when neither a district nor a theme is chosen), <c>incident.unknown</c>, <c>risk.step-missing</c>
    /// (likelihood and seriousness are 1 to 5), <c>risk.review-odd</c> (most days), <c>risk.owner-missing</c>, <c>risk.talk-half</c> (a line without who or to whom),
    /// <c>risk.talks-many</c> (most). A day of review that stood before may stay.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(
        Actor actor, RiskPlan plan, DateOnly? before, DateOnly today, IReadOnlyList<string> districts, IReadOnlyList<PortalTheme> themes, IReadOnlyCollection<long> owners) =>
        !IncidentRules.MayAct(actor) ? [new Refusal("incident.not-staff")] :
        [
            .. string.IsNullOrWhiteSpace(plan.Title) ? [new Refusal("risk.title-missing").At("Title")] : Long(plan.Title, 200, "Title"),
            .. Long(plan.Words, IncidentRules.TextCharacters, "Words"),
            .. plan.Districts.Count + plan.Themes.Count == 0 ? [new Refusal("risk.where-missing").At("Districts")] : Array.Empty<Refusal>(),
            .. plan.Districts.All(districts.Contains) ? Array.Empty<Refusal>() : [new Refusal("incident.unknown").At("Districts")],
            .. plan.Themes.All(code => themes.Any(theme => theme.Code == code)) ? Array.Empty<Refusal>() : [new Refusal("incident.unknown").At("Themes")],
            .. plan.Capabilities.All(Enum.IsDefined) ? Array.Empty<Refusal>() : [new Refusal("incident.unknown").At("Capabilities")],
            .. plan.Likelihood is >= 1 and <= 5 ? Array.Empty<Refusal>() : [new Refusal("risk.step-missing").At("Likelihood")],
            .. plan.Seriousness is >= 1 and <= 5 ? Array.Empty<Refusal>() : [new Refusal("risk.step-missing").At("Seriousness")],
            .. plan.ReviewBy is { } day && (day == before || (day >= today && day <= today.AddDays(MostDays))) ? Array.Empty<Refusal>() : [new Refusal("risk.review-odd", MostDays).At("ReviewBy")],
            .. plan.OwnerId is { } owner && owners.Contains(owner) ? Array.Empty<Refusal>() : [new Refusal("risk.owner-missing").At("OwnerId")],
            .. plan.Talks.Count(talk => !talk.IsEmpty) > MostTalks ? [new Refusal("risk.talks-many", MostTalks).At("Talks[0].FromWhom")] : Array.Empty<Refusal>(),
            .. plan.Talks.Index().SelectMany(one => Check(one.Item, one.Index)),
        ];

    /// <summary>Where an act leads. Refused with <c>incident.not-staff</c> or from the state table.</summary>
    public static Outcome<RiskState> Move(Actor actor, ReadinessRisk risk, string act) =>
        IncidentRules.MayAct(actor) ? RiskStates.Table.Move(risk.State, act) : new Refusal("incident.not-staff");

    private static IEnumerable<Refusal> Check(RiskTalk talk, int index) =>
        talk.IsEmpty ? [] :
        [
            .. string.IsNullOrWhiteSpace(talk.FromWhom) ? [new Refusal("risk.talk-half").At($"Talks[{index}].FromWhom")] : Long(talk.FromWhom, 200, $"Talks[{index}].FromWhom"),
            .. string.IsNullOrWhiteSpace(talk.ToWhom) ? [new Refusal("risk.talk-half").At($"Talks[{index}].ToWhom")] : Long(talk.ToWhom, 200, $"Talks[{index}].ToWhom"),
            .. Long(talk.About, 400, $"Talks[{index}].About"),
        ];

    private static Refusal[] Long(string text, int most, string field) => text.Trim().Length > most ? [new Refusal("incident.text-long", most).At(field)] : [];
}
