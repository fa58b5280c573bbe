using Microsoft.AspNetCore.Diagnostics;

namespace GrantsPortal.Web.Shared.Errors;

/// <summary>Notes a fault in the log under the reference that the page shows.</summary>
public sealed class Failures(ILogger<Failures> log) : IExceptionHandler
{
    /// <inheritdoc/>
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (StatusOf(exception) >= 500)
        {
            log.LogError(exception, "Failure {Reference} at {Method} {Path}", ErrorsController.ReferenceOf(httpContext), httpContext.Request.Method, httpContext.Request.Path);
        }

        return ValueTask.FromResult(false);
    }

    /// <summary>A request that cannot be read is the request's fault, not ours.</summary>
    public static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };
}
