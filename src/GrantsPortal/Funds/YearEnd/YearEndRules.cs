using GrantsPortal.Funds.Ledger;

namespace GrantsPortal.Funds.YearEnd;

/// <summary>What the entries about one record come to in a fund, budget year and account: before a period and in it, in minor units.</summary>
public class AccountFlow
{
    /// <summary>The fund.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Name of the fund.</summary>
    public string FundName { get; init; } = "";

    /// <summary>The fund's part of an address.</summary>
    public string FundSlug { get; init; } = "";

    /// <summary>The budget year.</summary>
    public int Year { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>What the entries are about.</summary>
    public SubjectKind Subject { get; init; }

    /// <summary>Which.</summary>
    public long SubjectId { get; init; }

    /// <summary>The account.</summary>
    public LedgerAccount Account { get; init; }

    /// <summary>Sum of the entries before the period.</summary>
    public long BeforeMinor { get; init; }

    /// <summary>Sum of what was added in the period.</summary>
    public long AddedMinor { get; init; }

    /// <summary>Sum of what was taken in the period; zero or less.</summary>
    public long TakenMinor { get; init; }

    /// <summary>Sum at the end of the period.</summary>
    public long AfterMinor => BeforeMinor + AddedMinor + TakenMinor;
}

/// <summary>What happened to the money of an award, or of a whole fund, in a period; in minor units.</summary>
/// <param name="CarriedInMinor">Committed or on its way when the period began.</param>
/// <param name="BoundMinor">Committed in the period.</param>
/// <param name="LapsedMinor">Released in the period: refused, lapsed, withdrawn, ended early, not needed, or moved to another year.</param>
/// <param name="PaidMinor">Paid in the period, less what the bank sent back.</param>
/// <param name="ReturnedMinor">Money that came back in the period.</param>
/// <param name="CarriedOverMinor">Committed or on its way when the period ended.</param>
public sealed record YearFlow(long CarriedInMinor, long BoundMinor, long LapsedMinor, long PaidMinor, long ReturnedMinor, long CarriedOverMinor)
{
    /// <summary>Whether what was carried in and bound is what lapsed, was paid and is carried over.</summary>
    public bool Reconciles => CarriedInMinor + BoundMinor - LapsedMinor - PaidMinor == CarriedOverMinor;

    /// <summary>Whether nothing was there and nothing happened.</summary>
    public bool IsEmpty => this == new YearFlow(0, 0, 0, 0, 0, 0);

    /// <summary>Two flows together.</summary>
    public static YearFlow operator +(YearFlow a, YearFlow b) => new(
        checked(a.CarriedInMinor + b.CarriedInMinor),
        checked(a.BoundMinor + b.BoundMinor),
        checked(a.LapsedMinor + b.LapsedMinor),
        checked(a.PaidMinor + b.PaidMinor),
        checked(a.ReturnedMinor + b.ReturnedMinor),
        checked(a.CarriedOverMinor + b.CarriedOverMinor));
}

/// <summary>A fund's budget year at the end of a period.</summary>
/// <param name="ProgrammeId">The fund.</param>
/// <param name="Name">Its name.</param>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Year">The budget year whose money it is.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="BudgetedMinor">Budgeted at the end, in minor units.</param>
/// <param name="FreeMinor">Not bound at the end, in minor units.</param>
/// <param name="Lines">What happened, by record.</param>
public sealed record YearEndFund(long ProgrammeId, string Name, string Slug, int Year, string Currency, long BudgetedMinor, long FreeMinor, IReadOnlyList<(LedgerSubject About, YearFlow Flow)> Lines)
{
    /// <summary>All records together.</summary>
    public YearFlow Flow { get; } = Lines.Aggregate(new YearFlow(0, 0, 0, 0, 0, 0), (sum, line) => sum + line.Flow);
}

/// <summary>Works out a year-end report from the ledger's entries.</summary>
public static class YearEndRules
{
    private static readonly LedgerAccount[] Held = [LedgerAccount.Committed, LedgerAccount.Sent];

    /// <summary>
    /// The budget years of every fund in which anything was there or happened, by fund and year. What leaves "free" for a record
    /// was bound; what comes back to it was released, but for money that was paid and came back.
    /// </summary>
    public static IReadOnlyList<YearEndFund> Report(IEnumerable<AccountFlow> flows, int year) =>
    [
        .. flows.GroupBy(flow => (flow.ProgrammeId, flow.FundName, flow.FundSlug, flow.Year, flow.Currency))
            .OrderBy(fund => fund.Key.FundName, StringComparer.Ordinal).ThenBy(fund => fund.Key.ProgrammeId).ThenByDescending(fund => fund.Key.Year)
            .Select(fund => new YearEndFund(
                fund.Key.ProgrammeId,
                fund.Key.FundName,
                fund.Key.FundSlug,
                fund.Key.Year,
                fund.Key.Currency,
                -Sum(fund, flow => flow.AfterMinor, LedgerAccount.Budget),
                Sum(fund, flow => flow.AfterMinor, LedgerAccount.Free),
                Lines(fund)))
            .Where(fund => fund.Year == year || !fund.Flow.IsEmpty),
    ];

    /// <summary>What happened to the money of one record.</summary>
    public static YearFlow Flow(IReadOnlyCollection<AccountFlow> flows)
    {
        var returned = -Sum(flows, flow => flow.AddedMinor + flow.TakenMinor, LedgerAccount.Returned);
        return new YearFlow(
            Sum(flows, flow => flow.BeforeMinor, Held),
            -Sum(flows, flow => flow.TakenMinor, LedgerAccount.Free),
            Sum(flows, flow => flow.AddedMinor, LedgerAccount.Free) - returned,
            Sum(flows, flow => flow.AddedMinor + flow.TakenMinor, LedgerAccount.Paid),
            returned,
            Sum(flows, flow => flow.AfterMinor, Held));
    }

    private static IReadOnlyList<(LedgerSubject, YearFlow)> Lines(IEnumerable<AccountFlow> fund) =>
    [
        .. fund.Where(flow => flow.Subject != SubjectKind.None)
            .GroupBy(flow => new LedgerSubject(flow.Subject, flow.SubjectId))
            .OrderBy(about => about.Key.Kind).ThenBy(about => about.Key.Id)
            .Select(about => (about.Key, Flow: Flow([.. about])))
            .Where(line => !line.Flow.IsEmpty),
    ];

    private static long Sum(IEnumerable<AccountFlow> flows, Func<AccountFlow, long> part, params LedgerAccount[] accounts) =>
        flows.Where(flow => accounts.Contains(flow.Account)).Sum(part);
}
