using GrantsPortal.Partnerships.Mailbox;
using GrantsPortal.Platform.Mail;
using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships.Mailbox;

public sealed class MailboxRulesTests
{
    private static readonly InboundOptions Inbound = new() { Address = "Record@Riverton.example" };

    [Fact]
    public void What_is_added_to_our_address_is_read_back_and_nothing_of_anybody_else_s()
    {
        var token = MailboxRules.NewToken();
        Assert.True(MailboxRules.IsToken(token));
        Assert.NotEqual(token, MailboxRules.NewToken());
        Assert.Equal(token, Inbound.AddedIn(Inbound.With(token)!.ToUpperInvariant()));
        Assert.Null(Inbound.AddedIn("record@riverton.example"));
        Assert.Null(Inbound.AddedIn($"record+{token}@riverton.example.evil.example"));
        Assert.Null(Inbound.AddedIn($"other+{token}@riverton.example"));
        Assert.Null(Inbound.AddedIn($"record+{token}@evil.example"));
        Assert.Null(new InboundOptions { Address = new string('a', 50) + "@riverton.example" }.With(token));
        Assert.Null(new InboundOptions { Address = "no address" }.With(token));
    }

    [Fact]
    public void A_way_back_names_its_e_mail_and_holds_for_no_other()
    {
        const string Ours = "1a2b.0123456789abcdef0123456789abcdef";
        var back = ReturnPaths.Of(Inbound, Ours)!;
        var added = Inbound.AddedIn(back)!;
        Assert.Equal(0x1a2b, ReturnPaths.Named(added));
        Assert.True(ReturnPaths.IsOf(added, Ours));
        Assert.False(ReturnPaths.IsOf(added, "1a2b.1123456789abcdef0123456789abcdef"));
        Assert.False(ReturnPaths.IsOf("b-1a2b.", Ours));
        Assert.False(ReturnPaths.IsOf("b-1a2b.0", Ours));
        Assert.Null(ReturnPaths.Named(MailboxRules.NewToken()));
        Assert.Null(ReturnPaths.Of(new InboundOptions(), Ours));
        Assert.Null(ReturnPaths.Of(new InboundOptions { Address = Inbound.Address, ReturnPath = false }, Ours));
    }

    [Theory]
    [InlineData("5.1.1", true)]
    [InlineData("5.1.10", true)]
    [InlineData("5.0.0", true)]
    [InlineData("5.2.1", true)]
    [InlineData("5.2.2", false)]
    [InlineData("5.2.3", false)]
    [InlineData("5.3.4", false)]
    [InlineData("5.6.0", false)]
    [InlineData("5.7.1", false)]
    [InlineData("4.1.1", false)]
    public void Only_a_permanent_failure_of_the_address_itself_is_hard(string status, bool hard) => Assert.Equal(hard, BounceRules.IsHard(status));
}
