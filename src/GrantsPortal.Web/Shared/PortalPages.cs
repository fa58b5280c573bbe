using System.Text.Encodings.Web;
using System.Text.Unicode;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Errors;
using GrantsPortal.Web.Shared.Forms;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using GrantsPortal.Web.Shared.Theme;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace GrantsPortal.Web.Shared;

/// <summary>What every page stands on: views, languages, headers, rate limits, error pages.</summary>
public static class PortalPages
{
    /// <summary>Registers MVC and everything pages need.</summary>
    public static IServiceCollection AddPortalPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitOptions>().BindConfiguration("Limits");
        services.AddOptions<ThemeOptions>().BindConfiguration("Portal:Theme").ValidateOnStart();
        services.AddSingleton<IValidateOptions<ThemeOptions>, ThemeCheck>();
        services.AddSingleton<ThemeSheet>();
        services.AddHttpContextAccessor();
        services.AddScoped<FieldRegister>();
        services.AddLanguages();
        services.AddPortalMvc();
        services.AddGuards();
        services.AddHealthChecks();
        return services;
    }

    /// <summary>Puts the page pipeline together, in the order requests pass it.</summary>
    public static WebApplication UsePortalPages(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseHead();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseHsts();
        app.UseResponseCompression();
        app.UseStaticFiles(Files());
        app.UseRouting();
        app.UseAuthentication();
        app.UseRequestLocalization();
        if (app.Services.GetRequiredService<IOptions<LimitOptions>>().Value.Enabled)
        {
            app.UseRateLimiter();
        }

        app.UseAuthorization();
        ThemeSheet.Map(app);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks("/health/ready").AllowAnonymous().DisableRateLimiting();
        app.MapControllers();
        return app;
    }

    /// <summary>HEAD is answered as GET is; the server itself leaves the body out. Routes name GET alone.</summary>
    private static void UseHead(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    });

    private static void AddLanguages(this IServiceCollection services)
    {
        services.AddSingleton<PageTexts>();
        services.AddSingleton<IStringLocalizerFactory>(s => s.GetRequiredService<PageTexts>());
        services.AddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.AddSingleton<Written>();
        services.AddSingleton<IRefusalSentences, PlatformSentences>();
        services.AddSingleton<Sentences>();
        services.AddSingleton<IConfigureOptions<RequestLocalizationOptions>, RequestLanguage>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, PlainBindingMessages>();
    }

    private static void AddPortalMvc(this IServiceCollection services)
    {
        services.AddControllersWithViews(options =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.ModelBinderProviders.Insert(0, new FieldBinders());
            options.ModelMetadataDetailsProviders.Add(new PlainMessages());
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        })
        .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Texts)));
        services.Configure<RazorViewEngineOptions>(options => options.ViewLocationExpanders.Add(new ModuleViewLocations()));
        services.AddRouting(options => options.LowercaseUrls = true);

        // Letters of every language are written as they are; only what means something in HTML is encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    private static void AddGuards(this IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddDataProtection();
        services.AddPortalRateLimits();
        services.AddExceptionHandler<Failures>();
        services.AddExceptionHandler(options =>
        {
            options.ExceptionHandlingPath = "/error/500";
            options.StatusCodeSelector = Failures.StatusOf;
            options.SuppressDiagnosticsCallback = _ => true;
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ResponseCompressionDefaults.MimeTypes.Concat(["image/svg+xml", "text/javascript", "application/atom+xml", "text/calendar"]);
        });
        services.AddSingleton<IResponseCompressionProvider, Compression>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>((kestrel, limits) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = limits.Value.RequestBytes;
        });
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<PortalOptions>>((antiforgery, portal) =>
        {
            PortalCookies.Guard(antiforgery.Cookie, portal.Value, "forms");
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddOptions<CookieTempDataProviderOptions>().Configure<IOptions<PortalOptions>>((data, portal) => PortalCookies.Guard(data.Cookie, portal.Value, "notices"));
    }

    private static StaticFileOptions Files() => new()
    {
        // An address with a version never changes its content; any other is asked for again each time, and answered "not modified".
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache",
    };
}
