using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.People.SignIn;

/// <summary>Accounts with their roles and counted attempts.</summary>
public static class AccountRepository
{
    private const string Columns =
        """
        p.Id, p.Name, p.Email, p.NormalizedEmail, p.EmailConfirmed, p.PasswordHash, p.SecurityStamp, p.Language, p.AuthenticatorKey,
        p.TwoFactorEnabled, p.LockoutEnabled, p.LockoutEnd, p.AccessFailedCount, p.DisabledAt, p.ErasedAt, p.CreatedAt, p.LastSignInAt, p.Version
        """;

    /// <summary>The account of a person who has not been erased, or null.</summary>
    public static Task<Account?> Find(UnitOfWork work, long id) =>
        work.Find<Account>($"SELECT {Columns} FROM Person p WHERE p.Id = @id AND p.ErasedAt IS NULL", new { id });

    /// <summary>The account at an e-mail address however it is written, or null.</summary>
    public static Task<Account?> FindByEmail(UnitOfWork work, string email) =>
        work.Find<Account>(
            $"SELECT {Columns} FROM Person p WHERE p.NormalizedEmail = @email AND p.ErasedAt IS NULL",
            new { email = EmailAddresses.Normalize(email) });

    /// <summary>The accounts with a role; at most 500.</summary>
    public static Task<IReadOnlyList<Account>> WithRole(UnitOfWork work, string role) =>
        work.List<Account>(
            $"""
            SELECT {Columns}
            FROM Person p
            JOIN PersonRole r ON r.PersonId = p.Id
            WHERE r.Role = @role AND p.ErasedAt IS NULL
            ORDER BY p.SearchText, p.Id
            {Dialect.Page}
            """,
            new { role, take = 500 });

    /// <summary>The accounts with a claim; at most 500.</summary>
    public static Task<IReadOnlyList<Account>> WithClaim(UnitOfWork work, string type, string value) =>
        work.List<Account>(
            $"""
            SELECT {Columns}
            FROM Person p
            JOIN PersonClaim c ON c.PersonId = p.Id
            WHERE c.Type = @type AND c.Value = @value AND p.ErasedAt IS NULL
            ORDER BY p.SearchText, p.Id
            {Dialect.Page}
            """,
            new { type, value, take = 500 });

    /// <summary>The account behind an outside login, or null.</summary>
    public static Task<Account?> FindByLogin(UnitOfWork work, string provider, string key) =>
        work.Find<Account>(
            $"""
            SELECT {Columns}
            FROM Person p
            JOIN PersonLogin l ON l.PersonId = p.Id
            WHERE l.Provider = @provider AND l.ProviderKey = @key AND p.ErasedAt IS NULL
            """,
            new { provider, key });

    /// <summary>Adds an account; false when the address is taken.</summary>
    public static Task<bool> Insert(UnitOfWork work, Account account) =>
        work.TryInsert(
            """
            INSERT INTO Person (Id, Name, Email, NormalizedEmail, EmailConfirmed, PasswordHash, SecurityStamp, Language, AuthenticatorKey,
                TwoFactorEnabled, LockoutEnabled, LockoutEnd, AccessFailedCount, DisabledAt, ErasedAt, CreatedAt, LastSignInAt, SearchText, Version)
            VALUES (@Id, @Name, @Email, @NormalizedEmail, @EmailConfirmed, @PasswordHash, @SecurityStamp, @Language, @AuthenticatorKey,
                @TwoFactorEnabled, @LockoutEnabled, @LockoutEnd, @AccessFailedCount, @DisabledAt, @ErasedAt, @CreatedAt, @LastSignInAt, @SearchText, 1)
            """,
            new
            {
                account.Id,
                account.Name,
                account.Email,
                account.NormalizedEmail,
                account.EmailConfirmed,
                account.PasswordHash,
                account.SecurityStamp,
                account.Language,
                account.AuthenticatorKey,
                account.TwoFactorEnabled,
                account.LockoutEnabled,
                account.LockoutEnd,
                account.AccessFailedCount,
                account.DisabledAt,
                account.ErasedAt,
                account.CreatedAt,
                account.LastSignInAt,
                SearchText = Folded.Of(account.Name, account.Email),
            });

    /// <summary>Saves an account unless somebody else has since <see cref="Account.Version"/>; counts the version on.</summary>
    public static async Task<bool> Update(UnitOfWork work, Account account)
    {
        var saved = await work.Guarded(
            """
            UPDATE Person
            SET Name = @Name, Email = @Email, NormalizedEmail = @NormalizedEmail, EmailConfirmed = @EmailConfirmed, PasswordHash = @PasswordHash,
                SecurityStamp = @SecurityStamp, Language = @Language, AuthenticatorKey = @AuthenticatorKey, TwoFactorEnabled = @TwoFactorEnabled,
                LockoutEnabled = @LockoutEnabled, LockoutEnd = @LockoutEnd, AccessFailedCount = @AccessFailedCount, DisabledAt = @DisabledAt,
                ErasedAt = @ErasedAt, LastSignInAt = @LastSignInAt, SearchText = @SearchText, Version = Version + 1
            WHERE Id = @Id AND Version = @Version
            """,
            new
            {
                account.Id,
                account.Name,
                account.Email,
                account.NormalizedEmail,
                account.EmailConfirmed,
                account.PasswordHash,
                account.SecurityStamp,
                account.Language,
                account.AuthenticatorKey,
                account.TwoFactorEnabled,
                account.LockoutEnabled,
                account.LockoutEnd,
                account.AccessFailedCount,
                account.DisabledAt,
                account.ErasedAt,
                account.LastSignInAt,
                SearchText = Folded.Of(account.Name, account.Email),
                account.Version,
            });
        account.Version += saved ? 1 : 0;
        return saved;
    }

    /// <summary>Sets a password and a new stamp, and opens a locked account; with <paramref name="confirm"/> the address counts as confirmed. False when the account is gone or switched off.</summary>
    public static Task<bool> SetPassword(UnitOfWork work, long person, string hash, string stamp, bool confirm) =>
        work.Guarded(
            """
            UPDATE Person
            SET PasswordHash = @hash, SecurityStamp = @stamp, AccessFailedCount = 0, LockoutEnd = NULL, Version = Version + 1,
                EmailConfirmed = CASE WHEN @confirm = 1 THEN 1 ELSE EmailConfirmed END
            WHERE Id = @person AND DisabledAt IS NULL AND ErasedAt IS NULL
            """,
            new { person, hash, stamp, confirm });

    /// <summary>Keeps the sealed key of an authenticator app that is not set up yet.</summary>
    public static Task<bool> SetAuthenticatorKey(UnitOfWork work, long person, string? key) =>
        work.Guarded("UPDATE Person SET AuthenticatorKey = @key, Version = Version + 1 WHERE Id = @person AND TwoFactorEnabled = 0", new { person, key });

    /// <summary>Keeps the language that a person is written to in.</summary>
    public static Task<bool> SetLanguage(UnitOfWork work, long person, string language) =>
        work.Guarded("UPDATE Person SET Language = @language, Version = Version + 1 WHERE Id = @person", new { person, language });

    /// <summary>The roles of a person.</summary>
    public static Task<IReadOnlyList<string>> Roles(UnitOfWork work, long person) =>
        work.List<string>("SELECT r.Role FROM PersonRole r WHERE r.PersonId = @person ORDER BY r.Role", new { person });

    /// <summary>Gives a role; false when the person holds it already. Throws <see cref="ArgumentException"/> on a role there is not.</summary>
    public static Task<bool> AddRole(UnitOfWork work, long person, string role) =>
        Platform.Roles.All.Contains(role)
            ? work.TryInsert("INSERT INTO PersonRole (PersonId, Role) VALUES (@person, @role)", new { person, role })
            : throw new ArgumentException($"There is no role {role}.", nameof(role));

    /// <summary>Takes a role; false when the person does not hold it.</summary>
    public static Task<bool> RemoveRole(UnitOfWork work, long person, string role) =>
        work.Guarded("DELETE FROM PersonRole WHERE PersonId = @person AND Role = @role", new { person, role });

    /// <summary>
    /// Counts an attempt before it is judged, so that many at once get no more tries than one after another. The last one
    /// allowed locks the account until <paramref name="until"/>, which success undoes. False when the account is locked.
    /// </summary>
    public static Task<bool> CountAttempt(UnitOfWork work, long person, int allowed, DateTimeOffset until) =>
        work.Guarded(
            """
            UPDATE Person
            SET AccessFailedCount = CASE WHEN LockoutEnd IS NULL THEN AccessFailedCount + 1 ELSE 1 END,
                LockoutEnd = CASE WHEN LockoutEnd IS NULL AND AccessFailedCount + 1 >= @allowed THEN @until ELSE NULL END
            WHERE Id = @person AND (LockoutEnd IS NULL OR LockoutEnd <= @now)
            """,
            new { person, allowed, until, now = work.Now });

    /// <summary>Takes one counted attempt back: the password was right and another step follows.</summary>
    public static Task<int> ForgiveAttempt(UnitOfWork work, long person) =>
        work.Execute(
            "UPDATE Person SET AccessFailedCount = AccessFailedCount - 1, LockoutEnd = NULL WHERE Id = @person AND AccessFailedCount > 0",
            new { person });

    /// <summary>Notes a sign-in and forgets earlier wrong attempts.</summary>
    public static Task<int> NoteSignIn(UnitOfWork work, long person) =>
        work.Execute("UPDATE Person SET AccessFailedCount = 0, LockoutEnd = NULL, LastSignInAt = @now WHERE Id = @person", new { person, now = work.Now });

    /// <summary>Replaces a password's hash by one of today's strength, unless the password was changed meanwhile.</summary>
    public static Task<bool> Rehash(UnitOfWork work, long person, string old, string renewed) =>
        work.Guarded("UPDATE Person SET PasswordHash = @renewed WHERE Id = @person AND PasswordHash = @old", new { person, old, renewed });
}
