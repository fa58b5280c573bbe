using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.Security;

/// <summary>A passkey as it is kept.</summary>
public sealed class PasskeyRow
{
    /// <summary>Hash of its credential id.</summary>
    public string CredentialHash { get; init; } = "";

    /// <summary>Whose it is.</summary>
    public long PersonId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string? Name { get; init; }

    /// <summary>Its public key and what else the ceremony gave, as JSON.</summary>
    public string Document { get; init; } = "";

    /// <summary>When it was added, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last used, in UTC.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}

/// <summary>Passkeys.</summary>
public static class PasskeyRepository
{
    private const string Columns = "k.CredentialHash, k.PersonId, k.Name, k.Document, k.CreatedAt, k.LastUsedAt";

    /// <summary>The passkey with a credential id, or null.</summary>
    public static Task<PasskeyRow?> Find(UnitOfWork work, string credentialHash) =>
        work.Find<PasskeyRow>($"SELECT {Columns} FROM Passkey k WHERE k.CredentialHash = @credentialHash", new { credentialHash });

    /// <summary>The passkeys of a person, oldest first; at most 50.</summary>
    public static Task<IReadOnlyList<PasskeyRow>> Of(UnitOfWork work, long person) =>
        work.List<PasskeyRow>(
            $"SELECT {Columns} FROM Passkey k WHERE k.PersonId = @person ORDER BY k.CreatedAt, k.CredentialHash {Dialect.Page}",
            new { person, take = 50 });

    /// <summary>Adds a passkey, or notes that it was used: its document holds the counter against copies. Throws when it is somebody else's.</summary>
    public static async Task Keep(UnitOfWork work, long person, string credentialHash, string? name, string document)
    {
        var args = new { person, credentialHash, name, document, now = work.Now };
        if (!await work.Guarded("UPDATE Passkey SET Document = @document, Name = @name, LastUsedAt = @now WHERE CredentialHash = @credentialHash AND PersonId = @person", args))
        {
            await work.Execute("INSERT INTO Passkey (CredentialHash, PersonId, Name, Document, CreatedAt) VALUES (@credentialHash, @person, @name, @document, @now)", args);
        }
    }

    /// <summary>Removes a passkey of a person; false when there is no such one.</summary>
    public static Task<bool> Remove(UnitOfWork work, long person, string credentialHash) =>
        work.Guarded("DELETE FROM Passkey WHERE CredentialHash = @credentialHash AND PersonId = @person", new { person, credentialHash });

    /// <summary>Removes every passkey of a person.</summary>
    public static Task<int> RemoveAll(UnitOfWork work, long person) =>
        work.Execute("DELETE FROM Passkey WHERE PersonId = @person", new { person });
}
