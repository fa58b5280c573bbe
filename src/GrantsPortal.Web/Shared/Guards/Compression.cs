using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Shared.Guards;

/// <summary>
/// Compresses styles, scripts and data always, pages only for those who are not signed in: a page that holds secrets and
/// repeats what was asked could otherwise be guessed at from its length.
/// </summary>
public sealed class Compression(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    /// <inheritdoc/>
    public override bool ShouldCompressResponse(HttpContext context) =>
        base.ShouldCompressResponse(context)
        && (context.User.Identity?.IsAuthenticated != true || context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true);
}
