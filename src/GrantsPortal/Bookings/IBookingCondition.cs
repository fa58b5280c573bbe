using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings;

/// <summary>What a module above asks of whoever takes part, such as a completed course.</summary>
public interface IBookingCondition
{
    /// <summary>What stands against somebody taking part; null when nothing does.</summary>
    Task<Refusal?> Against(UnitOfWork work, Occasion occasion, Guest guest);
}
