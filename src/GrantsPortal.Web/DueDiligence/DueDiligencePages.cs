using GrantsPortal.Web.Awards.Parts;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.DueDiligence;

/// <summary>What the module's pages need.</summary>
public static class DueDiligencePages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddDueDiligencePages(this IServiceCollection services) => services
        .AddSingleton<IAwardPart, FundingPart>()
        .AddSingleton<IAwardPart, ScreeningPart>()
        .AddSingleton<IRefusalSentences, DueDiligenceSentences>();
}
