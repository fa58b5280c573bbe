using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Publishing.Register;

/// <summary>What the public looks for in the register.</summary>
public sealed record RegisterSearch
{
    /// <summary>Words looked for; names of recipients that are not published are never looked in.</summary>
    public string? Words { get; init; }

    /// <summary>Slug of the programme.</summary>
    public string? Programme { get; init; }

    /// <summary>Year of the award.</summary>
    public int? Year { get; init; }

    /// <summary>Smallest amount in minor units.</summary>
    public long? AtLeastMinor { get; init; }

    /// <summary>Day and id of the last line of the page before.</summary>
    public (DateOnly Day, long Id)? After { get; init; }
}

/// <summary>A line of the register, as far as it may be read by anybody.</summary>
public sealed class RegisterLine
{
    /// <summary>Record id, for paging.</summary>
    public long Id { get; init; }

    /// <summary>Such as AW-2026-0007.</summary>
    public string Reference { get; init; } = "";

    /// <summary>What it is for; null when the recipient is not named, since a title may give it away.</summary>
    public string? Title { get; init; }

    /// <summary>What it is for, at length; null when the recipient is not named.</summary>
    public string? Summary { get; init; }

    /// <summary>Who got it; null when not named.</summary>
    public string? RecipientName { get; init; }

    /// <summary>Official identifier of who got it; null when not named.</summary>
    public string? RecipientId { get; init; }

    /// <summary>Town of who got it; null when not named.</summary>
    public string? Town { get; init; }

    /// <summary>Programme that paid.</summary>
    public string? ProgrammeName { get; init; }

    /// <summary>Who paid, where it is not the city.</summary>
    public string? FunderName { get; init; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Day of the award.</summary>
    public DateOnly AwardedOn { get; init; }

    /// <summary>First day of the work.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day of the work.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Identifier in the open data it was read from; null when not named.</summary>
    public string? ImportId { get; init; }

    /// <summary>Whether the recipient is named.</summary>
    public bool Named => RecipientName is not null;

    /// <summary>Amount.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);
}

/// <summary>How many awards, and how much, stand under one value of a filter.</summary>
public sealed class RegisterCount
{
    /// <summary>The value as the address carries it.</summary>
    public string Value { get; init; } = "";

    /// <summary>The value as it is shown.</summary>
    public string Label { get; init; } = "";

    /// <summary>ISO 4217 code of the sum.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Number of awards.</summary>
    public int Awards { get; init; }

    /// <summary>Their sum in minor units.</summary>
    public long SumMinor { get; init; }

    /// <summary>Their sum.</summary>
    public Money Sum => Money.FromMinor(SumMinor, Currency);
}

/// <summary>What the city awarded in a year, in one currency.</summary>
public sealed class FundedYear
{
    /// <summary>The year, in four digits.</summary>
    public string Year { get; init; } = "";

    /// <summary>ISO 4217 code of the sum.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Number of awards.</summary>
    public int Awards { get; init; }

    /// <summary>Number of organisations they went to.</summary>
    public int Organisations { get; init; }

    /// <summary>Their sum in minor units.</summary>
    public long SumMinor { get; init; }

    /// <summary>Their sum.</summary>
    public Money Sum => Money.FromMinor(SumMinor, Currency);
}

/// <summary>
/// The public register of awards. What may not be published never leaves the database: withheld awards are left out,
/// and of unnamed ones everything that could tell the recipient. What a recipient has asked for holds until an officer
/// has answered.
/// </summary>
public static class RegisterRepository
{
    private const string Named = "a.Publication = 'Full' AND (a.PublicationAsked IS NULL OR a.PublicationAsked = 'Full')";

    private const string Public =
        """
        a.Publication <> 'Withheld' AND (a.PublicationAsked IS NULL OR a.PublicationAsked <> 'Withheld')
            AND a.State IN ('Accepted', 'Active', 'Suspended', 'Completed', 'Terminated', 'Closed')
        """;

    private const string Columns =
        $"""
        a.Id, a.Reference, a.AmountMinor, a.Currency, a.AwardedOn, a.StartsOn, a.EndsOn, p.Name AS ProgrammeName, a.FunderName,
        CASE WHEN {Named} THEN a.Title END AS Title,
        CASE WHEN {Named} THEN a.Summary END AS Summary,
        CASE WHEN {Named} THEN o.Name END AS RecipientName,
        CASE WHEN {Named} THEN o.OfficialId END AS RecipientId,
        CASE WHEN {Named} THEN o.Town END AS Town,
        CASE WHEN {Named} THEN a.ImportId END AS ImportId
        """;

    private const string From =
        """
        FROM Award a
        JOIN Organisation o ON o.Id = a.OrganisationId
        LEFT JOIN Programme p ON p.Id = a.ProgrammeId
        """;

    private const string Found =
        $"""
        {Public}
            AND (@pattern IS NULL OR ({Named} AND a.SearchText LIKE @pattern))
            AND (@programme IS NULL OR p.Slug = @programme)
            AND (@from IS NULL OR (a.AwardedOn >= @from AND a.AwardedOn <= @to))
            AND (@atLeast IS NULL OR a.AmountMinor >= @atLeast)
        """;

    /// <summary>A page of the register, newest first.</summary>
    public static Task<IReadOnlyList<RegisterLine>> Page(UnitOfWork work, RegisterSearch search, int take)
    {
        var (from, to) = Year(search);
        return work.List<RegisterLine>(
            $"""
            SELECT {Columns}
            {From}
            WHERE {Found}
                AND (@day IS NULL OR a.AwardedOn < @day OR (a.AwardedOn = @day AND a.Id < @id))
            ORDER BY a.AwardedOn DESC, a.Id DESC
            {Dialect.Page}
            """,
            new { pattern = Folded.Pattern(search.Words), programme = search.Programme, from, to, atLeast = search.AtLeastMinor, day = search.After?.Day, id = search.After?.Id, take });
    }

    /// <summary>How many awards a search finds, and their sum by currency; at most ten currencies.</summary>
    public static Task<IReadOnlyList<RegisterCount>> Totals(UnitOfWork work, RegisterSearch search)
    {
        var (from, to) = Year(search);
        return work.List<RegisterCount>(
            $"""
            SELECT a.Currency AS Value, a.Currency AS Label, a.Currency, COUNT(*) AS Awards, SUM(a.AmountMinor) AS SumMinor
            {From}
            WHERE {Found}
            GROUP BY a.Currency
            ORDER BY COUNT(*) DESC
            {Dialect.Page}
            """,
            new { pattern = Folded.Pattern(search.Words), programme = search.Programme, from, to, atLeast = search.AtLeastMinor, take = 10 });
    }

    /// <summary>The programmes that a search without its own programme finds, with counts; at most 60.</summary>
    public static Task<IReadOnlyList<RegisterCount>> ByProgramme(UnitOfWork work, RegisterSearch search)
    {
        var (from, to) = Year(search);
        return work.List<RegisterCount>(
            $"""
            SELECT p.Slug AS Value, p.Name AS Label, a.Currency, COUNT(*) AS Awards, SUM(a.AmountMinor) AS SumMinor
            {From}
            WHERE {Found} AND p.Id IS NOT NULL
            GROUP BY p.Slug, p.Name, a.Currency
            ORDER BY p.Name
            {Dialect.Page}
            """,
            new { pattern = Folded.Pattern(search.Words), programme = (string?)null, from, to, atLeast = search.AtLeastMinor, take = 60 });
    }

    /// <summary>The years that a search without its own year finds, newest first, with counts; at most 40.</summary>
    public static Task<IReadOnlyList<RegisterCount>> ByYear(UnitOfWork work, RegisterSearch search)
    {
        const string AwardYear = $"{Dialect.YearOf}a.AwardedOn{Dialect.YearEnd}";
        return work.List<RegisterCount>(
            $"""
            SELECT CAST({AwardYear} AS varchar(4)) AS Value, CAST({AwardYear} AS varchar(4)) AS Label, a.Currency, COUNT(*) AS Awards, SUM(a.AmountMinor) AS SumMinor
            {From}
            WHERE {Found}
            GROUP BY {AwardYear}, a.Currency
            ORDER BY {AwardYear} DESC
            {Dialect.Page}
            """,
            new { pattern = Folded.Pattern(search.Words), programme = search.Programme, from = (DateOnly?)null, to = (DateOnly?)null, atLeast = search.AtLeastMinor, take = 40 });
    }

    /// <summary>What the city itself awarded and published, by year, newest first; other funders' awards are not counted. At most 40.</summary>
    public static Task<IReadOnlyList<FundedYear>> FundedByYear(UnitOfWork work, DateOnly until)
    {
        const string AwardYear = $"{Dialect.YearOf}a.AwardedOn{Dialect.YearEnd}";
        return work.List<FundedYear>(
            $"""
            SELECT CAST({AwardYear} AS varchar(4)) AS Year, a.Currency, COUNT(*) AS Awards, COUNT(DISTINCT a.OrganisationId) AS Organisations, SUM(a.AmountMinor) AS SumMinor
            {From}
            WHERE {Public} AND a.FunderName IS NULL AND a.AwardedOn <= @until
            GROUP BY {AwardYear}, a.Currency
            ORDER BY {AwardYear} DESC, COUNT(*) DESC
            {Dialect.Page}
            """,
            new { until, take = 40 });
    }

    /// <summary>A published award, or null when there is none that the public may read.</summary>
    public static Task<RegisterLine?> Find(UnitOfWork work, string reference) =>
        work.Find<RegisterLine>(
            $"""
            SELECT {Columns}
            {From}
            WHERE a.Reference = @reference AND {Public}
            """,
            new { reference });

    private static (DateOnly? From, DateOnly? To) Year(RegisterSearch search) =>
        search.Year is { } year and > 0 and < 9999 ? (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)) : (null, null);
}
