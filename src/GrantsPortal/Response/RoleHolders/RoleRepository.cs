using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.RoleHolders;

/// <summary>Roles and their holders.</summary>
public static class RoleRepository
{
    private const string Columns =
        """
        r.Id, r.Level, r.Organisation, r.WhatFor, r.HolderName, r.Email, r.Phone, r.Hours, r.Deputy, r.ConfirmBy, r.ConfirmedAt, r.ConfirmedBy, r.DeniedAt, r.Told, r.LinkKey,
        r.KeptBy, k.Name AS KeptByName, r.EndedAt, r.UpdatedAt, u.Name AS UpdatedByName, r.Version
        """;

    private const string From = "FROM ReadinessRole r JOIN Person k ON k.Id = r.KeptBy LEFT JOIN Person u ON u.Id = r.UpdatedBy";

    /// <summary>Roles that have not ended, the first to be confirmed first; at most 1,000.</summary>
    public static Task<IReadOnlyList<ReadinessRole>> All(UnitOfWork work) =>
        work.List<ReadinessRole>($"SELECT {Columns} {From} WHERE r.EndedAt IS NULL ORDER BY r.ConfirmBy, r.Id {Dialect.Page}", new { take = 1000 });

    /// <summary>One, or null.</summary>
    public static Task<ReadinessRole?> Find(UnitOfWork work, long id) =>
        work.Find<ReadinessRole>($"SELECT {Columns} {From} WHERE r.Id = @id", new { id });

    /// <summary>Those past their date, or whose holder said that it is not theirs, the longest first.</summary>
    public static Task<IReadOnlyList<ReadinessRole>> Stale(UnitOfWork work, DateOnly today, int take) =>
        work.List<ReadinessRole>(
            $"SELECT {Columns} {From} WHERE r.EndedAt IS NULL AND (r.ConfirmBy < @today OR r.DeniedAt IS NOT NULL) ORDER BY r.ConfirmBy, r.Id {Dialect.Page}", new { today, take });

    /// <summary>How many there are of these.</summary>
    public static Task<int> CountStale(UnitOfWork work, DateOnly today) =>
        work.Scalar<int>("SELECT COUNT(*) FROM ReadinessRole r WHERE r.EndedAt IS NULL AND (r.ConfirmBy < @today OR r.DeniedAt IS NOT NULL)", new { today });

    /// <summary>Those of whose date somebody may have to be told; at most 500.</summary>
    internal static Task<IReadOnlyList<ReadinessRole>> ToTell(UnitOfWork work, DateOnly until) =>
        work.List<ReadinessRole>(
            $"SELECT {Columns} {From} WHERE r.EndedAt IS NULL AND r.DeniedAt IS NULL AND r.ConfirmBy <= @until AND r.Told < 3 ORDER BY r.ConfirmBy, r.Id {Dialect.Page}", new { until, take = 500 });

    /// <summary>Adds one.</summary>
    internal static Task Insert(UnitOfWork work, ReadinessRole role) =>
        work.Execute(
            """
            INSERT INTO ReadinessRole (Id, Level, Organisation, WhatFor, HolderName, Email, NormalizedEmail, Phone, Hours, Deputy, ConfirmBy, ConfirmedAt, ConfirmedBy, Told, KeptBy, CreatedAt, UpdatedAt, UpdatedBy, Version)
            VALUES (@Id, @Level, @Organisation, @WhatFor, @HolderName, @Email, @normal, @Phone, @Hours, @Deputy, @ConfirmBy, @now, @by, 0, @by, @now, @now, @by, 1)
            """,
            new
            {
                role.Id,
                role.Level,
                role.Organisation,
                role.WhatFor,
                role.HolderName,
                role.Email,
                normal = Normal(role.Email),
                role.Phone,
                role.Hours,
                role.Deputy,
                role.ConfirmBy,
                now = work.Now,
                by = work.Actor.Person,
            });

    /// <summary>Writes everything of it; false when somebody was quicker than <paramref name="version"/>.</summary>
    internal static Task<bool> Update(UnitOfWork work, ReadinessRole role, int version) =>
        work.Guarded(
            """
            UPDATE ReadinessRole
            SET Level = @Level, Organisation = @Organisation, WhatFor = @WhatFor, HolderName = @HolderName, Email = @Email, NormalizedEmail = @normal, Phone = @Phone, Hours = @Hours,
                Deputy = @Deputy, ConfirmBy = @ConfirmBy, ConfirmedAt = @ConfirmedAt, ConfirmedBy = @ConfirmedBy, DeniedAt = @DeniedAt, Told = @Told, LinkKey = @LinkKey,
                EndedAt = @EndedAt, UpdatedAt = @now, UpdatedBy = @by, Version = Version + 1
            WHERE Id = @Id AND Version = @version AND EndedAt IS NULL
            """,
            new
            {
                role.Id,
                role.Level,
                role.Organisation,
                role.WhatFor,
                role.HolderName,
                role.Email,
                normal = Normal(role.Email),
                role.Phone,
                role.Hours,
                role.Deputy,
                role.ConfirmBy,
                role.ConfirmedAt,
                role.ConfirmedBy,
                role.DeniedAt,
                role.Told,
                role.LinkKey,
                role.EndedAt,
                version,
                now = work.Now,
                by = work.Actor.PersonId,
            });

    /// <summary>Notes who was told, with the key of the link; false when somebody was quicker. Nobody's edit is disturbed by it.</summary>
    internal static Task<bool> MarkTold(UnitOfWork work, ReadinessRole role, RoleNotice notice, string key) =>
        work.Guarded(
            "UPDATE ReadinessRole SET Told = @notice, LinkKey = @key WHERE Id = @Id AND Told = @Told AND Version = @Version AND EndedAt IS NULL",
            new { role.Id, role.Told, role.Version, key, notice = (int)notice });

    /// <summary>The roles whose holder has an address; at most 100.</summary>
    internal static Task<IReadOnlyList<ReadinessRole>> Held(UnitOfWork work, string email) =>
        work.List<ReadinessRole>($"SELECT {Columns} {From} WHERE r.NormalizedEmail = @email ORDER BY r.Id {Dialect.Page}", new { email = EmailAddresses.Normalize(email), take = 100 });

    private static string? Normal(string? email) => email is null ? null : EmailAddresses.Normalize(email);
}
