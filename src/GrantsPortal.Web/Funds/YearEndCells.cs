using GrantsPortal.Funds.YearEnd;

namespace GrantsPortal.Web.Funds;

/// <summary>A row of the year-end report; budget and what is free are left out of an award's.</summary>
public sealed record YearEndCells(YearFlow Flow, string Currency, long? BudgetedMinor = null, long? FreeMinor = null)
{
    /// <summary>The cells with the English names of their columns, in minor units.</summary>
    public IEnumerable<(string Words, long Minor)> Cells
    {
        get
        {
            if (BudgetedMinor is { } budgeted)
            {
                yield return ("Budget", budgeted);
            }

            yield return ("Carried in", Flow.CarriedInMinor);
            yield return ("Committed", Flow.BoundMinor);
            yield return ("Released or lapsed", Flow.LapsedMinor);
            yield return ("Paid", Flow.PaidMinor);
            yield return ("Returned", Flow.ReturnedMinor);
            yield return ("Carried over", Flow.CarriedOverMinor);
            if (FreeMinor is { } free)
            {
                yield return ("Free at the end", free);
            }
        }
    }
}
