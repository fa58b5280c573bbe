using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Awards;

/// <summary>What the module offers to the container.</summary>
public static class AwardsModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddAwards(this IServiceCollection services)
    {
        services.AddOptions<AwardOptions>().BindConfiguration("Awards");
        services.AddSingleton<LetterDrafter>();
        services.AddSingleton<AwardDrafter>();
        services.AddSingleton<DecisionDesk>();
        services.AddSingleton<LetterDesk>();
        services.AddSingleton<AwardDocuments>();
        services.AddSingleton<CounterSignDesk>();
        services.AddSingleton<ConditionDesk>();
        services.AddSingleton<OfferDesk>();
        services.AddSingleton<AwardDesk>();
        services.AddSingleton<VariationDesk>();
        services.AddSingleton<MovementDesk>();
        services.AddSingleton<YearDesk>();
        services.AddSingleton<StandingDesk>();
        services.AddSingleton<YearJob>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<YearJob>());
        services.AddSingleton<OfferJob>();
        services.AddSingleton<IJob>(s => s.GetRequiredService<OfferJob>());
        services.AddSingleton<ITaskSource, AwardTasks>();
        services.AddSingleton<ITaskSource, ChangeTasks>();
        services.AddSingleton<ISubjectNames, AwardSubjects>();
        services.AddSingleton<ISubjectNames, DecisionSubjects>();
        services.AddSingleton<IUpgrade, AwardUpgrade>();
        services.AddSingleton<IInvariant, AwardsAreInTheLedger>();
        services.AddSingleton<IInvariant, AwardsEqualTheirDecision>();
        services.AddSingleton<IInvariant, AwardedApplicationsHaveOneAward>();
        services.AddSingleton<IInvariant, AcceptedAwardsHaveTheirAgreement>();
        services.AddSingleton<IInvariant, LettersWentOutTogether>();
        services.AddSingleton<IInvariant, DocumentsAreKept>();
        services.AddSingleton<IInvariant, SignaturesMatchTheRule>();
        services.AddSingleton<IInvariant, CounterSignersDidNotRecommend>();
        services.AddSingleton<IInvariant, ConditionsAreJudgedByOthers>();
        services.AddSingleton<IInvariant, LinesAndYearsAddUp>();
        services.AddSingleton<IInvariant, AgreedChangesHaveTheirDocument>();
        services.AddSingleton<IInvariant, AwardsEqualTheLedger>();
        services.AddSingleton<IInvariant, MovementsExplainTheLines>();
        services.AddSingleton<IPartnerStory, PartnerAwards>();
        services.AddSingleton<IPartnerDocuments, PartnerAwards>();
        return services;
    }
}
