using System.Globalization;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Guards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Shared.Languages;

/// <summary>Changes the language one reads in.</summary>
[AllowAnonymous]
public sealed class LanguageController(IOptions<PortalOptions> portal) : Controller
{
    /// <summary>Keeps the choice in a cookie for a year and goes back to where one was; another site's address leads home.</summary>
    [HttpPost("/language")]
    public IActionResult Choose(string? language, string? returnUrl)
    {
        var known = portal.Value.Languages.FirstOrDefault(l => string.Equals(l, language, StringComparison.OrdinalIgnoreCase));
        if (known is not null)
        {
            var cookie = new CookieBuilder();
            PortalCookies.Guard(cookie, portal.Value, RequestLanguage.Cookie);
            cookie.Expiration = TimeSpan.FromDays(365);
            Response.Cookies.Append(cookie.Name!, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(CultureInfo.GetCultureInfo(known))), cookie.Build(HttpContext));
        }

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
