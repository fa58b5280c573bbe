using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Shared.Theme;

/// <summary>The stylesheet made from the city's two colours, at <c>/theme.css</c>.</summary>
public sealed class ThemeSheet
{
    private static readonly Colour White = new(255, 255, 255);
    private static readonly Colour Black = new(0, 0, 0);

    private readonly IOptions<ThemeOptions> _options;
    private Made? _made;

    /// <summary>Makes the sheet; throws <see cref="OptionsValidationException"/> on colours that cannot be used.</summary>
    public ThemeSheet(IOptions<ThemeOptions> options)
    {
        _options = options;
        _ = Now;
    }

    /// <summary>The sheet.</summary>
    public string Css => Now.Css;

    /// <summary>Its address, which changes with it.</summary>
    public string Address => Now.Address;

    /// <summary>The sheet of the present colours, made again when those have changed.</summary>
    private Made Now
    {
        get
        {
            var theme = _options.Value;
            if (_made is { } made && made.Strong == theme.Strong && made.Accent == theme.Accent)
            {
                return made;
            }

            return _made = Make(theme.Strong, theme.Accent);
        }
    }

    private static Made Make(string strongText, string accentText)
    {
        var (strong, accent) = (Colour.Of(strongText), Colour.Of(accentText));
        var css = $":root{{--portal-strong:{strong};--portal-strong-dark:{strong.Mix(Black, 0.38)};--portal-strong-tint:{strong.Mix(White, 0.91)};--portal-accent:{accent};--portal-accent-tint:{accent.Mix(White, 0.89)}}}\n";
        return new Made(strongText, accentText, css, $"/theme.css?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(css)))[..12]}");
    }

    private sealed record Made(string Strong, string Accent, string Css, string Address);

    /// <summary>Serves the sheet.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/theme.css", (ThemeSheet sheet, HttpContext http) =>
    {
        http.Response.Headers.CacheControl = http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Text(sheet.Css, "text/css; charset=utf-8");
    }).DisableRateLimiting().AllowAnonymous();
}
