using System.Globalization;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Awards.Changes;

/// <summary>A budget line as typed.</summary>
/// <param name="Name">What the money is for.</param>
/// <param name="Amount">How much.</param>
public sealed record TypedLine(string Name, string Amount);

/// <summary>A budget year as typed.</summary>
/// <param name="Year">Which.</param>
/// <param name="Amount">How much.</param>
public sealed record TypedYear(string Year, string Amount);

/// <summary>What somebody wants an award to be, as typed.</summary>
public sealed class TermsForm
{
    /// <summary>First day of the work.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>Last day of the work.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>What it is for, in a line.</summary>
    public string? Title { get; set; }

    /// <summary>What it is for.</summary>
    public string? Summary { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }

    /// <summary>The budget lines: those of the award by number, then new ones.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<TypedLine> Lines { get; set; } = [];

    /// <summary>The budget years; empty where they are not asked for.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<TypedYear> Years { get; set; } = [];

    /// <summary>The form for terms as they are.</summary>
    public static TermsForm Of(AwardTerms terms, string? reason, int version, string currency) => new()
    {
        StartsOn = terms.StartsOn,
        EndsOn = terms.EndsOn,
        Title = terms.Title,
        Summary = terms.Summary,
        Reason = reason,
        Version = version,
        Lines = [.. terms.Lines.Select(line => new TypedLine(line.Name, Typed.Amount(line.AmountMinor, currency)))],
        Years = Typed.Years(terms.Years, currency),
    };

    /// <summary>Takes the lines and years from what was sent.</summary>
    public TermsForm With(IFormCollection sent)
    {
        Lines = Typed.Lines(sent);
        Years = Typed.Years(sent);
        return this;
    }

    /// <summary>What was typed, read; what cannot be read is said at its field, and null comes back.</summary>
    public VariationEntry? Read(AwardTerms before, bool years, string currency, ModelStateDictionary state, IStringLocalizer<Texts> texts)
    {
        var lines = Lines.Select((line, i) => new TermsLine(i < before.Lines.Count ? before.Lines[i].Number : 0, line.Name, Typed.Minor(line.Amount, currency, "Lines", state, texts))).ToList();
        IReadOnlyList<TermsYear>? wanted = years ? Typed.Read(Years, currency, state, texts) : null;
        return state.IsValid ? new VariationEntry(StartsOn, EndsOn, Title, Summary, lines, wanted, Reason) : null;
    }
}

/// <summary>Amounts, lines and years between what is typed and what is kept.</summary>
internal static class Typed
{
    /// <summary>An amount for a text box.</summary>
    public static string Amount(long minor, string currency)
    {
        var amount = Money.FromMinor(minor, currency).Amount;
        return amount.ToString("N" + (amount == decimal.Truncate(amount) ? 0 : Money.DigitsOf(currency)), CultureInfo.CurrentCulture);
    }

    /// <summary>An amount in minor units; nothing for an empty box; a sentence at the field for what is none.</summary>
    public static long Minor(string? typed, string currency, string field, ModelStateDictionary state, IStringLocalizer<Texts> texts)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return 0;
        }

        if (Money.Parse(typed) is not { } amount || Math.Abs(amount) > 1_000_000_000_000m)
        {
            state.AddModelError(field, texts["“{0}” is not an amount", typed]);
            return 0;
        }

        if (decimal.Round(amount, Money.DigitsOf(currency)) != amount)
        {
            state.AddModelError(field, texts["{0} cannot be paid so finely: {1}", currency, typed]);
            return 0;
        }

        return new Money(amount, currency).Minor;
    }

    /// <summary>Years for text boxes.</summary>
    public static IReadOnlyList<TypedYear> Years(IEnumerable<TermsYear> years, string currency) =>
        [.. years.Select(year => new TypedYear(year.Year.ToString(CultureInfo.InvariantCulture), Amount(year.AmountMinor, currency)))];

    /// <summary>The lines that a form sent.</summary>
    public static IReadOnlyList<TypedLine> Lines(IFormCollection sent) =>
        [.. sent["Lines.item"].Zip(sent["Lines.amount"], (name, amount) => new TypedLine((name ?? "").Trim(), (amount ?? "").Trim()))];

    /// <summary>The years that a form sent; empty rows are left out.</summary>
    public static IReadOnlyList<TypedYear> Years(IFormCollection sent) =>
        [.. sent["Years.item"].Zip(sent["Years.amount"], (year, amount) => new TypedYear((year ?? "").Trim(), (amount ?? "").Trim())).Where(year => year.Year.Length + year.Amount.Length > 0)];

    /// <summary>Years as typed, read.</summary>
    public static IReadOnlyList<TermsYear> Read(IReadOnlyList<TypedYear> years, string currency, ModelStateDictionary state, IStringLocalizer<Texts> texts)
    {
        var read = new List<TermsYear>();
        foreach (var year in years)
        {
            if (int.TryParse(year.Year, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                read.Add(new TermsYear(number, Minor(year.Amount, currency, "Years", state, texts)));
            }
            else
            {
                state.AddModelError("Years", texts["“{0}” is not a year", year.Year]);
            }
        }

        return read;
    }
}
