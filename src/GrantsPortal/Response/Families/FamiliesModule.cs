using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Caseload;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Response.Families;

/// <summary>What support for families offers to the container.</summary>
public static class FamiliesModule
{
    /// <summary>Registers its use cases, jobs, tasks and invariants.</summary>
    public static IServiceCollection AddFamilies(this IServiceCollection services) => services
        .AddSingleton<FamilyWords>()
        .AddSingleton<FamilyDesk>()
        .AddSingleton<FamilyReviewDesk>()
        .AddSingleton<IJob, FamilyReviewJob>()
        .AddSingleton<IJob, FamilyRetentionJob>()
        .AddSingleton<ITaskSource, FamilyTasks>()
        .AddSingleton<IInvariant, FamiliesAreWhole>()
        .AddSingleton<IPartnerStory, FamilyStory>()
        .AddSingleton<IKeptRecords, FamilyKept>()
        .AddSingleton<ISubscriber<PartnerPassedOn>, FamiliesPassOn>()
        .AddSingleton<FamilyErasure>()
        .AddSingleton<IPersonalRecords>(s => s.GetRequiredService<FamilyErasure>())
        .AddSingleton<ISubscriber<PersonErased>>(s => s.GetRequiredService<FamilyErasure>());
}
