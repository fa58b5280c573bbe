using System.Globalization;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Funds.Ledger;

/// <summary>A line of the ledger as pages and exports show it.</summary>
public sealed class EntryRow
{
    /// <summary>The posting.</summary>
    public long PostingId { get; init; }

    /// <summary>Number of the line in its posting.</summary>
    public int Number { get; init; }

    /// <summary>Key of the posting.</summary>
    public string PostingKey { get; init; } = "";

    /// <summary>The city's day it is booked on.</summary>
    public DateOnly PostedOn { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset PostedAt { get; init; }

    /// <summary>Name of who caused it; null for the portal itself.</summary>
    public string? PostedByName { get; init; }

    /// <summary>Why more was committed than was free.</summary>
    public string? OverdrawReason { get; init; }

    /// <summary>The account.</summary>
    public LedgerAccount Account { get; init; }

    /// <summary>The fund.</summary>
    public long ProgrammeId { get; init; }

    /// <summary>Name of the fund.</summary>
    public string ProgrammeName { get; init; } = "";

    /// <summary>The fund's part of an address.</summary>
    public string ProgrammeSlug { get; init; } = "";

    /// <summary>The budget year.</summary>
    public int Year { get; init; }

    /// <summary>What it is about.</summary>
    public SubjectKind Subject { get; init; }

    /// <summary>Which.</summary>
    public long SubjectId { get; init; }

    /// <summary>Amount in minor units, with its sign.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>What it is about.</summary>
    public LedgerSubject About => new(Subject, SubjectId);

    /// <summary>What happened: the key's first part.</summary>
    public string Act => PostingKey.Split(':')[0];

    /// <summary>Where a list goes on after this row.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"{PostingId}.{Number}");
}

/// <summary>Which lines of the ledger are listed; nulls take everything.</summary>
/// <param name="Fund">One fund.</param>
/// <param name="Year">One budget year.</param>
/// <param name="Account">One account.</param>
/// <param name="Subject">One record; the fund as a whole takes everything.</param>
/// <param name="From">Booked on this day or later.</param>
/// <param name="Until">Booked on this day or earlier.</param>
public sealed record EntryFilter(long? Fund = null, int? Year = null, LedgerAccount? Account = null, LedgerSubject Subject = default, DateOnly? From = null, DateOnly? Until = null);

/// <summary>Reads the ledger for pages and exports.</summary>
public static class LedgerReader
{
    private const string Columns =
        """
        e.PostingId, e.Number, p.PostingKey, e.PostedOn, p.PostedAt, q.Name AS PostedByName, p.OverdrawReason, e.Account, e.ProgrammeId,
        g.Name AS ProgrammeName, g.Slug AS ProgrammeSlug, e.Year, e.Subject, e.SubjectId, e.AmountMinor, e.Currency
        """;

    private const string Filtered =
        """
        FROM LedgerEntry e
        JOIN LedgerPosting p ON p.Id = e.PostingId
        JOIN Programme g ON g.Id = e.ProgrammeId
        LEFT JOIN Person q ON q.Id = p.PostedBy
        WHERE (@fund IS NULL OR e.ProgrammeId = @fund) AND (@year IS NULL OR e.Year = @year) AND (@account IS NULL OR e.Account = @account)
          AND (@kind IS NULL OR (e.Subject = @kind AND e.SubjectId = @subject))
          AND (@from IS NULL OR e.PostedOn >= @from) AND (@until IS NULL OR e.PostedOn <= @until)
        """;

    /// <summary>Lines, the newest posting first, after a place in the list.</summary>
    public static Task<IReadOnlyList<EntryRow>> List(UnitOfWork work, EntryFilter filter, string? after, int take)
    {
        var (posting, number) = PlaceOf(after);
        return work.List<EntryRow>(
            $"""
            SELECT {Columns}
            {Filtered}
              AND (@posting IS NULL OR e.PostingId < @posting OR (e.PostingId = @posting AND e.Number > @number))
            ORDER BY e.PostingId DESC, e.Number
            {Dialect.Page}
            """,
            new { fund = filter.Fund, year = filter.Year, account = filter.Account, kind = Kind(filter), subject = filter.Subject.Id, from = filter.From, until = filter.Until, posting, number, take });
    }

    /// <summary>Lines in the order of their days, after a line, for an export.</summary>
    public static Task<IReadOnlyList<EntryRow>> Next(UnitOfWork work, EntryFilter filter, EntryRow? after, int take) =>
        work.List<EntryRow>(
            $"""
            SELECT {Columns}
            {Filtered}
              AND (@posting IS NULL OR e.PostedOn > @day OR (e.PostedOn = @day AND (e.PostingId > @posting OR (e.PostingId = @posting AND e.Number > @number))))
            ORDER BY e.PostedOn, e.PostingId, e.Number
            {Dialect.Page}
            """,
            new
            {
                fund = filter.Fund,
                year = filter.Year,
                account = filter.Account,
                kind = Kind(filter),
                subject = filter.Subject.Id,
                from = filter.From,
                until = filter.Until,
                day = after?.PostedOn,
                posting = after?.PostingId,
                number = after?.Number,
                take,
            });

    /// <summary>How many lines the filter holds and what they come to, for each currency.</summary>
    public static Task<IReadOnlyList<EntrySum>> Sums(UnitOfWork work, EntryFilter filter) =>
        work.List<EntrySum>(
            $"""
            SELECT e.Currency, COUNT(*) AS Lines, SUM(e.AmountMinor) AS AmountMinor
            {Filtered}
            GROUP BY e.Currency
            ORDER BY e.Currency
            {Dialect.Page}
            """,
            new { fund = filter.Fund, year = filter.Year, account = filter.Account, kind = Kind(filter), subject = filter.Subject.Id, from = filter.From, until = filter.Until, take = 200 });

    private static SubjectKind? Kind(EntryFilter filter) => filter.Subject.Kind == SubjectKind.None ? null : filter.Subject.Kind;

    private static (long? Posting, int? Number) PlaceOf(string? place) =>
        place?.Split('.') is [var posting, var number]
        && long.TryParse(posting, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? (id, line)
            : (null, null);
}

/// <summary>What some lines of the ledger come to.</summary>
public sealed class EntrySum
{
    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>How many.</summary>
    public int Lines { get; init; }

    /// <summary>Their sum in minor units.</summary>
    public long AmountMinor { get; init; }
}
