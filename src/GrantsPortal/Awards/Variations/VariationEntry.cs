namespace GrantsPortal.Awards.Variations;

/// <summary>What somebody wants an award to be; what is not changed is given as it is.</summary>
/// <param name="StartsOn">First day of the work.</param>
/// <param name="EndsOn">Last day of the work.</param>
/// <param name="Title">What it is for, in a line.</param>
/// <param name="Summary">What it is for.</param>
/// <param name="Lines">Budget lines; number 0 for a new one. The award is what they add up to.</param>
/// <param name="Years">Budget years, where the city sets them; null to fit them.</param>
/// <param name="Reason">Why.</param>
public sealed record VariationEntry(DateOnly? StartsOn, DateOnly? EndsOn, string? Title, string? Summary, IReadOnlyList<TermsLine> Lines, IReadOnlyList<TermsYear>? Years, string? Reason)
{
    /// <summary>The terms it comes to: new lines numbered on, empty new ones left out, years fitted to the amount where they are not set.</summary>
    public AwardTerms Wanted(AwardTerms before, PaidOut paid)
    {
        var last = before.Lines.Select(line => line.Number).DefaultIfEmpty(0).Max();
        var lines = Lines.Where(line => line.Number > 0)
            .Concat(Lines.Where(line => line.Number <= 0 && (line.Name.Trim().Length > 0 || line.AmountMinor != 0)).Select((line, i) => line with { Number = last + i + 1 }))
            .Select(line => line with { Name = line.Name.Trim() }).OrderBy(line => line.Number).ToList();
        var amount = lines.Aggregate(0L, (sum, line) => unchecked(sum + line.AmountMinor));
        return new AwardTerms
        {
            StartsOn = StartsOn,
            EndsOn = EndsOn,
            Title = (Title ?? "").Trim(),
            Summary = string.IsNullOrWhiteSpace(Summary) ? null : Summary.Trim().ReplaceLineEndings("\n"),
            AmountMinor = amount,
            Lines = lines,
            Years = Years is null ? GrantsPortal.Awards.Years.YearRules.Fit(before.Years, amount, paid) : [.. Years.Where(year => year.AmountMinor != 0).OrderBy(year => year.Year)],
        };
    }
}
