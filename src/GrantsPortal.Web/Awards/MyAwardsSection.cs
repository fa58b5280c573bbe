using GrantsPortal.Awards;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;

namespace GrantsPortal.Web.Awards;

/// <summary>The awards of a person's organisations, on the page /my.</summary>
public sealed class MyAwardsSection : IMySection
{
    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public async Task<MySection?> Read(Actor actor, UnitOfWork work)
    {
        var rows = await AwardRepository.Of(work, actor.Person);
        return rows.Count == 0 ? null : new MySection("Your awards", "/Awards/_MyRows.cshtml", rows);
    }
}
