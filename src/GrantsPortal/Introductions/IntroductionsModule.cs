using GrantsPortal.Introductions.Meeting;
using GrantsPortal.Introductions.Offers;
using GrantsPortal.Introductions.Tables;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;
using IPartnerStory = GrantsPortal.Partnerships.Partners.IPartnerStory;

namespace GrantsPortal.Introductions;

/// <summary>What the module offers to the container.</summary>
public static class IntroductionsModule
{
    /// <summary>Registers the module's use cases, jobs, tasks and invariants.</summary>
    public static IServiceCollection AddIntroductions(this IServiceCollection services)
    {
        services.AddOptions<IntroductionOptions>().BindConfiguration("Introductions");
        return services
            .AddSingleton<Vocabulary>()
            .AddSingleton<IPartnerStory, PartnerIntroductions>()
            .AddSingleton<PartnerDesk>()
            .AddSingleton<IntroductionDesk>()
            .AddSingleton<AnswerDesk>()
            .AddSingleton<IntroductionLetters>()
            .AddSingleton<MeetingDesk>()
            .AddSingleton<IJob, MeetingJob>()
            .AddSingleton<TableSolver>()
            .AddSingleton<TableDesk>()
            .AddSingleton<ICheckup, TableCheckup>()
            .AddSingleton<ITaskSource, IntroductionTasks>()
            .AddSingleton<IntroductionJob>()
            .AddSingleton<IJob>(s => s.GetRequiredService<IntroductionJob>())
            .AddSingleton<IJob, StillTrueJob>()
            .AddSingleton<IInvariant, IntroductionsAreAgreed>()
            .AddSingleton<IntroductionErasure>()
            .AddSingleton<IPersonalRecords>(s => s.GetRequiredService<IntroductionErasure>())
            .AddSingleton<ISubscriber<PersonErased>>(s => s.GetRequiredService<IntroductionErasure>());
    }
}
