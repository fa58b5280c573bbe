using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls.Agreements;

/// <summary>The conditions that awards of a call start with.</summary>
public static class CallConditionRepository
{
    private const string Columns = "Id, CallId, Place, Kind, Title, Detail, DueDays, Version";

    /// <summary>The conditions of a call in their order.</summary>
    public static async Task<IReadOnlyList<CallCondition>> Of(UnitOfWork work, long call) =>
        [.. (await work.List<Row>($"SELECT {Columns} FROM CallCondition WHERE CallId = @call ORDER BY Place, Id {Dialect.Page}", new { call, take = 100 })).Select(row => row.Read())];

    /// <summary>One condition of a call, or null.</summary>
    public static async Task<CallCondition?> Find(UnitOfWork work, long call, long id) =>
        (await work.Find<Row>($"SELECT {Columns} FROM CallCondition WHERE Id = @id AND CallId = @call", new { id, call }))?.Read();

    /// <summary>Adds a condition at the end.</summary>
    public static Task<int> Insert(UnitOfWork work, CallCondition condition) =>
        work.Execute(
            """
            INSERT INTO CallCondition (Id, CallId, Place, Kind, Title, Detail, DueDays, Version)
            SELECT @Id, @CallId, COALESCE(MAX(Place), 0) + 1, @Kind, @title, @detail, @DueDays, 1 FROM CallCondition WHERE CallId = @CallId
            """,
            new { condition.Id, condition.CallId, condition.Kind, title = Json.Write(condition.Title), detail = Json.Write(condition.Detail), condition.DueDays });

    /// <summary>Changes a condition; false when somebody was quicker.</summary>
    public static Task<bool> Update(UnitOfWork work, CallCondition condition) =>
        work.Guarded(
            """
            UPDATE CallCondition SET Kind = @Kind, Title = @title, Detail = @detail, DueDays = @DueDays, Version = Version + 1
            WHERE Id = @Id AND CallId = @CallId AND Version = @Version
            """,
            new { condition.Id, condition.CallId, condition.Version, condition.Kind, title = Json.Write(condition.Title), detail = Json.Write(condition.Detail), condition.DueDays });

    /// <summary>Gives a condition another place.</summary>
    public static Task<int> SetPlace(UnitOfWork work, long call, long id, int place) =>
        work.Execute("UPDATE CallCondition SET Place = @place WHERE Id = @id AND CallId = @call", new { call, id, place });

    /// <summary>Removes a condition; false when somebody was quicker.</summary>
    public static Task<bool> Remove(UnitOfWork work, long call, long id, int version) =>
        work.Guarded("DELETE FROM CallCondition WHERE Id = @id AND CallId = @call AND Version = @version", new { call, id, version });

    private sealed class Row
    {
        public long Id { get; init; }

        public long CallId { get; init; }

        public int Place { get; init; }

        public ConditionKind Kind { get; init; }

        public string Title { get; init; } = "";

        public string Detail { get; init; } = "";

        public int? DueDays { get; init; }

        public int Version { get; init; }

        public CallCondition Read() => new()
        {
            Id = Id,
            CallId = CallId,
            Place = Place,
            Kind = Kind,
            Title = Json.Read<Words>(Title),
            Detail = Json.Read<Words>(Detail),
            DueDays = DueDays,
            Version = Version,
        };
    }
}
