using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;

namespace GrantsPortal.Web.Awards.Changes;

/// <summary>Where a variation or a budget year stands, in English words for the localiser, with the colour of its tag.</summary>
public static class ChangeWords
{
    /// <summary>The colour of a variation's tag.</summary>
    public static string Kind(VariationState state) => state switch
    {
        VariationState.Asked => "waiting",
        VariationState.Approved => "good",
        VariationState.Declined => "bad",
        _ => "quiet",
    };

    /// <summary>The colour of a budget year's tag.</summary>
    public static string Kind(AwardYearState state) => state switch
    {
        AwardYearState.Confirmed => "good",
        AwardYearState.Proposed => "waiting",
        AwardYearState.Withheld => "bad",
        _ => "quiet",
    };

    /// <summary>What happens next with a variation, for the organisation.</summary>
    public static string Next(Variation variation) => variation switch
    {
        { State: VariationState.Draft } => "Nobody at the city sees this draft until you ask for it.",
        { State: VariationState.Asked, Turn: VariationTurn.Owner } => "An Owner of your organisation agrees or declines. Nothing changes before that.",
        { State: VariationState.Asked, Turn: VariationTurn.Approver } => "It raises the amount or moves much of the budget, so an approver of the city decides. The answer comes here and by e-mail; until then the award stays as it is.",
        { State: VariationState.Asked } => "An officer of the city reads it and answers here and by e-mail. Until then the award stays as it is.",
        { State: VariationState.Approved } => "It is part of your agreement. Its document lies with the others on the page of the award.",
        { State: VariationState.Declined } => "The award goes on as it was. You can ask again, or for something else.",
        _ => "It was withdrawn. The award stays as it was.",
    };

    /// <summary>Whose turn it is, for staff.</summary>
    public static string Turn(Variation variation) => variation switch
    {
        { Turn: VariationTurn.Owner } => "Waits for an Owner of the organisation.",
        { Turn: VariationTurn.Approver } => "Waits for an approver: the amount rises, or much of the award has moved.",
        _ => "Waits for a programme officer.",
    };
}
