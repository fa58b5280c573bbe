using GrantsPortal.Bookings;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Web.Publishing;

/// <summary>Says what was funded, for the first page.</summary>
public interface IHomeFigures
{
    /// <summary>What was funded in the last full year there are awards for; null when there is nothing true to say.</summary>
    Task<FundedFigures?> Funded(UnitOfWork work, DateOnly today);
}

/// <summary>What was funded in a year, as one figure and a few bars.</summary>
/// <param name="Period">The year as people read it, such as "2025".</param>
/// <param name="Total">Everything awarded and published in it.</param>
/// <param name="Awards">How many awards.</param>
/// <param name="Organisations">To how many organisations.</param>
/// <param name="By">What the bars tell apart, as an English sentence for the localiser: "What it was for".</param>
/// <param name="Bars">At most eight, largest first.</param>
public sealed record FundedFigures(string Period, Money Total, int Awards, int Organisations, string By, IReadOnlyList<FundedBar> Bars)
{
    /// <summary>A bar's length in per cent of the longest.</summary>
    public int Length(FundedBar bar) => (int)Math.Max(1, Math.Round(100m * bar.Amount.Amount / Math.Max(0.01m, Bars.Max(b => b.Amount.Amount))));
}

/// <summary>One bar.</summary>
public sealed record FundedBar(string Label, Money Amount, int Awards);

/// <summary>The first page.</summary>
public sealed record HomePage(PortalOptions Portal, IReadOnlyList<Call> Calls, CallCounts Counts, FundedFigures? Funded, IReadOnlyList<ComingLine> Coming, long Partners);

/// <summary>A course's date or an event that comes next.</summary>
/// <param name="Occasion">Its occasion.</param>
/// <param name="Title">What it is called, in the reader's language.</param>
/// <param name="Kind">English words for what it is.</param>
public sealed record ComingLine(Occasion Occasion, string Title, string Kind);
