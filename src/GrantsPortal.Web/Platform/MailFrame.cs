using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GrantsPortal.Web.Shared.Guards;
using Microsoft.AspNetCore.Mvc;

namespace GrantsPortal.Web.Platform;

/// <summary>
/// Shows the HTML of an e-mail in a frame where nothing runs, loads or leads anywhere. The styles that e-mails must write
/// on their elements are allowed one by one, by their hash.
/// </summary>
public static partial class MailFrame
{
    /// <summary>Lets the page that holds the frame show it.</summary>
    public static void AllowFrame(HttpContext http) => SecurityHeaders.Replace(http, SecurityHeaders.Policy + "; frame-src 'self'");

    /// <summary>The e-mail's HTML as the frame's content.</summary>
    public static IActionResult Show(HttpContext http, string html)
    {
        var styles = Styles().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Distinct()
            .Select(style => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
        SecurityHeaders.Replace(http, $"default-src 'none'; style-src 'unsafe-hashes' {string.Join(' ', styles)}; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
        return new ContentResult { Content = html, ContentType = "text/html; charset=utf-8" };
    }

    [GeneratedRegex("style=\"([^\"]*)\"")]
    private static partial Regex Styles();
}
