using System.Net;
using System.Text.RegularExpressions;
using GrantsPortal.People;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.People;

public sealed partial class RegisteringTests : IDisposable
{
    private const string Chosen = "kettle marsh blue anvil";
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_registration_counts_only_when_its_link_is_opened_and_its_button_pressed()
    {
        using var visitor = _city.Visitor();
        await Register(visitor, "Amal Haddad", "amal@people.example");
        var link = Link((await _city.MailTo("amal@people.example")).Single().TextBody);

        Assert.Equal(HttpStatusCode.OK, await SignIn("amal@people.example"));
        var shown = await visitor.Open(link);
        Assert.Equal(HttpStatusCode.OK, await SignIn("amal@people.example"));
        using var confirmed = await visitor.Send(shown, "Confirm");
        Assert.Equal(HttpStatusCode.Redirect, await SignIn("amal@people.example"));

        using var again = await visitor.Get(link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
    }

    [Fact]
    public async Task A_registration_link_expires_after_two_days()
    {
        using var visitor = _city.Visitor();
        await Register(visitor, "Amal Haddad", "amal@people.example");
        var link = Link((await _city.MailTo("amal@people.example")).Single().TextBody);
        var shown = await visitor.Open(link);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(3));

        using var late = await visitor.Send(shown, "Confirm");

        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await SignIn("amal@people.example"));
    }

    [Fact]
    public async Task Registering_with_an_address_that_has_an_account_says_nothing_and_tells_its_owner()
    {
        var amal = await _city.Person("Amal Haddad");
        using var visitor = _city.Visitor();

        var taken = await Register(visitor, "Mallory", amal.Email);
        var free = await Register(visitor, "Mallory", "free@people.example");

        Assert.Equal(free.Replace("free@people.example", amal.Email, StringComparison.Ordinal), taken);
        Assert.Equal("AccountExists", Assert.Single(await _city.MailTo(amal.Email)).Template);
    }

    [Fact]
    public async Task Two_registrations_with_one_address_each_keep_their_own_password()
    {
        using var mallory = _city.Visitor();
        using var amal = _city.Visitor();
        await Register(mallory, "Mallory", "amal@people.example", "mallory knows this one");
        await Register(amal, "Amal Haddad", "amal@people.example");
        var links = (await _city.MailTo("amal@people.example")).Select(mail => Link(mail.TextBody)).ToList();

        using var confirmed = await amal.Send(await amal.Open(links[1]), "Confirm");

        Assert.Equal(HttpStatusCode.Redirect, await SignIn("amal@people.example"));
        Assert.Equal(HttpStatusCode.OK, await SignIn("amal@people.example", "mallory knows this one"));
        using var second = await amal.Send(await amal.Open(links[0]), "Confirm");
        Assert.Equal(HttpStatusCode.Gone, second.StatusCode);
    }

    [Fact]
    public async Task One_address_gets_few_mails_an_hour_however_many_registrations_there_are()
    {
        using var visitor = _city.Visitor();
        for (var i = 0; i < 10; i++)
        {
            await Register(visitor, "Amal Haddad", "amal@people.example");
        }

        Assert.Equal(3, (await _city.MailTo("amal@people.example")).Count);
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_typed_is_lost_but_the_password()
    {
        using var visitor = _city.Visitor();
        var page = await visitor.Press(await visitor.Open(AccountRoutes.Register), "Register", ("Name", "Win now http://evil.example"), ("Email", "nope"), ("Password", "short"));

        Assert.NotNull(page.QuerySelector("#Name-error"));
        Assert.NotNull(page.QuerySelector("#Email-error"));
        Assert.NotNull(page.QuerySelector("#Password-error"));
        Assert.Equal("nope", page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#Password")!.GetAttribute("value"));
    }

    internal static string Link(string text) => new Uri(Address().Match(text).Value).AbsolutePath;

    private async Task<string> Register(Visitor visitor, string name, string email, string password = Chosen)
    {
        var answered = await visitor.Press(await visitor.Open(AccountRoutes.Register), "Register", ("Name", name), ("Email", email), ("Password", password));
        return Visitor.Text(answered.QuerySelector("main"));
    }

    private async Task<HttpStatusCode> SignIn(string email, string password = Chosen)
    {
        using var visitor = _city.Visitor();
        using var answer = await visitor.Send(await visitor.Open(AccountRoutes.SignIn), "Sign in", ("Email", email), ("Password", password));
        return answer.StatusCode;
    }

    [GeneratedRegex(@"http://localhost/account/\S+")]
    private static partial Regex Address();
}
