using GrantsPortal.Platform;

namespace GrantsPortal.Funds.Ledger;

/// <summary>
/// Every posting there is. Each returns lines that add up to zero, and throws <see cref="ArgumentOutOfRangeException"/>
/// on an amount of nothing or, but for <see cref="Budget"/>, of less.
/// </summary>
public static class Postings
{
    /// <summary>A fund's budget of a year grows by an amount, or shrinks when it is negative.</summary>
    public static IReadOnlyList<LedgerLine> Budget(long fund, int year, Money amount)
    {
        ArgumentOutOfRangeException.ThrowIfZero(amount.Minor);
        return Move(fund, year, LedgerSubject.Fund, amount.Minor, amount.Currency, LedgerAccount.Budget, LedgerAccount.Free);
    }

    /// <summary>A call is published for an amount.</summary>
    public static IReadOnlyList<LedgerLine> Call(long fund, int year, long call, Money amount) =>
        Move(fund, year, LedgerSubject.Call(call), amount, LedgerAccount.CalledAgainst, LedgerAccount.Called);

    /// <summary>An amount is no longer called for: the call is decided, or its budget was cut.</summary>
    public static IReadOnlyList<LedgerLine> CallOver(long fund, int year, long call, Money amount) =>
        Move(fund, year, LedgerSubject.Call(call), amount, LedgerAccount.Called, LedgerAccount.CalledAgainst);

    /// <summary>An amount is proposed to an approver.</summary>
    public static IReadOnlyList<LedgerLine> Recommend(long fund, int year, long decision, Money amount) =>
        Move(fund, year, LedgerSubject.Decision(decision), amount, LedgerAccount.RecommendedAgainst, LedgerAccount.Recommended);

    /// <summary>A proposal was decided, sent back or taken back.</summary>
    public static IReadOnlyList<LedgerLine> NotRecommended(long fund, int year, long decision, Money amount) =>
        Move(fund, year, LedgerSubject.Decision(decision), amount, LedgerAccount.Recommended, LedgerAccount.RecommendedAgainst);

    /// <summary>Free money is bound.</summary>
    public static IReadOnlyList<LedgerLine> Commit(long fund, int year, LedgerSubject subject, Money amount) =>
        Move(fund, year, subject, amount, LedgerAccount.Free, LedgerAccount.Committed);

    /// <summary>Bound money becomes free.</summary>
    public static IReadOnlyList<LedgerLine> Release(long fund, int year, LedgerSubject subject, Money amount) =>
        Move(fund, year, subject, amount, LedgerAccount.Committed, LedgerAccount.Free);

    /// <summary>What is bound in one year is bound in another instead.</summary>
    public static IReadOnlyList<LedgerLine> Spread(long fund, int fromYear, int toYear, LedgerSubject subject, Money amount) =>
        fromYear == toYear
            ? throw new ArgumentOutOfRangeException(nameof(toYear), "A commitment is spread to another year.")
            : [.. Release(fund, fromYear, subject, amount), .. Commit(fund, toYear, subject, amount)];

    /// <summary>A payment is handed to the bank or provider.</summary>
    public static IReadOnlyList<LedgerLine> Send(long fund, int year, LedgerSubject subject, Money amount) =>
        Move(fund, year, subject, amount, LedgerAccount.Committed, LedgerAccount.Sent);

    /// <summary>A payment that was sent is paid.</summary>
    public static IReadOnlyList<LedgerLine> Settle(long fund, int year, LedgerSubject subject, Money amount) =>
        Move(fund, year, subject, amount, LedgerAccount.Sent, LedgerAccount.Paid);

    /// <summary>A payment that was sent failed: the money is bound again.</summary>
    public static IReadOnlyList<LedgerLine> Fail(long fund, int year, LedgerSubject subject, Money amount) =>
        Move(fund, year, subject, amount, LedgerAccount.Sent, LedgerAccount.Committed);

    /// <summary>The bank sent back what was booked as paid: the money is bound again.</summary>
    public static IReadOnlyList<LedgerLine> Reverse(long fund, int year, LedgerSubject subject, Money amount) =>
        Move(fund, year, subject, amount, LedgerAccount.Paid, LedgerAccount.Committed);

    /// <summary>Paid money came back and is free.</summary>
    public static IReadOnlyList<LedgerLine> Return(long fund, int year, LedgerSubject subject, Money amount) =>
        Move(fund, year, subject, amount, LedgerAccount.Returned, LedgerAccount.Free);

    private static IReadOnlyList<LedgerLine> Move(long fund, int year, LedgerSubject subject, Money amount, LedgerAccount from, LedgerAccount to)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount.Minor);
        return Move(fund, year, subject, amount.Minor, amount.Currency, from, to);
    }

    private static IReadOnlyList<LedgerLine> Move(long fund, int year, LedgerSubject subject, long minor, string currency, LedgerAccount from, LedgerAccount to) =>
    [
        new(from, fund, year, subject.Kind, subject.Id, -minor, currency),
        new(to, fund, year, subject.Kind, subject.Id, minor, currency),
    ];
}
