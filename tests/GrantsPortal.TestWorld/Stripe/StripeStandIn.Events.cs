using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace GrantsPortal.TestWorld;

/// <summary>One event: what it said at the moment it happened, which may be old by the time it arrives.</summary>
public sealed record StripeEventSent(string Id, string Type, string Body);

/// <summary>Events, which tests deliver: once, twice, late, in another order, or forged.</summary>
public sealed partial class StripeStandIn
{
    /// <summary>The API version that events are written in: the platform account's own, not the library's.</summary>
    public const string AccountVersion = "2024-06-20";

    private readonly List<StripeEventSent> _events = [];

    /// <summary>Every event so far, in the order things happened.</summary>
    public IReadOnlyList<StripeEventSent> Events
    {
        get
        {
            lock (_lock)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>The latest event of a kind.</summary>
    public StripeEventSent Latest(string type) => Events.Last(sent => sent.Type == type);

    /// <summary>An event of any kind about any object.</summary>
    public StripeEventSent Announce(string type, JsonObject about, string? account = null)
    {
        lock (_lock)
        {
            return Happened(type, about, account);
        }
    }

    /// <summary>The header <c>Stripe-Signature</c> of a body: HMAC-SHA256 over instant and body (docs.stripe.com/webhooks/signature).</summary>
    public static string Signature(string body, DateTimeOffset at, string secret = WebhookSecret)
    {
        var seconds = at.ToUnixTimeSeconds();
        return FormattableString.Invariant($"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}")))}");
    }

    /// <summary>Sends an event to a portal, signed at an instant.</summary>
    public static Task<HttpResponseMessage> Deliver(HttpClient portal, StripeEventSent sent, DateTimeOffset at, string secret = WebhookSecret) =>
        Deliver(portal, sent.Body, Signature(sent.Body, at, secret));

    /// <summary>Sends any body with any signature.</summary>
    public static async Task<HttpResponseMessage> Deliver(HttpClient portal, string body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        }

        return await portal.SendAsync(request);
    }

    private StripeEventSent Happened(string type, JsonObject about, string? account)
    {
        var id = NewId("evt");
        var written = new JsonObject
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = AccountVersion,
            ["created"] = Seconds,
            ["data"] = new JsonObject { ["object"] = about.DeepClone() },
            ["livemode"] = false,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = null, ["idempotency_key"] = null },
            ["type"] = type,
        };
        if (account is not null)
        {
            written["account"] = account;
        }

        var sent = new StripeEventSent(id, type, written.ToJsonString());
        _events.Add(sent);
        return sent;
    }
}
