using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Conditions;

/// <summary>An officer looked at a condition; to the organisation.</summary>
/// <param name="Reference">The award.</param>
/// <param name="Condition">What was needed.</param>
/// <param name="Outcome">An act of <see cref="ConditionStates"/>: <c>meet</c>, <c>waive</c>, <c>send-back</c> or <c>reopen</c>.</param>
/// <param name="Reason">Why it is asked for again, or not needed any more; empty for what is met.</param>
/// <param name="Left">How many conditions still stand before the first payment.</param>
/// <param name="Path">Where the conditions are.</param>
public sealed record ConditionAnswered(string Reference, string Condition, string Outcome, string Reason, int Left, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static ConditionAnswered Sample => new("AW-2026-0007", "Proof of public liability insurance", ConditionStates.SendBack, "The certificate ended in March; please send this year’s.", 2, "/my/awards/AW-2026-0007/conditions");
}
