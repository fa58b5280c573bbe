using System.Security.Claims;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.Incidents;
using GrantsPortal.Web.Partnerships;
using GrantsPortal.Web.Response.Exercises;
using GrantsPortal.Web.Response.Families;
using GrantsPortal.Web.Response.RapidFund;
using GrantsPortal.Web.Response.Readiness;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Response;

/// <summary>What the module's pages need.</summary>
public static class ResponsePages
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddResponsePages(this IServiceCollection services) => services
        .AddRapidFundPages()
        .AddReadinessPages()
        .AddSingleton<IRefusalSentences, ResponseSentences>()
        .AddFamiliesPages()
        .AddExercisePages()
        .AddSingleton<ScopeChoices>()
        .AddSingleton<IPartnerPart, CrisisPart>()
        .AddSingleton(new IncidentTab("", "Now", 10))
        .AddSingleton(new IncidentTab("call-down", "Call-down", 20))
        .AddSingleton(new IncidentTab(MattersController.Tab, "Needs and offers", 30))
        .AddSingleton(new IncidentTab(SituationController.Tab, "Situation", 40))
        .AddSingleton(new IncidentTab("log", "Log", 70))
        .AddSingleton(new IncidentTab(ReportController.Tab, "Closing and report", 80));
}

/// <summary>One page of an incident; a module adds its own with <c>AddSingleton(new IncidentTab(…))</c>.</summary>
/// <param name="Key">The last part of its address, by which a page says that it is there; empty for the incident as it stands.</param>
/// <param name="Label">English label, said through the localiser.</param>
/// <param name="Order">Where it stands: now 10, call-down 20, needs and offers 30, situation 40, rapid-response fund 50, families 60, log 70, closing 80.</param>
public sealed record IncidentTab(string Key, string Label, int Order)
{
    /// <summary>Which incidents have it; all, where nothing is said.</summary>
    public Func<Incident, bool> Of { get; init; } = _ => true;

    /// <summary>Who of those who read incidents sees it; all, where nothing is said.</summary>
    public Func<ClaimsPrincipal, bool> Seen { get; init; } = _ => true;
}

/// <summary>What stands at the head of each page of an incident, drill or real, unmistakably: the partial <c>/Response/_IncidentHead.cshtml</c>.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Tab">The tab that is open.</param>
/// <param name="Now">The instant it was read.</param>
public sealed record IncidentFrame(Incident Incident, string Tab, DateTimeOffset Now)
{
    /// <summary>The incident of a reference, at a tab; null when there is none.</summary>
    public static async Task<IncidentFrame?> Of(UnitOfWork work, string reference, string tab) =>
        await IncidentRepository.Find(work, reference) is { } incident ? new IncidentFrame(incident, tab, work.Now) : null;

    /// <summary>The page's title, which begins with what an exercise is; its English words go through the localiser.</summary>
    public string TitleOf(string page, string exercise) => $"{(Incident.IsDrill ? exercise + ": " : "")}{page}, {Incident.Title}";
}
