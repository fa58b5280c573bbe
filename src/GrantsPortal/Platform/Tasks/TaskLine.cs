using GrantsPortal.Platform.Database;

namespace GrantsPortal.Platform.Tasks;

/// <summary>One thing a person has to do.</summary>
/// <param name="What">English sentence with places, the localiser's key, such as "Score {0}".</param>
/// <param name="Args">What goes into the places.</param>
/// <param name="Path">Where it is done.</param>
/// <param name="Due">By when, in UTC; null when there is no date.</param>
/// <param name="Hat">In what capacity: an organisation's name, or a role such as "Reviewer".</param>
public sealed record TaskLine(string What, IReadOnlyList<object?> Args, string Path, DateTimeOffset? Due, string Hat);

/// <summary>A module's part of "what needs me". Sources are asked in one read unit of work and answer with few queries, never one a row.</summary>
public interface ITaskSource
{
    /// <summary>What the actor has to do, at most a hundred lines.</summary>
    Task<IReadOnlyList<TaskLine>> For(Actor actor, UnitOfWork work);
}
