using GrantsPortal.Publishing.Demo;
using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Publishing;

/// <summary>The public pages, and the demo data that fill them.</summary>
public static class PublishingPages
{
    /// <summary>Registers what the pages need.</summary>
    public static IServiceCollection AddPublishingPages(this IServiceCollection services)
    {
        services.AddSingleton<IHomeFigures, HomeFigures>();
        services.AddSingleton<IRefusalSentences, PublishingSentences>();
        return services;
    }

    /// <summary>Fills the portal with demo data where <c>Demo:Enabled</c> asks for it and it was not done before; where it may not be done, says why in the log.</summary>
    public static async Task FillWithDemoData(this WebApplication app)
    {
        if (!app.Configuration.GetValue<bool>("Demo:Enabled"))
        {
            return;
        }

        var filled = await app.Services.GetRequiredService<DemoData>().Fill(app.Lifetime.ApplicationStopping);
        if (filled.Refused)
        {
            app.Logger.LogWarning("{Sentence}", app.Services.GetRequiredService<Sentences>().Say(filled.Refusals[0]));
        }
        else if (filled.Value)
        {
            app.Logger.LogInformation("The portal was filled with demo data.");
        }
    }
}

/// <summary>Why the portal was not filled with demo data.</summary>
public sealed class PublishingSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["demo.people-here"] = "Demo data are only for an empty portal: {0} people who are not of the demo have an account here",
        ["demo.half-filled"] = "Filling with demo data was interrupted before. Remove the database and its storage folder, then begin again",
    };
}
