using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Response.Situation;

/// <summary>Somebody who may read the situation page of an incident: a person of the staff, or an outside counterpart by link.</summary>
public sealed record IncidentReader
{
    /// <summary>Record id, which the link of a counterpart carries.</summary>
    public long Id { get; init; }

    /// <summary>The incident.</summary>
    public long IncidentId { get; init; }

    /// <summary>The person of the staff; null for a counterpart.</summary>
    public long? PersonId { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>A counterpart's address.</summary>
    public string? Email { get; init; }

    /// <summary>When they were let in, in UTC.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>Until when a counterpart's link holds, in UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When they were let out again, in UTC.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Whether they may read at an instant.</summary>
    public bool MayReadAt(DateTimeOffset at) => RemovedAt is null && (ExpiresAt is null || at < ExpiresAt);
}

/// <summary>Gives an outside counterpart the link to a situation page.</summary>
/// <param name="IsDrill">Whether it is an exercise.</param>
/// <param name="Title">What it is.</param>
/// <param name="By">Who let them in.</param>
/// <param name="Until">Until when the link holds.</param>
/// <param name="Path">The page.</param>
public sealed record SituationShared(bool IsDrill, string Title, string By, DateTimeOffset Until, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static SituationShared Sample => new(true, "Fire at the community centre", "Farah Siddiqui", new(2026, 12, 11, 17, 0, 0, TimeSpan.Zero), "/situation/SECRET");
}
