using GrantsPortal.Organisations;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Variations;

/// <summary>Moving money between budget lines without asking first.</summary>
public static class MovementRules
{
    /// <summary>Whether movements are open while an award is in a state: not while it is paused.</summary>
    public static bool CanMove(AwardState state) => state is AwardState.Accepted or AwardState.Active;

    /// <summary>
    /// Whether a member may move money now. Refused with <c>variation.viewer</c>, <c>variation.not-running</c> (state) or
    /// <c>variation.open</c> when a variation waits for an answer.
    /// </summary>
    public static Refusal? MayMove(Award award, MemberRole? role, bool asked) => role switch
    {
        not (MemberRole.Owner or MemberRole.Editor) => new Refusal("variation.viewer"),
        _ when !CanMove(award.State) => new Refusal("variation.not-running", award.State),
        _ when asked => new Refusal("variation.open"),
        _ => null,
    };

    /// <summary>
    /// What a line may still gain without approval, in minor units: the set share of what was last agreed for it, less what
    /// it already stands above that. So several movements count together, and an approved variation starts anew.
    /// </summary>
    /// <param name="line">The line that gains.</param>
    /// <param name="share">The set share, in percent (<c>Awards:MovementShare</c>).</param>
    public static long Room(AwardBudgetLine line, int share) =>
        Math.Max(0, (long)((Int128)line.AgreedMinor * share / 100) - Math.Max(0, line.AmountMinor - line.AgreedMinor));

    /// <summary>
    /// Refuses a movement: <c>movement.line-missing</c>, <c>movement.same-line</c>, <c>movement.amount-missing</c>,
    /// <c>movement.not-there</c> (line, holds), or <c>movement.above-share</c> (room, share, line) when it has to be asked for.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(IReadOnlyList<AwardBudgetLine> lines, int? from, int? to, long amountMinor, int share, string currency)
    {
        var (giver, taker) = (lines.FirstOrDefault(line => line.Number == from), lines.FirstOrDefault(line => line.Number == to));
        var refusals = new List<Refusal>();
        if (giver is null)
        {
            refusals.Add(new Refusal("movement.line-missing").At("From"));
        }

        if (taker is null)
        {
            refusals.Add(new Refusal("movement.line-missing").At("To"));
        }
        else if (giver == taker)
        {
            refusals.Add(new Refusal("movement.same-line").At("To"));
        }

        if (amountMinor <= 0)
        {
            refusals.Add(new Refusal("movement.amount-missing").At("Amount"));
        }
        else if (giver is not null && amountMinor > giver.AmountMinor)
        {
            refusals.Add(new Refusal("movement.not-there", giver.Name, Money.FromMinor(giver.AmountMinor, currency)).At("Amount"));
        }
        else if (refusals.Count == 0 && Room(taker!, share) is var room && amountMinor > room)
        {
            refusals.Add(new Refusal("movement.above-share", Money.FromMinor(room, currency), share, taker!.Name).At("Amount"));
        }

        return refusals;
    }

    /// <summary>The lines after a movement.</summary>
    public static IReadOnlyList<TermsLine> After(IReadOnlyList<TermsLine> lines, int from, int to, long amountMinor) =>
    [
        .. lines.Select(line => line.Number == from ? line with { AmountMinor = line.AmountMinor - amountMinor }
            : line.Number == to ? line with { AmountMinor = line.AmountMinor + amountMinor } : line),
    ];
}
