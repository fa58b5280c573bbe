using GrantsPortal.Platform.Checks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Payments.Claims;

/// <summary>What claims offer to the container.</summary>
internal static class ClaimsModule
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddClaims(this IServiceCollection services)
    {
        services.AddOptions<ClaimOptions>().BindConfiguration("Claims");
        return services.AddSingleton<ClaimDesk>().AddSingleton<IInvariant, ApprovedClaimsArePaidOnce>();
    }
}
