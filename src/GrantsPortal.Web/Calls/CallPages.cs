using GrantsPortal.Web.Calls.Desk;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Calls;

/// <summary>What the module's pages need.</summary>
public static class CallPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddCallPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, CallSentences>()
        .AddSingleton<DeskTools>();
}
