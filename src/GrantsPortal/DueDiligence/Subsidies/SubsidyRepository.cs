using GrantsPortal.Platform.Database;

namespace GrantsPortal.DueDiligence.Subsidies;

/// <summary>Subsidies; what was removed stays in the table with its reason.</summary>
public static class SubsidyRepository
{
    private const string Columns =
        """
        s.Id, s.OrganisationId, s.AwardId, a.Reference AS AwardReference, s.GrantedOn, s.Giver, s.Measure, s.AmountMinor, s.Currency,
        p.Name AS RecordedByName, s.RecordedAt, s.Version
        """;

    private const string From =
        """
        FROM Subsidy s
        LEFT JOIN Award a ON a.Id = s.AwardId
        LEFT JOIN Person p ON p.Id = s.RecordedBy
        """;

    /// <summary>An organisation's subsidies, the latest first; at most 500.</summary>
    public static Task<IReadOnlyList<Subsidy>> Of(UnitOfWork work, long organisation) =>
        work.List<Subsidy>(
            $"SELECT {Columns} {From} WHERE s.OrganisationId = @organisation AND s.RemovedAt IS NULL ORDER BY s.GrantedOn DESC, s.Id DESC {Dialect.Page}",
            new { organisation, take = 500 });

    /// <summary>A subsidy of an organisation that was not removed, or null.</summary>
    public static Task<Subsidy?> Find(UnitOfWork work, long id, long organisation) =>
        work.Find<Subsidy>($"SELECT {Columns} {From} WHERE s.Id = @id AND s.OrganisationId = @organisation AND s.RemovedAt IS NULL", new { id, organisation });

    /// <summary>Records a subsidy; false when its award is recorded already.</summary>
    public static Task<bool> Insert(UnitOfWork work, Subsidy subsidy) =>
        work.TryInsert(
            """
            INSERT INTO Subsidy (Id, OrganisationId, AwardId, GrantedOn, Giver, Measure, AmountMinor, Currency, RecordedBy, RecordedAt, Version)
            VALUES (@Id, @OrganisationId, @AwardId, @GrantedOn, @Giver, @Measure, @AmountMinor, @Currency, @by, @now, 1)
            """,
            new
            {
                subsidy.Id,
                subsidy.OrganisationId,
                subsidy.AwardId,
                subsidy.GrantedOn,
                subsidy.Giver,
                subsidy.Measure,
                subsidy.AmountMinor,
                subsidy.Currency,
                by = work.Actor.Person,
                now = work.Now,
            });

    /// <summary>Takes a subsidy out of the count; false when somebody was quicker.</summary>
    public static Task<bool> Remove(UnitOfWork work, long id, int version, string reason) =>
        work.Guarded(
            """
            UPDATE Subsidy
            SET RemovedAt = @now, RemovedBy = @by, RemovedReason = @reason, Version = Version + 1
            WHERE Id = @id AND Version = @version AND RemovedAt IS NULL
            """,
            new { id, version, reason, now = work.Now, by = work.Actor.Person });
}
