using System.Globalization;
using GrantsPortal.Funds.Ledger;

namespace GrantsPortal.Funds;

/// <summary>Addresses of the module's pages.</summary>
public static class FundRoutes
{
    /// <summary>The programmes.</summary>
    public const string Programmes = "/manage/calls/programmes";

    /// <summary>Where a programme is added.</summary>
    public const string NewProgramme = "/manage/calls/programmes/new";

    /// <summary>What every fund has budgeted, bound, paid and free.</summary>
    public const string Figures = "/manage/payments/funds";

    /// <summary>The funding sources.</summary>
    public const string Sources = "/manage/payments/sources";

    /// <summary>Where a funding source is added.</summary>
    public const string NewSource = "/manage/payments/sources/new";

    /// <summary>Who may commit more than is free.</summary>
    public const string Overdrawing = "/manage/payments/overdrawing";

    /// <summary>The lines of the ledger.</summary>
    public const string Ledger = "/manage/payments/ledger";

    /// <summary>The lines of the ledger for the city's accounts.</summary>
    public const string LedgerCsv = "/manage/payments/ledger.csv";

    /// <summary>The year-end report.</summary>
    public const string YearEnd = "/manage/payments/year-end";

    /// <summary>The year-end report as a table.</summary>
    public const string YearEndCsv = "/manage/payments/year-end.csv";

    /// <summary>A programme.</summary>
    public static string Programme(string slug) => $"{Programmes}/{slug}";

    /// <summary>A fund's years and budgets.</summary>
    public static string Fund(string slug) => $"{Figures}/{slug}";

    /// <summary>The postings behind a figure, now or at the end of a day.</summary>
    public static string Entries(string slug, int year, LedgerAccount account, DateOnly? at = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{Figures}/{slug}/{year}/{account.ToString().ToLowerInvariant()}{(at is { } day ? $"?at={day:yyyy-MM-dd}" : "")}");

    /// <summary>Where a budget is added to a fund.</summary>
    public static string NewBudget(string slug) => $"{Figures}/{slug}/budgets/new";

    /// <summary>A budget of a fund.</summary>
    public static string Budget(string slug, long id) => string.Create(CultureInfo.InvariantCulture, $"{Figures}/{slug}/budgets/{id}");

    /// <summary>A funding source.</summary>
    public static string Source(long id) => string.Create(CultureInfo.InvariantCulture, $"{Sources}/{id}");
}
