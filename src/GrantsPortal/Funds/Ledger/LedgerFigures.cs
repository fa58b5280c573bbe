namespace GrantsPortal.Funds.Ledger;

/// <summary>Balances of the ledger as figures people read, in minor units of one currency.</summary>
public abstract record Figures
{
    /// <summary>The balance of an account, with its sign.</summary>
    public abstract long Balance(LedgerAccount account);

    /// <summary>What is budgeted.</summary>
    public long BudgetedMinor => -Balance(LedgerAccount.Budget);

    /// <summary>What may still be bound; below zero where a reason was given for binding more.</summary>
    public long FreeMinor => Balance(LedgerAccount.Free);

    /// <summary>What published calls announce and is not decided.</summary>
    public long CalledMinor => Balance(LedgerAccount.Called);

    /// <summary>What waits for an approver.</summary>
    public long RecommendedMinor => Balance(LedgerAccount.Recommended);

    /// <summary>What is bound and not sent.</summary>
    public long CommittedMinor => Balance(LedgerAccount.Committed);

    /// <summary>What is on its way.</summary>
    public long SentMinor => Balance(LedgerAccount.Sent);

    /// <summary>What was paid, also where it came back since.</summary>
    public long PaidMinor => Balance(LedgerAccount.Paid);

    /// <summary>What came back.</summary>
    public long ReturnedMinor => -Balance(LedgerAccount.Returned);

    /// <summary>Whether free, committed, sent and paid less returned are what is budgeted.</summary>
    public bool Reconciles => FreeMinor + CommittedMinor + SentMinor + PaidMinor - ReturnedMinor == BudgetedMinor;
}

/// <summary>The figures of one budget year in one currency.</summary>
public sealed record YearFigures(int Year, string Currency, IReadOnlyDictionary<LedgerAccount, long> Balances) : Figures
{
    /// <inheritdoc/>
    public override long Balance(LedgerAccount account) => Balances.GetValueOrDefault(account);
}

/// <summary>
/// The figures of a record or a fund, in all and by year, ordered by year. The sums over the years mean something where
/// everything is in one currency, as with every award and claim.
/// </summary>
public sealed record LedgerFigures(IReadOnlyList<YearFigures> Years) : Figures
{
    /// <inheritdoc/>
    public override long Balance(LedgerAccount account) => Years.Aggregate(0L, (sum, year) => checked(sum + year.Balance(account)));

    /// <summary>The figures of a year; nothing where nothing was posted.</summary>
    public YearFigures In(int year) =>
        Years.FirstOrDefault(figures => figures.Year == year) ?? new YearFigures(year, Years.Count > 0 ? Years[0].Currency : "", new Dictionary<LedgerAccount, long>());

    /// <summary>Puts balances together.</summary>
    internal static LedgerFigures From(IEnumerable<BalanceRow> rows) => new(
    [
        .. rows.GroupBy(row => (row.Year, row.Currency))
            .OrderBy(group => group.Key.Year).ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
            .Select(group => new YearFigures(group.Key.Year, group.Key.Currency, group.GroupBy(row => row.Account).ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.AmountMinor)))),
    ]);
}

/// <summary>A balance as it is stored or summed up.</summary>
internal class BalanceRow
{
    /// <summary>The budget year.</summary>
    public int Year { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>The account.</summary>
    public LedgerAccount Account { get; init; }

    /// <summary>In minor units.</summary>
    public long AmountMinor { get; init; }
}

/// <summary>What an account holds for a record in one fund, year and currency.</summary>
public sealed record Holding
{
    /// <summary>The fund.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>The budget year.</summary>
    public int Year { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>In minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>The amount.</summary>
    public Platform.Money Amount => Platform.Money.FromMinor(AmountMinor, Currency);
}
