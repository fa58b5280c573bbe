using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Response.RoleHolders;

/// <summary>Roles and their holders.</summary>
public static class RoleRepository
{
    // As RiskDesk.Owners chooses them.
    private const string Kept =
        "k.DisabledAt IS NULL AND k.ErasedAt IS NULL AND EXISTS (SELECT 1 FROM PersonRole x WHERE x.PersonId = k.Id AND x.Role IN ('FocalPoint', 'ProgrammeOfficer', 'Administrator'))";

    private const string Columns =
        $"""
        r.Id, r.Level, r.Organisation, r.WhatFor, r.HolderName, r.Email, r.Phone, r.Hours, r.Deputy, r.ConfirmBy, r.ConfirmedAt, r.ConfirmedBy, r.DeniedAt, r.Told, r.LinkKey,
        r.KeptBy, k.Name AS KeptByName, CASE WHEN {Kept} THEN 1 ELSE 0 END AS IsKept, r.EndedAt, r.UpdatedAt, u.Name AS UpdatedByName, r.Version
        """;

    private const string Unsure = $"r.EndedAt IS NULL AND (r.ConfirmBy < @today OR r.DeniedAt IS NOT NULL OR NOT ({Kept}))";

    private const string From = "FROM ReadinessRole r JOIN Person k ON k.Id = r.KeptBy LEFT JOIN Person u ON u.Id = r.UpdatedBy";

    /// <summary>Roles that have not ended, the first to be confirmed first; at most 1,000.</summary>
    public static Task<IReadOnlyList<ReadinessRole>> All(UnitOfWork work) =>
        work.List<ReadinessRole>($"SELECT {Columns} {From} WHERE r.EndedAt IS NULL ORDER BY r.ConfirmBy, r.Id {Dialect.Page}", new { take = 1000 });

    /// <summary>One, or null.</summary>
    public static Task<ReadinessRole?> Find(UnitOfWork work, long id) =>
        work.Find<ReadinessRole>($"SELECT {Columns} {From} WHERE r.Id = @id", new { id });

    /// <summary>Those past their date, whose holder said that it is not theirs, or whose officer has left; the longest first.</summary>
    public static Task<IReadOnlyList<ReadinessRole>> Stale(UnitOfWork work, DateOnly today, int take) =>
        work.List<ReadinessRole>(
            $"SELECT {Columns} {From} WHERE {Unsure} ORDER BY r.ConfirmBy, r.Id {Dialect.Page}", new { today, take });

    /// <summary>How many there are of these.</summary>
    public static Task<int> CountStale(UnitOfWork work, DateOnly today) =>
        work.Scalar<int>($"SELECT COUNT(*) FROM ReadinessRole r JOIN Person k ON k.Id = r.KeptBy WHERE {Unsure}", new { today });

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

    /// <summary>Roles that a person keeps and that have not ended; at most 1,000.</summary>
    public static Task<IReadOnlyList<ReadinessRole>> KeptBy(UnitOfWork work, long person) =>
        work.List<ReadinessRole>($"SELECT {Columns} {From} WHERE r.KeptBy = @person AND r.EndedAt IS NULL ORDER BY r.ConfirmBy, r.Id {Dialect.Page}", new { person, take = 1000 });

    /// <summary>Gives one to another officer; false when somebody was quicker.</summary>
    internal static Task<bool> HandOver(UnitOfWork work, ReadinessRole role, long to) =>
        work.Guarded(
            "UPDATE ReadinessRole SET KeptBy = @to, UpdatedAt = @now, UpdatedBy = @by, Version = Version + 1 WHERE Id = @Id AND KeptBy = @KeptBy AND Version = @Version AND EndedAt IS NULL",
            new { role.Id, role.KeptBy, role.Version, to, now = work.Now, by = work.Actor.PersonId });

    /// <summary>The roles whose holder has an address; at most 100.</summary>
    internal static Task<IReadOnlyList<ReadinessRole>> Held(UnitOfWork work, string email) =>
        work.List<ReadinessRole>($"SELECT {Columns} {From} WHERE r.NormalizedEmail = @email ORDER BY r.Id {Dialect.Page}", new { email = EmailAddresses.Normalize(email), take = 100 });

    /// <summary>The e-mails about roles to an address of somebody without an account; the latest 500. Their bodies hold links that act.</summary>
    internal static Task<IReadOnlyList<RoleLetter>> Letters(UnitOfWork work, string address) =>
        work.List<RoleLetter>(
            $"SELECT m.CreatedAt, m.SentAt, m.ToAddress, m.Subject FROM OutboxMessage m WHERE m.ToAddress = @address AND m.RelatedType = 'ReadinessRole' AND m.PersonId IS NULL ORDER BY m.Id DESC {Dialect.Page}",
            new { address, take = 500 });

    /// <summary>Takes name, address and words out of these; what waits is not sent any more.</summary>
    internal static Task ForgetLetters(UnitOfWork work, long role, string address) =>
        work.Execute(
            """
            UPDATE OutboxMessage
            SET ToAddress = @gone, ToName = '', Subject = '', HtmlBody = '', TextBody = '', LastError = NULL,
                State = CASE WHEN State IN ('Queued', 'Held', 'Dead') THEN 'Suppressed' ELSE State END, Version = Version + 1
            WHERE ToAddress = @address AND RelatedType = 'ReadinessRole' AND PersonId IS NULL
            """,
            new { address, gone = FormattableString.Invariant($"erased-role-{role}@erased.invalid") });

    private static string? Normal(string? email) => email is null ? null : EmailAddresses.Normalize(email);
}
