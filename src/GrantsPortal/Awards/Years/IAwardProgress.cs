using GrantsPortal.Platform.Database;

namespace GrantsPortal.Awards.Years;

/// <summary>What a higher module knows of how an award is going, for those who confirm its next year.</summary>
public interface IAwardProgress
{
    /// <summary>What there is to say, in few queries; empty when nothing.</summary>
    Task<IReadOnlyList<ProgressLine>> Of(UnitOfWork work, long award);
}

/// <summary>One thing to know.</summary>
/// <param name="What">English sentence with places, the localiser's key, such as "Report {0} was accepted on {1}".</param>
/// <param name="Args">What goes into the places; instants, days and money are written out.</param>
/// <param name="Worry">Whether it speaks against going on.</param>
public sealed record ProgressLine(string What, IReadOnlyList<object?> Args, bool Worry = false);
