using GrantsPortal.Platform.Database;

namespace GrantsPortal.People.SignIn;

/// <summary>A claim of a person.</summary>
public sealed class ClaimRow
{
    /// <summary>Its type.</summary>
    public string Type { get; init; } = "";

    /// <summary>Its value.</summary>
    public string? Value { get; init; }
}

/// <summary>An account elsewhere that a person signs in with.</summary>
public sealed class LoginRow
{
    /// <summary>Who vouches.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The person there.</summary>
    public string ProviderKey { get; init; } = "";

    /// <summary>What the provider is called.</summary>
    public string? DisplayName { get; init; }
}

/// <summary>Claims and outside logins.</summary>
public static class AccountListRepository
{
    /// <summary>The claims of a person; at most 200.</summary>
    public static Task<IReadOnlyList<ClaimRow>> Claims(UnitOfWork work, long person) =>
        work.List<ClaimRow>($"SELECT c.Type, c.Value FROM PersonClaim c WHERE c.PersonId = @person ORDER BY c.Id {Dialect.Page}", new { person, take = 200 });

    /// <summary>Adds a claim.</summary>
    public static Task<int> AddClaim(UnitOfWork work, long person, string type, string value) =>
        work.Execute("INSERT INTO PersonClaim (Id, PersonId, Type, Value) VALUES (@id, @person, @type, @value)", new { id = work.NewId(), person, type, value });

    /// <summary>Removes a claim.</summary>
    public static Task<int> RemoveClaim(UnitOfWork work, long person, string type, string value) =>
        work.Execute("DELETE FROM PersonClaim WHERE PersonId = @person AND Type = @type AND Value = @value", new { person, type, value });

    /// <summary>The outside logins of a person; at most 50.</summary>
    public static Task<IReadOnlyList<LoginRow>> Logins(UnitOfWork work, long person) =>
        work.List<LoginRow>($"SELECT l.Provider, l.ProviderKey, l.DisplayName FROM PersonLogin l WHERE l.PersonId = @person ORDER BY l.Provider, l.ProviderKey {Dialect.Page}", new { person, take = 50 });

    /// <summary>Adds an outside login; false when somebody has it already.</summary>
    public static Task<bool> AddLogin(UnitOfWork work, long person, string provider, string key, string? name) =>
        work.TryInsert("INSERT INTO PersonLogin (Provider, ProviderKey, DisplayName, PersonId) VALUES (@provider, @key, @name, @person)", new { person, provider, key, name });

    /// <summary>Removes an outside login.</summary>
    public static Task<int> RemoveLogin(UnitOfWork work, long person, string provider, string key) =>
        work.Execute("DELETE FROM PersonLogin WHERE PersonId = @person AND Provider = @provider AND ProviderKey = @key", new { person, provider, key });
}
