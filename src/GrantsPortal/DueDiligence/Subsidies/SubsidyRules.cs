using GrantsPortal.Platform;

namespace GrantsPortal.DueDiligence.Subsidies;

/// <summary>What somebody says of a subsidy; the amount in whole units.</summary>
public sealed record SubsidyText(DateOnly? GrantedOn, string? Giver, string? Measure, decimal? Amount);

/// <summary>How much subsidy counts on a day.</summary>
public static class SubsidyRules
{
    /// <summary>
    /// The first day of the period of so many years that ends on a day: the same day that many years before, and one later, so
    /// that the period is never longer ("over any period of 3 years", Regulation (EU) 2023/2831, Article 3(2)).
    /// </summary>
    public static DateOnly PeriodStart(DateOnly to, int years) => to.AddYears(-years).AddDays(1);

    /// <summary>The total on a day, of subsidies in the ceiling's currency; throws when one is in another.</summary>
    public static SubsidyTotal Total(IEnumerable<Subsidy> subsidies, DateOnly on, int years, Money ceiling)
    {
        var from = PeriodStart(on, years);
        var counted = subsidies.Where(subsidy => subsidy.GrantedOn >= from && subsidy.GrantedOn <= on).OrderByDescending(subsidy => subsidy.GrantedOn).ToList();
        return new SubsidyTotal(from, on, counted, counted.Aggregate(Money.Zero(ceiling.Currency), (sum, subsidy) => sum + subsidy.Amount), ceiling);
    }

    /// <summary>
    /// Refuses what is said of a subsidy: <c>subsidy.day-missing</c>, <c>subsidy.later</c>, <c>subsidy.giver-missing</c>,
    /// <c>subsidy.measure-missing</c>, <c>subsidy.amount-missing</c>, <c>subsidy.too-fine</c> (currency).
    /// </summary>
    public static IReadOnlyList<Refusal> Check(SubsidyText text, DateOnly today, string currency)
    {
        var refusals = new List<Refusal>();
        if (text.GrantedOn is null)
        {
            refusals.Add(new Refusal("subsidy.day-missing").At("GrantedOn"));
        }
        else if (text.GrantedOn > today)
        {
            refusals.Add(new Refusal("subsidy.later").At("GrantedOn"));
        }

        if (text.Giver?.Trim() is not { Length: > 0 and <= 200 })
        {
            refusals.Add(new Refusal("subsidy.giver-missing").At("Giver"));
        }

        if (text.Measure?.Trim() is not { Length: > 0 and <= 300 })
        {
            refusals.Add(new Refusal("subsidy.measure-missing").At("Measure"));
        }

        if (text.Amount is not > 0 or > 1_000_000_000_000)
        {
            refusals.Add(new Refusal("subsidy.amount-missing").At("Amount"));
        }
        else if (decimal.Round(text.Amount.Value, Money.DigitsOf(currency)) != text.Amount)
        {
            refusals.Add(new Refusal("subsidy.too-fine", currency).At("Amount"));
        }

        return refusals;
    }
}
