using GrantsPortal.Partnerships;
using GrantsPortal.Platform;

namespace GrantsPortal.Response.Families;

/// <summary>When entries are looked at again, and what a look is.</summary>
public static class ReviewRules
{
    /// <summary>The weeks after which an entry is looked at: attention is gone long before families are well.</summary>
    public static readonly IReadOnlyList<int> Weeks = [1, 4, 12, 52];

    /// <summary>The weeks that stay when an entry is met or ended before: what was met in spring may be needed again on the day a year later.</summary>
    public static readonly IReadOnlyList<int> Lasting = [12, 52];

    /// <summary>How many days before it is due the partner is asked and who follows it sees it.</summary>
    public const int DaysBefore = 3;

    /// <summary>Most characters of what is found, next, or answered.</summary>
    public const int Characters = 1_000;

    /// <summary>The day on which a review is due: whole weeks of the city's calendar after the day it was opened, so always the same day of the week, whatever clocks and leap years do.</summary>
    public static DateOnly DueOn(DateOnly openedOn, int week) => openedOn.AddDays(7 * week);

    /// <summary>Whether a review stays when the entry is ended on a day: those of weeks 12 and 52 do, and those whose day is past and not yet done.</summary>
    public static bool StaysAfterEnd(FamilyReview review, DateOnly today) => Lasting.Contains(review.Week) || review.DueOn <= today;

    /// <summary>Whether who acts is to be reminded on a day: a day before, a day after, and every week from then on; a day on which nothing ran is made up for on the next.</summary>
    public static bool IsToRemind(DateOnly dueOn, DateOnly? remindedOn, DateOnly today) => today >= dueOn.AddDays(-1) && CommitmentRules.IsToRemind(dueOn, remindedOn, today);

    /// <summary>
    /// What is wrong with a review: <c>family.not-follower</c> for anybody but who follows it today; <c>family.review-over</c>; at its field
    /// <c>family.standing-missing</c>, <c>family.said-missing</c>, <c>family.text-long</c> (most). One that is not yet due may be done before.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(bool follows, FamilyReview review, ReviewPlan plan) =>
        !follows ? [new Refusal("family.not-follower")] :
        !review.IsOpen ? [new Refusal("family.review-over")] :
        [
            .. plan.Standing is null ? [new Refusal("family.standing-missing").At("Standing")] : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(plan.Said) ? [new Refusal("family.said-missing").At("Said")] : Long(plan.Said, "Said"),
            .. Long(plan.NextStep, "NextStep"),
        ];

    /// <summary>What is wrong with a partner's word on how it goes: <c>family.review-over</c>, at <c>Standing</c> <c>family.standing-missing</c>, at <c>Words</c> <c>family.text-long</c> (most).</summary>
    public static IReadOnlyList<Refusal> CheckAnswer(FamilyReview review, SupportStanding? standing, string? words) =>
        !review.IsOpen ? [new Refusal("family.review-over")] :
        [
            .. standing is null ? [new Refusal("family.standing-missing").At("Standing")] : Array.Empty<Refusal>(),
            .. Long(words, "Words"),
        ];

    private static Refusal[] Long(string? text, string field) => text?.Trim().Length > Characters ? [new Refusal("family.text-long", Characters).At(field)] : [];
}
