using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Shared.Theme;

/// <summary>The stylesheet made from the city's two colours, at <c>/theme.css</c>.</summary>
public sealed class ThemeSheet
{
    private static readonly Colour White = new(255, 255, 255);
    private static readonly Colour Black = new(0, 0, 0);

    /// <summary>Makes the sheet once; throws <see cref="OptionsValidationException"/> on colours that cannot be used.</summary>
    public ThemeSheet(IOptions<ThemeOptions> options)
    {
        var strong = Colour.Of(options.Value.Strong);
        var accent = Colour.Of(options.Value.Accent);
        Css = $":root{{--portal-strong:{strong};--portal-strong-dark:{strong.Mix(Black, 0.38)};--portal-strong-tint:{strong.Mix(White, 0.91)};--portal-accent:{accent};--portal-accent-tint:{accent.Mix(White, 0.89)}}}\n";
        Address = $"/theme.css?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))[..12]}";
    }

    /// <summary>The sheet.</summary>
    public string Css { get; }

    /// <summary>Its address, which changes with it.</summary>
    public string Address { get; }

    /// <summary>Serves the sheet.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/theme.css", (ThemeSheet sheet, HttpContext http) =>
    {
        http.Response.Headers.CacheControl = http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Text(sheet.Css, "text/css; charset=utf-8");
    }).DisableRateLimiting().AllowAnonymous();
}
