using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GrantsPortal.Response.Texting;

/// <summary>How a request to the webhook is signed, what its answers mean, and when it is tried again.</summary>
public static class TextRules
{
    /// <summary>Most tries; together they take a little over two hours, after which an alert is of no use.</summary>
    public const int MostAttempts = 9;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(7),
        TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(45),
    ];

    /// <summary>The wait after a number of tries (from 1); null when it was tried often enough.</summary>
    public static TimeSpan? After(int attempts) => attempts >= MostAttempts ? null : Waits[Math.Clamp(attempts - 1, 0, Waits.Length - 1)];

    /// <summary>
    /// The header <c>X-GrantsPortal-Signature</c>: <c>t=SECONDS,v1=HEX</c>, where HEX is HMAC-SHA256 over <c>SECONDS + "." + body</c>
    /// with the shared secret. A receiver works it out again and refuses what is older than it likes.
    /// </summary>
    public static string Sign(string secret, DateTimeOffset at, string body)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}")))}";
    }

    /// <summary>Whether an HTTP status means that the gateway has taken the message.</summary>
    public static bool IsTaken(int status) => status is >= 200 and < 300;

    /// <summary>Whether an HTTP status means that it never will: any 4xx but 408, 425 and 429.</summary>
    public static bool IsRefused(int status) => status is >= 400 and < 500 and not (408 or 425 or 429);

    /// <summary>A telephone number as gateways take it: digits after an optional plus; null for what is none.</summary>
    public static string? Number(string? typed)
    {
        var digits = new string([.. (typed ?? "").Where(char.IsAsciiDigit)]);
        var international = (typed ?? "").TrimStart().StartsWith('+');
        return digits.Length is < 5 or > 18 ? null : international ? "+" + digits : digits;
    }
}
