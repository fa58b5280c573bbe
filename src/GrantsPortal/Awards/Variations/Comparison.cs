using System.Globalization;
using GrantsPortal.Platform;

namespace GrantsPortal.Awards.Variations;

/// <summary>One line of two terms side by side.</summary>
/// <param name="Label">English name with places, the localiser's key.</param>
/// <param name="Args">What goes into the places.</param>
/// <param name="Before">As it was; empty when there was nothing.</param>
/// <param name="After">As it is wanted; empty when there is nothing.</param>
/// <param name="Change">What differs in words, English with places; null when nothing does.</param>
/// <param name="ChangeArgs">What goes into those places.</param>
public sealed record ComparedRow(string Label, IReadOnlyList<object> Args, string Before, string After, string? Change, IReadOnlyList<object> ChangeArgs)
{
    /// <summary>Whether anything differs.</summary>
    public bool Differs => Change is not null;
}

/// <summary>Two terms side by side: everything stands there, and what differs is said in words.</summary>
public static class Comparison
{
    /// <summary>The rows in reading order.</summary>
    /// <param name="before">The terms as they are.</param>
    /// <param name="after">The terms wanted.</param>
    /// <param name="currency">ISO 4217 code of the award.</param>
    /// <param name="culture">How amounts and days are written.</param>
    public static IReadOnlyList<ComparedRow> Of(AwardTerms before, AwardTerms after, string currency, CultureInfo culture)
    {
        string Amount(long? minor) => minor is { } known ? Money.FromMinor(known, currency).Format(culture) : "";
        ComparedRow Figure(string label, object[] args, long? was, long? wanted) => new(
            label, args, Amount(was), Amount(wanted),
            was == wanted ? null : was is null ? "New" : wanted is null ? "Taken away" : wanted > was ? "{0} more" : "{0} less",
            was is { } a && wanted is { } b && a != b ? [Amount(Math.Abs(b - a))] : []);
        var rows = new List<ComparedRow>
        {
            Text("For, in a line", before.Title, after.Title),
            Text("What it is for", before.Summary ?? "", after.Summary ?? ""),
            Day("First day", before.StartsOn, after.StartsOn, culture),
            Day("Last day", before.EndsOn, after.EndsOn, culture),
            Figure("Amount", [], before.AmountMinor, after.AmountMinor),
        };
        foreach (var number in before.Lines.Concat(after.Lines).Select(line => line.Number).Distinct().Order())
        {
            var (was, wanted) = (before.Lines.FirstOrDefault(line => line.Number == number), after.Lines.FirstOrDefault(line => line.Number == number));
            rows.Add(was is not null && wanted is not null && was.Name != wanted.Name
                ? new ComparedRow("Budget: {0}", [wanted.Name], $"{was.Name}: {Amount(was.AmountMinor)}", $"{wanted.Name}: {Amount(wanted.AmountMinor)}", "Other name", [])
                : Figure("Budget: {0}", [(wanted ?? was)!.Name], was?.AmountMinor, wanted?.AmountMinor));
        }

        if (before.Years.Count > 1 || after.Years.Count > 1 || !before.Years.Select(year => year.Year).SequenceEqual(after.Years.Select(year => year.Year)))
        {
            rows.AddRange(before.Years.Concat(after.Years).Select(year => year.Year).Distinct().Order().Select(year => Figure(
                "Paid from the budget of {0}", [year.ToString(CultureInfo.InvariantCulture)],
                before.Years.FirstOrDefault(one => one.Year == year)?.AmountMinor, after.Years.FirstOrDefault(one => one.Year == year)?.AmountMinor)));
        }

        return [.. rows.Where(row => row.Before.Length + row.After.Length > 0)];
    }

    private static ComparedRow Text(string label, string was, string wanted) =>
        new(label, [], was, wanted, was == wanted ? null : was.Length == 0 ? "New" : wanted.Length == 0 ? "Taken away" : "Changed", []);

    private static ComparedRow Day(string label, DateOnly? was, DateOnly? wanted, CultureInfo culture)
    {
        var days = wanted?.DayNumber - was?.DayNumber;
        return new(
            label, [], was is { } a ? Instants.Day(a, culture) : "", wanted is { } b ? Instants.Day(b, culture) : "",
            was == wanted ? null : days is null ? "Changed" : days is 1 ? "1 day later" : days is -1 ? "1 day earlier" : days > 0 ? "{0} days later" : "{0} days earlier",
            days is { } number && Math.Abs(number) > 1 ? [Math.Abs(number)] : []);
    }
}
