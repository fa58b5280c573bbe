using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Events;

/// <summary>
/// Something that happened, told within the transaction that made it happen, so that higher modules can do their part in it.
/// </summary>
public interface ISubscriber<in TEvent>
{
    /// <summary>Does this module's part; what it throws undoes the whole transaction.</summary>
    Task On(TEvent happened, UnitOfWork work);
}
