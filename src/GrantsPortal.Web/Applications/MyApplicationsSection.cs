using System.Globalization;
using GrantsPortal.Applications;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;

namespace GrantsPortal.Web.Applications;

/// <summary>The latest applications, on the page /my.</summary>
public sealed class MyApplicationsSection : IMySection
{
    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public async Task<MySection?> Read(Actor actor, UnitOfWork work)
    {
        var rows = await ApplicationRepository.Mine(work, actor.Person, CultureInfo.CurrentUICulture.Name, take: 5);
        return rows.Count == 0 ? null : new MySection("Your applications", "/Applications/_MyRows.cshtml", rows, ApplicationRoutes.List);
    }
}
