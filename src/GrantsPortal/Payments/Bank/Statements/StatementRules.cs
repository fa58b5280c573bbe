using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Payments.Bank.Statements;

/// <summary>Whose statement it is, and who may clear its lines.</summary>
public static class StatementRules
{
    /// <summary>Whether a statement is of the city's own account; one that names no account is taken at its bringer's word.</summary>
    public static bool IsOf(ReadStatement statement, BankAccount city)
    {
        if (statement.Account is not { } account)
        {
            return true;
        }

        var own = city.Scheme switch
        {
            AccountScheme.Iban => new[] { city.Iban! },
            AccountScheme.Uk => [city.AccountNumber!, city.SortCode + city.AccountNumber],
            _ => [city.AccountNumber!, city.RoutingNumber + city.AccountNumber],
        };

        // A British IBAN ends with sort code and account number, so either form names the same account.
        return own.Contains(account) || account.Length == 22 && account.StartsWith("GB", StringComparison.Ordinal)
            && city.Scheme == AccountScheme.Uk && account.EndsWith(city.SortCode + city.AccountNumber, StringComparison.Ordinal)
            || city is { Scheme: AccountScheme.Iban, Country: "GB" } && (account == city.Iban![14..] || account == city.Iban[8..]);
    }

    /// <summary>Whether a line may be cleared by hand. Refused with <c>line.finance-only</c>, <c>line.cleared-already</c>, <c>line.reason-missing</c>, <c>line.reason-long</c> (limit).</summary>
    public static Refusal? MayClear(BankLine line, Actor actor, string? reason) => line switch
    {
        _ when !actor.Is(Roles.Finance) => new Refusal("line.finance-only"),
        { State: not LineState.Open } => new Refusal("line.cleared-already"),
        _ when string.IsNullOrWhiteSpace(reason) => new Refusal("line.reason-missing").At("Reason"),
        _ when WordCount.Of(reason) > PaymentRules.ReasonWords => new Refusal("line.reason-long", PaymentRules.ReasonWords).At("Reason"),
        _ => null,
    };

    /// <summary>
    /// What a line does to a payment that a person names. Banks keep charges, so the amounts may differ, but by a tenth at most: a
    /// payment arrives or comes back as a whole, and a part of it that comes back is money to ask back. Refused with
    /// <c>line.other-currency</c>, <c>line.not-sent</c>, <c>line.second-time</c>, <c>line.back-twice</c> (reference),
    /// <c>line.not-whole</c> (reference, amount).
    /// </summary>
    public static Outcome<LineEffect> Effect(BankLine line, KnownPayment payment) => payment switch
    {
        _ when payment.Currency != line.Currency => new Refusal("line.other-currency", payment.Reference).At("Reference"),
        { State: not (PaymentState.Sent or PaymentState.Paid or PaymentState.Failed) } => new Refusal(MatchRules.NotSent, payment.Reference).At("Reference"),
        { WentOut: true } when !line.IsCredit => new Refusal(MatchRules.SecondTime, payment.Reference).At("Reference"),
        { CameBack: true } when line.IsCredit => new Refusal(MatchRules.BackTwice, payment.Reference).At("Reference"),
        _ when Math.Abs(line.AmountMinor - payment.AmountMinor) > payment.AmountMinor / 10 =>
            new Refusal("line.not-whole", payment.Reference, Money.FromMinor(payment.AmountMinor, payment.Currency)).At("Reference"),
        { State: PaymentState.Sent } => line.IsCredit ? LineEffect.Failed : LineEffect.Paid,
        { State: PaymentState.Paid } when line.IsCredit => LineEffect.Reversed,
        _ => LineEffect.Known,
    };
}
