using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Payments.Payees;

/// <summary>Who may enter bank details, check them, and confirm them: never one person alone.</summary>
public static class PayeeRules
{
    /// <summary>Most characters of the bank's answer.</summary>
    public const int AnswerLimit = 300;

    /// <summary>Most words of a reason.</summary>
    public const int ReasonWords = 150;

    /// <summary>Whether a member may enter or change the organisation's bank details. Refused with <c>payee.owner-only</c>, or <c>payee.payment-out</c> (reference) while a payment is out.</summary>
    public static Refusal? MayEnter(MemberRole? role, string? paymentOut) => role switch
    {
        not MemberRole.Owner => new Refusal("payee.owner-only"),
        _ => paymentOut is null ? null : new Refusal("payee.payment-out", paymentOut),
    };

    /// <summary>
    /// Whether somebody may keep what the payee-name check said. Refused with <c>payment.finance-only</c>, <c>payee.decided</c>,
    /// <c>payee.entered-by-you</c>, <c>payee.own-organisation</c>; at a field with <c>payee.check-missing</c>,
    /// <c>payee.answer-missing</c>, <c>payee.answer-long</c> (limit), <c>payee.reason-missing</c>, <c>payee.reason-long</c> (limit).
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="actor">Who asked the bank.</param>
    /// <param name="member">Whether they belong to the organisation.</param>
    /// <param name="said">What the bank said.</param>
    /// <param name="answer">In its words, such as the name it gave.</param>
    /// <param name="reason">Why it may be paid all the same; needed for anything but a match.</param>
    public static Refusal? MayCheck(PayeeAccount account, Actor actor, bool member, NameCheck said, string? answer, string? reason) => account switch
    {
        _ when !actor.Is(Roles.Finance) => new Refusal("payment.finance-only"),
        { State: not PayeeState.Waiting } => new Refusal("payee.decided"),
        _ when account.EnteredBy == actor.PersonId => new Refusal("payee.entered-by-you"),
        _ when member => new Refusal("payee.own-organisation"),
        _ when said == NameCheck.NotAsked => new Refusal("payee.check-missing").At("Check"),
        _ when said is NameCheck.CloseMatch && string.IsNullOrWhiteSpace(answer) => new Refusal("payee.answer-missing").At("Answer"),
        _ when answer?.Trim().Length > AnswerLimit => new Refusal("payee.answer-long", AnswerLimit).At("Answer"),
        _ when said != NameCheck.Match && string.IsNullOrWhiteSpace(reason) => new Refusal("payee.reason-missing").At("Reason"),
        _ when WordCount.Of(reason ?? "") > ReasonWords => new Refusal("payee.reason-long", ReasonWords).At("Reason"),
        _ => null,
    };

    /// <summary>
    /// Whether somebody may confirm an account. Refused with <c>payment.second-role</c>, <c>payee.decided</c>,
    /// <c>payee.entered-by-you</c>, <c>payee.own-organisation</c>, <c>payee.not-checked</c>, or <c>payee.checked-by-you</c> where the
    /// name did not match and who recorded that would confirm it.
    /// </summary>
    public static Refusal? MayConfirm(PayeeAccount account, Actor actor, bool member) => MayDecide(account, actor, member) ?? account switch
    {
        { NameCheck: NameCheck.NotAsked } => new Refusal("payee.not-checked"),
        { NameCheck: not NameCheck.Match } when account.NameCheckBy == actor.PersonId => new Refusal("payee.checked-by-you"),
        _ => null,
    };

    /// <summary>
    /// Whether somebody may refuse an account. Refused with <c>payment.second-role</c>, <c>payee.decided</c>,
    /// <c>payee.entered-by-you</c>, <c>payee.own-organisation</c>; at the reason with <c>payee.refusal-missing</c>,
    /// <c>payee.reason-long</c> (limit).
    /// </summary>
    public static Refusal? MayRefuse(PayeeAccount account, Actor actor, bool member, string? reason) => MayDecide(account, actor, member) ?? reason switch
    {
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal("payee.refusal-missing").At("Reason"),
        _ when WordCount.Of(reason) > ReasonWords => new Refusal("payee.reason-long", ReasonWords).At("Reason"),
        _ => null,
    };

    /// <summary>
    /// Whether somebody may lift a hold. Refused with <c>payment.finance-only</c>, <c>hold.lifted</c>, <c>hold.by-confirming</c>
    /// (changed bank details are confirmed or refused instead), <c>hold.recovery-open</c>, <c>hold.placed-by-you</c>,
    /// <c>payee.own-organisation</c>; at the reason with <c>payment.reason-missing</c>, <c>payment.reason-long</c>.
    /// </summary>
    /// <param name="hold">The hold.</param>
    /// <param name="actor">Who would lift it.</param>
    /// <param name="member">Whether they belong to the organisation.</param>
    /// <param name="recovering">Whether ownership is being recovered still.</param>
    /// <param name="accountWaits">Whether an account waits to be confirmed.</param>
    /// <param name="reason">Why.</param>
    public static Refusal? MayLift(PaymentHold hold, Actor actor, bool member, bool recovering, bool accountWaits, string? reason) => hold switch
    {
        _ when !actor.Is(Roles.Finance) => new Refusal("payment.finance-only"),
        { LiftedAt: not null } => new Refusal("hold.lifted"),
        _ when member => new Refusal("payee.own-organisation"),
        { Kind: HoldKind.BankDetails } when accountWaits => new Refusal("hold.by-confirming"),
        { Kind: HoldKind.Recovery } when recovering => new Refusal("hold.recovery-open"),
        _ when hold.PlacedBy is { } placed && placed == actor.PersonId => new Refusal("hold.placed-by-you"),
        _ => PaymentRules.CheckReason(reason),
    };

    /// <summary>Whether somebody may stop payments to an organisation. Refused with <c>hold.staff-only</c>, <c>payment.reason-missing</c>, <c>payment.reason-long</c>.</summary>
    public static Refusal? MayPlace(Actor actor, string? reason) =>
        actor.Is(Roles.Finance, Roles.ProgrammeOfficer, Roles.Approver) ? PaymentRules.CheckReason(reason) : new Refusal("hold.staff-only");

    private static Refusal? MayDecide(PayeeAccount account, Actor actor, bool member) => account switch
    {
        _ when !actor.Is(Roles.Finance, Roles.Approver) => new Refusal("payment.second-role"),
        { State: not PayeeState.Waiting } => new Refusal("payee.decided"),
        _ when account.EnteredBy == actor.PersonId => new Refusal("payee.entered-by-you"),
        _ when member => new Refusal("payee.own-organisation"),
        _ => null,
    };
}
