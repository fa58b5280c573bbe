using System.Net;
using GrantsPortal.People;
using GrantsPortal.People.Users;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.People;

public sealed class SigningInTests(PeopleCity shared) : IClassFixture<PeopleCity>
{
    private const string Wrong = "wrong-answer-here";
    private readonly City _city = shared.City;

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out()
    {
        using var amal = await _city.SignedIn(await _city.Person("Amal Haddad"));
        using var thief = await ThiefOf(amal);
        Assert.True(await IsSignedIn(thief));

        using var left = await amal.Send(await amal.Open("/accessibility"), "Sign out");

        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.False(await IsSignedIn(thief));
    }

    [Fact]
    public async Task A_disabled_account_is_out_on_its_next_request_and_others_are_not()
    {
        var admin = await _city.Person("Ada Admin", Roles.Administrator);
        var amal = await _city.Person("Amal Haddad");
        using var one = await _city.SignedIn(amal);
        using var other = await _city.SignedIn(await _city.Person("Ben Okoro"));

        Assert.True((await _city.Portal.Get<UserDesk>().Disable(Actor(admin), amal.Id)).Done);

        Assert.False(await IsSignedIn(one.Client));
        Assert.True(await IsSignedIn(other.Client));
        using var again = await Try(amal.Email, City.Password);
        Assert.Contains("switched off", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_on_the_next_request_and_one_given_works()
    {
        var admin = await _city.Person("Ada Admin", Roles.Administrator);
        var olu = await _city.Person("Olu Bright", Roles.Auditor);
        using var visitor = await _city.SignedIn(olu);
        Assert.Equal(HttpStatusCode.OK, await Status(visitor, AccountRoutes.Users));

        await _city.Portal.Get<UserDesk>().SetRoles(Actor(admin), olu.Id, [Roles.Finance]);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(visitor, AccountRoutes.Users));

        await _city.Portal.Get<UserDesk>().SetRoles(Actor(admin), olu.Id, [Roles.Auditor]);
        Assert.Equal(HttpStatusCode.OK, await Status(visitor, AccountRoutes.Users));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_page()
    {
        var amal = await _city.Person("Amal Haddad");

        using var known = await Try(amal.Email, Wrong);
        using var unknown = await Try("nobody@people.example", Wrong);

        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(await Words(known), await Words(unknown));
    }

    [Fact]
    public async Task Five_wrong_attempts_lock_an_account_for_a_quarter_of_an_hour_and_tell_its_owner()
    {
        var amal = await _city.Person("Amal Haddad");
        for (var i = 0; i < 4; i++)
        {
            using var almost = await Try(amal.Email, Wrong);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await Try(amal.Email, City.Password)).StatusCode);
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await Try(amal.Email, Wrong);
        }

        Assert.Equal(HttpStatusCode.OK, (await Try(amal.Email, City.Password)).StatusCode);
        Assert.Contains(await _city.MailTo(amal.Email), mail => mail.TextBody.Contains("locked the account", StringComparison.Ordinal));
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await Try(amal.Email, City.Password)).StatusCode);
    }

    [Fact]
    public async Task Many_guesses_at_once_get_no_more_tries_than_one_after_another()
    {
        var amal = await _city.Person("Amal Haddad");
        var desk = _city.Portal.Get<GrantsPortal.People.SignIn.SignInDesk>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => desk.Check(amal.Email, Wrong))));

        var attempts = await _city.Read(work => work.Scalar<int>("SELECT AccessFailedCount FROM Person WHERE Id = @id", new { id = amal.Id }));
        Assert.Equal(5, attempts);
        Assert.Equal(GrantsPortal.People.SignIn.PasswordVerdict.Wrong, (await desk.Check(amal.Email, City.Password)).Verdict);
    }

    [Theory]
    [InlineData("/calls", "/calls")]
    [InlineData("https://evil.example/", "/my")]
    [InlineData("//evil.example/", "/my")]
    [InlineData("/\\evil.example/", "/my")]
    [InlineData(null, "/my")]
    public async Task Signing_in_leads_only_within_the_portal(string? returnUrl, string leadsTo)
    {
        var amal = await _city.Person("Amal Haddad");
        using var visitor = _city.Visitor();
        var page = await visitor.Open(AccountRoutes.SignIn);
        using var answer = await visitor.Send(page, "Sign in", ("Email", amal.Email), ("Password", City.Password), ("ReturnUrl", returnUrl));
        Assert.Equal(leadsTo, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_protected_page_asks_to_sign_in_and_then_opens()
    {
        var amal = await _city.Person("Amal Haddad");
        using var visitor = _city.Visitor();
        using var asked = await visitor.Get(AccountRoutes.Security);
        Assert.StartsWith(AccountRoutes.SignIn, new Uri(new Uri("http://localhost"), asked.Headers.Location!).AbsolutePath, StringComparison.Ordinal);

        var opened = await visitor.Press(await visitor.Open(AccountRoutes.Security), "Sign in", ("Email", amal.Email), ("Password", City.Password));
        Assert.Contains("Password and security", opened.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_over_another_sign_in_does_not_go_on_with_its_key()
    {
        var amal = await _city.Person("Amal Haddad");
        using var visitor = await _city.SignedIn(await _city.Person("Mallory Moss"));
        using var thief = await ThiefOf(visitor);
        using var stranger = _city.Visitor();
        var token = (await visitor.Open("/accessibility")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        using var answer = await visitor.Client.PostAsync(AccountRoutes.SignIn, new FormUrlEncodedContent(
            [KeyValuePair.Create("Email", amal.Email), KeyValuePair.Create("Password", City.Password), KeyValuePair.Create("__RequestVerificationToken", token)]));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.False(await IsSignedIn(thief));
        Assert.False(await IsSignedIn(visitor.Client));
    }

    [Fact]
    public async Task A_sign_in_ends_after_twelve_idle_hours_and_not_before()
    {
        using var visitor = await _city.SignedIn(await _city.Person("Amal Haddad"));
        _city.Portal.Clock.Advance(TimeSpan.FromHours(11));
        Assert.True(await IsSignedIn(visitor.Client));
        _city.Portal.Clock.Advance(TimeSpan.FromHours(11));
        Assert.True(await IsSignedIn(visitor.Client));
        _city.Portal.Clock.Advance(TimeSpan.FromHours(13));
        Assert.False(await IsSignedIn(visitor.Client));
    }

    [Fact]
    public async Task A_forged_forwarded_address_does_not_get_round_the_limit()
    {
        using var city = new City(("Limits:SignIn:Requests", "3"));
        using var visitor = city.Visitor();
        var page = await visitor.Open(AccountRoutes.SignIn);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            visitor.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{i}");
            using var answer = await visitor.Send(page, "Sign in", ("Email", "nobody@people.example"), ("Password", Wrong));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers);
    }

    internal static Actor Actor(Person person) => new(person.Id, person.Name, new HashSet<string> { Roles.Administrator });

    internal static async Task<bool> IsSignedIn(HttpClient client) =>
        (await client.GetStringAsync("/accessibility")).Contains(AccountRoutes.SignOut, StringComparison.Ordinal);

    private async Task<HttpClient> ThiefOf(Visitor visitor)
    {
        using var answer = await visitor.Get("/accessibility");
        var client = _city.Portal.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", answer.RequestMessage!.Headers.GetValues("Cookie").Single());
        return client;
    }

    private async Task<HttpResponseMessage> Try(string email, string password)
    {
        using var visitor = _city.Visitor();
        return await visitor.Send(await visitor.Open(AccountRoutes.SignIn), "Sign in", ("Email", email), ("Password", password));
    }

    private static async Task<HttpStatusCode> Status(Visitor visitor, string path)
    {
        using var answer = await visitor.Get(path);
        return answer.StatusCode;
    }

    private static async Task<string> Words(HttpResponseMessage answer) =>
        Visitor.Text((await Visitor.Page(answer)).QuerySelector("main"));
}
