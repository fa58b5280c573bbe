using GrantsPortal.Platform.Mail;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Faults.Tests.Mail;

/// <summary>The portal is killed at any moment while it sends through a slow mail server.</summary>
public sealed class KilledWhileSendingTests : MailTests
{
    private const int Messages = 120;

    [Fact]
    public async Task No_message_that_was_accepted_and_recorded_is_sent_again_and_what_is_in_doubt_is_marked()
    {
        var server = Server("--delay", "0.03");
        var city = City(server);
        for (var i = 0; i < Messages; i++)
        {
            await Queue(city, $"person{i}@example.org");
        }

        var recorded = new HashSet<string>();
        for (var kill = 0; kill < 5; kill++)
        {
            using var portal = await Portal(city, server);
            await Task.Delay(Random.Shared.Next(100, 900));
            portal.Kill();
            recorded.UnionWith(await In(city, OutboxState.Sent));
        }

        using (await Portal(city, server))
        {
            await Until(async () => (await In(city, OutboxState.Queued)).Count + (await In(city, OutboxState.Sending)).Count == 0);
        }

        var (sent, doubted) = (await In(city, OutboxState.Sent), await In(city, OutboxState.InDoubt));
        Assert.Equal(Messages, sent.Count + doubted.Count);
        Assert.InRange(doubted.Count, 0, 5);
        var taken = server.Mail.Select(mail => mail.Id.Trim('<', '>').Split('@')[0]).ToList();
        Assert.Equal(taken.Distinct().Count(), taken.Count);
        Assert.Empty(sent.Except(taken));
        Assert.Empty(taken.Except(sent.Concat(doubted)));
        Assert.Empty(recorded.Except(sent));

        var verified = await PortalProcess.Verb(city.Portal.Folder, ["verify"]);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
    }

    private static Task<PortalProcess> Portal(City city, MailServer server) => PortalProcess.Start(city.Portal.Folder,
        ("Mail:Host", "localhost"), ("Mail:Port", $"{server.Port}"), ("Mail:Security", "None"), ("Mail:SendSeconds", "2"), ("Mail:From", "grants@riverton.example"));

    private static async Task<IReadOnlyList<string>> In(City city, OutboxState state) =>
        await city.Read(work => work.List<string>("SELECT MessageId FROM OutboxMessage WHERE State = @state ORDER BY Id", new { state }));

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var end = DateTime.UtcNow.AddSeconds(60); !await holds(); await Task.Delay(200))
        {
            Assert.True(DateTime.UtcNow < end, "It took too long.");
        }
    }
}
