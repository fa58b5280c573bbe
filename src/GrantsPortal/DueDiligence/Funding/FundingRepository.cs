using GrantsPortal.Platform.Database;

namespace GrantsPortal.DueDiligence.Funding;

/// <summary>Other funding of awards.</summary>
public static class FundingRepository
{
    private const string Columns =
        "f.Id, f.AwardId, f.Kind, f.Giver, f.State, f.AmountMinor, f.Currency, f.ForWhat, f.AnswerBy, p.Name AS RecordedByName, f.RecordedAt, f.Version";

    private const string From = "FROM OtherFunding f LEFT JOIN Person p ON p.Id = f.RecordedBy";

    /// <summary>The other funding of an award, as it was written down; at most 200.</summary>
    public static Task<IReadOnlyList<OtherFunding>> Of(UnitOfWork work, long award) =>
        work.List<OtherFunding>($"SELECT {Columns} {From} WHERE f.AwardId = @award AND f.RemovedAt IS NULL ORDER BY f.Id {Dialect.Page}", new { award, take = 200 });

    /// <summary>One of an award's, or null.</summary>
    public static Task<OtherFunding?> Find(UnitOfWork work, long id, long award) =>
        work.Find<OtherFunding>($"SELECT {Columns} {From} WHERE f.Id = @id AND f.AwardId = @award AND f.RemovedAt IS NULL", new { id, award });

    /// <summary>Adds other funding.</summary>
    public static Task Insert(UnitOfWork work, OtherFunding funding) =>
        work.Execute(
            """
            INSERT INTO OtherFunding (Id, AwardId, Kind, Giver, State, AmountMinor, Currency, ForWhat, AnswerBy, RecordedBy, RecordedAt, Version)
            VALUES (@Id, @AwardId, @Kind, @Giver, @State, @AmountMinor, @Currency, @ForWhat, @AnswerBy, @by, @now, 1)
            """,
            new
            {
                funding.Id,
                funding.AwardId,
                funding.Kind,
                funding.Giver,
                funding.State,
                funding.AmountMinor,
                funding.Currency,
                funding.ForWhat,
                funding.AnswerBy,
                by = work.Actor.Person,
                now = work.Now,
            });

    /// <summary>Changes other funding; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, OtherFunding funding, int version) =>
        work.Guarded(
            """
            UPDATE OtherFunding
            SET Kind = @Kind, Giver = @Giver, State = @State, AmountMinor = @AmountMinor, ForWhat = @ForWhat, AnswerBy = @AnswerBy,
                RecordedBy = @by, RecordedAt = @now, Version = Version + 1
            WHERE Id = @Id AND AwardId = @AwardId AND Version = @version AND RemovedAt IS NULL
            """,
            new
            {
                funding.Id,
                funding.AwardId,
                funding.Kind,
                funding.Giver,
                funding.State,
                funding.AmountMinor,
                funding.ForWhat,
                funding.AnswerBy,
                by = work.Actor.Person,
                now = work.Now,
                version,
            });

    /// <summary>Takes other funding out; false when somebody was quicker.</summary>
    public static Task<bool> Remove(UnitOfWork work, long id, long award, int version) =>
        work.Guarded(
            "UPDATE OtherFunding SET RemovedAt = @now, Version = Version + 1 WHERE Id = @id AND AwardId = @award AND Version = @version AND RemovedAt IS NULL",
            new { id, award, version, now = work.Now });
}
