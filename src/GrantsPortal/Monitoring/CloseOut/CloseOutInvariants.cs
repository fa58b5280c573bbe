using GrantsPortal.Awards;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.CloseOut;

/// <summary>What is closed binds no money.</summary>
public sealed class ClosedAwardsHaveNothingCommitted : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Nothing is committed or on its way for an award that is closed.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var found = await work.List<Bound>(
            $"""
            SELECT a.Reference, b.Account, b.Year, b.AmountMinor, b.Currency
            FROM Award a
            JOIN LedgerBalance b ON b.Subject = 'Award' AND b.SubjectId = a.Id AND b.Account IN ('Committed', 'Sent')
            WHERE a.State = 'Closed' AND b.AmountMinor <> 0
            ORDER BY a.Id, b.Year
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. found.Select(row => $"Award {row.Reference} is closed, and its account {row.Account} of {row.Year} stands at {Money.FromMinor(row.AmountMinor, row.Currency)}.")];
    }

    private sealed class Bound
    {
        public string Reference { get; init; } = "";

        public string Account { get; init; } = "";

        public int Year { get; init; }

        public long AmountMinor { get; init; }

        public string Currency { get; init; } = "";
    }
}

/// <summary>What was closed stays as it was closed.</summary>
public sealed class ClosedAwardsKeepTheirFigures : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every award closed in the portal was closed by a second person, keeps its final figures with their hash and a document, and they are still what the ledger and its reports say.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var closed = await work.List<Closed>(
            $"""
            SELECT a.Id, a.Reference, c.PreparedBy, c.ClosedBy, c.Figures, c.FiguresHash, c.RetainUntil,
                (SELECT COUNT(*) FROM AwardDocument d WHERE d.AwardId = a.Id AND d.Kind = 'CloseOut') AS Documents
            FROM Award a
            LEFT JOIN CloseOut c ON c.AwardId = a.Id
            WHERE a.State = 'Closed' AND a.Source = 'Portal'
            ORDER BY a.Id
            {Dialect.Page}
            """,
            new { take = 10_000 });
        var broken = new List<string>();
        foreach (var award in closed)
        {
            if (broken.Count < 100 && await Fault(work, award) is { } fault)
            {
                broken.Add($"Award {award.Reference}: {fault}.");
            }
        }

        return broken;
    }

    private static async Task<string?> Fault(UnitOfWork work, Closed award)
    {
        if (award.Figures is null || award.ClosedBy is null || award.RetainUntil is null)
        {
            return "its final figures are missing";
        }

        if (award.ClosedBy == award.PreparedBy)
        {
            return "one person alone completed and closed it";
        }

        if (FinalFigures.HashOf(award.Figures) != award.FiguresHash)
        {
            return "its final figures have another hash than when it was closed";
        }

        var (kept, now) = (Json.Read<FinalFigures>(award.Figures), await CloseOutReader.Figures(work, (await AwardRepository.Find(work, award.Id))!));
        return (kept.PaidMinor, kept.SpentMinor, kept.AgreedMinor) != (now.PaidMinor, now.SpentMinor, now.AgreedMinor) ? "its final figures are not what the ledger and its reports say"
            : kept.ToReturnMinor != 0 ? "it was closed with money still to be returned"
            : award.Documents == 0 ? "its document is missing"
            : null;
    }

    private sealed class Closed
    {
        public long Id { get; init; }

        public string Reference { get; init; } = "";

        public long? PreparedBy { get; init; }

        public long? ClosedBy { get; init; }

        public string? Figures { get; init; }

        public string? FiguresHash { get; init; }

        public DateOnly? RetainUntil { get; init; }

        public long Documents { get; init; }
    }
}
