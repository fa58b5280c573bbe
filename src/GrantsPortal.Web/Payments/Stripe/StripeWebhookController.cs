using System.Text;
using GrantsPortal.Payments.Stripe;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace GrantsPortal.Web.Payments.Stripe;

/// <summary>
/// Where Stripe announces what happened. Its signature over the raw body is what lets it in, so there is no anti-forgery
/// token and no sign-in; it is not slowed down, since what is refused is only sent again.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken, DisableRateLimiting]
public sealed class StripeWebhookController(EventDesk events) : Controller
{
    private const int MostBytes = 256 * 1024;

    /// <summary>Takes one announcement: 200 when it is kept or known, 400 when it cannot be believed, 413 when it is too large, 503 when it should come again.</summary>
    [HttpPost(StripeRoutes.Webhook), RequestSizeLimit(MostBytes)]
    public async Task<IActionResult> Take()
    {
        if (HttpContext.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        return await Body() is not { } body
            ? StatusCode(StatusCodes.Status413PayloadTooLarge)
            : await events.Take(body, Request.Headers["Stripe-Signature"]) switch
            {
                EventAnswer.Taken => Ok(),
                EventAnswer.Later => StatusCode(StatusCodes.Status503ServiceUnavailable),
                _ => BadRequest(),
            };
    }

    /// <summary>The body as it arrived, byte for byte; null when it is too large.</summary>
    private async Task<string?> Body()
    {
        using var kept = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await Request.Body.ReadAsync(part)) > 0;)
        {
            if (kept.Length + read > MostBytes)
            {
                return null;
            }

            kept.Write(part, 0, read);
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
