using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships;

/// <summary>When people of a partner were last there.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="What">What it was.</param>
/// <param name="Path">Its page on the desk.</param>
public sealed record Encounter(DateTimeOffset At, string What, string Path);

/// <summary>A module above that knows when people of partners were seen, such as at a course.</summary>
public interface IPartnerEncounters
{
    /// <summary>The last encounter with each of some partners, at most 200, in one query; those never seen are left out.</summary>
    Task<IReadOnlyDictionary<long, Encounter>> Last(UnitOfWork work, IReadOnlyCollection<long> organisations);
}
