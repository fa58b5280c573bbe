using System.Reflection;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Platform.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using Xunit;

namespace GrantsPortal.Rules.Tests.Platform;

public sealed class MailRulesTests
{
    private static readonly MimeMaker Maker = new(
        Options.Create(new PortalOptions { PublicUrl = "https://grants.riverton.example", ContactEmail = "help@riverton.example" }), Options.Create(new MailOptions()), new PortalTexts());

    [Fact]
    public void Waits_grow_and_end_after_about_four_days()
    {
        var waits = Enumerable.Range(1, OutboxRules.MostAttempts).Select(attempt => OutboxRules.After(attempt, 0.5)).ToList();

        Assert.Equal([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12)], waits.Take(6).Select(wait => wait!.Value));
        Assert.Null(waits[^1]);
        Assert.InRange(waits.Sum(wait => wait?.TotalDays ?? 0), 3, 5);
    }

    [Theory]
    [InlineData("Amira Haddad", "Amira Haddad")]
    [InlineData("Siobhán O’Neill-Müller", "Siobhán O’Neill-Müller")]
    [InlineData("Win at evil.example/now", "Win at evil. example/now")]
    [InlineData("https://evil.example", "https evil. example")]
    [InlineData("Ann\r\nBcc: everybody@riverton.example", "Ann Bcc: everybody at riverton. example")]
    [InlineData("Ann‮nnA", "Ann nnA")]
    public void A_name_carries_no_link_and_no_line_of_its_own(string typed, string shown) => Assert.Equal(shown, SafeName.Of(typed));

    [Fact]
    public void A_long_name_is_cut() => Assert.Equal(80, SafeName.Of(new string('a', 500)).Length);

    [Theory]
    [InlineData("Ann\r\nBcc: victim@example.org")]
    [InlineData("Ann\nSubject: other")]
    [InlineData("\"Ann\" <victim@example.org>")]
    public void No_header_can_be_smuggled_in_through_a_name_or_a_subject(string text)
    {
        var message = Parsed(Maker.Make(Mail(name: text, subject: text))!);

        Assert.Equal(["ann@example.org"], message.To.Mailboxes.Select(to => to.Address));
        Assert.Empty(message.Cc);
        Assert.Empty(message.Bcc);
        Assert.Single(message.Headers, header => header.Field == "Subject");
        Assert.Single(message.To);
    }

    [Theory]
    [InlineData("ann@example.org\r\nRCPT TO:<victim@example.org>")]
    [InlineData("\"ann> RCPT TO:<victim@example.org> <\"@example.org")]
    [InlineData("ann@example.org, victim@example.org")]
    [InlineData("Ann <ann@example.org>")]
    [InlineData("ann")]
    [InlineData("@example.org")]
    [InlineData("ann@")]
    public void What_is_not_one_plain_address_gets_nothing(string address)
    {
        Assert.False(MimeMaker.IsAddress(address));
        Assert.Null(Maker.Make(Mail(address: address)));
    }

    [Theory]
    [InlineData("ann@example.org")]
    [InlineData("o'neill+grants@sub.example.ie")]
    public void A_plain_address_is_written_to(string address) => Assert.NotNull(Maker.Make(Mail(address: address)));

    [Fact]
    public void MimeKit_is_not_older_than_the_version_that_mended_commands_in_quoted_addresses() =>
        Assert.True(typeof(MimeMessage).Assembly.GetName().Version >= new Version(4, 15, 1), typeof(MimeMessage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);

    [Fact]
    public void The_Message_ID_stays_the_same_and_is_of_the_portals_own_domain()
    {
        var (first, second) = (Maker.Make(Mail())!, Maker.Make(Mail())!);

        Assert.Equal("1f.abc@grants.riverton.example", first.MessageId);
        Assert.Equal(first.MessageId, second.MessageId);
    }

    [Theory]
    [InlineData(MessageKind.Notice, true)]
    [InlineData(MessageKind.Letter, false)]
    [InlineData(MessageKind.Account, false)]
    public void Only_what_one_can_have_less_of_says_where_to_have_less(MessageKind kind, bool says) =>
        Assert.Equal(says, Maker.Make(Mail(kind: kind))!.Headers.Contains(HeaderId.ListUnsubscribe));

    [Fact]
    public void Staff_do_not_see_the_secret_in_somebodys_account_message()
    {
        const string Text = "Set it here: https://grants.example/account/reset-password/Ab3dEf6hIj9kLm2nOp5q?x=1 or ask.";

        Assert.Equal("Set it here: https://grants.example/account/reset-password/… or ask.", Secrecy.Veil(Text, MessageKind.Account));
        Assert.Equal(Text, Secrecy.Veil(Text, MessageKind.Letter));
    }

    [Fact]
    public void Every_message_has_a_sample_that_can_be_written_with_a_subject_and_a_text_without_marks()
    {
        var renderer = new MessageRenderer(Options.Create(new PortalOptions()), new PortalTexts());
        foreach (var sample in MessageRenderer.Samples())
        {
            var rendered = renderer.Render(sample, new Recipient(null, "ann@example.org", "Ann", "en"));
            Assert.NotEmpty(rendered.Subject);
            Assert.DoesNotContain("{{", rendered.Text + rendered.Html);
            Assert.DoesNotContain("<p", rendered.Text);
            Assert.DoesNotContain("&#", rendered.Subject);

            // Each paragraph after the salutation is a sentence of its own, and begins like one.
            var paragraphs = rendered.Text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            Assert.DoesNotContain(paragraphs, paragraph => char.IsLower(paragraph[0]) && !paragraph.StartsWith("http", StringComparison.Ordinal));
        }
    }

    private static OutboundMail Mail(string name = "Ann", string address = "ann@example.org", string subject = "Hello", MessageKind kind = MessageKind.Notice) => new()
    {
        Id = 31,
        MessageId = "1f.abc",
        Kind = kind,
        ToAddress = address,
        ToName = name,
        Language = "en",
        Subject = subject,
        HtmlBody = "<p>Hello</p>",
        TextBody = "Hello\n",
        CreatedAt = DateTimeOffset.UnixEpoch,
        Version = 1,
    };

    private static MimeMessage Parsed(MimeMessage message)
    {
        var written = new MemoryStream();
        message.WriteTo(written);
        written.Position = 0;
        return MimeMessage.Load(written);
    }
}
