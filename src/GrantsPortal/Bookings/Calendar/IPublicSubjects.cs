using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Calendar;

/// <summary>Knows which courses or events everybody may see; one for each kind of occasion. Without one, none of its kind is in the public calendar.</summary>
public interface IPublicSubjects
{
    /// <summary>The kind of occasion it knows of.</summary>
    OccasionKind Kind { get; }

    /// <summary>Those of the subjects that everybody may see.</summary>
    Task<IReadOnlyCollection<long>> Among(UnitOfWork work, IReadOnlyCollection<long> subjects);
}
