using GrantsPortal.Partnerships.Contacts;
using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.People;
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
        await _city.Comes(City.Bounce("never@written.example", "5.1.1", null, back![..^30] + (back[^30] == '0' ? '1' : '0') + back[^29..]));
        await _city.Comes(_city.Letter(City.MailboxAddress, $"550 5.1.1 no such user <{id}@localhost>", from: Address));
        Assert.Empty(await Marked());
        Assert.Equal(4, (await _city.Read(work => InboundRepository.Page(work, new InboundFilter(InboundState.Report, null, null), null, 10))).Count(mail => mail.Reason == MailRefusals.ForeignReport));

        await _city.Comes(City.Bounce("someone-else@harbour.example", "5.1.1", id));
        var marked = Assert.Single(await Marked());
        Assert.Equal(("5.1.1", "550 5.1.1 refused"), (marked.Status, marked.Words));
        Assert.Empty(await Marked("someone-else@harbour.example"));
        await _city.Write(Actor.System, async work =>
        {
            await UndeliverableMoves.Works(work, Address);
            return 0;
        });
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

    [Fact]
    public async Task The_focal_point_is_told_once_and_a_link_that_was_used_clears()
    {
        var (focal, owner) = (await _city.Person("Fiona Focal", Roles.FocalPoint), await _city.Person("Amina Yusuf"));
        var partner = await _city.Organisation("Harbour Circle", owner);
        await _city.Write(Actor.System, work => work.Execute("UPDATE Partner SET FocalPointId = @focal WHERE OrganisationId = @Id", new { partner.Id, focal = focal.Id }));
        for (var i = 0; i < 2; i++)
        {
            await _city.Write(Actor.System, work => Task.FromResult(work.Mail(owner.AsRecipient(), DailySummary.Sample)));
            var (id, _) = await _city.Sent(owner.Email);
            await _city.Comes(City.Bounce(owner.Email, "5.1.1", id));
        }

        Assert.Equal("ContactUndeliverable", Assert.Single(await _city.MailTo(focal.Email)).Template);
        Assert.NotNull(Assert.Single(await _city.Read(work => ContactRepository.Of(work, partner.Id))).EmailFailedAt);
        Assert.Single(await Marked(owner.Email));
        await _city.Write(Actor.System, async work =>
        {
            await work.Publish(new AddressProved(owner.Email));
            return 0;
        });
        Assert.Null(Assert.Single(await _city.Read(work => ContactRepository.Of(work, partner.Id))).EmailFailedAt);
        Assert.Empty(await Marked(owner.Email));
    }

    private async Task<(string MessageId, string? ReturnPath)> Sent()
    {
        await _city.Write(Actor.System, work => Task.FromResult(work.Mail(new Recipient(null, Address, "Amira Haddad", "en"), DailySummary.Sample)));
        return await _city.Sent(Address);
    }

    private Task<IReadOnlyList<FailedAddress>> Marked(string address = Address) => _city.Read(work => BounceRepository.Marked(work, [address.ToLowerInvariant()]));
}
