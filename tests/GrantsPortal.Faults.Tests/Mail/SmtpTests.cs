using GrantsPortal.Platform.Mail;
using MimeKit;
using Xunit;

namespace GrantsPortal.Faults.Tests.Mail;

/// <summary>The outbox before a real mail server.</summary>
public sealed class SmtpTests : MailTests
{
    [Fact]
    public async Task A_message_arrives_as_text_and_HTML_with_the_headers_that_say_what_it_is()
    {
        var server = Server();
        var city = City(server);
        var id = await Queue(city, "amira@example.org", "Amira Haddad");

        Assert.Equal(1, (await Drain(city)).Sent);

        var taken = Assert.Single(server.Mail);
        var message = taken.Message();
        var body = Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Equal(["text/plain", "text/html"], body.Select(part => part.ContentType.MimeType));
        Assert.All(body.Cast<TextPart>(), part => Assert.Equal("utf-8", part.ContentType.Charset));
        Assert.Contains("Neighbours together", message.TextBody);
        Assert.Equal("grants@riverton.example", message.From.Mailboxes.Single().Address);
        Assert.Equal("Amira Haddad", message.To.Mailboxes.Single().Name);
        Assert.EndsWith("@localhost", message.MessageId);
        Assert.Equal("auto-generated", message.Headers["Auto-Submitted"]);
        Assert.Equal("en", message.Body.Headers["Content-Language"]);
        Assert.Equal("<http://localhost/account/security>", message.Headers["List-Unsubscribe"]);
        Assert.Equal(city.Now, message.Date);
        Assert.Equal(OutboxState.Sent, (await Stands(city, id)).State);
    }

    [Fact]
    public async Task An_e_mail_leaves_with_a_way_back_of_its_own_and_with_the_address_it_is_from_where_the_server_takes_no_other_sender()
    {
        var (free, strict) = (Server(), Server("--only-sender", "grants@riverton.example"));
        foreach (var server in new[] { free, strict })
        {
            var city = City(server, ("Inbound:Address", "record@riverton.example"));
            var ids = new[] { await Queue(city, "amira@example.org"), await Queue(city, "bilal@example.org") };
            Assert.Equal(2, (await Drain(city)).Sent);
            foreach (var id in ids)
            {
                Assert.Equal(OutboxState.Sent, (await Stands(city, id)).State);
            }
        }

        Assert.All(free.Mail, mail => Assert.StartsWith("record+", mail.From, StringComparison.Ordinal));
        Assert.Equal(2, free.Mail.Select(mail => mail.From).Distinct().Count());
        Assert.Equal(["grants@riverton.example", "grants@riverton.example"], strict.Mail.Select(mail => mail.From));
    }

    [Fact]
    public async Task A_batch_goes_over_one_connection()
    {
        var server = Server();
        var city = City(server);
        for (var i = 0; i < 20; i++)
        {
            await Queue(city, $"person{i}@example.org");
        }

        Assert.Equal(20, (await Drain(city)).Sent);
        Assert.Single(server.Mail.Select(mail => mail.Peer).Distinct());
    }

    [Theory]
    [InlineData("starttls", "StartTls")]
    [InlineData("starttls", "Auto")]
    [InlineData("tls", "Tls")]
    public async Task Mail_and_password_go_over_a_protected_connection_to_a_server_whose_certificate_is_trusted(string offered, string security)
    {
        var (certificate, key) = Certificate("localhost");
        var server = Server("--security", offered, "--certificate", certificate, "--key", key, "--user", "portal", "--password", "s3cret");
        var city = City(server, ("Mail:Security", security), ("Mail:TrustedCertificate", certificate), ("Mail:User", "portal"), ("Mail:Password", "s3cret"));
        await Queue(city, "amira@example.org");
        var report = await Drain(city);

        Assert.Null(report.Trouble);
        var taken = Assert.Single(server.Mail);
        Assert.Equal("portal", taken.User);
    }

    [Theory]
    [InlineData("localhost", false, "a certificate nobody vouches for")]
    [InlineData("mail.elsewhere.example", true, "a certificate of another server")]
    public async Task A_server_that_cannot_prove_who_it_is_gets_nothing(string name, bool trusted, string _)
    {
        var (certificate, key) = Certificate(name);
        var server = Server("--security", "starttls", "--certificate", certificate, "--key", key);
        var city = City(server, ("Mail:Security", "StartTls"), ("Mail:TrustedCertificate", trusted ? certificate : null));
        var id = await Queue(city, "amira@example.org");

        var report = await Drain(city);

        Assert.StartsWith("The connection could not be protected", report.Trouble);
        Assert.Empty(server.Mail);
        Assert.Equal(OutboxState.Queued, (await Stands(city, id)).State);
    }

    [Fact]
    public async Task A_password_is_not_sent_over_a_bare_connection_unless_the_settings_say_so()
    {
        var server = Server("--user", "portal", "--password", "s3cret");
        var careful = City(server, ("Mail:Security", "Auto"), ("Mail:User", "portal"), ("Mail:Password", "s3cret"));
        await Queue(careful, "amira@example.org");
        Assert.Contains("offers no encryption", (await Drain(careful)).Trouble);

        var told = City(server, ("Mail:User", "portal"), ("Mail:Password", "s3cret"));
        await Queue(told, "amira@example.org");
        Assert.Equal(1, (await Drain(told)).Sent);

        var mistaken = City(server, ("Mail:User", "portal"), ("Mail:Password", "wrong"));
        await Queue(mistaken, "amira@example.org");
        Assert.Contains("user name or password", (await Drain(mistaken)).Trouble);
    }

    [Fact]
    public async Task While_the_server_is_down_nothing_is_given_up_and_all_of_it_leaves_when_it_is_back()
    {
        var server = Server();
        var city = City(server);
        server.Stop();
        var ids = new[] { await Queue(city, "a@example.org"), await Queue(city, "b@example.org") };

        for (var i = 0; i < OutboxRules.MostAttempts + 3; i++)
        {
            var report = await Drain(city);
            Assert.Equal(0, report.GivenUp);
            city.Portal.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        var waiting = await Stands(city, ids[0]);
        Assert.Equal((OutboxState.Queued, 0), (waiting.State, waiting.Attempts));
        Assert.NotNull(waiting.LastError);

        var again = Keep(server.Again());
        Assert.Equal(2, (await Drain(city)).Sent);
        Assert.Equal(2, again.Mail.Count);
    }

    [Fact]
    public async Task Mail_that_waited_for_the_server_leaves_at_once_when_anything_gets_through()
    {
        var server = Server();
        var city = City(server);
        server.Stop();
        await Queue(city, "a@example.org");
        Assert.NotNull((await Drain(city)).Trouble);

        Keep(server.Again());
        await Queue(city, "b@example.org");

        Assert.Equal(2, (await Drain(city)).Sent);
    }

    [Fact]
    public async Task A_server_that_says_later_is_asked_again_after_growing_waits()
    {
        var server = Server();
        var city = City(server);
        var id = await Queue(city, "busy-2@example.org");

        Assert.Equal(1, (await Drain(city)).PutOff);
        var first = await Stands(city, id);
        Assert.Equal("451 4.7.1 Come back later", first.LastError);
        Assert.InRange(first.NextAttemptAt - city.Now, TimeSpan.FromSeconds(48), TimeSpan.FromSeconds(72));
        Assert.Equal(DrainReport.Nothing, await Drain(city));

        city.Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, (await Drain(city)).PutOff);
        Assert.InRange((await Stands(city, id)).NextAttemptAt - city.Now, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(6));

        city.Portal.Clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal(1, (await Drain(city)).Sent);
        Assert.Single(server.Mail);
    }

    [Fact]
    public async Task A_message_put_off_too_often_is_given_up_with_the_servers_words()
    {
        var server = Server();
        var city = City(server);
        var id = await Queue(city, "full@example.org");

        for (var i = 0; i < OutboxRules.MostAttempts; i++)
        {
            await Drain(city);
            city.Portal.Clock.Advance(TimeSpan.FromHours(15));
        }

        var given = await Stands(city, id);
        Assert.Equal((OutboxState.Dead, OutboxRules.MostAttempts, "452 4.3.1 No room just now"), (given.State, given.Attempts, given.LastError));
    }

    [Fact]
    public async Task A_recipient_the_server_refuses_is_given_up_at_once_and_holds_up_nobody_else()
    {
        var server = Server();
        var city = City(server);
        var gone = await Queue(city, "gone@example.org");
        var here = await Queue(city, "here@example.org");

        var report = await Drain(city);

        Assert.Equal((1, 1), (report.Sent, report.GivenUp));
        var given = await Stands(city, gone);
        Assert.Equal((OutboxState.Dead, "550 5.1.1 No such mailbox here"), (given.State, given.LastError));
        Assert.Equal(OutboxState.Sent, (await Stands(city, here)).State);
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_in_doubt_and_not_sent_again()
    {
        var server = Server();
        var city = City(server);
        var id = await Queue(city, "drop@example.org");

        Assert.Equal(1, (await Drain(city)).InDoubt);
        city.Portal.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(DrainReport.Nothing, await Drain(city));

        Assert.Equal(OutboxState.InDoubt, (await Stands(city, id)).State);
        Assert.Single(server.Mail);
    }

    [Fact]
    public async Task Two_instances_sending_at_once_send_each_message_once()
    {
        var server = Server();
        var first = City(server);
        var second = City(server, ("ConnectionStrings:GrantsPortal", $"Data Source={Path.Combine(first.Portal.Folder, "grantsportal.db")}"));
        for (var i = 0; i < 60; i++)
        {
            await Queue(first, $"person{i}@example.org");
        }

        var reports = await Task.WhenAll(Task.Run(() => Drain(first)), Task.Run(() => Drain(second)));

        Assert.Equal(60, reports.Sum(report => report.Sent));
        Assert.Equal(60, server.Mail.Select(mail => mail.Id).Distinct().Count());
        Assert.Equal(60, server.Mail.Count);
    }
}
