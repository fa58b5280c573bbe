using System.Globalization;
using GrantsPortal.Funds.Budgets;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Funds.Export;

/// <summary>The ledger as rows for the city's own accounts, one for each line of a posting.</summary>
public sealed class LedgerExport(SubjectBook book, IOptions<FundOptions> options)
{
    private const int AtOnce = 1000;

    /// <summary>The names of the columns.</summary>
    public static readonly IReadOnlyList<string> Columns =
        ["Date", "Posting", "Line", "Text", "Fund", "Budget year", "Account", "Account code", "Debit", "Credit", "Currency", "Reference", "Reason"];

    /// <summary>
    /// The rows in the order of their days, the column names first. What is only called for or recommended is left out unless
    /// asked for, since the city owes nobody that money.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<string?>> Rows(UnitOfWork work, EntryFilter filter, bool memoranda)
    {
        yield return Columns;
        var codes = await Codes(work);
        EntryRow? last = null;
        while (await LedgerReader.Next(work, filter, last, AtOnce) is { Count: > 0 } rows)
        {
            last = rows[^1];
            var names = await book.Read(work, rows.Select(row => row.About));
            foreach (var row in rows.Where(row => memoranda || !LedgerRules.IsMemorandum(row.Account)))
            {
                yield return Row(row, codes, names.GetValueOrDefault(row.About));
            }
        }
    }

    /// <summary>The codes that lines are booked under.</summary>
    public async Task<AccountCodes> Codes(UnitOfWork work) => new(await BudgetRepository.Coded(work), options.Value.AccountCodes);

    private static IReadOnlyList<string?> Row(EntryRow row, AccountCodes codes, SubjectName? name) =>
    [
        row.PostedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.PostingKey,
        row.Number.ToString(CultureInfo.InvariantCulture),
        Text(row, name),
        row.ProgrammeName,
        row.Year.ToString(CultureInfo.InvariantCulture),
        row.Account.ToString(),
        codes.Of(row.Account, row.ProgrammeId, row.Year, row.PostingKey),
        row.AmountMinor > 0 ? Amount(row.AmountMinor, row.Currency) : "",
        row.AmountMinor < 0 ? Amount(-row.AmountMinor, row.Currency) : "",
        row.Currency,
        name?.Name,
        row.OverdrawReason,
    ];

    private static string Text(EntryRow row, SubjectName? name) =>
        string.Join(", ", new[] { LedgerWords.Of(row.Act), name?.Name, name?.Detail }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Amount(long minor, string currency) =>
        Money.FromMinor(minor, currency).Amount.ToString($"F{Money.DigitsOf(currency)}", CultureInfo.InvariantCulture);
}
