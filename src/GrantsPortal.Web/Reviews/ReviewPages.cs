using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Reviews;

/// <summary>What the module's pages need.</summary>
public static class ReviewPages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddReviewPages(this IServiceCollection services) => services
        .AddSingleton<IRefusalSentences, ReviewSentences>();
}
