using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Payments.Bank.Batches;

/// <summary>Who may do what with a batch, and what may go into one.</summary>
public static class BatchRules
{
    /// <summary>Most payments of a batch.</summary>
    public const int MostPayments = 2_000;

    /// <summary>Most days ahead that a bank is told to wait.</summary>
    public const int MostDaysAhead = 60;

    /// <summary>
    /// What stands against making a batch: <c>batch.finance-only</c>, <c>batch.empty</c>, <c>batch.too-many</c> (limit),
    /// <c>batch.currencies</c>, <c>batch.not-free</c> (reference), and at <c>ExecuteOn</c> <c>batch.date-missing</c>, <c>batch.date-past</c>,
    /// <c>batch.date-far</c> (limit in days).
    /// </summary>
    public static IReadOnlyList<Refusal> MayMake(Actor actor, IReadOnlyList<Payment> payments, DateOnly? executeOn, DateOnly today)
    {
        if (!actor.Is(Roles.Finance))
        {
            return [new Refusal("batch.finance-only")];
        }

        Refusal?[] refusals =
        [
            payments.Count == 0 ? new Refusal("batch.empty").At("Payments") : null,
            payments.Count > MostPayments ? new Refusal("batch.too-many", MostPayments).At("Payments") : null,
            payments.Select(payment => payment.Currency).Distinct().Skip(1).Any() ? new Refusal("batch.currencies").At("Payments") : null,
            payments.FirstOrDefault(payment => !IsFree(payment)) is { } taken ? new Refusal("batch.not-free", taken.Reference).At("Payments") : null,
            CheckDay(executeOn, today),
        ];
        return [.. refusals.OfType<Refusal>()];
    }

    /// <summary>
    /// Whether the actor may release it. Refused with <c>batch.second-role</c>, <c>state.not-from-here</c>, <c>batch.made-by-you</c>,
    /// <c>batch.prepared-by-you</c> (how many, the first), <c>batch.decided-by-you</c> (how many, the first), <c>batch.date-gone</c> (day).
    /// </summary>
    public static Refusal? MayRelease(PaymentBatch batch, IReadOnlyList<Payment> payments, Actor actor, DateOnly today)
    {
        var own = payments.Where(payment => payment.PreparedBy == actor.PersonId).ToList();
        var decided = payments.Where(payment => payment.IsDecidedBy(actor.PersonId)).ToList();
        return batch switch
        {
            _ when !actor.Is(Roles.Finance, Roles.Approver) => new Refusal("batch.second-role"),
            _ when BatchStates.Table.Move(batch.State, BatchStates.Release) is { Refused: true } wrong => wrong.Refusals[0],
            _ when batch.PreparedBy == actor.PersonId => new Refusal("batch.made-by-you"),
            _ when own.Count > 0 => new Refusal("batch.prepared-by-you", own.Count, own[0].Reference),
            _ when decided.Count > 0 => new Refusal("batch.decided-by-you", decided.Count, decided[0].Reference),
            _ when batch.ExecuteOn < today => new Refusal("batch.date-gone", batch.ExecuteOn),
            _ => null,
        };
    }

    /// <summary>Whether it may be cancelled. Refused with <c>batch.second-role</c>, <c>state.not-from-here</c>, <c>batch.reason-missing</c>, <c>batch.reason-long</c> (limit).</summary>
    public static Refusal? MayCancel(PaymentBatch batch, Actor actor, string? reason) => batch switch
    {
        _ when !actor.Is(Roles.Finance, Roles.Approver) => new Refusal("batch.second-role"),
        _ when BatchStates.Table.Move(batch.State, BatchStates.Cancel) is { Refused: true } wrong => wrong.Refusals[0],
        _ => CheckReason(reason),
    };

    /// <summary>Whether a payment may be taken out. Refused with <c>batch.finance-only</c>, <c>state.not-from-here</c>, <c>batch.last</c>.</summary>
    public static Refusal? MayTakeOut(PaymentBatch batch, Actor actor) => batch switch
    {
        _ when !actor.Is(Roles.Finance) => new Refusal("batch.finance-only"),
        _ when BatchStates.Table.Move(batch.State, BatchStates.Cancel) is { Refused: true } wrong => wrong.Refusals[0],
        { Payments: 1 } => new Refusal("batch.last"),
        _ => null,
    };

    /// <summary>Whether the actor may have the file. Refused with <c>batch.finance-only</c>, <c>batch.not-released</c>.</summary>
    public static Refusal? MayDownload(PaymentBatch batch, Actor actor) => batch switch
    {
        _ when !actor.Is(Roles.Finance) => new Refusal("batch.finance-only"),
        { FileId: null } => new Refusal("batch.not-released"),
        _ => null,
    };

    /// <summary>The next day that banks work on in most places: Monday to Friday.</summary>
    public static DateOnly NextWorkday(DateOnly day) => day.AddDays(day.DayOfWeek switch { DayOfWeek.Friday => 3, DayOfWeek.Saturday => 2, _ => 1 });

    private static bool IsFree(Payment payment) =>
        payment is { State: PaymentState.Approved, ReleasedAt: null, BatchId: null, Method: PaymentMethod.BankTransfer };

    private static Refusal? CheckDay(DateOnly? day, DateOnly today) => day switch
    {
        null => new Refusal("batch.date-missing").At("ExecuteOn"),
        _ when day < today => new Refusal("batch.date-past").At("ExecuteOn"),
        _ when day > today.AddDays(MostDaysAhead) => new Refusal("batch.date-far", MostDaysAhead).At("ExecuteOn"),
        _ => null,
    };

    private static Refusal? CheckReason(string? reason) => reason switch
    {
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal("batch.reason-missing").At("Reason"),
        _ when WordCount.Of(reason) > PaymentRules.ReasonWords => new Refusal("batch.reason-long", PaymentRules.ReasonWords).At("Reason"),
        _ => null,
    };
}
