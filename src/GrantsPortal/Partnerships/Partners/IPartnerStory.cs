using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Partnerships.Partners;

/// <summary>One thing that happened with a partner.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Sentence">What, as an English sentence with {0}, {1}, said through the localiser.</param>
/// <param name="Args">What stands in it; instants, days and money are written out.</param>
/// <param name="Path">Its page on the desk; null where it has none.</param>
/// <param name="Field">As what it may be read.</param>
public sealed record StoryLine(DateTimeOffset At, string Sentence, IReadOnlyList<object> Args, string? Path, PartnerField Field);

/// <summary>A module's part of a partner's timeline. Register each with <c>AddSingleton&lt;IPartnerStory, …&gt;()</c>; the timeline knows none by name.</summary>
public interface IPartnerStory
{
    /// <summary>What happened with a partner before an instant (at any time where it is null), the latest first, at most so many; in few queries.</summary>
    Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take);
}
