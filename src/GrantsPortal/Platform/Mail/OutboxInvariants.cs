using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Mail;

/// <summary>The states of e-mails agree with what else is known of them.</summary>
public sealed class OutboxIsSound : IInvariant
{
    /// <inheritdoc/>
    public string Holds => "Every e-mail that was sent says when, none is being sent by nobody, and daily summaries hold what they should.";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var broken = await work.List<BrokenMail>(
            $"""
            SELECT m.Id, m.State
            FROM OutboxMessage m
            WHERE (m.State = 'Sent' AND (m.SentAt IS NULL OR m.Attempts = 0))
                OR (m.State <> 'Sent' AND m.SentAt IS NOT NULL)
                OR (m.State = 'Sending' AND (m.LeaseOwner IS NULL OR m.LeaseUntil IS NULL))
                OR (m.State <> 'Sending' AND m.LeaseOwner IS NOT NULL)
                OR (m.State = 'Held' AND m.Kind <> 'Notice')
                OR (m.State = 'Gathered' AND NOT EXISTS (SELECT 1 FROM OutboxMessage d WHERE d.Id = m.DigestId))
            ORDER BY m.Id
            {Dialect.Page}
            """,
            new { take = 100 });
        return [.. broken.Select(mail => $"E-mail {mail.Id} is {mail.State}, but the rest of its record says otherwise.")];
    }

    private sealed class BrokenMail
    {
        public long Id { get; init; }

        public string State { get; init; } = "";
    }
}
