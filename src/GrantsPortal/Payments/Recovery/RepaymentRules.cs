using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Payments.Recovery;

/// <summary>How an amount that came is divided.</summary>
/// <param name="CountedMinor">What counts towards what was asked.</param>
/// <param name="SurplusMinor">What is too much and belongs to the payer.</param>
/// <param name="To">Where the repayment stands afterwards.</param>
public sealed record Division(long CountedMinor, long SurplusMinor, RepaymentState To);

/// <summary>Who may ask money back, what counts of what comes, and when it is brought to mind.</summary>
public static class RepaymentRules
{
    /// <summary>Most words of a reason.</summary>
    public const int ReasonWords = 200;

    /// <summary>Days from asking to the day hoped for, unless another is named.</summary>
    public const int UsualDays = 30;

    private static readonly int[] RemindAt = [-7, 7, 21];

    /// <summary>
    /// Whether this may be asked back. Refused with <c>repayment.not-allowed</c>, <c>repayment.amount-missing</c>,
    /// <c>repayment.more-than-paid</c> (most), <c>repayment.day-past</c>, <c>repayment.reason-missing</c>, <c>repayment.reason-long</c>
    /// (limit).
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="amount">What is asked.</param>
    /// <param name="most">What was paid, has not come back and is not asked back already.</param>
    /// <param name="dueOn">The day hoped for.</param>
    /// <param name="today">The city's day.</param>
    /// <param name="reason">Why.</param>
    public static IReadOnlyList<Refusal> MayAsk(Actor actor, Money? amount, Money most, DateOnly? dueOn, DateOnly today, string? reason) =>
    [
        .. Refusals(
            actor == Actor.System || actor.Is(Roles.Finance, Roles.ProgrammeOfficer) ? null : new Refusal("repayment.not-allowed"),
            amount switch
            {
                null or { Minor: <= 0 } => new Refusal("repayment.amount-missing").At("Amount"),
                { } asked when asked.Currency != most.Currency || asked > most => new Refusal("repayment.more-than-paid", most).At("Amount"),
                _ => null,
            },
            dueOn is { } day && day <= today ? new Refusal("repayment.day-past").At("DueOn") : null,
            CheckReason(reason)),
    ];

    /// <summary>
    /// What has still to be asked back of an award that ended early, in minor units: what its letter says is owed, less what was
    /// asked since; never more than was paid, has not come back and is not asked back already.
    /// </summary>
    public static long ToAsk(OwedAward award) =>
        Math.Max(0, Math.Min(award.OwedMinor - award.AskedSinceMinor, award.PaidMinor - award.OutstandingMinor));

    /// <summary>How an amount that came is divided: what is still asked counts, the rest is surplus.</summary>
    public static Division Divide(Repayment repayment, long amountMinor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amountMinor);
        if (repayment.State is RepaymentState.Paid or RepaymentState.Cancelled)
        {
            return new Division(0, amountMinor, repayment.State);
        }

        var counted = Math.Min(amountMinor, repayment.Left.Minor);
        var act = counted == repayment.Left.Minor ? RepaymentStates.Pay : RepaymentStates.Part;
        return new Division(counted, amountMinor - counted, RepaymentStates.Table.Move(repayment.State, act).Value);
    }

    /// <summary>
    /// Whether it may be cancelled. Refused with <c>repayment.finance-only</c>, <c>repayment.came-already</c>,
    /// <c>state.not-from-here</c>, <c>repayment.reason-missing</c>, <c>repayment.reason-long</c>.
    /// </summary>
    public static Refusal? MayCancel(Repayment repayment, Actor actor, string? reason) => repayment switch
    {
        _ when !actor.Is(Roles.Finance) => new Refusal("repayment.finance-only"),
        { State: RepaymentState.Asked, ReceivedMinor: > 0 } => new Refusal("repayment.came-already"),
        _ => From(repayment, RepaymentStates.Cancel) ?? CheckReason(reason),
    };

    /// <summary>
    /// Whether the rest may be given up. Refused with <c>repayment.approver-only</c>, <c>repayment.asked-by-you</c>,
    /// <c>state.not-from-here</c>, <c>repayment.reason-missing</c>, <c>repayment.reason-long</c>.
    /// </summary>
    public static Refusal? MayWriteOff(Repayment repayment, Actor actor, string? reason) => repayment switch
    {
        _ when !actor.Is(Roles.Approver) => new Refusal("repayment.approver-only"),
        _ when repayment.AskedBy == actor.PersonId => new Refusal("repayment.asked-by-you"),
        _ => From(repayment, RepaymentStates.WriteOff) ?? CheckReason(reason),
    };

    /// <summary>
    /// Whether money that came to the bank may be noted by hand. Refused with <c>repayment.finance-only</c>,
    /// <c>repayment.amount-missing</c>, <c>repayment.bank-reference-missing</c>, <c>repayment.day-missing</c>, <c>repayment.day-future</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> MayNote(Actor actor, Money? amount, string? bankReference, DateOnly? on, DateOnly today) =>
    [
        .. Refusals(
            actor.Is(Roles.Finance) ? null : new Refusal("repayment.finance-only"),
            amount is { Minor: > 0 } ? null : new Refusal("repayment.amount-missing").At("Amount"),
            bankReference?.Trim() is { Length: > 0 and <= 100 } ? null : new Refusal("repayment.bank-reference-missing").At("BankReference"),
            on switch
            {
                null => new Refusal("repayment.day-missing").At("On"),
                { } day when day > today => new Refusal("repayment.day-future").At("On"),
                _ => null,
            }),
    ];

    /// <summary>
    /// Whether what was too much may be noted as given back. Refused with <c>repayment.finance-only</c>, <c>repayment.no-surplus</c>,
    /// <c>repayment.reason-missing</c>, <c>repayment.reason-long</c>.
    /// </summary>
    public static Refusal? MayGiveBack(RepaymentReceipt receipt, Actor actor, string? note) => receipt switch
    {
        _ when !actor.Is(Roles.Finance) => new Refusal("repayment.finance-only"),
        { SurplusMinor: 0 } or { GivenBackOn: not null } => new Refusal("repayment.no-surplus"),
        _ => CheckReason(note),
    };

    /// <summary>Whether it is time to bring it to mind: a week before the day hoped for, a week and three weeks after.</summary>
    public static bool RemindNow(Repayment repayment, DateOnly today) =>
        repayment.State == RepaymentState.Asked && repayment.Reminders < RemindAt.Length && today >= repayment.DueOn.AddDays(RemindAt[repayment.Reminders]);

    /// <summary>How many reminders are due by a day, so that one who was forgotten for long is not written to several times at once.</summary>
    public static int RemindersBy(Repayment repayment, DateOnly today) => RemindAt.Count(days => today >= repayment.DueOn.AddDays(days));

    /// <summary>Refuses a reason: <c>repayment.reason-missing</c>, <c>repayment.reason-long</c> (limit).</summary>
    public static Refusal? CheckReason(string? reason) => reason switch
    {
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal("repayment.reason-missing").At("Reason"),
        _ when WordCount.Of(reason) > ReasonWords => new Refusal("repayment.reason-long", ReasonWords).At("Reason"),
        _ => null,
    };

    private static Refusal? From(Repayment repayment, string act) =>
        RepaymentStates.Table.Move(repayment.State, act) is { Refused: true } refused ? refused.Refusals[0] : null;

    private static IEnumerable<Refusal> Refusals(params Refusal?[] refusals) => refusals.OfType<Refusal>();
}
