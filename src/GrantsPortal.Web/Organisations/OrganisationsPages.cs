using GrantsPortal.Web.Organisations.My;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Organisations;

/// <summary>What the pages of organisations need.</summary>
public static class OrganisationsPages
{
    /// <summary>Registers sentences, task list and sections.</summary>
    public static IServiceCollection AddOrganisationsPages(this IServiceCollection services)
    {
        services.AddSingleton<IRefusalSentences, OrganisationSentences>();
        services.AddSingleton<IMySection, MyOrganisations>();
        services.AddSingleton<MyPage>();
        return services;
    }
}
