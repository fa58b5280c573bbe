using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>What a module asks of an occasion before it is published, besides its times and seats; each that has something to ask registers one.</summary>
public interface IOccasionCondition
{
    /// <summary>What stands against publishing; empty when nothing does, or the occasion is another module's.</summary>
    Task<IReadOnlyList<Refusal>> Against(UnitOfWork work, Occasion occasion);
}
