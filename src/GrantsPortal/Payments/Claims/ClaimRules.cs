using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Payments.Claims;

/// <summary>What a panel member says; the amount in whole units.</summary>
public sealed record ClaimText(long CallId, ClaimKind? Kind, DateOnly? OnDay, string? ForWhat, decimal? Amount, bool HasReceipt);

/// <summary>Who may claim what, and who decides.</summary>
public static class ClaimRules
{
    /// <summary>Most characters of what it is for.</summary>
    public const int TextLimit = 1000;

    /// <summary>Most words of a reason.</summary>
    public const int ReasonWords = 200;

    /// <summary>How many months back a day may lie.</summary>
    public const int Months = 12;

    /// <summary>
    /// Refuses a claim: <c>claim.not-in-panel</c>, <c>claim.kind-missing</c>, <c>claim.day-missing</c>, <c>claim.day-later</c>,
    /// <c>claim.day-old</c> (months), <c>claim.what-missing</c>, <c>claim.what-long</c> (limit), <c>claim.amount-missing</c>,
    /// <c>claim.above</c> (most) and <c>claim.receipt-missing</c> for an expense.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(ClaimText text, bool inPanel, DateOnly today, Money most)
    {
        var refusals = new List<Refusal>();
        if (!inPanel)
        {
            refusals.Add(new Refusal("claim.not-in-panel").At("CallId"));
        }

        if (text.Kind is null)
        {
            refusals.Add(new Refusal("claim.kind-missing").At("Kind"));
        }

        if (CheckDay(text.OnDay, today) is { } day)
        {
            refusals.Add(day.At("OnDay"));
        }

        if (string.IsNullOrWhiteSpace(text.ForWhat))
        {
            refusals.Add(new Refusal("claim.what-missing").At("ForWhat"));
        }
        else if (WordCount.CharactersOf(text.ForWhat) > TextLimit)
        {
            refusals.Add(new Refusal("claim.what-long", TextLimit).At("ForWhat"));
        }

        if (text.Amount is not > 0 || decimal.Round(text.Amount.Value, Money.DigitsOf(most.Currency)) != text.Amount)
        {
            refusals.Add(new Refusal("claim.amount-missing").At("Amount"));
        }
        else if (text.Amount > most.Amount)
        {
            refusals.Add(new Refusal("claim.above", most).At("Amount"));
        }

        if (text is { Kind: ClaimKind.Expense, HasReceipt: false })
        {
            refusals.Add(new Refusal("claim.receipt-missing").At("Receipt"));
        }

        return refusals;
    }

    /// <summary>
    /// Refuses a decision: <c>claim.not-officer</c>, <c>claim.own</c>, and when it is declined <c>claim.reason-missing</c>;
    /// <c>claim.reason-long</c> (limit).
    /// </summary>
    public static IReadOnlyList<Refusal> MayDecide(Actor actor, Claim claim, string act, string? reason)
    {
        var refusals = new List<Refusal>();
        if (!actor.Is(Roles.ProgrammeOfficer, Roles.Finance))
        {
            refusals.Add(new Refusal("claim.not-officer"));
        }

        if (claim.PersonId == actor.PersonId)
        {
            refusals.Add(new Refusal("claim.own"));
        }

        if (act == ClaimStates.Decline && string.IsNullOrWhiteSpace(reason))
        {
            refusals.Add(new Refusal("claim.reason-missing").At("Reason"));
        }
        else if (WordCount.Of(reason ?? "") > ReasonWords)
        {
            refusals.Add(new Refusal("claim.reason-long", ReasonWords).At("Reason"));
        }

        return refusals;
    }

    private static Refusal? CheckDay(DateOnly? day, DateOnly today) => day switch
    {
        null => new Refusal("claim.day-missing"),
        _ when day > today => new Refusal("claim.day-later"),
        _ when day < today.AddMonths(-Months) => new Refusal("claim.day-old", Months),
        _ => null,
    };
}
