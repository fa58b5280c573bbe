using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Events;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Tasks;
using GrantsPortal.Response.Answers;
using GrantsPortal.Response.CallDown;
using GrantsPortal.Response.Exercises;
using GrantsPortal.Response.Families;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Response.Matters;
using GrantsPortal.Response.Offers;
using GrantsPortal.Response.Papers;
using GrantsPortal.Response.RapidFund;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Response.Situation;
using GrantsPortal.Response.Texting;
using Microsoft.Extensions.DependencyInjection;

namespace GrantsPortal.Response;

/// <summary>What the module offers to the container.</summary>
public static class ResponseModule
{
    /// <summary>Registers the module's use cases, jobs, tasks and invariants.</summary>
    public static IServiceCollection AddResponse(this IServiceCollection services)
    {
        services.AddOptions<ResponseOptions>().BindConfiguration("Response");
        services.AddOptions<TextOptions>().BindConfiguration("Text");
        services.AddHttpClient(TextSender.Client).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        return services
            .AddReadiness()
            .AddFamilies()
            .AddRapidFund()
            .AddExercises()
            .AddSingleton<IncidentSeal>()
            .AddSingleton<IPartnerStory, PartnerResponse>()
            .AddSingleton<IncidentDesk>()
            .AddSingleton<CrisisDesk>()
            .AddSingleton<CallDownReader>()
            .AddSingleton<CallDownLetters>()
            .AddSingleton<CallDownDesk>()
            .AddSingleton<AnswerDesk>()
            .AddSingleton<MatterDesk>()
            .AddSingleton<ReaderDesk>()
            .AddSingleton<IncidentPapers>()
            .AddSingleton<IJob, EscalationJob>()
            .AddSingleton<IJob, TextSender>()
            .AddSingleton<ICheckup, TextCheckup>()
            .AddSingleton<ITaskSource, IncidentTasks>()
            .AddSingleton<IInvariant, IncidentsAreWhole>()
            .AddSingleton<ReaderErasure>()
            .AddSingleton<IPersonalRecords>(s => s.GetRequiredService<ReaderErasure>())
            .AddSingleton<ISubscriber<PersonErased>>(s => s.GetRequiredService<ReaderErasure>());
    }
}
