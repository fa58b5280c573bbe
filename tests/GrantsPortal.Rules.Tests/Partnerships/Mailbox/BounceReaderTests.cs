using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships.Mailbox;

/// <summary>Reports of mail servers are told from other e-mails, and say what failed and which e-mail of ours it was.</summary>
public sealed class BounceReaderTests
{
    private const string Ours = "1a2b.0123456789abcdef0123456789abcdef";

    [Fact]
    public void A_report_by_the_standard_gives_status_address_words_and_our_message()
    {
        var bounce = Letters.Read(Letters.Report).Value.Bounce!;
        Assert.Equal(("5.1.1", "amira@harbour.example", "550 5.1.1 <amira@harbour.example>: no such user"), (bounce.Status, bounce.Recipient, bounce.Words));
        Assert.Equal([Ours], bounce.Mentioned);
    }

    [Theory]
    [InlineData("delayed", "5.4.1", "4.4.1")]
    [InlineData("failed", "4.4.7", "4.4.7")]
    [InlineData("delivered", "2.0.0", null)]
    [InlineData("failed", "nonsense", null)]
    public void A_delay_is_no_failure_and_success_no_report(string action, string status, string? read) =>
        Assert.Equal(read, Letters.Read(Letters.Report.Replace("Action: failed\r\nStatus: 5.1.1", $"Action: {action}\r\nStatus: {status}", StringComparison.Ordinal)).Value.Bounce?.Status);

    [Theory]
    [InlineData("MAILER-DAEMON@mx.example", "550 5.1.1 User unknown", "5.1.1")]
    [InlineData("mailer-daemon@mx.example", "The following address failed: a@b.example\r\n  host 192.0.2.1 said: 550 no such mailbox here", "5.0.0")]
    [InlineData("postmaster@mx.example", "Your message could not be delivered: the mailbox does not exist.", "5.1.1")]
    [InlineData("MAILER-DAEMON@mx.example", "Message delayed: still trying (connect to 192.0.2.1.25: timeout)", "4.0.0")]
    [InlineData("MAILER-DAEMON@mx.example", "Mailbox full", "4.0.0")]
    [InlineData("amira@harbour.example", "550 5.1.1 User unknown", null)]
    [InlineData("postmaster@mx.example", "Good morning, we move our servers on Friday.", null)]
    public void Servers_that_write_what_they_like_are_understood_and_people_are_no_servers(string from, string text, string? status)
    {
        var read = Letters.Read($"From: {from}\r\nSubject: Mail delivery failed\r\n\r\n{text}\r\n\r\n------ copy ------\r\nMessage-ID: <{Ours}@grants.riverton.example>\r\n").Value;
        Assert.Equal(status, read.Bounce?.Status);
        Assert.Equal(status is null ? [] : [Ours], read.Bounce?.Mentioned ?? []);
    }
}
