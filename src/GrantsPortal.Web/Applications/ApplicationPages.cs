using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Applications;

/// <summary>What the pages of applications need.</summary>
public static class ApplicationPages
{
    /// <summary>Registers sentences and the section on the page /my.</summary>
    public static IServiceCollection AddApplicationPages(this IServiceCollection services)
    {
        services.AddSingleton<IRefusalSentences, ApplicationSentences>();
        services.AddSingleton<IRefusalSentences, ConsortiumSentences>();
        services.AddSingleton<IMySection, MyApplicationsSection>();
        services.AddSingleton<IMySection, MyConsortiaSection>();
        services.AddSingleton<IPartnerPart, ApplicationsPartnerPart>();
        return services;
    }
}
