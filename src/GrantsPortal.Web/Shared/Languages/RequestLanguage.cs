using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Guards;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Shared.Languages;

/// <summary>Which of the portal's languages a request is answered in: the address, then the cookie, then the account, then the browser.</summary>
public sealed class RequestLanguage(IOptions<PortalOptions> portal) : IConfigureOptions<RequestLocalizationOptions>
{
    /// <summary>Name of the cookie that keeps a choice.</summary>
    public const string Cookie = "language";

    /// <summary>Claim that holds a person's own language.</summary>
    public const string Claim = "language";

    /// <inheritdoc/>
    public void Configure(RequestLocalizationOptions options)
    {
        var languages = portal.Value.Languages;
        options.SetDefaultCulture(languages[0]).AddSupportedCultures(languages).AddSupportedUICultures(languages);
        options.FallBackToParentUICultures = true;
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = "language", UIQueryStringKey = "language" },
            new CookieRequestCultureProvider { CookieName = PortalCookies.Name(portal.Value, Cookie) },
            new CustomRequestCultureProvider(http => Task.FromResult(http.User.FindFirst(Claim)?.Value is { Length: > 0 } own ? new ProviderCultureResult(own) : null)),
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }
}
