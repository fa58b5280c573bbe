using GrantsPortal.Applications.Consortia;
using GrantsPortal.Applications.Deadlines;
using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Intake;
using GrantsPortal.Applications.Submitting;
using GrantsPortal.Calls;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Applications;

/// <summary>What the module offers to the container.</summary>
public static class ApplicationsModule
{
    /// <summary>Registers the module's use cases, task sources, invariants, jobs and subscribers.</summary>
    public static IServiceCollection AddApplications(this IServiceCollection services)
    {
        services.AddSingleton<DraftDesk>();
        services.AddSingleton<AnswerDesk>();
        services.AddSingleton<DocumentDesk>();
        services.AddSingleton<SubmissionDesk>();
        services.AddSingleton<IntakeDesk>();
        services.AddSingleton<ConsortiumDesk>();
        services.AddSingleton<ITaskSource, ApplicationTasks>();
        services.AddSingleton<ITaskSource, ConsortiumTasks>();
        services.AddSingleton<IInvariant, SubmissionsAreWhole>();
        services.AddSingleton<IInvariant, HeadlinesMatchAnswers>();
        services.AddSingleton<IJob, DraftReminders>();
        services.AddSingleton<ISubscriber<CallExtended>, CallNews>();
        services.AddSingleton<ISubscriber<CallFormChanged>, CallNews>();
        services.AddSingleton<ICallFigures, ApplicationCounts>();
        services.AddSingleton<IPartnerStory, PartnerApplications>();
        services.AddSingleton<IPartnerDocuments, PartnerApplications>();
        return services;
    }
}
