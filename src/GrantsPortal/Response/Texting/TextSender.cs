using System.Net.Http.Headers;
using System.Text;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Jobs;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Response.Texting;

/// <summary>A text message as the webhook gets it.</summary>
/// <param name="Id">The key of a repetition, also in the header <c>Idempotency-Key</c>.</param>
/// <param name="To">The number.</param>
/// <param name="Text">What it says.</param>
/// <param name="QueuedAt">When it was written, in UTC.</param>
public sealed record TextRequest(string Id, string To, string Text, DateTimeOffset QueuedAt);

/// <summary>
/// Hands text messages to the city's gateway: one signed POST each, tried again while the gateway is away. A message is marked
/// as taken before the request, and what happened is written down after; what was never written down is sent again under the same key.
/// </summary>
public sealed class TextSender(PortalDatabase database, IHttpClientFactory clients, IOptions<TextOptions> options) : IJob
{
    /// <summary>Name of the client for the webhook.</summary>
    public const string Client = "GrantsPortal.Text";

    private const int Batch = 100;
    private readonly string _owner = FormattableString.Invariant($"{Environment.ProcessId}-{Guid.NewGuid():N}");

    /// <inheritdoc/>
    public string Name => "response.texts";

    /// <inheritdoc/>
    public string Does => "Hands text messages to the city's gateway, and tries again while it is away.";

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancel)
    {
        if (!options.Value.IsSet)
        {
            return;
        }

        await Change(work => TextRepository.Release(work));
        for (var due = await Due(); due.Count > 0; due = await Due())
        {
            foreach (var text in due)
            {
                cancel.ThrowIfCancellationRequested();
                if (await Change(work => TextRepository.Claim(work, text, _owner, TimeSpan.FromSeconds(options.Value.Seconds * 4))))
                {
                    await Send(text, cancel);
                }
            }
        }
    }

    private async Task Send(TextMessage text, CancellationToken cancel)
    {
        var (status, words) = await Ask(text, cancel);
        var wait = TextRules.After(text.Attempts + 1);
        var state = TextRules.IsTaken(status) ? TextState.Sent : TextRules.IsRefused(status) || wait is null ? TextState.Dead : TextState.Queued;
        await Change(work => TextRepository.Record(work, text.Id, _owner, state, wait ?? TimeSpan.Zero, state == TextState.Sent ? null : words));
    }

    private async Task<(int Status, string Words)> Ask(TextMessage text, CancellationToken cancel)
    {
        var key = text.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var body = Json.Write(new TextRequest(key, text.ToNumber, text.Body, text.CreatedAt));
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.WebhookUrl)
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        request.Headers.Add("X-GrantsPortal-Signature", TextRules.Sign(options.Value.Secret!, database.Clock.GetUtcNow(), body));
        request.Headers.Add("Idempotency-Key", key);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.Seconds));
        try
        {
            using var answer = await clients.CreateClient(Client).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return ((int)answer.StatusCode, FormattableString.Invariant($"The gateway answered {(int)answer.StatusCode}."));
        }
        catch (HttpRequestException fault)
        {
            return (0, $"The gateway was not reached: {fault.Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (0, "The gateway did not answer in time.");
        }
    }

    private async Task<IReadOnlyList<TextMessage>> Due()
    {
        await using var work = await database.Read();
        return await TextRepository.Due(work, Batch);
    }

    private async Task<T> Change<T>(Func<UnitOfWork, Task<T>> change)
    {
        await using var work = await database.Write(Actor.System);
        var result = await change(work);
        await work.Commit();
        return result;
    }
}
