using GrantsPortal.Platform;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>An item as a page sends it.</summary>
/// <param name="LineNumber">The budget line.</param>
/// <param name="SpentOn">Day it was paid.</param>
/// <param name="Payee">Who was paid.</param>
/// <param name="Description">What for.</param>
/// <param name="Amount">How much, in the currency's units.</param>
public sealed record ItemTyped(int? LineNumber, DateOnly? SpentOn, string? Payee, string? Description, decimal? Amount);

/// <summary>How spending adds up, and what an item may be.</summary>
public static class SpendingRules
{
    /// <summary>Most characters of who was paid.</summary>
    public const int PayeeLimit = 200;

    /// <summary>Most characters of what for.</summary>
    public const int DescriptionLimit = 500;

    /// <summary>Most items of a report.</summary>
    public const int MostItems = 500;

    /// <summary>Most receipts of an item.</summary>
    public const int MostReceipts = 10;

    /// <summary>
    /// What the lines come to. Items that are disallowed count nowhere; items of a line that the budget no longer has are
    /// shown under its number; a line that holds nothing is left out while nothing is spent on it. The order of items does
    /// not matter.
    /// </summary>
    /// <param name="budget">The budget lines of the award.</param>
    /// <param name="earlier">Items of the reports before.</param>
    /// <param name="now">Items of this report.</param>
    /// <param name="currency">ISO 4217 code.</param>
    public static SpendingFigures Figures(IReadOnlyList<SpendingLine> budget, IEnumerable<LineSum> earlier, IEnumerable<SpendingItem> now, string currency)
    {
        var before = earlier.GroupBy(sum => sum.LineNumber).ToDictionary(group => group.Key, group => group.Sum(sum => sum.AmountMinor));
        var here = now.Where(item => item.Counts).GroupBy(item => item.LineNumber).ToDictionary(group => group.Key, group => group.Sum(item => item.AmountMinor));
        var known = budget.ToDictionary(line => line.Number);
        var numbers = known.Values.Where(line => line.BudgetMinor != 0).Select(line => line.Number).Union(before.Keys).Union(here.Keys).Order();
        return new SpendingFigures(
            [.. numbers.Select(number => new LineFigures(
                number, known.GetValueOrDefault(number)?.Name ?? "", known.GetValueOrDefault(number)?.BudgetMinor ?? 0,
                before.GetValueOrDefault(number), here.GetValueOrDefault(number), known.ContainsKey(number)))],
            currency);
    }

    /// <summary>
    /// Whether a line departs from its budget so far that it has to be explained: more than the share above it at any
    /// time, or more than the share below it in the final report, when nothing more is to come.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="kind">Which report.</param>
    /// <param name="sharePercent">The share of the budget, in percent.</param>
    public static bool Departs(LineFigures line, ReportKind kind, int sharePercent)
    {
        var allowed = (decimal)line.BudgetMinor * sharePercent / 100;
        return line.LeftMinor < -allowed || (kind == ReportKind.Final && line.LeftMinor > allowed);
    }

    /// <summary>
    /// Reads an item. Refused at its field with <c>spending.line-missing</c>, <c>spending.day-missing</c>,
    /// <c>spending.day-to-come</c>, <c>spending.payee-missing</c>, <c>spending.payee-long</c> (limit),
    /// <c>spending.description-missing</c>, <c>spending.description-long</c> (limit), <c>spending.amount-missing</c>,
    /// <c>spending.amount-not-positive</c>, <c>spending.amount-fine</c> (currency), <c>spending.amount-large</c>.
    /// </summary>
    public static Outcome<SpendingItem> Read(ItemTyped typed, IReadOnlyList<SpendingLine> budget, string currency, DateOnly today)
    {
        var (payee, description) = ((typed.Payee ?? "").Trim(), (typed.Description ?? "").Trim());
        var wrong = new List<Refusal>();
        wrong.AddRange(When(budget.All(line => line.Number != typed.LineNumber), new Refusal("spending.line-missing").At("LineNumber")));
        wrong.AddRange(When(typed.SpentOn is null, new Refusal("spending.day-missing").At("SpentOn")));
        wrong.AddRange(When(typed.SpentOn > today, new Refusal("spending.day-to-come").At("SpentOn")));
        wrong.AddRange(When(payee.Length == 0, new Refusal("spending.payee-missing").At("Payee")));
        wrong.AddRange(When(payee.Length > PayeeLimit, new Refusal("spending.payee-long", PayeeLimit).At("Payee")));
        wrong.AddRange(When(description.Length == 0, new Refusal("spending.description-missing").At("Description")));
        wrong.AddRange(When(description.Length > DescriptionLimit, new Refusal("spending.description-long", DescriptionLimit).At("Description")));
        wrong.AddRange(Amount(typed.Amount, currency) is { } refusal ? [refusal.At("Amount")] : []);
        return wrong.Count > 0 ? Outcome<SpendingItem>.Refuse(wrong) : new SpendingItem
        {
            LineNumber = typed.LineNumber!.Value,
            SpentOn = typed.SpentOn!.Value,
            Payee = payee,
            Description = description,
            AmountMinor = new Money(typed.Amount!.Value, currency).Minor,
        };
    }

    /// <summary>
    /// Reads the one sum of a light report, in minor units; nothing and 0 are both 0. Refused at <c>Spent</c> with
    /// <c>spending.sum-negative</c>, <c>spending.amount-fine</c> (currency), <c>spending.sum-above</c> (the award).
    /// </summary>
    public static Outcome<long> ReadSum(decimal? amount, Money award) => amount switch
    {
        null or 0 => 0L,
        < 0 => new Refusal("spending.sum-negative").At("Spent"),
        _ when amount > award.Amount => new Refusal("spending.sum-above", award).At("Spent"),
        _ when Amount(amount, award.Currency) is { } refusal => refusal.At("Spent"),
        _ => new Money(amount.Value, award.Currency).Minor,
    };

    /// <summary>The one sum of a light report as its item: on the first line of the budget, by the organisation, for what the award is for.</summary>
    public static SpendingItem OneSum(ReportSheet sheet, long amountMinor, DateOnly today) => new()
    {
        ReportId = sheet.Report.Id,
        LineNumber = sheet.Budget.Select(line => line.Number).FirstOrDefault(1),
        SpentOn = today,
        Payee = Cut(sheet.Award.OrganisationName, PayeeLimit),
        Description = Cut(sheet.Award.Title, DescriptionLimit),
        AmountMinor = amountMinor,
    };

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;

    private static Refusal? Amount(decimal? amount, string currency) => amount switch
    {
        null => new Refusal("spending.amount-missing"),
        <= 0 => new Refusal("spending.amount-not-positive"),
        _ when decimal.Round(amount.Value, Money.DigitsOf(currency)) != amount => new Refusal("spending.amount-fine", currency),
        > 1_000_000_000 => new Refusal("spending.amount-large"),
        _ => null,
    };

    private static IEnumerable<Refusal> When(bool holds, Refusal refusal) => holds ? [refusal] : [];
}

/// <summary>What items of a line come to.</summary>
public sealed class LineSum
{
    /// <summary>The budget line.</summary>
    public int LineNumber { get; init; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }
}
