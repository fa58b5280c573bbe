using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Payments;

/// <summary>
/// Who may do what with a payment: whoever prepares never approves or releases, neither does one of two who decided on the award at once
/// (no reviewer and no panel looked on; preparing moves nothing, so that they may), and nobody handles what is paid to them.
/// </summary>
public static class PaymentRules
{
    /// <summary>Most words of a reason.</summary>
    public const int ReasonWords = 150;

    /// <summary>
    /// Whether it can be prepared. Refused with <c>payment.finance-only</c>, <c>payment.to-you</c> (reference),
    /// <c>payment.prepared-already</c>, <c>state.not-from-here</c>.
    /// </summary>
    public static Refusal? MayPrepare(Payment payment, Actor actor) => payment switch
    {
        _ when !actor.Is(Roles.Finance) => new Refusal("payment.finance-only"),
        _ when IsTo(payment, actor) => new Refusal("payment.to-you", payment.Reference),
        { IsPrepared: true } => new Refusal("payment.prepared-already", payment.Reference),
        _ => From(payment, PaymentStates.Prepare),
    };

    /// <summary>
    /// Whether it can be approved. Refused with <c>payment.second-role</c>, <c>payment.to-you</c>, <c>payment.not-prepared</c>,
    /// <c>payment.prepared-by-you</c>, <c>payment.decided-by-you</c>, <c>state.not-from-here</c>.
    /// </summary>
    public static Refusal? MayApprove(Payment payment, Actor actor) => payment switch
    {
        _ when !actor.Is(Roles.Finance, Roles.Approver) => new Refusal("payment.second-role"),
        _ when IsTo(payment, actor) => new Refusal("payment.to-you", payment.Reference),
        { State: PaymentState.Due, PreparedAt: null } => new Refusal("payment.not-prepared", payment.Reference),
        _ when From(payment, PaymentStates.Approve) is { } wrong => wrong,
        _ when payment.PreparedBy == actor.PersonId => new Refusal("payment.prepared-by-you", payment.Reference),
        _ when payment.IsDecidedBy(actor.PersonId) => new Refusal("payment.decided-by-you", payment.Reference),
        _ => null,
    };

    /// <summary>
    /// Whether it can be released. Refused with <c>payment.second-role</c>, <c>payment.to-you</c>, <c>payment.released-already</c>,
    /// <c>payment.prepared-by-you</c>, <c>payment.decided-by-you</c>, <c>state.not-from-here</c>.
    /// </summary>
    public static Refusal? MayRelease(Payment payment, Actor actor) => payment switch
    {
        _ when !actor.Is(Roles.Finance, Roles.Approver) => new Refusal("payment.second-role"),
        _ when IsTo(payment, actor) => new Refusal("payment.to-you", payment.Reference),
        { IsReleased: true } => new Refusal("payment.released-already", payment.Reference),
        _ when From(payment, PaymentStates.Release) is { } wrong => wrong,
        _ when payment.PreparedBy == actor.PersonId => new Refusal("payment.prepared-by-you", payment.Reference),
        _ when payment.IsDecidedBy(actor.PersonId) => new Refusal("payment.decided-by-you", payment.Reference),
        _ => null,
    };

    /// <summary>
    /// Whether it can be taken back to be prepared anew. Refused with <c>payment.second-role</c>, <c>payment.not-prepared</c>,
    /// <c>payment.released-already</c>, <c>payment.in-batch</c>, <c>state.not-from-here</c>.
    /// </summary>
    public static Refusal? MayTakeBack(Payment payment, Actor actor) => payment switch
    {
        _ when !actor.Is(Roles.Finance, Roles.Approver) => new Refusal("payment.second-role"),
        { IsReleased: true } => new Refusal("payment.released-already", payment.Reference),
        { BatchId: not null } => new Refusal("payment.in-batch", payment.Reference),
        { State: PaymentState.Due, PreparedAt: null } => new Refusal("payment.not-prepared", payment.Reference),
        _ => From(payment, PaymentStates.TakeBack),
    };

    /// <summary>
    /// Whether it can be given up. Refused with <c>payment.finance-only</c>, <c>payment.released-already</c>,
    /// <c>payment.cancel-by-schedule</c> (nothing was prepared: what is not to be paid leaves the schedule), <c>payment.in-batch</c>,
    /// <c>state.not-from-here</c>, and as <see cref="CheckReason"/> says.
    /// </summary>
    public static Refusal? MayCancel(Payment payment, Actor actor, string? reason) => payment switch
    {
        _ when !actor.Is(Roles.Finance) => new Refusal("payment.finance-only"),
        { IsReleased: true } => new Refusal("payment.released-already", payment.Reference),
        { IsOpen: true } => new Refusal("payment.cancel-by-schedule", payment.Reference),
        { BatchId: not null } => new Refusal("payment.in-batch", payment.Reference),
        _ => From(payment, PaymentStates.Cancel) ?? CheckReason(reason),
    };

    /// <summary>Whether a failed payment can be tried again. Refused with <c>payment.finance-only</c>, <c>payment.not-failed</c>.</summary>
    public static Refusal? MayRetry(Payment payment, Actor actor) => payment switch
    {
        _ when !actor.Is(Roles.Finance) => new Refusal("payment.finance-only"),
        { State: not PaymentState.Failed } => new Refusal("payment.not-failed", payment.Reference),
        _ => null,
    };

    /// <summary>
    /// The payments of an award that are not settled: neither paid nor given up. One that failed is settled only by a later
    /// attempt, or when its instalment left the schedule.
    /// </summary>
    /// <param name="payments">Every payment of the award.</param>
    /// <param name="scheduled">Ids of the instalments that stand in its schedule.</param>
    public static IReadOnlyList<Payment> Unsettled(IReadOnlyList<Payment> payments, IReadOnlyCollection<long> scheduled) =>
    [
        .. payments.Where(payment => payment.State switch
        {
            PaymentState.Paid or PaymentState.Cancelled => false,
            PaymentState.Failed => payment.InstalmentId is { } instalment && scheduled.Contains(instalment)
                && !payments.Any(later => later.InstalmentId == instalment && later.Attempt > payment.Attempt),
            _ => true,
        }),
    ];

    /// <summary>Refuses a reason: <c>payment.reason-missing</c>, <c>payment.reason-long</c> (limit).</summary>
    public static Refusal? CheckReason(string? reason) => reason switch
    {
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal("payment.reason-missing").At("Reason"),
        _ when WordCount.Of(reason) > ReasonWords => new Refusal("payment.reason-long", ReasonWords).At("Reason"),
        _ => null,
    };

    private static bool IsTo(Payment payment, Actor actor) => payment.PersonId is { } payee && payee == actor.PersonId;

    private static Refusal? From(Payment payment, string act) =>
        PaymentStates.Table.Move(payment.State, act) is { Refused: true } refused ? refused.Refusals[0] : null;
}
