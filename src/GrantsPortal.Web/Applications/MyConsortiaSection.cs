using GrantsPortal.Applications;
using GrantsPortal.Applications.Consortia;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;

namespace GrantsPortal.Web.Applications;

/// <summary>Where one's organisations apply with others, on the page /my.</summary>
public sealed class MyConsortiaSection : IMySection
{
    /// <inheritdoc/>
    public int Order => 21;

    /// <inheritdoc/>
    public async Task<MySection?> Read(Actor actor, UnitOfWork work)
    {
        var rows = await ConsortiumRepository.Mine(work, actor.Person);
        return rows.Count == 0 ? null : new MySection("Applying with others", "/Applications/_Consortia.cshtml", rows.Take(5).ToList(), ApplicationRoutes.Consortia);
    }
}
