using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GrantsPortal.Web.Shared.Forms;

/// <summary>A date read from three boxes, or what is wrong with it as an English sentence with <c>{0}</c> for the field's name.</summary>
public readonly record struct DateParts(DateOnly? Date, string? Fault, bool Empty)
{
    /// <summary>Reads the three boxes; months may be numbers or names. All three blank is empty, not a fault.</summary>
    public static DateParts Read(string? day, string? month, string? year)
    {
        (day, month, year) = ((day ?? "").Trim(), (month ?? "").Trim(), (year ?? "").Trim());
        var missing = new[] { (day, "day"), (month, "month"), (year, "year") }.Where(p => p.Item1.Length == 0).Select(p => p.Item2).ToArray();
        if (missing.Length == 3)
        {
            return new(null, null, true);
        }

        if (missing.Length > 0)
        {
            return Wrong(string.Join(" and a ", missing) switch
            {
                "day" => "{0} must include a day",
                "month" => "{0} must include a month",
                "year" => "{0} must include a year",
                "day and a month" => "{0} must include a day and a month",
                "day and a year" => "{0} must include a day and a year",
                _ => "{0} must include a month and a year",
            });
        }

        if (year.Length != 4 || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || y < 1000)
        {
            return Wrong("{0} must have a year of 4 figures, like 2026");
        }

        if (!int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d) || MonthOf(month) is not { } m
            || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            return Wrong("{0} must be a real date, like 27 3 2026");
        }

        return new(new DateOnly(y, m, d), null, false);
    }

    /// <summary>Reads a date written as one value, as an address or a script sends it (2026-03-27).</summary>
    public static DateParts Read(string? whole) =>
        string.IsNullOrWhiteSpace(whole) ? new(null, null, true)
        : DateOnly.TryParseExact(whole.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new(date, null, false)
        : Wrong("{0} must be a real date, like 27 3 2026");

    /// <summary>Reads a date field from a request, in three parts or in one; keeps what was typed for showing again.</summary>
    public static DateParts From(ModelBindingContext context, string name)
    {
        var parts = new[] { "Day", "Month", "Year" }.Select(part => $"{name}.{part}").ToArray();
        var typed = parts.Select(context.ValueProvider.GetValue).ToArray();
        if (typed.All(value => value == ValueProviderResult.None))
        {
            return Read(context.ValueProvider.GetValue(name).FirstValue);
        }

        for (var i = 0; i < parts.Length; i++)
        {
            context.ModelState.SetModelValue(parts[i], typed[i]);
            context.ModelState.MarkFieldSkipped(parts[i]);
        }

        return Read(typed[0].FirstValue, typed[1].FirstValue, typed[2].FirstValue);
    }

    private static DateParts Wrong(string fault) => new(null, fault, false);

    private static int? MonthOf(string typed)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        foreach (var names in new[] { CultureInfo.CurrentCulture.DateTimeFormat, CultureInfo.InvariantCulture.DateTimeFormat })
        {
            for (var month = 0; month < 12; month++)
            {
                if (typed.Length >= 3 && names.MonthNames[month].StartsWith(typed, StringComparison.CurrentCultureIgnoreCase))
                {
                    return month + 1;
                }
            }
        }

        return null;
    }
}
