using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Needs;

/// <summary>What a need or concern is, and how it is answered.</summary>
public static class NeedRules
{
    /// <summary>Most characters of what was raised.</summary>
    public const int Characters = 500;

    /// <summary>Most characters of what is said of it.</summary>
    public const int ReplyCharacters = 1_000;

    /// <summary>
    /// What is wrong with a need or concern: <c>need.not-staff</c>; at its field <c>need.words-missing</c>, <c>need.words-long</c> (most),
    /// <c>need.theme-missing</c>, <c>need.district-long</c>. What looks like personal data is held by <see cref="PersonalTextRules.Against"/>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, NeedPlan plan, IReadOnlyList<PortalTheme> themes) =>
        !CommitmentRules.MayKeep(actor) ? [new Refusal("need.not-staff")] :
        [
            .. string.IsNullOrWhiteSpace(plan.Words) ? [new Refusal("need.words-missing").At("Words")]
                : plan.Words.Trim().Length > Characters ? [new Refusal("need.words-long", Characters).At("Words")]
                : Array.Empty<Refusal>(),
            .. themes.All(theme => theme.Code != plan.Theme) ? [new Refusal("need.theme-missing").At("Theme")] : Array.Empty<Refusal>(),
            .. plan.District.Length > 100 ? [new Refusal("need.district-long").At("District")] : Array.Empty<Refusal>(),
        ];

    /// <summary>
    /// Where an answer leads; without an act it only says something. Refused with <c>need.not-staff</c>, at <c>Words</c> <c>need.reply-missing</c>
    /// when the partner is to be told or it comes to an end, <c>need.reply-long</c> (most), or with <c>state.not-from-here</c>.
    /// </summary>
    public static Outcome<NeedStatus> Answer(Actor actor, Need need, string? act, string? words, bool tell) =>
        !CommitmentRules.MayKeep(actor) ? new Refusal("need.not-staff")
        : string.IsNullOrWhiteSpace(words) && (tell || act is null or NeedStates.Do or NeedStates.Refuse) ? new Refusal("need.reply-missing").At("Words")
        : words?.Trim().Length > ReplyCharacters ? new Refusal("need.reply-long", ReplyCharacters).At("Words")
        : act is null ? need.Status
        : NeedStates.Table.Move(need.Status, act);
}
