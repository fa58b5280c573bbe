using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Platform;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>A budget line as it stood.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">What it pays for.</param>
/// <param name="BudgetMinor">What might be spent then.</param>
/// <param name="EarlierMinor">What earlier reports counted then.</param>
/// <param name="NowMinor">What this report counts.</param>
public sealed record FrozenLine(int Number, string Name, long BudgetMinor, long EarlierMinor, long NowMinor);

/// <summary>A receipt as it stood.</summary>
/// <param name="Id">Record id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Hash of its content.</param>
public sealed record FrozenReceipt(long Id, string Name, long Bytes, string Sha256);

/// <summary>An item as it stood.</summary>
/// <param name="Id">Record id.</param>
/// <param name="Line">Its budget line.</param>
/// <param name="SpentOn">Day it was paid.</param>
/// <param name="Payee">Who was paid.</param>
/// <param name="Description">What for.</param>
/// <param name="AmountMinor">How much.</param>
/// <param name="Disallowed">Why it does not count; null where it does.</param>
/// <param name="Receipts">Its receipts, by id.</param>
public sealed record FrozenItem(long Id, int Line, DateOnly SpentOn, string Payee, string Description, long AmountMinor, string? Disallowed, IReadOnlyList<FrozenReceipt> Receipts);

/// <summary>
/// A report as it was sent in or accepted. Written as JSON with the properties in this order, texts sorted by part, lines
/// by number, items and receipts by id, so that the same report always has the same bytes and the same hash.
/// </summary>
public sealed record ReportContent
{
    /// <summary>Version of this layout.</summary>
    public int Layout { get; init; } = 1;

    /// <summary>The award's reference.</summary>
    public string Award { get; init; } = "";

    /// <summary>Number of the report.</summary>
    public int Number { get; init; }

    /// <summary>Which time it was sent in.</summary>
    public int Submission { get; init; }

    /// <summary>What it covers.</summary>
    public ReportKind Kind { get; init; }

    /// <summary>First day of its period.</summary>
    public DateOnly FromOn { get; init; }

    /// <summary>Last day of its period.</summary>
    public DateOnly ToOn { get; init; }

    /// <summary>Who got the award.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>What was written, by part; blank parts are left out.</summary>
    public SortedDictionary<string, string> Texts { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The budget lines with what they come to.</summary>
    public IReadOnlyList<FrozenLine> Lines { get; init; } = [];

    /// <summary>The items.</summary>
    public IReadOnlyList<FrozenItem> Items { get; init; } = [];

    /// <summary>What the items come to, in minor units.</summary>
    public long SpentMinor { get; init; }

    /// <summary>What disallowed items come to, in minor units.</summary>
    public long DisallowedMinor { get; init; }

    /// <summary>The content as JSON.</summary>
    public string Write() => Json.Write(this);

    /// <summary>The items as rows have them.</summary>
    public static IReadOnlyList<FrozenItem> Freeze(IEnumerable<SpendingItem> items, IEnumerable<Receipt> receipts)
    {
        var byItem = receipts.ToLookup(receipt => receipt.ItemId);
        return [.. items.OrderBy(item => item.Id).Select(item => new FrozenItem(
            item.Id, item.LineNumber, item.SpentOn, item.Payee, item.Description, item.AmountMinor, item.DisallowedReason,
            [.. byItem[item.Id].OrderBy(receipt => receipt.Id).Select(receipt => new FrozenReceipt(receipt.Id, receipt.Name, receipt.Bytes, receipt.Hash))]))];
    }

    /// <summary>The hash a content has: SHA-256 of its UTF-8, in hexadecimal.</summary>
    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
