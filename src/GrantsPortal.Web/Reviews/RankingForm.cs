using System.Globalization;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;

namespace GrantsPortal.Web.Reviews;

/// <summary>What is recommended for one application, as the form sends it.</summary>
public sealed class RankingRow
{
    /// <summary>The application.</summary>
    public long ApplicationId { get; set; }

    /// <summary>The version the officer saw.</summary>
    public int Version { get; set; }

    /// <summary>What to do; null for nothing yet.</summary>
    public RecommendedOutcome? Outcome { get; set; }

    /// <summary>The amount as typed.</summary>
    public string? Amount { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>What stood in the row when the page was opened; null where that is not known.</summary>
    public string? Opened { get; set; }

    /// <summary>Whether the officer changed anything in the row since the page was opened.</summary>
    public bool IsTouched => Opened is null || Opened != Packed();

    /// <summary>What stands in the row, in one line.</summary>
    public string Packed() => string.Join('|', new[] { Outcome?.ToString(), Amount, Reason }.Select(OneLine));

    private static string OneLine(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>The recommendations of a ranking, as the form sends them.</summary>
public sealed class RankingForm
{
    /// <summary>One for each application.</summary>
    public List<RankingRow> Rows { get; set; } = [];

    /// <summary>Name of a row's field.</summary>
    public static string Field(int row, string? field) => $"Rows[{row.ToString(CultureInfo.InvariantCulture)}].{field ?? nameof(RankingRow.Outcome)}";

    /// <summary>An amount as typed, in minor units: null when nothing was typed; false when it is not an amount of this currency.</summary>
    public static bool TryAmount(string? typed, string currency, out long? minor)
    {
        minor = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return true;
        }

        if (Money.Parse(typed) is not { } amount || decimal.Round(amount, Money.DigitsOf(currency)) != amount || Math.Abs(amount) > 1_000_000_000_000m)
        {
            return false;
        }

        minor = new Money(amount, currency).Minor;
        return true;
    }
}
