using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Settings;
using GrantsPortal.Reviews;
using GrantsPortal.Web.Shared.Languages;
using GrantsPortal.Web.Shared.Theme;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Platform;

/// <summary>What the administrators' pages and the officers' messages need.</summary>
public static class PlatformPages
{
    /// <summary>Registers settings that can be changed in the portal, health checks and sentences.</summary>
    public static IServiceCollection AddPlatformPages(this IServiceCollection services)
    {
        services.AddSingleton<IRefusalSentences, PlatformSentences>();
        services.AddHealthChecks().AddCheck<ReadyCheck>("portal");
        services.AddLiveOptions<ThemeOptions>();
        services.AddLiveOptions<OrganisationOptions>();
        services.AddLiveOptions<AwardOptions>();
        services.AddSingleton<IAudience, ApplicantAudience>();
        services.AddSingleton<IAudience, ReviewerAudience>();
        services.AddSingleton<IAudience, AwardHolderAudience>();
        services.AddSingleton(s => new SettingCatalogue(PortalSettings.In(s.GetRequiredService<IOptions<PortalOptions>>().Value.Languages)));
        services.AddSingleton<SettingsDesk>();
        return services;
    }
}

/// <summary>The platform's refusals in English.</summary>
public sealed class PlatformSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["email.not-found"] = "This e-mail is not there any more",
        ["email.not-again"] = "This e-mail is “{0}” by now, so it cannot be sent again",
        ["job.not-found"] = "There is no such job",
        ["job.running"] = "{0} is running just now",
        ["setting.changed-meanwhile"] = "Somebody else changed this meanwhile: it is now “{0}”. Look at it and save again",
        ["setting.not-a-colour"] = "Write a colour as #rrggbb, like #0b4a55",
        ["setting.too-light"] = "This colour is too light: the contrast with white is {0}, and at least {1} is needed",
        ["setting.not-an-address"] = "Write an e-mail address, like grants@city.example",
        ["setting.not-a-number"] = "Write a whole number from {0} to {1}",
        ["setting.too-long"] = "Write at most {0} characters",
        ["message.no-subject"] = "Enter a subject",
        ["message.subject-too-long"] = "The subject can have up to {0} characters",
        ["message.no-body"] = "Enter the message",
        ["message.body-too-long"] = "The message can have up to {0} characters",
        ["message.no-audience"] = "Choose who the message is for",
        ["message.nobody"] = "Nobody is meant by this choice, so there is nobody to write to",
        ["message.too-many"] = "This is more than {0} people: choose fewer",
        ["message.not-found"] = "This message is not there any more",
        ["message.already-sent"] = "This message was sent or changed meanwhile; it is not sent twice",
    };
}
