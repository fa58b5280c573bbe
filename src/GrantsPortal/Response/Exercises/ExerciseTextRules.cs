using GrantsPortal.Partnerships.Needs;
using GrantsPortal.Platform;

namespace GrantsPortal.Response.Exercises;

/// <summary>
/// Points out what looks like personal data in the free texts of an exercise, as in the register of needs: its report is passed on, and what is invented for it
/// should not look like somebody. The writer answers for exactly these pieces.
/// </summary>
public static class ExerciseTextRules
{
    /// <summary>The texts of a plan, each with its field.</summary>
    public static IReadOnlyList<(string Field, string? Text)> Of(ExercisePlan plan) =>
    [
        ("Title", plan.Title), ("Scenario", plan.Scenario),
        .. plan.Objectives.Index().Select(one => ($"Objectives[{one.Index}]", (string?)one.Item)),
        .. plan.Injects.SelectMany(inject => new (string, string?)[]
        {
            ($"Injects[{inject.Row}].ToWhom", inject.ToWhom), ($"Injects[{inject.Row}].Words", inject.Words), ($"Injects[{inject.Row}].Expected", inject.Expected),
        }),
    ];

    /// <summary>The texts of what is written down afterwards.</summary>
    public static IReadOnlyList<(string Field, string? Text)> Of(ReviewPlan plan) =>
    [
        .. plan.Findings.Index().Select(one => ($"Findings[{one.Index}].Seen", (string?)one.Item.Seen)),
        ("Helped", plan.Helped), ("ToChange", plan.ToChange),
        .. plan.Actions.SelectMany(action => new (string, string?)[] { ($"Actions[{action.Row}].What", action.What), ($"Actions[{action.Row}].Who", action.Who) }),
    ];

    /// <summary>Refused with <c>personal.points</c> (the pieces) at each field that holds any, unless the writer has answered for exactly these.</summary>
    public static IReadOnlyList<Refusal> Against(IReadOnlyList<(string Field, string? Text)> texts, string? answeredFor) =>
        Seal(texts) == (answeredFor ?? "") ? []
        : [.. texts.Select(text => (text.Field, Points: PersonalTextRules.Points(text.Text))).Where(one => one.Points.Count > 0).Select(one => new Refusal("personal.points", PersonalTextRules.Quoted(one.Points)).At(one.Field))];

    /// <summary>Stands for exactly the pieces that the texts hold; empty for none.</summary>
    public static string Seal(IReadOnlyList<(string Field, string? Text)> texts) => PersonalTextRules.Seal([.. texts.SelectMany(text => PersonalTextRules.Points(text.Text))]);
}
