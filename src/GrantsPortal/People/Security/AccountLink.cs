using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.Security;

/// <summary>What a link in an e-mail about an account is for.</summary>
public enum LinkPurpose
{
    /// <summary>Finishes a registration.</summary>
    Register,

    /// <summary>Sets a new password.</summary>
    Reset,

    /// <summary>Sets the first password of somebody who was invited.</summary>
    Welcome,

    /// <summary>Makes a new e-mail address count.</summary>
    ChangeEmail,
}

/// <summary>A single-use link that was sent to an e-mail address.</summary>
public sealed class AccountLink
{
    /// <summary>Hash of the secret in the link.</summary>
    public string TokenHash { get; init; } = "";

    /// <summary>Whose account it acts on; null while there is none yet.</summary>
    public long? PersonId { get; init; }

    /// <summary>The account's security stamp when it was sent; a link of an older stamp is worth nothing.</summary>
    public string? Stamp { get; init; }

    /// <summary>The address it was sent to, as addresses are compared.</summary>
    public string NormalizedEmail { get; init; } = "";

    /// <summary>What it carries; gone once it was used.</summary>
    public string? Content { get; init; }

    /// <summary>Until when it holds, in UTC.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used, in UTC.</summary>
    public DateTimeOffset? UsedAt { get; init; }
}

/// <summary>Links in e-mails about accounts. Only the hash of a link's secret is kept.</summary>
public static class AccountLinkRepository
{
    /// <summary>Adds a link and gives its secret.</summary>
    public static async Task<string> Insert(UnitOfWork work, LinkPurpose purpose, string email, TimeSpan holds, long? person = null, string? stamp = null, string? content = null)
    {
        var token = Secrets.Token();
        await work.Execute(
            """
            INSERT INTO AccountLink (TokenHash, Purpose, PersonId, Stamp, NormalizedEmail, Content, CreatedAt, ExpiresAt)
            VALUES (@tokenHash, @purpose, @person, @stamp, @email, @content, @now, @expires)
            """,
            new { tokenHash = Secrets.Hash(token), purpose, person, stamp, email = EmailAddresses.Normalize(email), content, now = work.Now, expires = work.Now + holds });
        return token;
    }

    /// <summary>
    /// The link behind a secret, if it can still be used. Refused with <c>link.used</c>, <c>link.expired</c> or <c>link.unknown</c>,
    /// the last also when the account has changed since.
    /// </summary>
    public static async Task<Outcome<AccountLink>> Find(UnitOfWork work, LinkPurpose purpose, string token)
    {
        var link = await work.Find<AccountLink>(
            """
            SELECT l.TokenHash, l.PersonId, l.Stamp, l.NormalizedEmail, l.Content, l.ExpiresAt, l.UsedAt
            FROM AccountLink l
            LEFT JOIN Person p ON p.Id = l.PersonId
            WHERE l.TokenHash = @tokenHash AND l.Purpose = @purpose
              AND (l.UsedAt IS NOT NULL OR l.PersonId IS NULL OR (p.SecurityStamp = l.Stamp AND p.DisabledAt IS NULL AND p.ErasedAt IS NULL))
            """,
            new { tokenHash = Secrets.Hash(token), purpose });
        return link is null ? new Refusal("link.unknown")
            : link.UsedAt is not null ? new Refusal("link.used")
            : link.ExpiresAt <= work.Now ? new Refusal("link.expired")
            : link;
    }

    /// <summary>Uses a link up; false when somebody was quicker or it has expired.</summary>
    public static Task<bool> Use(UnitOfWork work, string tokenHash) =>
        work.Guarded(
            "UPDATE AccountLink SET UsedAt = @now, Content = NULL WHERE TokenHash = @tokenHash AND UsedAt IS NULL AND ExpiresAt > @now",
            new { tokenHash, now = work.Now });

    /// <summary>How many links of a purpose went to an address since an instant.</summary>
    public static async Task<long> Sent(UnitOfWork work, LinkPurpose purpose, string email, DateTimeOffset since) =>
        await work.Scalar<long>(
            "SELECT COUNT(*) FROM AccountLink WHERE NormalizedEmail = @email AND Purpose = @purpose AND CreatedAt > @since",
            new { email = EmailAddresses.Normalize(email), purpose, since });

    /// <summary>Forgets links that expired before an instant.</summary>
    public static Task<int> Forget(UnitOfWork work, DateTimeOffset before) =>
        work.Execute("DELETE FROM AccountLink WHERE ExpiresAt < @before", new { before });

    /// <summary>Forgets the links of a person.</summary>
    public static Task<int> ForgetOf(UnitOfWork work, long person) =>
        work.Execute("DELETE FROM AccountLink WHERE PersonId = @person", new { person });
}
