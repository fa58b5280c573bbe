using GrantsPortal.Web.Awards.Changes;
using GrantsPortal.Web.Awards.Changes.Parts;
using GrantsPortal.Web.Awards.Parts;
using GrantsPortal.Web.Shared;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Awards;

/// <summary>The pages of decisions and awards.</summary>
public static class AwardsPages
{
    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddAwardsPages(this IServiceCollection services) =>
        services.AddSingleton<AwardParts>()
            .AddSingleton<IAwardPart, AnswerPart>()
            .AddSingleton<IAwardPart, ConditionsPart>()
            .AddSingleton<IAwardPart, StandingPart>()
            .AddSingleton<IAwardPart, ChangesPart>()
            .AddSingleton<IAwardPart, FactsPart>()
            .AddSingleton<IAwardPart, DocumentsPart>()
            .AddSingleton<IAwardPart, TermsPart>()
            .AddSingleton<IAwardPart, HistoryPart>()
            .AddSingleton<IMySection, MyAwardsSection>()
            .AddSingleton<IRefusalSentences, ChangeSentences>()
            .AddSingleton<IRefusalSentences, AwardSentences>();
}
