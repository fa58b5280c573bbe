using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GrantsPortal.TestWorld;

/// <summary>
/// Stripe on the loopback address: the part of its API that the portal uses, behaving as Stripe documents it
/// (docs.stripe.com/api: authentication, idempotent requests, errors, pagination, accounts, transfers, payouts, balance
/// transactions, payment links, checkout sessions, refunds, disputes, events). Tests move its money, answer in people's stead, make it fail,
/// and deliver its events when and as often as they like.
/// </summary>
public sealed partial class StripeStandIn : IAsyncDisposable
{
    /// <summary>The secret key it takes.</summary>
    public const string SecretKey = "sk_test_standin";

    /// <summary>The secret its events are signed with.</summary>
    public const string WebhookSecret = "whsec_standin";

    private readonly WebApplication _server;
    private readonly Lock _lock = new();
    private readonly List<(string Path, StripeFault Fault)> _faults = [];
    private readonly List<(string Path, long Minor, string Currency)> _drains = [];
    private readonly Dictionary<string, (string Fingerprint, int Status, string Body)> _kept = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ids;

    private StripeStandIn(WebApplication server, TimeProvider clock)
    {
        _server = server;
        _clock = clock;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Every request so far, oldest first.</summary>
    public ConcurrentQueue<StripeCall> Calls { get; } = new();

    /// <summary>The settings that lead a portal here.</summary>
    public (string Name, string Value)[] Settings =>
        [("Stripe:SecretKey", SecretKey), ("Stripe:WebhookSecret", WebhookSecret), ("Stripe:ApiBase", Address.ToString().TrimEnd('/'))];

    /// <summary>Starts on a free port; objects carry the clock's instants.</summary>
    public static async Task<StripeStandIn> Start(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var standIn = new StripeStandIn(server, clock ?? TimeProvider.System);
        server.Run(standIn.Answer);
        await server.StartAsync();
        standIn.Address = new Uri(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return standIn;
    }

    /// <summary>Makes the next request fail whose method and path begin so, such as <c>POST /v1/transfers</c>.</summary>
    public void Next(string methodAndPath, StripeFault fault)
    {
        lock (_lock)
        {
            _faults.Add((methodAndPath, fault));
        }
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Calm()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    /// <summary>Takes money out of the platform's balance just before the next such request is done, as somebody else might.</summary>
    public void Drain(string methodAndPath, long minor, string currency = "gbp")
    {
        lock (_lock)
        {
            _drains.Add((methodAndPath, minor, currency));
        }
    }

    /// <summary>Waits until an answer is held back.</summary>
    public Task Holding => _held.Task;

    /// <summary>Lets a held answer go.</summary>
    public void LetGo()
    {
        _letGo.TrySetResult();
        _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Forgets every idempotency key, as Stripe may once a key is 24 hours old.</summary>
    public void ForgetKeys()
    {
        lock (_lock)
        {
            _kept.Clear();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _letGo.TrySetResult();
        await _server.DisposeAsync();
    }

    private async Task Answer(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/v1"))
        {
            await Page(http);
            return;
        }

        var call = await StripeCall.Read(http.Request);
        http.Response.Headers["Request-Id"] = $"req_{Interlocked.Increment(ref _ids):000000}";
        if (call is null)
        {
            await Write(http, 400, Error(new StripeRefusal(400, "invalid_request_error", null, "Invalid request: the body is not form-encoded.")));
            return;
        }

        Calls.Enqueue(call);
        http.Response.Headers["Stripe-Version"] = call.Version ?? AccountVersion;
        var fault = Fault(call);
        switch (fault)
        {
            case StripeFault.RateLimited:
                await Write(http, 429, Error(new StripeRefusal(429, "invalid_request_error", "rate_limit", "Too many requests hit the API too quickly.")));
                return;
            case StripeFault.Cut:
                http.Abort();
                return;
        }

        var (status, body, replayed) = Done(call, fault);
        if (replayed)
        {
            http.Response.Headers["Idempotent-Replayed"] = "true";
        }

        switch (fault)
        {
            case StripeFault.CutAfter:
                http.Abort();
                return;
            case StripeFault.HeldAfter:
                _held.TrySetResult();
                await Task.WhenAny(_letGo.Task, Task.Delay(Timeout.Infinite, http.RequestAborted));
                break;
        }

        if (!http.RequestAborted.IsCancellationRequested)
        {
            await Write(http, status, body);
        }
    }

    private StripeFault? Fault(StripeCall call)
    {
        lock (_lock)
        {
            var index = _faults.FindIndex(fault => $"{call.Method} {call.Path}".StartsWith(fault.Path, StringComparison.Ordinal));
            if (index < 0)
            {
                return null;
            }

            var fault = _faults[index].Fault;
            _faults.RemoveAt(index);
            return fault;
        }
    }

    /// <summary>Does what is asked once for a key: the first answer is kept, whatever it was.</summary>
    private (int Status, string Body, bool Replayed) Done(StripeCall call, StripeFault? fault)
    {
        lock (_lock)
        {
            var key = call.Key is { } given && call.Method == HttpMethods.Post ? $"{call.Account}/{given}" : null;
            if (key is not null && _kept.TryGetValue(key, out var kept))
            {
                return kept.Fingerprint == call.Fingerprint
                    ? (kept.Status, kept.Body, true)
                    : (400, Error(new StripeRefusal(400, "idempotency_error", null, $"Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '{call.Key}' if you meant to execute a different request.")), false);
            }

            var (status, body, keep) = Executed(call, fault);
            if (key is not null && keep)
            {
                _kept[key] = (call.Fingerprint, status, body);
            }

            return (status, body, false);
        }
    }

    private (int Status, string Body, bool Keep) Executed(StripeCall call, StripeFault? fault)
    {
        try
        {
            if (call.Secret != SecretKey)
            {
                throw new StripeRefusal(401, "invalid_request_error", null, call.Secret is null ? "You did not provide an API key." : "Invalid API Key provided.", kept: false);
            }

            foreach (var drain in _drains.Where(drain => $"{call.Method} {call.Path}".StartsWith(drain.Path, StringComparison.Ordinal)).ToList())
            {
                Book(null, "adjustment", NewId("adj"), -drain.Minor, drain.Currency);
                _drains.Remove(drain);
            }

            if (fault == StripeFault.Broken)
            {
                throw Failure();
            }

            var answer = Route(call).ToJsonString();
            return fault == StripeFault.BrokenAfter ? throw Failure() : (200, answer, true);
        }
        catch (StripeRefusal refusal)
        {
            return (refusal.Status, Error(refusal), refusal.Kept);
        }
    }

    private JsonNode Route(StripeCall call) => (call.Method, call.Parts) switch
    {
        ("POST", ["accounts"]) => CreateAccount(call),
        ("GET", ["accounts", var id]) => Connected(id),
        ("POST", ["account_links"]) => CreateAccountLink(call),
        ("GET", ["balance"]) => BalanceOf(call.Account),
        ("POST", ["transfers"]) => CreateTransfer(call),
        ("GET", ["transfers"]) => ListTransfers(call),
        ("GET", ["transfers", var id]) => Known(_transfers, "transfer", id),
        ("POST", ["transfers", var id, "reversals"]) => ReverseTransfer(call, id),
        ("GET", ["payouts"]) => ListPayouts(call),
        ("GET", ["payouts", var id]) => PayoutOf(call, id),
        ("GET", ["balance_transactions"]) => ListBalanceTransactions(call),
        ("POST", ["payment_links"]) => CreatePaymentLink(call),
        ("POST", ["payment_links", var id]) => UpdatePaymentLink(call, id),
        ("GET", ["payment_links", var id]) => Known(_links, "payment_link", id),
        ("GET", ["checkout", "sessions"]) => ListSessions(call),
        ("GET", ["checkout", "sessions", var id]) => SessionNow(id),
        ("POST", ["checkout", "sessions"]) => CreateSession(call),
        ("POST", ["checkout", "sessions", var id, "expire"]) => ExpireSession(id),
        ("POST", ["refunds"]) => CreateRefund(call),
        ("GET", ["refunds"]) => ListRefunds(call),
        ("GET", ["disputes", var id]) => Known(_disputes, "dispute", id),
        ("GET", ["refunds", var id]) => Known(_refunds, "refund", id),
        _ => throw new StripeRefusal(404, "invalid_request_error", null, $"Unrecognized request URL ({call.Method}: {call.Path}).", kept: false),
    };

    private static StripeRefusal Failure() => new(500, "api_error", null, "An error occurred while processing your request.");

    private static string Error(StripeRefusal refusal)
    {
        var error = new JsonObject { ["type"] = refusal.Type, ["message"] = refusal.Message };
        if (refusal.Code is { } code)
        {
            error["code"] = code;
            error["doc_url"] = $"https://stripe.com/docs/error-codes/{code.Replace('_', '-')}";
        }

        if (refusal.Parameter1 is { } parameter)
        {
            error["param"] = parameter;
        }

        return new JsonObject { ["error"] = error }.ToJsonString();
    }

    private static async Task Write(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(body);
    }

    private static JsonObject Known(Dictionary<string, JsonObject> all, string kind, string id) =>
        all.TryGetValue(id, out var found) ? found : throw StripeRefusal.Missing(kind, id);

    /// <summary>One page of a list, newest first.</summary>
    private static JsonObject Paged(StripeCall call, IEnumerable<JsonObject> newestFirst)
    {
        var limit = call["limit"] is { } asked ? int.Parse(asked, System.Globalization.CultureInfo.InvariantCulture) : 10;
        if (limit is < 1 or > 100)
        {
            throw StripeRefusal.Parameter("parameter_invalid_integer", "Invalid integer: the limit is between 1 and 100.", "limit");
        }

        var left = newestFirst.ToList();
        if (call["starting_after"] is { } after)
        {
            var at = left.FindIndex(item => (string?)item["id"] == after);
            left = at < 0 ? throw StripeRefusal.Missing("object", after) : left[(at + 1)..];
        }

        return new JsonObject
        {
            ["object"] = "list",
            ["url"] = call.Path,
            ["has_more"] = left.Count > limit,
            ["data"] = new JsonArray([.. left.Take(limit).Select(item => item.DeepClone())]),
        };
    }

    private string NewId(string prefix) => $"{prefix}_1Sx{Interlocked.Increment(ref _ids):0000000000}";

    private long Seconds => _clock.GetUtcNow().ToUnixTimeSeconds();

    private static JsonObject Metadata(StripeCall call) => new(call.Under("metadata").Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
