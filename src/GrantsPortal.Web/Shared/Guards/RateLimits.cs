using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Shared.Guards;

/// <summary>How many requests in how many seconds.</summary>
public sealed class RateLimit
{
    /// <summary>Requests allowed in a window.</summary>
    public int Requests { get; set; }

    /// <summary>Length of the window in seconds.</summary>
    public int Seconds { get; set; }
}

/// <summary>The portal's limits; section <c>Limits</c>.</summary>
public sealed class LimitOptions
{
    /// <summary>Whether requests are counted at all; off only where something before the portal limits them.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Everything from one address: generous, since a whole community centre may share one.</summary>
    public RateLimit Address { get; set; } = new() { Requests = 600, Seconds = 60 };

    /// <summary>Everything of one account.</summary>
    public RateLimit Account { get; set; } = new() { Requests = 400, Seconds = 60 };

    /// <summary>Attempts to sign in, register or prove something, from one address.</summary>
    public RateLimit SignIn { get; set; } = new() { Requests = 20, Seconds = 300 };

    /// <summary>Acts that send an e-mail, of one account or address.</summary>
    public RateLimit Mail { get; set; } = new() { Requests = 10, Seconds = 600 };

    /// <summary>Uploads of one account or address.</summary>
    public RateLimit Upload { get; set; } = new() { Requests = 60, Seconds = 600 };

    /// <summary>Largest request in bytes where an action does not allow more.</summary>
    public long RequestBytes { get; set; } = 2 * 1024 * 1024;
}

/// <summary>Rate limits per address and per account, with stricter ones by name for <c>[EnableRateLimiting]</c>.</summary>
public static class RateLimits
{
    /// <summary>For attempts to sign in, register, or prove something.</summary>
    public const string SignIn = "sign-in";

    /// <summary>For what sends an e-mail.</summary>
    public const string Mail = "mail";

    /// <summary>For uploads.</summary>
    public const string Upload = "upload";

    /// <summary>Registers the limits; their numbers are read from the options when a window opens.</summary>
    public static IServiceCollection AddPortalRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => Window($"address {Address(http)}", Limits(http).Address)),
            PartitionedRateLimiter.Create<HttpContext, string>(http => Account(http) is { } account
                ? Window($"account {account}", Limits(http).Account)
                : RateLimitPartition.GetNoLimiter("nobody")));
        options.AddPolicy(SignIn, http => Window($"sign-in {Address(http)}", Limits(http).SignIn));
        options.AddPolicy(Mail, http => Window($"mail {Account(http) ?? Address(http)}", Limits(http).Mail));
        options.AddPolicy(Upload, http => Window($"upload {Account(http) ?? Address(http)}", Limits(http).Upload));
        options.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : TimeSpan.FromMinutes(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    });

    private static LimitOptions Limits(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<LimitOptions>>().Value;

    private static RateLimitPartition<string> Window(string key, RateLimit limit) => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
    {
        PermitLimit = Math.Max(1, limit.Requests),
        Window = TimeSpan.FromSeconds(Math.Max(1, limit.Seconds)),
        QueueLimit = 0,
    });

    private static string? Account(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The caller's address; of IPv6 the network, since one household holds a whole /64.</summary>
    private static string Address(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
