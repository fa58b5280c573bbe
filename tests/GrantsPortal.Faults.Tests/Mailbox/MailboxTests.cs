using GrantsPortal.Faults.Tests.Mail;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Partnerships.Mailbox.Reading;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Checks;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.Platform.Mail;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Faults.Tests.Mailbox;

/// <summary>The mailbox before a real IMAP server.</summary>
public sealed class MailboxTests : MailTests
{
    [Fact]
    public async Task What_lies_in_the_mailbox_is_filed_or_refused_and_put_away_and_too_large_ones_are_never_fetched()
    {
        var server = Keep(await ImapServer.Start(Folder));
        var (city, officer, partner) = await World(server.Port, ("Inbound:MaxMegabytes", "1"));
        var address = await city.Forwarding(officer, partner);
        var large = city.Letter(address, new string('x', 998) + "\r\n", subject: "Large").Replace("\r\n\r\n", "\r\n\r\n" + string.Concat(Enumerable.Repeat(new string('y', 998) + "\r\n", 1300)), StringComparison.Ordinal);
        await server.Deliver(city.Letter(address, "May we use the hall?"), large, city.Letter("nobody@riverton.example", "Spam"), "Subject: \u00ff\u00fe\r\n\r\n");
        await Run(city);

        Assert.Equal((0, 1, 3), (await server.Count("INBOX"), await server.Count("Done"), await server.Count("Refused")));
        Assert.Contains("May we use the hall?", Assert.Single(await Engagements(city, partner)).Words, StringComparison.Ordinal);
        var refused = await city.Read(work => InboundRepository.Page(work, new InboundFilter(InboundState.Refused, null, null), null, 10));
        Assert.Equal([MailRefusals.TooLarge, MailRefusals.UnknownAddress, MailRefusals.UnknownAddress], refused.Select(mail => mail.Reason).Order(StringComparer.Ordinal));
        Assert.Null(refused.Single(mail => mail.Reason == MailRefusals.TooLarge).FileId);
        Assert.Contains("larger than 1 MB", Assert.Single(await city.MailTo(officer.Email)).TextBody, StringComparison.Ordinal);
        await Run(city);
        Assert.Equal(4, (await city.Read(work => InboundRepository.Page(work, new InboundFilter(null, null, null), null, 10))).Count);
    }

    [Fact]
    public async Task A_line_that_breaks_anywhere_leaves_nothing_half_and_nothing_twice_even_when_the_folder_begins_anew()
    {
        var server = Keep(await ImapServer.Start(Folder));
        using var line = new CutLine(server.Port);
        var (city, officer, partner) = await World(line.Port);
        var address = await city.Forwarding(officer, partner);
        await server.Deliver([.. Enumerable.Range(0, 6).Select(i => city.Letter(address, $"Letter {i} " + new string('x', 300)))]);

        var broken = 0;
        for (var bytes = 400; await server.Count("INBOX") > 0; bytes += 450)
        {
            line.Bytes = bytes;
            broken += await Record.ExceptionAsync(() => Run(city)) is null ? 0 : 1;
            var (engagements, mails) = ((await Engagements(city, partner)).Count, (await city.Read(work => InboundRepository.Page(work, new InboundFilter(InboundState.Filed, null, null), null, 20))).Count);
            Assert.Equal(engagements, mails);
            if (broken == 6)
            {
                server.BeginAnew();
            }

            Assert.True(bytes < 60_000, "It never ends.");
        }

        Assert.True(broken > 6, $"The line broke only {broken} times, so this shows nothing.");
        Assert.Equal(Enumerable.Range(0, 6), (await Engagements(city, partner)).Select(engagement => engagement.Words.Split("Letter ")[1][0] - '0').Order());
        Assert.Equal((6, 0), (await server.Count("Done"), await server.Count("Refused")));
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("mail.elsewhere.example", false)]
    public async Task The_password_goes_only_to_a_server_that_is_who_it_says_and_doctor_tells(string name, bool reached)
    {
        var tls = Certificate(name);
        var server = Keep(await ImapServer.Start(Folder, tls));
        var (city, _, _) = await World(server.Port, ("Inbound:Security", "Tls"), ("Inbound:TrustedCertificate", tls.Certificate));
        var finding = Assert.Single(await city.Portal.Get<IEnumerable<ICheckup>>().OfType<MailboxCheckup>().Single().Look(default));
        Assert.Equal(reached ? Health.Ok : Health.Wrong, finding.Health);
        Assert.Equal(reached, await Record.ExceptionAsync(() => Run(city)) is null);
        var wrong = Keep(new City([.. Settings(server.Port), ("Inbound:Security", "Tls"), ("Inbound:TrustedCertificate", tls.Certificate), ("Inbound:Password", "wrong")]));
        Assert.Equal(Health.Wrong, Assert.Single(await wrong.Portal.Get<IEnumerable<ICheckup>>().OfType<MailboxCheckup>().Single().Look(default)).Health);
    }

    [Fact]
    public async Task An_e_mail_leaves_with_a_way_back_of_its_own_and_the_report_that_comes_by_it_marks_the_address()
    {
        var (smtp, imap) = (Server(), Keep(await ImapServer.Start(Folder)));
        var (city, _, _) = await World(imap.Port, ("Mail:Host", "localhost"), ("Mail:Port", $"{smtp.Port}"), ("Mail:Security", "None"), ("Mail:From", "grants@riverton.example"));
        await Queue(city, "amira@harbour.example");
        await Drain(city);
        var taken = Assert.Single(smtp.Mail);
        Assert.StartsWith("record+b-", taken.From, StringComparison.Ordinal);
        Assert.Equal("grants@riverton.example", taken.Message().From.Mailboxes.Single().Address);
        await imap.Deliver(GrantsPortal.TestWorld.City.Bounce("amira@harbour.example", "5.1.1", null, taken.From));
        await Run(city);
        Assert.Equal("5.1.1", Assert.Single(await city.Read(work => BounceRepository.Marked(work, ["amira@harbour.example"]))).Status);
    }

    private static (string, string?)[] Settings(int port) =>
    [
        ("Inbound:Host", "localhost"), ("Inbound:Port", $"{port}"), ("Inbound:Security", "None"), ("Inbound:User", ImapServer.User), ("Inbound:Password", ImapServer.Password), ("Inbound:Address", GrantsPortal.TestWorld.City.MailboxAddress),
    ];

    private async Task<(City City, Person Officer, Organisation Partner)> World(int port, params (string, string?)[] settings)
    {
        var city = Keep(new City([.. Settings(port), .. settings]));
        return (city, await city.Person("Fiona Focal", Roles.FocalPoint), await city.Organisation("Harbour Circle", await city.Person("Amina Yusuf")));
    }

    private static Task Run(City city) => city.Portal.Get<IEnumerable<IJob>>().OfType<MailboxJob>().Single().Run(default);

    private static Task<IReadOnlyList<Engagement>> Engagements(City city, Organisation partner) => city.Read(work => EngagementRepository.Of(work, partner.Id, null, 50));
}
