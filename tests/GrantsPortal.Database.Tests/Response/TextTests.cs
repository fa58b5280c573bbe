using System.Globalization;
using System.Text.Json;
using GrantsPortal.Platform;
using GrantsPortal.Response.Log;
using GrantsPortal.Response.Texting;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Response;

/// <summary>Text messages against a gateway on the loopback.</summary>
public sealed class TextTests
{
    [Fact]
    public async Task A_text_message_is_signed_tried_again_while_the_gateway_is_away_and_taken_once()
    {
        await using var gateway = await TextGateway.Start();
        using var city = new City([.. gateway.Settings]);
        var officer = await city.CrisisOfficer();
        var partners = await city.CrisisPartners(1);
        var incident = await city.Incident(officer);
        Assert.Equal(2, (await city.CallDown(officer, incident, partners)).Alerts);

        gateway.Answers.Enqueue(503);
        await city.RunJob("response.texts");
        await city.RunJob("response.texts");
        Assert.Single(gateway.Calls);
        city.Portal.Clock.Advance(TimeSpan.FromSeconds(21));
        await city.RunJob("response.texts");
        city.Portal.Clock.Advance(TimeSpan.FromHours(1));
        await city.RunJob("response.texts");
        Assert.Equal(2, gateway.Calls.Count);
        Assert.Single(gateway.Calls.Select(call => call.Key).Distinct());

        var call = gateway.Calls.Last();
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(call.Signature[2..call.Signature.IndexOf(',', StringComparison.Ordinal)], CultureInfo.InvariantCulture));
        Assert.Equal(TextRules.Sign(TextGateway.Secret, at, call.Body), call.Signature);
        var sent = JsonSerializer.Deserialize<TextRequest>(call.Body, Json.Options)!;
        Assert.Equal("01632960123", sent.To);
        Assert.StartsWith("EXERCISE. Riverton: Fire on Quay Street.", sent.Text, StringComparison.Ordinal);
        Assert.EndsWith(await city.LinkTo("first0@crisis.example", "IncidentAlerted"), sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_the_gateway_refuses_is_given_up_and_noted_in_the_log()
    {
        await using var gateway = await TextGateway.Start();
        using var city = new City([.. gateway.Settings]);
        var officer = await city.CrisisOfficer();
        var incident = await city.Incident(officer);
        await city.CallDown(officer, incident, await city.CrisisPartners(1));
        gateway.Answers.Enqueue(422);
        await city.RunJob("response.texts");
        await city.RunJob("response.deputies");
        Assert.Equal("Text", Assert.Single(await city.LogOf(incident), line => line.Kind == LineKind.NotDelivered).Way);
        city.Portal.Clock.Advance(TimeSpan.FromHours(3));
        var calls = gateway.Calls.Count;
        await city.RunJob("response.texts");
        Assert.DoesNotContain(gateway.Calls.Skip(calls), call => call.Key == gateway.Calls.First().Key);
    }
}
