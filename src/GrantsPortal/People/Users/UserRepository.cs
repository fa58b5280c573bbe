using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.People.Users;

/// <summary>A user in the administrators' list.</summary>
public sealed class UserRow
{
    /// <summary>The person.</summary>
    public long Id { get; init; }

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>E-mail address.</summary>
    public string Email { get; init; } = "";

    /// <summary>Whether the address was confirmed.</summary>
    public bool EmailConfirmed { get; init; }

    /// <summary>Whether signing in asks for a code.</summary>
    public bool TwoFactorEnabled { get; init; }

    /// <summary>Until when wrong attempts lock the account, in UTC.</summary>
    public DateTimeOffset? LockoutEnd { get; init; }

    /// <summary>Since when it is switched off, in UTC.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Last sign-in, in UTC.</summary>
    public DateTimeOffset? LastSignInAt { get; init; }

    /// <summary>What the list is ordered by.</summary>
    public string SearchText { get; init; } = "";
}

/// <summary>A person's role in a list of many.</summary>
public sealed class RoleRow
{
    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>The role.</summary>
    public string Role { get; init; } = "";
}

/// <summary>Users as administrators see them.</summary>
public static class UserRepository
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>
    /// Users by name after a key, those who were erased left out: one more than <see cref="PageSize"/>, so that one knows
    /// whether there are more. Search looks in name and address.
    /// </summary>
    public static Task<IReadOnlyList<UserRow>> List(UnitOfWork work, string? search, string? role, string? afterText, long afterId) =>
        work.List<UserRow>(
            $"""
            SELECT p.Id, p.Name, p.Email, p.EmailConfirmed, p.TwoFactorEnabled, p.LockoutEnd, p.DisabledAt, p.LastSignInAt, p.SearchText
            FROM Person p
            WHERE p.ErasedAt IS NULL
              AND (@pattern IS NULL OR p.SearchText LIKE @pattern)
              AND (@role IS NULL OR EXISTS (SELECT 1 FROM PersonRole r WHERE r.PersonId = p.Id AND r.Role = @role))
              AND (@afterText IS NULL OR p.SearchText > @afterText OR (p.SearchText = @afterText AND p.Id > @afterId))
            ORDER BY p.SearchText, p.Id
            {Dialect.Page}
            """,
            new { pattern = Folded.Pattern(search), role, afterText, afterId, take = PageSize + 1 });

    /// <summary>The roles of many people; at most 1,000 ids.</summary>
    public static Task<IReadOnlyList<RoleRow>> Roles(UnitOfWork work, IReadOnlyCollection<long> people) =>
        work.List<RoleRow>("SELECT r.PersonId, r.Role FROM PersonRole r WHERE r.PersonId IN @people ORDER BY r.Role", new { people });

    /// <summary>Whether a person is an administrator and no other is left who can sign in.</summary>
    public static async Task<bool> IsLastAdministrator(UnitOfWork work, long person) =>
        await work.Scalar<long>("SELECT COUNT(*) FROM PersonRole r WHERE r.PersonId = @person AND r.Role = 'Administrator'", new { person }) > 0
        && await work.Scalar<long>(
            """
            SELECT COUNT(*)
            FROM PersonRole r
            JOIN Person p ON p.Id = r.PersonId
            WHERE r.Role = 'Administrator' AND r.PersonId <> @person AND p.DisabledAt IS NULL AND p.ErasedAt IS NULL AND p.PasswordHash IS NOT NULL
            """,
            new { person }) == 0;

    /// <summary>Switches an account off or on; false when it is so already.</summary>
    public static Task<bool> Switch(UnitOfWork work, long person, bool on) =>
        work.Guarded(
            """
            UPDATE Person
            SET DisabledAt = CASE WHEN @on = 1 THEN NULL ELSE @now END, SecurityStamp = @stamp, Version = Version + 1
            WHERE Id = @person AND ErasedAt IS NULL AND ((@on = 1 AND DisabledAt IS NOT NULL) OR (@on = 0 AND DisabledAt IS NULL))
            """,
            new { person, on, now = work.Now, stamp = Secrets.Stamp() });

    /// <summary>Opens a locked account; false when it is not locked.</summary>
    public static Task<bool> Unlock(UnitOfWork work, long person) =>
        work.Guarded("UPDATE Person SET LockoutEnd = NULL, AccessFailedCount = 0 WHERE Id = @person AND LockoutEnd > @now", new { person, now = work.Now });

    /// <summary>Takes the authenticator app away; other sign-ins end with the stamp.</summary>
    public static Task<bool> RemoveApp(UnitOfWork work, long person) =>
        work.Guarded(
            "UPDATE Person SET TwoFactorEnabled = 0, AuthenticatorKey = NULL, SecurityStamp = @stamp, Version = Version + 1 WHERE Id = @person AND ErasedAt IS NULL",
            new { person, stamp = Secrets.Stamp() });
}
