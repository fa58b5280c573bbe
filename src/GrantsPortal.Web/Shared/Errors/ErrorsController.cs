using System.Diagnostics;
using GrantsPortal.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Shared.Errors;

/// <summary>What an error page says.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Reference">What to quote when asking for help; also in the log.</param>
/// <param name="ContactEmail">Whom to ask.</param>
/// <param name="WaitSeconds">How long to wait, after too many requests.</param>
public sealed record ErrorPage(int Status, string Reference, string ContactEmail, int? WaitSeconds);

/// <summary>The pages shown when something cannot be: what happened, what was kept, what to do.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, DisableRateLimiting, ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController(IOptions<PortalOptions> portal) : Controller
{
    /// <summary>The reference of a request: short enough to read out, and in every line the log holds about it.</summary>
    public static string ReferenceOf(HttpContext http) =>
        (Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier)[..8].ToUpperInvariant();

    /// <summary>Shows the page for a status; reached by re-execution only.</summary>
    [Route("/error/{status:int}")]
    public IActionResult Show(int status)
    {
        status = HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failure ? Failures.StatusOf(failure.Error)
            : HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null ? StatusCodes.Status404NotFound
            : status;

        var view = status switch
        {
            400 or 403 or 404 or 429 => status.ToString(System.Globalization.CultureInfo.InvariantCulture),
            413 => "413",
            >= 500 => "500",
            _ => "400",
        };
        int? wait = int.TryParse(Response.Headers.RetryAfter, out var seconds) ? seconds : null;
        Response.StatusCode = status;
        return View(view, new ErrorPage(status, ReferenceOf(HttpContext), portal.Value.ContactEmail, wait));
    }
}
