namespace GrantsPortal.Networks.Graph;

/// <summary>How two partners are tied.</summary>
public enum TieKind
{
    /// <summary>One sent somebody to the other.</summary>
    Referral,

    /// <summary>They were introduced, and both agreed.</summary>
    Introduction,

    /// <summary>People of both were at the same event or course.</summary>
    Occasion,

    /// <summary>Both promised something out of the same meeting or event.</summary>
    Commitment,

    /// <summary>They sent an application together.</summary>
    Consortium,
}

/// <summary>What ties two partners, of one kind; the one with the smaller id first.</summary>
public sealed class Tie
{
    /// <summary>The one.</summary>
    public long LowId { get; init; }

    /// <summary>The other.</summary>
    public long HighId { get; init; }

    /// <summary>How.</summary>
    public TieKind Kind { get; init; }

    /// <summary>How often.</summary>
    public int Count { get; init; }

    /// <summary>When last, in UTC.</summary>
    public DateTimeOffset LastAt { get; init; }
}

/// <summary>Which ties are looked at.</summary>
/// <param name="Theme">Code of a theme of at least one of the two.</param>
/// <param name="District">District of at least one of the two.</param>
/// <param name="Kind">One kind alone.</param>
/// <param name="Partner">Those of one partner alone.</param>
/// <param name="Months">Those of the last so many months; null for all.</param>
public sealed record TieFilter(string? Theme = null, string? District = null, TieKind? Kind = null, long? Partner = null, int? Months = 36)
{
    /// <summary>Whether it narrows by more than time.</summary>
    public bool Narrowed => Theme is not null || District is not null || Kind is not null || Partner is not null;
}
