using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Audit;

/// <summary>An audit entry before it has its place in the chain.</summary>
internal sealed record AuditDraft(string Act, string RecordType, long RecordId, object? Change);

/// <summary>One entry of the audit trail: who did what to which record, when, and what changed.</summary>
public sealed class AuditEntry
{
    /// <summary>Place in the chain, from 1, without gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who; null for the system.</summary>
    public long? PersonId { get; init; }

    /// <summary>What was done, such as <c>call.published</c>.</summary>
    public string Act { get; init; } = "";

    /// <summary>Kind of record, such as <c>Call</c>.</summary>
    public string RecordType { get; init; } = "";

    /// <summary>Which record.</summary>
    public long RecordId { get; init; }

    /// <summary>What changed, as JSON.</summary>
    public string? Change { get; init; }

    /// <summary>Hash of the entry before; empty for the first.</summary>
    public string PreviousHash { get; init; } = "";

    /// <summary>SHA-256 over the entry and <see cref="PreviousHash"/>, in hexadecimal.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The hash this entry should have.</summary>
    public string ExpectedHash()
    {
        var text = string.Join('\u001f', [
            Sequence.ToString(CultureInfo.InvariantCulture),
            At.UtcDateTime.ToString("o", CultureInfo.InvariantCulture),
            PersonId?.ToString(CultureInfo.InvariantCulture) ?? "",
            Act, RecordType,
            RecordId.ToString(CultureInfo.InvariantCulture),
            Change ?? "",
            PreviousHash]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

/// <summary>
/// The audit trail: append-only and hash-chained, so that an entry that was removed or altered shows. The head row is
/// locked for the rest of the transaction, which puts entries of concurrent transactions in one order.
/// </summary>
public static class AuditTrail
{
    private const string Columns = "Sequence, At, PersonId, Act, RecordType, RecordId, Change, PreviousHash, Hash";

    /// <summary>Writes the drafts at the chain's end.</summary>
    internal static async Task Write(UnitOfWork work, IReadOnlyList<AuditDraft> drafts)
    {
        if (drafts.Count == 0)
        {
            return;
        }

        await work.Execute("UPDATE AuditHead SET Sequence = Sequence + @count WHERE Id = 1", new { count = drafts.Count });
        var head = await work.Find<AuditHead>("SELECT Sequence, Hash FROM AuditHead WHERE Id = 1")
            ?? throw new InvalidOperationException("The audit trail has no head.");
        var (sequence, hash) = (head.Sequence - drafts.Count, head.Hash);
        foreach (var draft in drafts)
        {
            var entry = Chained(++sequence, hash, draft, work);
            hash = entry.Hash;
            await work.Execute(
                """
                INSERT INTO AuditEntry (Sequence, At, PersonId, Act, RecordType, RecordId, Change, PreviousHash, Hash)
                VALUES (@Sequence, @At, @PersonId, @Act, @RecordType, @RecordId, @Change, @PreviousHash, @Hash)
                """,
                new { entry.Sequence, entry.At, entry.PersonId, entry.Act, entry.RecordType, entry.RecordId, entry.Change, entry.PreviousHash, entry.Hash });
        }

        await work.Execute("UPDATE AuditHead SET Hash = @hash WHERE Id = 1", new { hash });
    }

    /// <summary>Walks the whole chain and says what is wrong with it; empty when it is whole.</summary>
    public static async Task<IReadOnlyList<string>> Check(UnitOfWork work)
    {
        var (sequence, hash) = (0L, "");
        var wrong = new List<string>();
        await foreach (var entry in work.Stream<AuditEntry>($"SELECT {Columns} FROM AuditEntry ORDER BY Sequence"))
        {
            if (entry.Sequence != sequence + 1)
            {
                wrong.Add($"Audit entry {sequence + 1} is missing.");
            }

            if (entry.PreviousHash != hash || entry.Hash != entry.ExpectedHash())
            {
                wrong.Add($"Audit entry {entry.Sequence} was altered, or the one before it was.");
            }

            (sequence, hash) = (entry.Sequence, entry.Hash);
        }

        var head = await work.Find<AuditHead>("SELECT Sequence, Hash FROM AuditHead WHERE Id = 1");
        if (head is null || head.Sequence != sequence || head.Hash != hash)
        {
            wrong.Add("The audit trail's last entries are missing.");
        }

        return wrong;
    }

    /// <summary>Number and hash of the last entry; kept elsewhere, they show a trail that was rebuilt as a whole.</summary>
    public static async Task<(long Sequence, string Hash)> Head(UnitOfWork work)
    {
        var head = await work.Find<AuditHead>("SELECT Sequence, Hash FROM AuditHead WHERE Id = 1");
        return (head?.Sequence ?? 0, head?.Hash ?? "");
    }

    private static AuditEntry Chained(long sequence, string previous, AuditDraft draft, UnitOfWork work)
    {
        AuditEntry Made(string hash) => new()
        {
            Sequence = sequence,
            At = work.Now,
            PersonId = work.Actor.PersonId,
            Act = draft.Act,
            RecordType = draft.RecordType,
            RecordId = draft.RecordId,
            Change = draft.Change is null ? null : Json.Write(draft.Change),
            PreviousHash = previous,
            Hash = hash,
        };
        return Made(Made("").ExpectedHash());
    }

    private sealed class AuditHead
    {
        public long Sequence { get; init; }

        public string Hash { get; init; } = "";
    }
}
