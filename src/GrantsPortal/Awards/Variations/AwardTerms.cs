namespace GrantsPortal.Awards.Variations;

/// <summary>A budget line as terms hold it.</summary>
/// <param name="Number">Its number on the award.</param>
/// <param name="Name">What the money is for.</param>
/// <param name="AmountMinor">Amount in minor units.</param>
public sealed record TermsLine(int Number, string Name, long AmountMinor);

/// <summary>A budget year as terms hold it.</summary>
/// <param name="Year">The budget year.</param>
/// <param name="AmountMinor">Amount in minor units.</param>
public sealed record TermsYear(int Year, long AmountMinor);

/// <summary>What a variation can change about an award.</summary>
public sealed record AwardTerms
{
    /// <summary>First day of the work.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day of the work.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>What it is for, in a line.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string? Summary { get; init; }

    /// <summary>Budget lines by number.</summary>
    public IReadOnlyList<TermsLine> Lines { get; init; } = [];

    /// <summary>Budget years in order.</summary>
    public IReadOnlyList<TermsYear> Years { get; init; } = [];

    /// <summary>The terms of an award as it stands.</summary>
    public static AwardTerms Of(AwardWhole whole) => new()
    {
        StartsOn = whole.Award.StartsOn,
        EndsOn = whole.Award.EndsOn,
        AmountMinor = whole.Award.AmountMinor,
        Title = whole.Award.Title,
        Summary = whole.Award.Summary,
        Lines = [.. whole.Lines.Select(line => new TermsLine(line.Number, line.Name, line.AmountMinor))],
        Years = [.. whole.Years.Select(year => new TermsYear(year.Year, year.AmountMinor))],
    };

    /// <summary>
    /// How much money these terms move when they follow on others, in minor units: what lines gain or what lines lose,
    /// whichever is more, so that a movement from one line to another counts once.
    /// </summary>
    public long Moved(AwardTerms before)
    {
        var held = before.Lines.ToDictionary(line => line.Number, line => line.AmountMinor);
        var changes = Lines.Select(line => line.AmountMinor - held.GetValueOrDefault(line.Number)).ToList();
        return Math.Max(changes.Where(change => change > 0).Sum(), -changes.Where(change => change < 0).Sum());
    }

    /// <inheritdoc/>
    public bool Equals(AwardTerms? other) =>
        other is not null && StartsOn == other.StartsOn && EndsOn == other.EndsOn && AmountMinor == other.AmountMinor && Title == other.Title
        && Summary == other.Summary && Lines.SequenceEqual(other.Lines) && Years.SequenceEqual(other.Years);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StartsOn, EndsOn, AmountMinor, Title, Summary, Lines.Count, Years.Count);
}
