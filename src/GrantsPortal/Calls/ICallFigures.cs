using GrantsPortal.Platform.Database;

namespace GrantsPortal.Calls;

/// <summary>How many applications a call has; a higher module counts them.</summary>
/// <param name="Drafts">Being written.</param>
/// <param name="Submitted">Sent in, in whatever state they are now; withdrawn ones left out.</param>
public sealed record CallFigures(int Drafts, int Submitted);

/// <summary>Counts the applications of calls.</summary>
public interface ICallFigures
{
    /// <summary>The figures by call, in one query; a call without applications may be missing.</summary>
    Task<IReadOnlyDictionary<long, CallFigures>> For(UnitOfWork work, IReadOnlyCollection<long> calls);
}
