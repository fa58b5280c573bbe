using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GrantsPortal.TestWorld;

/// <summary>A request that the gateway got.</summary>
public sealed record GatewayCall(string Body, string Signature, string Key);

/// <summary>A text message gateway on the loopback, answering as a test says.</summary>
public sealed class TextGateway : IAsyncDisposable
{
    /// <summary>The secret it shares with the portal.</summary>
    public const string Secret = "a secret of the gateway";

    private readonly WebApplication _server;

    private TextGateway(WebApplication server) => _server = server;

    /// <summary>Where it listens.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What it answers next; 202 when nothing is said.</summary>
    public ConcurrentQueue<int> Answers { get; } = new();

    /// <summary>What it got, oldest first.</summary>
    public ConcurrentQueue<GatewayCall> Calls { get; } = new();

    /// <summary>The settings that lead a portal here.</summary>
    public (string Name, string Value)[] Settings => [("Text:WebhookUrl", Address + "/send"), ("Text:Secret", Secret)];

    /// <summary>Starts on a free port.</summary>
    public static async Task<TextGateway> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var gateway = new TextGateway(server);
        server.MapPost("/send", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            gateway.Calls.Enqueue(new GatewayCall(await reader.ReadToEndAsync(), request.Headers["X-GrantsPortal-Signature"].ToString(), request.Headers["Idempotency-Key"].ToString()));
            return Results.StatusCode(gateway.Answers.TryDequeue(out var status) ? status : 202);
        });
        await server.StartAsync();
        gateway.Address = server.Urls.First();
        return gateway;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
