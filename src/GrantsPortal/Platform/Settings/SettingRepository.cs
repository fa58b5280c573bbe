using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Settings;

/// <summary>A setting as it is stored.</summary>
public sealed class StoredSetting
{
    /// <summary>Name as in the configuration, such as <c>Portal:ContactEmail</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its value.</summary>
    public string Value { get; init; } = "";

    /// <summary>When it was set, in UTC.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>By whom.</summary>
    public long? UpdatedBy { get; init; }

    /// <summary>Version of the record.</summary>
    public int Version { get; init; }
}

/// <summary>Settings in the database.</summary>
public static class SettingRepository
{
    /// <summary>Every stored setting; there are few.</summary>
    public static Task<IReadOnlyList<StoredSetting>> All(UnitOfWork work) =>
        work.List<StoredSetting>($"SELECT Name, Value, UpdatedAt, UpdatedBy, Version FROM Setting ORDER BY Name {Dialect.Page}", new { take = 500 });

    /// <summary>Stores a value that was not stored; false when it is by now.</summary>
    public static Task<bool> Add(UnitOfWork work, string name, string value) =>
        work.TryInsert(
            "INSERT INTO Setting (Name, Value, UpdatedAt, UpdatedBy, Version) VALUES (@name, @value, @now, @by, 1)",
            new { name, value, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Changes a stored value; false when somebody changed it meanwhile.</summary>
    public static Task<bool> Change(UnitOfWork work, string name, string value, int version) =>
        work.Guarded(
            "UPDATE Setting SET Value = @value, UpdatedAt = @now, UpdatedBy = @by, Version = Version + 1 WHERE Name = @name AND Version = @version",
            new { name, value, version, now = work.Now, by = work.Actor.PersonId });

    /// <summary>Forgets a stored value, so that the configuration's holds again; false when somebody changed it meanwhile.</summary>
    public static Task<bool> Forget(UnitOfWork work, string name, int version) =>
        work.Guarded("DELETE FROM Setting WHERE Name = @name AND Version = @version", new { name, version });
}
