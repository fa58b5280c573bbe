using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace GrantsPortal.TestWorld;

/// <summary>What goes wrong with the next request of a kind.</summary>
public enum StripeFault
{
    /// <summary>Answered 429 before anything is done; not kept under the key.</summary>
    RateLimited,

    /// <summary>Answered 500 with nothing done; kept under the key.</summary>
    Broken,

    /// <summary>Answered 500 although it was done; kept under the key.</summary>
    BrokenAfter,

    /// <summary>The line is cut with nothing done.</summary>
    Cut,

    /// <summary>The line is cut after it was done; the answer is kept under the key.</summary>
    CutAfter,

    /// <summary>Done, but the answer is held back until <see cref="StripeStandIn.LetGo"/> or until the caller is gone.</summary>
    HeldAfter,
}

/// <summary>One request as it arrived.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Path">Such as <c>/v1/transfers</c>.</param>
/// <param name="Parameters">Form-encoded or in the query, nested names flattened: <c>metadata[payment]</c>.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="Account">The connected account it is made for; null for the platform's own.</param>
/// <param name="Secret">The key it was signed with.</param>
/// <param name="Version">The API version asked for.</param>
public sealed record StripeCall(string Method, string Path, IReadOnlyDictionary<string, string> Parameters, string? Key, string? Account, string? Secret, string? Version)
{
    /// <summary>The parts of the path after /v1.</summary>
    public string[] Parts => Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is ["v1", .. var rest] ? rest : [];

    /// <summary>What makes two requests the same.</summary>
    public string Fingerprint => $"{Method} {Path}?{string.Join('&', Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"))}";

    /// <summary>A parameter, or null.</summary>
    public string? this[string name] => Parameters.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Reads a request; null when its body is not form-encoded, which is all that v1 understands.</summary>
    public static async Task<StripeCall?> Read(HttpRequest request)
    {
        var pairs = request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
        if (HttpMethods.IsPost(request.Method))
        {
            if (request.ContentLength > 0 && !request.HasFormContentType)
            {
                return null;
            }

            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            pairs = pairs.Concat(Form(await reader.ReadToEndAsync()));
        }

        var authorization = request.Headers.Authorization.ToString();
        return new StripeCall(
            request.Method,
            request.Path.Value!,
            pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
            Header(request, "Idempotency-Key"),
            Header(request, "Stripe-Account"),
            authorization.StartsWith("Bearer ", StringComparison.Ordinal) ? authorization[7..] : null,
            Header(request, "Stripe-Version"));
    }

    /// <summary>What stands under a prefix: <c>metadata[a]=1</c> gives a and 1.</summary>
    public IEnumerable<KeyValuePair<string, string>> Under(string prefix) => Parameters
        .Where(pair => pair.Key.StartsWith(prefix + "[", StringComparison.Ordinal) && pair.Key.EndsWith(']'))
        .Select(pair => KeyValuePair.Create(pair.Key[(prefix.Length + 1)..^1], pair.Value));

    /// <summary>A parameter that has to be there.</summary>
    public string Needed(string name) => this[name] ?? throw StripeRefusal.Parameter("parameter_missing", $"Missing required param: {name}.", name);

    /// <summary>A whole number that has to be there and positive.</summary>
    public long Positive(string name) => long.TryParse(Needed(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw StripeRefusal.Parameter("parameter_invalid_integer", "This value must be greater than or equal to 1.", name);

    /// <summary>Refuses parameters that the endpoint does not know; a name may end in <c>[]</c> for everything below it.</summary>
    public void Knows(params string[] names)
    {
        var unknown = Parameters.Keys.FirstOrDefault(name => !names.Any(known => known == name || (known.EndsWith("[]", StringComparison.Ordinal) && name.StartsWith(known[..^1], StringComparison.Ordinal))));
        if (unknown is not null)
        {
            throw StripeRefusal.Parameter("parameter_unknown", $"Received unknown parameter: {unknown}", unknown);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(string body) =>
        from pair in body.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select KeyValuePair.Create(Decoded(parts[0]), parts.Length > 1 ? Decoded(parts[1]) : "");

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string? Header(HttpRequest request, string name) => request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;
}

/// <summary>An error as Stripe answers it.</summary>
public sealed class StripeRefusal(int status, string type, string? code, string message, string? parameter = null, bool kept = true) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Status => status;

    /// <summary>Such as <c>invalid_request_error</c>.</summary>
    public string Type => type;

    /// <summary>Such as <c>balance_insufficient</c>.</summary>
    public string? Code => code;

    /// <summary>The parameter it is about.</summary>
    public string? Parameter1 => parameter;

    /// <summary>Whether the answer is kept under the idempotency key: only once the endpoint began its work.</summary>
    public bool Kept => kept;

    /// <summary>A parameter that does not hold; nothing was begun.</summary>
    public static StripeRefusal Parameter(string code, string message, string parameter) => new(400, "invalid_request_error", code, message, parameter, kept: false);

    /// <summary>There is no such object.</summary>
    public static StripeRefusal Missing(string kind, string id) => new(404, "invalid_request_error", "resource_missing", $"No such {kind}: '{id}'", "id");
}
