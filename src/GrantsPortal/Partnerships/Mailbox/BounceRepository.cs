using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>An address that takes no e-mail.</summary>
public sealed class FailedAddress
{
    /// <summary>The address, in lower case.</summary>
    public string Address { get; init; } = "";

    /// <summary>Since when, in UTC.</summary>
    public DateTimeOffset FailedAt { get; init; }

    /// <summary>What the server reported (RFC 3463).</summary>
    public string Status { get; init; } = "";

    /// <summary>Its own words.</summary>
    public string Words { get; init; } = "";
}

/// <summary>What mail servers reported of e-mails of ours, and the addresses that take none.</summary>
public static class BounceRepository
{
    /// <summary>Notes a report; false when the same was reported of the e-mail before.</summary>
    public static Task<bool> TryNote(UnitOfWork work, long outbox, bool hard, string address, string status, string words) =>
        work.TryInsert(
            "INSERT INTO MailBounce (OutboxId, Hard, Address, Status, Words, At) VALUES (@outbox, @hard, @address, @status, @words, @now)",
            new { outbox, hard, address, status, words, now = work.Now });

    /// <summary>When e-mails to an address failed for now, since an instant; at most 50.</summary>
    public static Task<IReadOnlyList<DateTimeOffset>> Soft(UnitOfWork work, string address, DateTimeOffset since) =>
        work.List<DateTimeOffset>($"SELECT At FROM MailBounce WHERE Address = @address AND At >= @since AND Hard = 0 ORDER BY At DESC {Dialect.Page}", new { address, since, take = 50 });

    /// <summary>Marks an address; false when it is marked.</summary>
    public static Task<bool> TryMark(UnitOfWork work, string address, string status, string words) =>
        work.TryInsert("INSERT INTO FailedAddress (Address, FailedAt, Status, Words) VALUES (@address, @now, @status, @words)", new { address, status, words, now = work.Now });

    /// <summary>Takes the mark away, and what was counted; false when there was none.</summary>
    public static async Task<bool> Clear(UnitOfWork work, string address)
    {
        await work.Execute("DELETE FROM MailBounce WHERE Address = @address AND Hard = 0", new { address });
        return await work.Execute("DELETE FROM FailedAddress WHERE Address = @address", new { address }) > 0;
    }

    /// <summary>Which of some addresses (in lower case) are marked.</summary>
    public static async Task<IReadOnlyList<FailedAddress>> Marked(UnitOfWork work, IReadOnlyCollection<string> addresses) =>
        addresses.Count == 0 ? [] : await work.List<FailedAddress>("SELECT Address, FailedAt, Status, Words FROM FailedAddress WHERE Address IN @addresses", new { addresses });

    /// <summary>The organisations registered here whose members have an address; at most 50.</summary>
    public static Task<IReadOnlyList<long>> OrganisationsOf(UnitOfWork work, long person) =>
        work.List<long>($"SELECT DISTINCT m.OrganisationId FROM Membership m WHERE m.PersonId = @person ORDER BY m.OrganisationId {Dialect.Page}", new { person, take = 50 });
}
