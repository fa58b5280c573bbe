using GrantsPortal.Networks.Gaps;
using GrantsPortal.Networks.Graph;
using GrantsPortal.Networks.Map;
using GrantsPortal.Partnerships.Partners;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Networks;

/// <summary>What the module offers to the container.</summary>
public static class NetworksModule
{
    /// <summary>Registers the module's use cases.</summary>
    public static IServiceCollection AddNetworks(this IServiceCollection services) => services
        .AddSingleton<ReferralDesk>()
        .AddSingleton<IPartnerStory, PartnerReferrals>()
        .AddSingleton<PopulationDesk>()
        .AddSingleton<BoundaryDesk>();
}
