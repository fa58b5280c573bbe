using GrantsPortal.Awards.Years;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards.Variations;

/// <summary>What may be varied, by whom, and who decides.</summary>
public static class VariationRules
{
    /// <summary>Most characters of an award's title.</summary>
    public const int TitleLimit = 300;

    /// <summary>Most words of what an award is for.</summary>
    public const int SummaryWords = 500;

    /// <summary>Largest amount of a line, in minor units; sums stay far from what a number holds.</summary>
    public const long MostMinor = 100_000_000_000_000;

    /// <summary>Whether an award can be varied in its state: while it runs or is paused, or is about to begin.</summary>
    public static bool CanVary(AwardState state) => state is AwardState.Accepted or AwardState.Active or AwardState.Suspended;

    /// <summary>
    /// Whether somebody may write and ask for a variation. Refused with <c>variation.viewer</c>, <c>variation.not-officer</c>
    /// or <c>variation.not-running</c> (state).
    /// </summary>
    /// <param name="award">The award.</param>
    /// <param name="side">For whom they ask.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="role">What they may do in the organisation; null when nothing.</param>
    public static Refusal? MayAsk(Award award, VariationSide side, Actor actor, MemberRole? role) => side switch
    {
        VariationSide.Grantee when role is not (MemberRole.Owner or MemberRole.Editor) => new Refusal("variation.viewer"),
        VariationSide.City when !actor.Is(Roles.ProgrammeOfficer) => new Refusal("variation.not-officer"),
        VariationSide.City when role is not null => new Refusal("variation.own-organisation"),
        _ when !CanVary(award.State) => new Refusal("variation.not-running", award.State),
        _ => null,
    };

    /// <summary>
    /// What stands against terms that are asked for; empty when nothing does: <c>variation.nothing-changed</c>,
    /// <c>variation.ends-before-starts</c>, <c>variation.day-missing</c>, <c>variation.title-missing</c>,
    /// <c>variation.title-long</c> (limit), <c>variation.summary-long</c> (words), <c>variation.line-unnamed</c> (number),
    /// <c>variation.line-amount</c> (line), <c>variation.line-lost</c> (line), <c>variation.too-many-lines</c> (limit),
    /// <c>variation.amount-missing</c>, <c>variation.lines-apart</c> (lines, amount), <c>variation.below-paid</c> (paid),
    /// <c>variation.years-apart</c> (years, amount), <c>variation.year-below-paid</c> (year, paid).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(AwardTerms before, AwardTerms wanted, PaidOut paid, string currency)
    {
        var refusals = new List<Refusal>();
        void Require(bool holds, string code, string field, params object?[] args)
        {
            if (!holds)
            {
                refusals.Add(new Refusal(code, args).At(field));
            }
        }

        Money Of(long minor) => Money.FromMinor(minor, currency);
        var negative = wanted.Lines.FirstOrDefault(line => line.AmountMinor is < 0 or > MostMinor);
        var sum = negative is null ? wanted.Lines.Sum(line => line.AmountMinor) : 0;
        Require(wanted != before, "variation.nothing-changed", "");
        Require(wanted.StartsOn is not null || before.StartsOn is null, "variation.day-missing", "StartsOn");
        Require(wanted.EndsOn is not null || before.EndsOn is null, "variation.day-missing", "EndsOn");
        Require(wanted.StartsOn is not { } starts || wanted.EndsOn is not { } ends || ends >= starts, "variation.ends-before-starts", "EndsOn");
        Require(!string.IsNullOrWhiteSpace(wanted.Title), "variation.title-missing", "Title");
        Require(wanted.Title.Length <= TitleLimit, "variation.title-long", "Title", TitleLimit);
        Require(WordCount.Of(wanted.Summary) <= SummaryWords, "variation.summary-long", "Summary", SummaryWords);
        Require(wanted.Lines.Count <= BudgetLineRules.MostLines, "variation.too-many-lines", "Lines", BudgetLineRules.MostLines);
        refusals.AddRange(wanted.Lines.Where(line => string.IsNullOrWhiteSpace(line.Name) || line.Name.Length > BudgetLineRules.NameLimit).Select(line => new Refusal("variation.line-unnamed", line.Number).At("Lines")));
        refusals.AddRange(before.Lines.ExceptBy(wanted.Lines.Select(line => line.Number), line => line.Number).Select(line => new Refusal("variation.line-lost", line.Name).At("Lines")));
        Require(negative is null, "variation.line-amount", "Lines", negative?.Name);
        if (refusals.Any(refusal => refusal.Field == "Lines"))
        {
            return refusals;
        }

        Require(wanted.AmountMinor > 0, "variation.amount-missing", "Lines");
        Require(sum == wanted.AmountMinor, "variation.lines-apart", "Lines", Of(sum), Of(wanted.AmountMinor));
        Require(wanted.AmountMinor >= paid.TotalMinor, "variation.below-paid", "Lines", Of(paid.TotalMinor));
        refusals.AddRange(YearRules.Check(wanted.Years, wanted.AmountMinor, paid, currency));
        return refusals;
    }

    /// <summary>Whether an approver has to decide: the amount rises, or more has moved than the set share of the original award.</summary>
    /// <param name="changeMinor">Change of the amount, in minor units.</param>
    /// <param name="movedMinor">What moves now.</param>
    /// <param name="movedBefore">What approved variations moved before.</param>
    /// <param name="originalMinor">The award as it was decided.</param>
    /// <param name="share">The set share, in percent (<c>Awards:ApproverShare</c>).</param>
    public static bool NeedsApprover(long changeMinor, long movedMinor, long movedBefore, long originalMinor, int share) =>
        changeMinor > 0 || (Int128)(movedMinor + movedBefore) * 100 > (Int128)originalMinor * share;

    /// <summary>Whose answer an asked variation waits for.</summary>
    public static VariationTurn Turn(VariationSide side, bool needsApprover, bool cityAgreed) => side switch
    {
        _ when needsApprover && !cityAgreed => VariationTurn.Approver,
        VariationSide.City => VariationTurn.Owner,
        _ => VariationTurn.Officer,
    };

    /// <summary>
    /// Whether somebody may answer a variation now. Refused with <c>variation.answered</c>, <c>variation.own</c>,
    /// <c>variation.own-organisation</c>, <c>variation.not-officer</c>, <c>variation.not-approver</c>,
    /// <c>variation.owner-only</c> or <c>variation.city-first</c>.
    /// </summary>
    public static Refusal? MayAnswer(Variation variation, Actor actor, MemberRole? role) => variation.Turn switch
    {
        _ when variation.State != VariationState.Asked => new Refusal("variation.answered"),
        _ when actor.PersonId is null || actor.PersonId == variation.AskedBy || actor.PersonId == variation.CreatedBy => new Refusal("variation.own"),
        VariationTurn.Owner => role == MemberRole.Owner ? actor.PersonId == variation.CityBy ? new Refusal("variation.own") : null
            : new Refusal("variation.owner-only"),
        _ when role is not null => variation.Side == VariationSide.City ? new Refusal("variation.city-first") : new Refusal("variation.own-organisation"),
        VariationTurn.Officer => actor.Is(Roles.ProgrammeOfficer) ? null : new Refusal("variation.not-officer"),
        _ => actor.Is(Roles.Approver) ? null : new Refusal("variation.not-approver"),
    };

    /// <summary>Refuses a reason: <c>award.reason-missing</c>, <c>award.reason-long</c> (limit), at a field.</summary>
    public static Refusal? CheckReason(string? reason, string field = "Reason") => AwardRules.CheckReason(reason)?.At(field);
}
