using GrantsPortal.Introductions;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Web.Shared;

namespace GrantsPortal.Web.Introductions;

/// <summary>The person's introductions that go on or were made, on the page /my.</summary>
public sealed class MyIntroductionsSection : IMySection
{
    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public async Task<MySection?> Read(Actor actor, UnitOfWork work)
    {
        var living = (await IntroductionRepository.Mine(work, actor.Person)).Where(one => one.State is not (IntroductionState.Declined or IntroductionState.Lapsed)).Take(5).ToList();
        return living.Count == 0 ? null : new MySection("Introductions", "/Introductions/MyIntroductions/_List.cshtml", living, IntroductionRoutes.Mine);
    }
}
