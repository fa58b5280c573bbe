using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.SignIn;

/// <summary>A sign-in as it is kept, together with whom it belongs to as they are now.</summary>
public sealed class SignInTicket
{
    /// <summary>Hash of the key in the browser's cookie.</summary>
    public string KeyHash { get; init; } = "";

    /// <summary>Whose it is.</summary>
    public long PersonId { get; init; }

    /// <summary>The ticket, protected.</summary>
    public string Ticket { get; init; } = "";

    /// <summary>When it began, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last seen in use, in UTC, to a few minutes.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>The person's name now.</summary>
    public string Name { get; init; } = "";

    /// <summary>The person's language now.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether the person has an authenticator app or a passkey.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>The person's security stamp, which is also the ticket's.</summary>
    public string Stamp { get; init; } = "";
}

/// <summary>A sign-in as its owner sees it in the list.</summary>
public sealed class SignInRow
{
    /// <summary>Hash of its key.</summary>
    public string KeyHash { get; init; } = "";

    /// <summary>When it began, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last seen in use, in UTC.</summary>
    public DateTimeOffset SeenAt { get; init; }

    /// <summary>Network address it began at.</summary>
    public string? Address { get; init; }

    /// <summary>What the browser called itself.</summary>
    public string? Device { get; init; }
}

/// <summary>Sign-ins kept on the server.</summary>
public static class SignInTicketRepository
{
    /// <summary>
    /// The sign-in behind a key, if it still holds: not expired, not older than <paramref name="oldest"/>, its person neither
    /// disabled nor erased, and no stamp changed since.
    /// </summary>
    public static Task<SignInTicket?> Find(UnitOfWork work, string keyHash, DateTimeOffset now, DateTimeOffset oldest) =>
        work.Find<SignInTicket>(
            """
            SELECT t.KeyHash, t.PersonId, t.Ticket, t.CreatedAt, t.SeenAt, p.Name, p.Language, t.Stamp,
                CASE WHEN p.TwoFactorEnabled = 1 OR EXISTS (SELECT 1 FROM Passkey k WHERE k.PersonId = p.Id) THEN 1 ELSE 0 END AS HasSecondFactor
            FROM SignInTicket t
            JOIN Person p ON p.Id = t.PersonId AND p.SecurityStamp = t.Stamp AND p.DisabledAt IS NULL AND p.ErasedAt IS NULL
            WHERE t.KeyHash = @keyHash AND t.ExpiresAt > @now AND t.CreatedAt > @oldest
            """,
            new { keyHash, now, oldest });

    /// <summary>The sign-ins of a person that still hold, last used first; at most 100.</summary>
    public static Task<IReadOnlyList<SignInRow>> Of(UnitOfWork work, long person, DateTimeOffset now) =>
        work.List<SignInRow>(
            $"""
            SELECT t.KeyHash, t.CreatedAt, t.SeenAt, t.Address, t.Device
            FROM SignInTicket t
            JOIN Person p ON p.Id = t.PersonId AND p.SecurityStamp = t.Stamp
            WHERE t.PersonId = @person AND t.ExpiresAt > @now
            ORDER BY t.SeenAt DESC, t.KeyHash
            {Dialect.Page}
            """,
            new { person, now, take = 100 });

    /// <summary>Adds a sign-in.</summary>
    public static Task<int> Insert(UnitOfWork work, string keyHash, long person, string stamp, string ticket, DateTimeOffset expires, string? address, string? device) =>
        work.Execute(
            """
            INSERT INTO SignInTicket (KeyHash, PersonId, Stamp, Ticket, CreatedAt, SeenAt, ExpiresAt, Address, Device)
            VALUES (@keyHash, @person, @stamp, @ticket, @now, @now, @expires, @address, @device)
            """,
            new { keyHash, person, stamp, ticket, now = work.Now, expires, address, device });

    /// <summary>Notes that a sign-in was used, and how long it holds now.</summary>
    public static Task<int> Renew(UnitOfWork work, string keyHash, string ticket, DateTimeOffset expires) =>
        work.Execute(
            "UPDATE SignInTicket SET Ticket = @ticket, SeenAt = @now, ExpiresAt = @expires WHERE KeyHash = @keyHash",
            new { keyHash, ticket, now = work.Now, expires });

    /// <summary>Notes that a sign-in was used.</summary>
    public static Task<int> Touch(UnitOfWork work, string keyHash) =>
        work.Execute("UPDATE SignInTicket SET SeenAt = @now WHERE KeyHash = @keyHash", new { keyHash, now = work.Now });

    /// <summary>Ends one sign-in.</summary>
    public static Task<int> End(UnitOfWork work, string keyHash) =>
        work.Execute("DELETE FROM SignInTicket WHERE KeyHash = @keyHash", new { keyHash });

    /// <summary>Ends one sign-in of a person; false when it is not theirs or has ended.</summary>
    public static Task<bool> EndOf(UnitOfWork work, long person, string keyHash) =>
        work.Guarded("DELETE FROM SignInTicket WHERE KeyHash = @keyHash AND PersonId = @person", new { person, keyHash });

    /// <summary>Ends every sign-in of a person but one; all when none is to be kept. Says how many.</summary>
    public static Task<int> EndAll(UnitOfWork work, long person, string? keep = null) =>
        work.Execute("DELETE FROM SignInTicket WHERE PersonId = @person AND (@keep IS NULL OR KeyHash <> @keep)", new { person, keep });

    /// <summary>Lets one sign-in go on under a new security stamp.</summary>
    public static Task<int> Restamp(UnitOfWork work, long person, string keyHash, string stamp) =>
        work.Execute("UPDATE SignInTicket SET Stamp = @stamp WHERE KeyHash = @keyHash AND PersonId = @person", new { person, keyHash, stamp });

    /// <summary>Forgets sign-ins that have expired.</summary>
    public static Task<int> Forget(UnitOfWork work) =>
        work.Execute("DELETE FROM SignInTicket WHERE ExpiresAt <= @now", new { now = work.Now });
}
