using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Partnerships.Mailbox;

/// <summary>Reports of failure mark an address only where they prove that the e-mail was ours.</summary>
public sealed class BounceTests : IDisposable
{
    private const string Address = "amira@harbour.example";

    private readonly City _city = new(("Inbound:Address", City.MailboxAddress));

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_forged_report_changes_nothing_and_one_with_our_Message_ID_or_way_back_marks_the_address_once()
    {
        var (id, back) = await Sent();
        Assert.Equal(InboundState.Report, await _city.Comes(City.Bounce(Address, "5.1.1", null)));
        await _city.Comes(City.Bounce(Address, "5.1.1", "1a2b.0123456789abcdef0123456789abcdef"));
        await _city.Comes(City.Bounce(Address, "5.1.1", id[..^1] + (id[^1] == '0' ? '1' : '0')));
        await _city.Comes(City.Bounce("never@written.example", "5.1.1", null, back![..^30] + "0" + back[^29..]));
        await _city.Comes(_city.Letter(City.MailboxAddress, $"550 5.1.1 no such user <{id}@localhost>", from: Address));
        Assert.Empty(await Marked());
        Assert.Equal(4, (await _city.Read(work => InboundRepository.Page(work, new InboundFilter(InboundState.Report, null, null), null, 10))).Count(mail => mail.Reason == MailRefusals.ForeignReport));

        await _city.Comes(City.Bounce("someone-else@harbour.example", "5.1.1", id));
        var marked = Assert.Single(await Marked());
        Assert.Equal(("5.1.1", "550 5.1.1 refused"), (marked.Status, marked.Words));
        Assert.Empty(await Marked("someone-else@harbour.example"));
        await _city.Write(Actor.System, work => UndeliverableMoves.Works(work, Address));
        Assert.Empty(await Marked());

        (_, back) = await Sent();
        await _city.Comes(City.Bounce(Address, "5.1.2", null, back!));
        Assert.Equal("5.1.2", Assert.Single(await Marked()).Status);
    }

    [Fact]
    public async Task Failures_for_now_count_and_the_third_of_a_week_marks()
    {
        foreach (var (days, status, marked) in new[] { (0.0, "4.4.7", false), (1, "5.2.2", false), (7, "4.2.2", false), (1, "4.4.7", false), (1, "5.7.1", true) })
        {
            _city.Portal.Clock.Advance(TimeSpan.FromDays(days));
            var (id, _) = await Sent();
            await _city.Comes(City.Bounce(Address, status, id));
            await _city.Comes(City.Bounce(Address, status, id));
            Assert.Equal(marked, (await Marked()).Count == 1);
        }
    }

    private async Task<(string MessageId, string? ReturnPath)> Sent()
    {
        await _city.Write(Actor.System, work => Task.FromResult(work.Mail(new Recipient(null, Address, "Amira Haddad", "en"), DailySummary.Sample)));
        return await _city.Sent(Address);
    }

    private Task<IReadOnlyList<FailedAddress>> Marked(string address = Address) => _city.Read(work => BounceRepository.Marked(work, [address]));
}
