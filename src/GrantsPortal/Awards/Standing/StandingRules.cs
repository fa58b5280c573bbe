using GrantsPortal.Awards.Variations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards.Standing;

/// <summary>What an officer writes to pause an award, to let it go on, or to end it.</summary>
/// <param name="Reason">Why, as the organisation reads it.</param>
/// <param name="ToDo">What the organisation is asked to do.</param>
/// <param name="Contact">Whom to call.</param>
/// <param name="EffectiveOn">The last day of an award that ends early; the day of the act otherwise.</param>
/// <param name="StillPaidMinor">What is still paid after an early end, in minor units; null when nothing readable was typed.</param>
/// <param name="OwedBackMinor">What is owed back, in minor units; null when nothing readable was typed.</param>
public sealed record StandingEntry(string? Reason, string? ToDo, string? Contact, DateOnly? EffectiveOn = null, long? StillPaidMinor = 0, long? OwedBackMinor = 0);

/// <summary>What an award has in the ledger, in minor units.</summary>
/// <param name="CommittedByYear">Bound and not sent, by budget year.</param>
/// <param name="PaidMinor">Paid or on its way.</param>
public sealed record AwardMoney(IReadOnlyDictionary<int, long> CommittedByYear, long PaidMinor)
{
    /// <summary>Bound and not sent, in all years.</summary>
    public long CommittedMinor => CommittedByYear.Values.Sum();
}

/// <summary>Who may pause, resume or end an award, and what has to be said.</summary>
public static class StandingRules
{
    /// <summary>Most characters of whom to call.</summary>
    public const int ContactLimit = 300;

    /// <summary>Refused with <c>variation.not-officer</c>, <c>variation.own-organisation</c> or <c>state.not-from-here</c>.</summary>
    /// <param name="award">The award.</param>
    /// <param name="act">An act of <see cref="AwardStates"/>: suspend, resume or terminate.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="isMember">Whether they are a member of the organisation.</param>
    public static Refusal? MayAct(Award award, string act, Actor actor, bool isMember) =>
        !actor.Is(Roles.ProgrammeOfficer) ? new Refusal("variation.not-officer")
        : isMember ? new Refusal("variation.own-organisation")
        : AwardStates.Table.Move(award.State, act) is { Refused: true } refused ? refused.Refusals[0]
        : null;

    /// <summary>
    /// What is missing or wrong: <c>award.reason-missing</c>, <c>award.reason-long</c>, <c>standing.to-do-missing</c>,
    /// <c>standing.to-do-long</c>, <c>standing.contact-missing</c>, <c>standing.contact-long</c>, and for an early end
    /// <c>standing.day-missing</c>, <c>standing.day-outside</c> (from, to), <c>standing.amount-missing</c>,
    /// <c>standing.still-above-bound</c> (bound), <c>standing.owed-above-paid</c> (paid).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Award award, string act, StandingEntry entry, AwardMoney money, DateOnly today)
    {
        var refusals = new List<Refusal>();
        void Require(bool holds, string code, string field, params object?[] args)
        {
            if (!holds)
            {
                refusals.Add(new Refusal(code, args).At(field));
            }
        }

        Money Of(long minor) => Money.FromMinor(minor, award.Currency);
        if (AwardRules.CheckReason(entry.Reason) is { } wrong)
        {
            refusals.Add(wrong);
        }

        Require(act != AwardStates.Suspend || !string.IsNullOrWhiteSpace(entry.ToDo), "standing.to-do-missing", "ToDo");
        Require(WordCount.Of(entry.ToDo) <= AwardRules.ReasonWords, "standing.to-do-long", "ToDo", AwardRules.ReasonWords);
        Require(!string.IsNullOrWhiteSpace(entry.Contact), "standing.contact-missing", "Contact");
        Require((entry.Contact ?? "").Length <= ContactLimit, "standing.contact-long", "Contact", ContactLimit);
        if (act != AwardStates.Terminate)
        {
            return refusals;
        }

        var latest = award.EndsOn is { } ends && ends > today ? ends : today;
        Require(entry.EffectiveOn is not null, "standing.day-missing", "EffectiveOn");
        Require(entry.EffectiveOn is not { } day || (day >= award.AwardedOn && day <= latest), "standing.day-outside", "EffectiveOn", award.AwardedOn, latest);
        Require(entry.StillPaidMinor is >= 0, "standing.amount-missing", "StillPaid");
        Require(entry.OwedBackMinor is >= 0, "standing.amount-missing", "OwedBack");
        Require(entry.StillPaidMinor is null || entry.StillPaidMinor <= money.CommittedMinor, "standing.still-above-bound", "StillPaid", Of(money.CommittedMinor));
        Require(entry.OwedBackMinor is null || entry.OwedBackMinor <= money.PaidMinor, "standing.owed-above-paid", "OwedBack", Of(money.PaidMinor));
        return refusals;
    }

    /// <summary>What an early end releases, by budget year: all that is bound but for what is still paid, which the first years keep.</summary>
    public static IReadOnlyList<TermsYear> Released(AwardMoney money, long stillPaidMinor)
    {
        var released = new List<TermsYear>();
        foreach (var (year, bound) in money.CommittedByYear.OrderBy(year => year.Key))
        {
            var kept = Math.Min(bound, stillPaidMinor);
            stillPaidMinor -= kept;
            released.Add(new TermsYear(year, bound - kept));
        }

        return [.. released.Where(year => year.AmountMinor > 0)];
    }
}
