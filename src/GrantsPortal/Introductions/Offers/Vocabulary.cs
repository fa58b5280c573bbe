using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Introductions.Offers;

/// <summary>What partners choose from before they use words of their own.</summary>
public sealed class Vocabulary(IOptions<IntroductionOptions> options, IOptions<PortalOptions> portal, CityDistricts districts)
{
    /// <summary>The words of a kind, in English or the city's first language.</summary>
    public async Task<IReadOnlyList<string>> Of(UnitOfWork work, EntryKind kind) => kind switch
    {
        EntryKind.Theme => [.. portal.Value.ThemesInUse.Select(theme => theme.Name)],
        EntryKind.District => await districts.All(work),
        _ => options.Value.List(kind),
    };
}
