using System.Globalization;
using GrantsPortal.Payments.Bank.Accounts;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Payments.Bank.Transfers;

/// <summary>A file of transfers as comma-separated values, for banks whose upload takes no XML and for people who read.</summary>
public static class BatchCsv
{
    private static readonly string[] Head =
        ["Reference", "Payee", "IBAN", "BIC", "Sort code", "Routing number", "Account number", "Account kind", "Amount", "Currency", "Date", "Text"];

    /// <summary>The file, with a row of headings.</summary>
    public static byte[] Of(TransferFile file) => Csv.Write([Head, .. file.Transfers.Select(transfer => Row(file, transfer))]);

    private static string?[] Row(TransferFile file, Transfer transfer) =>
    [
        transfer.Reference,
        transfer.Creditor.Holder,
        transfer.Creditor.Iban,
        transfer.Creditor.Bic,
        transfer.Creditor.SortCode is { } code ? UkRules.Hyphened(code) : null,
        transfer.Creditor.RoutingNumber,
        transfer.Creditor.AccountNumber,
        transfer.Creditor.Kind?.ToString(),
        Money.FromMinor(transfer.AmountMinor, file.Currency).Amount.ToString("F" + Money.DigitsOf(file.Currency), CultureInfo.InvariantCulture),
        file.Currency,
        file.ExecuteOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        transfer.Text,
    ];
}
