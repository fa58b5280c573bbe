using GrantsPortal.People.SignIn;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.Erasure;

/// <summary>The account's own part of what a person downloads: no secrets, not even hashed.</summary>
public sealed class AccountRecords : IPersonalRecords
{
    /// <inheritdoc/>
    public string Part => "account";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) => await AccountRepository.Find(work, person) is not { } account ? null : new
    {
        account.Id,
        account.Name,
        account.Email,
        account.Language,
        account.CreatedAt,
        account.LastSignInAt,
        AuthenticatorApp = account.TwoFactorEnabled,
        Roles = await AccountRepository.Roles(work, person),
        Notices = await PreferenceRepository.Frequency(work, person),
        SignIns = (await SignInTicketRepository.Of(work, person, work.Now)).Select(s => new { s.CreatedAt, s.SeenAt, s.Address, s.Device }),
    };
}

/// <summary>What the person did, as the audit trail has it; the latest 5,000 entries.</summary>
public sealed class ActRecords : IPersonalRecords
{
    /// <inheritdoc/>
    public string Part => "acts";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) => await work.List<Row>(
        $"""
        SELECT a.At, a.Act, a.RecordType, a.RecordId
        FROM AuditEntry a
        WHERE a.PersonId = @person
        ORDER BY a.Sequence DESC
        {Dialect.Page}
        """,
        new { person, take = 5000 });

    /// <summary>One act.</summary>
    public sealed class Row
    {
        /// <summary>When, in UTC.</summary>
        public DateTimeOffset At { get; init; }

        /// <summary>What.</summary>
        public string Act { get; init; } = "";

        /// <summary>To what kind of record.</summary>
        public string RecordType { get; init; } = "";

        /// <summary>To which.</summary>
        public long RecordId { get; init; }
    }
}

/// <summary>The e-mails sent to the person; the latest 2,000.</summary>
public sealed class LetterRecords : IPersonalRecords
{
    /// <inheritdoc/>
    public string Part => "emails";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) => await work.List<Row>(
        $"""
        SELECT m.CreatedAt, m.SentAt, m.ToAddress, m.Subject
        FROM OutboxMessage m
        WHERE m.PersonId = @person
        ORDER BY m.Id DESC
        {Dialect.Page}
        """,
        new { person, take = 2000 });

    /// <summary>One e-mail. Its body is left out: it may hold links that act.</summary>
    public sealed class Row
    {
        /// <summary>When it was written, in UTC.</summary>
        public DateTimeOffset CreatedAt { get; init; }

        /// <summary>When it was sent, in UTC.</summary>
        public DateTimeOffset? SentAt { get; init; }

        /// <summary>To which address.</summary>
        public string ToAddress { get; init; } = "";

        /// <summary>Its subject.</summary>
        public string Subject { get; init; } = "";
    }
}
