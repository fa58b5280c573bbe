using GrantsPortal.Applications.Drafting;
using GrantsPortal.Applications.Submitting;
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
        return services;
    }
}
