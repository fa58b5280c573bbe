namespace GrantsPortal.Web.Shared.Guards;

/// <summary>What every answer tells the browser not to do.</summary>
public static class SecurityHeaders
{
    /// <summary>Nothing runs, loads or frames but what the portal itself serves; no inline script or style.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Answers one request under a policy of its own, such as a page that frames another of the portal.</summary>
    public static void Replace(HttpContext http, string policy) => http.Items[typeof(SecurityHeaders)] = policy;

    /// <summary>Lets one page use the camera.</summary>
    public static void AllowCamera(HttpContext http) => http.Items[nameof(AllowCamera)] = true;

    /// <summary>Sets the headers on every answer, error pages and files among them.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = http.Items[typeof(SecurityHeaders)] as string ?? Policy;
            headers.XContentTypeOptions = "nosniff";
            if (headers["Referrer-Policy"].Count == 0)
            {
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            }

            headers["Permissions-Policy"] = (http.Items.ContainsKey(nameof(AllowCamera)) ? "camera=(self)" : "camera=()") + ", geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";

            // frame-ancestors says it already; two headers that may disagree help nobody.
            headers.Remove("X-Frame-Options");
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = http.User.Identity?.IsAuthenticated == true ? "no-store" : "no-cache";
            }

            return Task.CompletedTask;
        });
        return next(http);
    });
}
