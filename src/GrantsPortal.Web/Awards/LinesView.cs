using GrantsPortal.Awards.Decisions;
using GrantsPortal.Platform;

namespace GrantsPortal.Web.Awards;

/// <summary>Some lines of a list as a table.</summary>
/// <param name="Caption">What they are.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Hidden">Applications whose figures the reader may not see.</param>
/// <param name="Total">Their sum; null for lines that grant nothing.</param>
public sealed record LinesView(string Caption, IReadOnlyList<DecisionLine> Lines, IReadOnlySet<long> Hidden, Money? Total = null)
{
    /// <summary>Whether amounts are shown.</summary>
    public bool Amounts => Total is not null;
}

/// <summary>A list in its three parts: funded, in reserve, left out.</summary>
public sealed record PartsView(IReadOnlyList<DecisionLine> Lines, IReadOnlySet<long> Hidden, Money Total)
{
    /// <summary>Lines that grant money.</summary>
    public IReadOnlyList<DecisionLine> Funded => [.. Lines.Where(line => line.Funds)];

    /// <summary>Lines in reserve.</summary>
    public IReadOnlyList<DecisionLine> Reserve => [.. Lines.Where(line => line.Outcome == GrantsPortal.Reviews.RecommendedOutcome.Reserve)];

    /// <summary>Lines that are left out.</summary>
    public IReadOnlyList<DecisionLine> LeftOut => [.. Lines.Where(line => line.Outcome == GrantsPortal.Reviews.RecommendedOutcome.Decline)];
}

/// <summary>What a list comes to, beside the budget.</summary>
public sealed record FiguresView(Money Total, Money Available, int Funded, int Reserve, int LeftOut)
{
    /// <summary>Whether it comes to more than there is.</summary>
    public bool Over => Total > Available;

    /// <summary>The share of the budget in whole percent, never rounded up to the whole.</summary>
    public string Share => Available.Minor <= 0 ? "–" : $"{Math.Floor(100m * Total.Minor / Available.Minor):0}%";
}
