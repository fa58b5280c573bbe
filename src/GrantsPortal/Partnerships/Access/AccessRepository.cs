using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Partnerships.Access;

/// <summary>Fields whose readers administrators changed.</summary>
public static class AccessRepository
{
    /// <summary>Who reads them instead.</summary>
    public static async Task<IReadOnlyDictionary<PartnerField, PartnerEyes>> Changed(UnitOfWork work) =>
        (await Rows(work)).ToDictionary(row => Enum.Parse<PartnerField>(row.Field), row => CodeList.Of(row.Readers).Aggregate(PartnerEyes.None, (all, name) => all | Enum.Parse<PartnerEyes>(name)));

    /// <summary>The versions of what was changed.</summary>
    public static async Task<IReadOnlyDictionary<PartnerField, int>> Versions(UnitOfWork work) => (await Rows(work)).ToDictionary(row => Enum.Parse<PartnerField>(row.Field), row => row.Version);

    /// <summary>Keeps who reads a field; false when somebody was quicker.</summary>
    public static Task<bool> Put(UnitOfWork work, PartnerField field, PartnerEyes readers, int version)
    {
        var args = new { field, readers = CodeList.Kept(Enum.GetValues<PartnerEyes>().Where(one => one != 0 && readers.HasFlag(one)).Select(one => one.ToString())), version, now = work.Now, by = work.Actor.PersonId };
        return version == 0
            ? work.TryInsert("INSERT INTO PartnerFieldReaders (Field, Readers, ChangedAt, ChangedBy, Version) VALUES (@field, @readers, @now, @by, 1)", args)
            : work.Guarded("UPDATE PartnerFieldReaders SET Readers = @readers, ChangedAt = @now, ChangedBy = @by, Version = Version + 1 WHERE Field = @field AND Version = @version", args);
    }

    private static Task<IReadOnlyList<Row>> Rows(UnitOfWork work) =>
        work.List<Row>($"SELECT f.Field, f.Readers, f.Version FROM PartnerFieldReaders f ORDER BY f.Field {Dialect.Page}", new { take = 200 });

    private sealed class Row
    {
        public string Field { get; init; } = "";

        public string Readers { get; init; } = "";

        public int Version { get; init; }
    }
}
