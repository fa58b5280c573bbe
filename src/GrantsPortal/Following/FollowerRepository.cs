using GrantsPortal.People;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Following;

/// <summary>Who follows what is new.</summary>
public static class FollowerRepository
{
    private const string Columns =
        "Id, Email, Language, Calls, Courses, Events, Themes, Districts, HeldIn, Rhythm, Secret, AskedAt, ConfirmedAt, LookedAt, DueAt, Version";

    /// <summary>By the secret of a link; or null.</summary>
    public static Task<Follower?> FindBySecret(UnitOfWork work, string secret) => work.Find<Follower>($"SELECT {Columns} FROM Follower WHERE Secret = @secret", new { secret });

    /// <summary>By address; or null.</summary>
    public static Task<Follower?> FindByEmail(UnitOfWork work, string email) =>
        work.Find<Follower>($"SELECT {Columns} FROM Follower WHERE NormalizedEmail = @normalized", new { normalized = EmailAddresses.Normalize(email) });

    /// <summary>Those to be told by now, longest waiting first.</summary>
    public static Task<IReadOnlyList<Follower>> Due(UnitOfWork work, int take) =>
        work.List<Follower>($"SELECT {Columns} FROM Follower WHERE DueAt <= @now AND ConfirmedAt IS NOT NULL ORDER BY DueAt, Id {Dialect.Page}", new { now = work.Now, take });

    /// <summary>Adds somebody; false when the address is there already.</summary>
    public static Task<bool> Insert(UnitOfWork work, Follower follower) =>
        work.TryInsert(
            """
            INSERT INTO Follower (Id, Email, NormalizedEmail, Language, Calls, Courses, Events, Themes, Districts, HeldIn, Rhythm, Secret, AskedAt, LookedAt, DueAt, Version)
            VALUES (@Id, @Email, @normalized, @Language, @Calls, @Courses, @Events, @Themes, @Districts, @HeldIn, @Rhythm, @Secret, @AskedAt, @LookedAt, @DueAt, 1)
            """,
            new
            {
                follower.Id,
                follower.Email,
                normalized = EmailAddresses.Normalize(follower.Email),
                follower.Language,
                follower.Calls,
                follower.Courses,
                follower.Events,
                follower.Themes,
                follower.Districts,
                follower.HeldIn,
                follower.Rhythm,
                follower.Secret,
                follower.AskedAt,
                follower.ConfirmedAt,
                follower.LookedAt,
                follower.DueAt,
                follower.Version,
            });

    /// <summary>Changes it; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, Follower follower) =>
        work.Guarded(
            """
            UPDATE Follower
            SET Language = @Language, Calls = @Calls, Courses = @Courses, Events = @Events, Themes = @Themes, Districts = @Districts, HeldIn = @HeldIn, Rhythm = @Rhythm,
                AskedAt = @AskedAt, ConfirmedAt = @ConfirmedAt, LookedAt = @LookedAt, DueAt = @DueAt, Version = Version + 1
            WHERE Id = @Id AND Version = @Version
            """,
            new
            {
                follower.Id,
                follower.Email,
                normalized = EmailAddresses.Normalize(follower.Email),
                follower.Language,
                follower.Calls,
                follower.Courses,
                follower.Events,
                follower.Themes,
                follower.Districts,
                follower.HeldIn,
                follower.Rhythm,
                follower.Secret,
                follower.AskedAt,
                follower.ConfirmedAt,
                follower.LookedAt,
                follower.DueAt,
                follower.Version,
            });

    /// <summary>Forgets somebody; says whether they were there.</summary>
    public static async Task<bool> Remove(UnitOfWork work, string secret) => await work.Execute("DELETE FROM Follower WHERE Secret = @secret", new { secret }) > 0;

    /// <summary>Forgets somebody by address.</summary>
    public static Task<int> RemoveByEmail(UnitOfWork work, string email) =>
        work.Execute("DELETE FROM Follower WHERE NormalizedEmail = @normalized", new { normalized = EmailAddresses.Normalize(email) });

    /// <summary>Forgets those who never confirmed; says how many.</summary>
    public static Task<int> RemoveUnconfirmed(UnitOfWork work, DateTimeOffset askedBefore) =>
        work.Execute("DELETE FROM Follower WHERE ConfirmedAt IS NULL AND AskedAt < @askedBefore", new { askedBefore });
}
