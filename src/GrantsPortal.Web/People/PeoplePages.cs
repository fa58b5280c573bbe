using GrantsPortal.People;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Guards;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.People;

/// <summary>Accounts: sign-in cookies whose tickets stay on the server, and the keys that protect them.</summary>
public static class PeoplePages
{
    /// <summary>Registers signing in and the pages of accounts and users.</summary>
    public static IServiceCollection AddPeoplePages(this IServiceCollection services)
    {
        services.AddSingleton<TicketStore>();
        services.AddSingleton<IRefusalSentences, PeopleSentences>();
        services.AddSingleton<EvenTime>();
        services.AddScoped<ProvenAgain>();
        services.AddIdentity();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<TicketStore, IOptions<PortalOptions>, IOptions<AccountOptions>>((cookie, tickets, portal, accounts) =>
            {
                PortalCookies.Guard(cookie.Cookie, portal.Value, "session");
                cookie.SessionStore = tickets;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(accounts.Value.IdleHours);
                cookie.SlidingExpiration = true;
                cookie.LoginPath = AccountRoutes.SignIn;
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Events.OnRedirectToLogin = AskToSignIn;
                cookie.Events.OnRedirectToAccessDenied = Refuse;
            });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme)
            .Configure<IOptions<PortalOptions>>((cookie, portal) =>
            {
                PortalCookies.Guard(cookie.Cookie, portal.Value, "second-step");
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
                cookie.SlidingExpiration = false;
            });
        return services;
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddScoped<IUserStore<Account>, AccountStore>();
        services.AddIdentityCore<Account>().AddSignInManager();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<PortalOptions>>((passkeys, portal) =>
        {
            var home = new Uri(portal.Value.PublicUrl);
            passkeys.ServerDomain = home.Host;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == home.GetLeftPart(UriPartial.Authority));
        });
    }

    // Whoever reads a page comes back to it after signing in; a form that was sent cannot be sent again for them.
    private static Task AskToSignIn(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var script = request.Headers["Sec-Fetch-Mode"] is { Count: > 0 } mode && mode != "navigate" || request.Headers.XRequestedWith == "XMLHttpRequest";
        if (script)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            var path = request.PathBase + request.Path + request.QueryString;
            context.Response.Redirect(request.PathBase + (HttpMethods.IsGet(request.Method) ? AccountRoutes.SignInThen(path) : AccountRoutes.SignIn));
        }

        return Task.CompletedTask;
    }

    private static Task Refuse(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
