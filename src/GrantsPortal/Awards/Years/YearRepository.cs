using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Years;

/// <summary>The budget years of awards.</summary>
public static class YearRepository
{
    private const string Columns =
        """
        y.AwardId, y.Year, y.AmountMinor, y.State, y.ProposedBy, y.ProposedAt, y.ProposalNote, y.DecidedBy, y.DecidedAt, y.DecisionReason,
        y.DocumentId, y.RemindedAt, y.Version
        """;

    /// <summary>The years of an award in order; at most 50.</summary>
    public static Task<IReadOnlyList<AwardYear>> Of(UnitOfWork work, long award) =>
        work.List<AwardYear>($"SELECT {Columns} FROM AwardYear y WHERE y.AwardId = @award ORDER BY y.Year {Dialect.Page}", new { award, take = 50 });

    /// <summary>The years of several awards, by award and year; at most 5,000.</summary>
    public static Task<IReadOnlyList<AwardYear>> OfAll(UnitOfWork work, IReadOnlyList<long> awards) =>
        work.List<AwardYear>($"SELECT {Columns} FROM AwardYear y WHERE y.AwardId IN @awards ORDER BY y.AwardId, y.Year {Dialect.Page}", new { awards, take = 5000 });

    /// <summary>Adds a year.</summary>
    public static Task<int> Insert(UnitOfWork work, AwardYear year) =>
        work.Execute(
            "INSERT INTO AwardYear (AwardId, Year, AmountMinor, State, Version) VALUES (@AwardId, @Year, @AmountMinor, @State, 1)",
            new { year.AwardId, year.Year, year.AmountMinor, year.State });
}
