using System.Net;
using GrantsPortal.Platform;
using Microsoft.Extensions.Options;
using Stripe;

namespace GrantsPortal.Payments.Stripe;

/// <summary>
/// Everything the portal asks of Stripe, through Stripe.net. Nothing is tried again by itself: whether something was
/// done is looked up by those who asked. Answers come as values; only faults of our own throw.
/// </summary>
public sealed partial class StripeGateway : IDisposable
{
    private readonly HttpClient _http;
    private readonly Lazy<StripeClient> _client;
    private readonly StripeOptions _options;

    /// <summary>Reads the settings; connects to nothing yet.</summary>
    public StripeGateway(IOptions<StripeOptions> options)
    {
        _options = options.Value;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(_options.TimeoutSeconds) };
        _client = new Lazy<StripeClient>(() => new StripeClient(new StripeClientOptions
        {
            ApiKey = _options.SecretKey,
            ApiBase = _options.ApiBase.TrimEnd('/'),
            HttpClient = new SystemNetHttpClient(_http, maxNetworkRetries: 0, enableTelemetry: false),
        }));
    }

    /// <summary>Whether Stripe is set up.</summary>
    public bool On => _options.On;

    /// <summary>What the platform's own balance has available, in minor units by currency.</summary>
    public Task<StripeAnswer<IReadOnlyDictionary<string, long>>> Balance() => Ask<IReadOnlyDictionary<string, long>>(async client =>
        (await client.V1.Balance.GetAsync()).Available
            .GroupBy(part => part.Currency.ToUpperInvariant(), StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Ours(group.Sum(part => part.Amount), group.Key), StringComparer.Ordinal));

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<StripeAnswer<T>> Ask<T>(Func<StripeClient, Task<T>> question)
    {
        if (!On)
        {
            return new StripeAnswer<T> { Kind = AnswerKind.NotTaken, Code = "not-set-up", Text = "Stripe is not set up." };
        }

        try
        {
            return new StripeAnswer<T> { Kind = AnswerKind.Given, Given = await question(_client.Value) };
        }
        catch (StripeException fault) when (fault.HttpStatusCode != 0)
        {
            return Without<T>(KindOf(fault), fault.StripeError?.Code ?? fault.StripeError?.Type ?? $"http-{(int)fault.HttpStatusCode}", fault.StripeError?.Message ?? fault.Message)
                with
            { Faulted = (int)fault.HttpStatusCode >= 500 };
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return Without<T>(AnswerKind.NotTaken, "no-connection", fault.Message);
        }
        catch (Exception fault) when (fault is StripeException or HttpRequestException or OperationCanceledException or IOException)
        {
            return Without<T>(AnswerKind.Lost, "no-answer", fault.Message);
        }
    }

    /// <summary>
    /// 429 and a key that is not accepted stop a request before it begins; a key in use or used for something else
    /// (idempotency_error) and every 5xx say nothing about what was done. docs.stripe.com/error-low-level.
    /// </summary>
    private static AnswerKind KindOf(StripeException fault) => fault.HttpStatusCode switch
    {
        HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized => AnswerKind.NotTaken,
        HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError => AnswerKind.Lost,
        >= HttpStatusCode.BadRequest when fault.StripeError?.Type == "idempotency_error" => AnswerKind.Lost,
        >= HttpStatusCode.BadRequest => AnswerKind.Refused,
        _ => AnswerKind.Lost,
    };

    private static StripeAnswer<T> Without<T>(AnswerKind kind, string code, string text) => new() { Kind = kind, Code = code, Text = text };

    private static RequestOptions Keyed(string key) => new() { IdempotencyKey = key };

    private static RequestOptions For(string account) => new() { StripeAccount = account };

    private static long Theirs(long minor, string currency) => checked(minor * StripeRules.UnitsIn(currency));

    private static long Ours(long units, string currency) => units / StripeRules.UnitsIn(currency.ToUpperInvariant());

    private static string Lower(string currency) => currency.ToLowerInvariant();

    private static DateTimeOffset Utc(DateTime instant) => new(DateTime.SpecifyKind(instant, DateTimeKind.Utc));
}
