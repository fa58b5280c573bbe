using System.Net;
using System.Text.Json;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.People.Security;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Audit;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.People;

public sealed class SecurityTests(PeopleCity shared) : IClassFixture<PeopleCity>
{
    private const string Better = "kettle marsh blue anvil";
    private readonly City _city = shared.City;

    [Fact]
    public async Task A_reset_link_sets_a_password_once_and_ends_every_sign_in()
    {
        var amal = await _city.Person("Amal Haddad");
        using var before = await _city.SignedIn(amal);
        using var visitor = _city.Visitor();
        var link = await AskReset(visitor, amal);

        using var set = await visitor.Send(await visitor.Open(link), "Save the password", ("Password", Better));

        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.False(await SigningInTests.IsSignedIn(before.Client));
        using var again = await visitor.Get(link);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        await visitor.SignIn(amal, Better);
    }

    [Fact]
    public async Task A_reset_link_holds_an_hour_and_dies_when_the_password_changes()
    {
        var amal = await _city.Person("Amal Haddad");
        using var visitor = _city.Visitor();
        var first = await AskReset(visitor, amal);
        var second = await AskReset(visitor, amal);
        using var set = await visitor.Send(await visitor.Open(first), "Save the password", ("Password", Better));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Get(second)).StatusCode);

        var third = await AskReset(visitor, amal);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(third)).StatusCode);
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.Gone, (await visitor.Get(third)).StatusCode);
    }

    [Fact]
    public async Task Asking_for_a_reset_says_the_same_for_known_and_unknown_addresses_and_mails_few()
    {
        var amal = await _city.Person("Amal Haddad");
        using var visitor = _city.Visitor();
        var unknown = await Ask(visitor, "nobody@people.example");
        string known = "";
        for (var i = 0; i < 10; i++)
        {
            known = await Ask(visitor, amal.Email);
        }

        Assert.Equal(unknown.Replace("nobody@people.example", amal.Email, StringComparison.Ordinal), known);
        Assert.Equal(3, (await _city.MailTo(amal.Email)).Count);
        Assert.Empty(await _city.MailTo("nobody@people.example"));
    }

    [Fact]
    public async Task Changing_the_password_asks_for_the_present_one_and_ends_other_sign_ins_only()
    {
        var amal = await _city.Person("Amal Haddad");
        using var here = await _city.SignedIn(amal);
        using var elsewhere = await _city.SignedIn(amal);
        var path = AccountRoutes.SecurityPart("password");

        var refused = await here.Press(await here.Open(path), "Save the password", ("Current", "not-the-password"), ("Password", Better));
        Assert.NotNull(refused.QuerySelector("#Current-error"));
        Assert.True(await SigningInTests.IsSignedIn(elsewhere.Client));

        await here.Press(await here.Open(path), "Save the password", ("Current", City.Password), ("Password", Better));
        Assert.True(await SigningInTests.IsSignedIn(here.Client));
        Assert.False(await SigningInTests.IsSignedIn(elsewhere.Client));
    }

    [Fact]
    public async Task An_address_changes_only_after_the_password_and_a_button_pressed_at_the_new_one()
    {
        var amal = await _city.Person("Amal Haddad");
        using var visitor = await _city.SignedIn(amal);
        var path = AccountRoutes.SecurityPart("email");

        var refused = await visitor.Press(await visitor.Open(path), "Send the link", ("Current", "not-the-password"), ("Email", "new@people.example"));
        Assert.NotNull(refused.QuerySelector("#Current-error"));
        Assert.Empty(await _city.MailTo("new@people.example"));

        await visitor.Press(await visitor.Open(path), "Send the link", ("Current", City.Password), ("Email", "new@people.example"));
        var shown = await visitor.Open(RegisteringTests.Link((await _city.MailTo("new@people.example")).Single().TextBody));
        Assert.Equal(amal.Email, (await Account(amal)).Email);
        await visitor.Press(shown, "Confirm");

        Assert.Equal("new@people.example", (await Account(amal)).Email);
        Assert.Contains(await _city.MailTo(amal.Email), mail => mail.TextBody.Contains("e-mail address of your account was changed", StringComparison.Ordinal));
        Assert.True(await SigningInTests.IsSignedIn(visitor.Client));
    }

    [Fact]
    public async Task An_address_of_somebody_else_is_not_told_and_not_taken()
    {
        var amal = await _city.Person("Amal Haddad");
        var ben = await _city.Person("Ben Okoro");
        using var visitor = await _city.SignedIn(amal);

        var said = await visitor.Press(await visitor.Open(AccountRoutes.SecurityPart("email")), "Send the link", ("Current", City.Password), ("Email", ben.Email));

        Assert.Contains("We have sent a link", Visitor.Text(said.Body), StringComparison.Ordinal);
        Assert.Equal("AccountExists", Assert.Single(await _city.MailTo(ben.Email)).Template);
    }

    [Fact]
    public async Task The_second_step_takes_each_code_once_and_a_recovery_code_once()
    {
        var amal = await _city.Person("Amal Haddad");
        using var here = await _city.SignedIn(amal);
        var page = await here.Open(AccountRoutes.SecurityPart("app"));
        using (var picture = await here.Get(page.QuerySelector("img.qr")!.GetAttribute("src")!))
        {
            Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        }

        var key = page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var codes = await here.Press(page, "Set up", ("Current", City.Password), ("Code", Code(key)));
        var recovery = codes.QuerySelectorAll("main code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, recovery.Count);

        Assert.False(await Enters(amal, AccountRoutes.SecondStep, Code(key)));
        _city.Portal.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.False(await Enters(amal, AccountRoutes.SecondStep, "000000"));
        Assert.True(await Enters(amal, AccountRoutes.SecondStep, Code(key)));
        Assert.False(await Enters(amal, AccountRoutes.SecondStep, Code(key)));
        Assert.True(await Enters(amal, AccountRoutes.RecoveryStep, recovery[0].ToLowerInvariant()));
        Assert.False(await Enters(amal, AccountRoutes.RecoveryStep, recovery[0]));
    }

    [Fact]
    public async Task A_first_step_taken_with_an_old_password_is_worth_nothing_after_it_changed()
    {
        var amal = await _city.Person("Amal Haddad");
        using var here = await _city.SignedIn(amal);
        var page = await here.Open(AccountRoutes.SecurityPart("app"));
        var key = page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await here.Press(page, "Set up", ("Current", City.Password), ("Code", Code(key)));
        _city.Portal.Clock.Advance(TimeSpan.FromSeconds(60));
        using var thief = _city.Visitor();
        using var first = await thief.Send(await thief.Open(AccountRoutes.SignIn), "Sign in", ("Email", amal.Email), ("Password", City.Password));
        var step = await thief.Open(AccountRoutes.SecondStep);
        await here.Press(await here.Open(AccountRoutes.SecurityPart("password")), "Save the password", ("Current", City.Password), ("Password", "kettle marsh blue anvil"));

        var refused = await thief.Press(step, "Continue", ("Code", Code(key)));

        Assert.Contains("This code is not right", Visitor.Text(refused.Body), StringComparison.Ordinal);
        using var own = _city.Visitor();
        using var again = await own.Send(await own.Open(AccountRoutes.SignIn), "Sign in", ("Email", amal.Email), ("Password", "kettle marsh blue anvil"));
        using var let = await own.Send(await own.Open(AccountRoutes.SecondStep), "Continue", ("Code", Code(key)));
        Assert.Equal(HttpStatusCode.Redirect, let.StatusCode);
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account_even_when_the_password_is_known()
    {
        var amal = await _city.Person("Amal Haddad");
        using var here = await _city.SignedIn(amal);
        var page = await here.Open(AccountRoutes.SecurityPart("app"));
        var key = page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await here.Press(page, "Set up", ("Current", City.Password), ("Code", Code(key)));
        _city.Portal.Clock.Advance(TimeSpan.FromSeconds(60));
        using var visitor = _city.Visitor();
        using var first = await visitor.Send(await visitor.Open(AccountRoutes.SignIn), "Sign in", ("Email", amal.Email), ("Password", City.Password));
        for (var i = 0; i < 5; i++)
        {
            await visitor.Press(await visitor.Open(AccountRoutes.SecondStep), "Continue", ("Code", "000000"));
        }

        using var right = await visitor.Send(await visitor.Open(AccountRoutes.SecondStep), "Continue", ("Code", Code(key)));

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_sign_in()
    {
        var amal = await _city.Person("Amal Haddad");
        using var here = await _city.SignedIn(amal);
        using var elsewhere = await _city.SignedIn(amal);
        await here.Press(await here.Open(AccountRoutes.Security), "Sign out everywhere");
        Assert.False(await SigningInTests.IsSignedIn(here.Client));
        Assert.False(await SigningInTests.IsSignedIn(elsewhere.Client));
    }

    [Fact]
    public async Task Erasing_takes_name_and_address_and_leaves_the_audit_trail_whole()
    {
        var amal = await _city.Person("Amal Haddad");
        using var visitor = await _city.SignedIn(amal);
        var refused = await visitor.Press(await visitor.Open(AccountRoutes.Data), "Erase my account", ("Current", "not-the-password"));
        Assert.NotNull(refused.QuerySelector("#Current-error"));

        using var erased = await visitor.Send(await visitor.Open(AccountRoutes.Data), "Erase my account", ("Current", City.Password));

        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        Assert.False(await SigningInTests.IsSignedIn(visitor.Client));
        Assert.Equal("Former user", (await Account(amal)).Name);
        Assert.Equal("AccountErased", Assert.Single(await _city.MailTo(amal.Email)).Template);
        Assert.Empty(await _city.Read(AuditTrail.Check));
        Assert.Equal(0, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM SignInTicket WHERE PersonId = @id", new { id = amal.Id })));
    }

    [Fact]
    public async Task The_last_Owner_of_an_organisation_cannot_erase_themself_and_one_of_two_can()
    {
        var amal = await _city.Person("Amal Haddad");
        var ben = await _city.Person("Ben Okoro");
        var forum = await _city.Organisation("Riverside Interfaith Forum", amal);
        using var visitor = await _city.SignedIn(amal);

        var refused = await visitor.Press(await visitor.Open(AccountRoutes.Data), "Erase my account", ("Current", City.Password));
        Assert.Contains("last Owner of Riverside Interfaith Forum", Visitor.Text(refused.Body), StringComparison.Ordinal);
        Assert.Equal("Amal Haddad", (await Account(amal)).Name);

        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, forum.Id, ben.Id, MemberRole.Owner));
        using var erased = await visitor.Send(await visitor.Open(AccountRoutes.Data), "Erase my account", ("Current", City.Password));
        Assert.Equal(HttpStatusCode.Redirect, erased.StatusCode);
        Assert.Null(await _city.Read(work => OrganisationRepository.MembershipOf(work, forum.Id, amal.Id)));
    }

    [Fact]
    public async Task A_download_holds_what_is_known_and_no_secret()
    {
        var amal = await _city.Person("Amal Haddad");
        using var visitor = await _city.SignedIn(amal);

        using var answer = await visitor.Send(await visitor.Open(AccountRoutes.Data), "Download my data");

        var text = await answer.Content.ReadAsStringAsync();
        using var document = JsonDocument.Parse(text);
        Assert.Equal(amal.Email, document.RootElement.GetProperty("account").GetProperty("email").GetString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain("hash", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var visitor = await _city.SignedIn(await _city.Person("Amal Haddad"));
        using var answer = await visitor.Client.PostAsync(AccountRoutes.SecurityPart("sign-ins/end-all"), new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(await SigningInTests.IsSignedIn(visitor.Client));
    }

    [Fact]
    public async Task Passkey_ceremonies_begin_with_options_and_refuse_an_answer_that_is_none()
    {
        using var visitor = await _city.SignedIn(await _city.Person("Amal Haddad"));
        var page = await visitor.Open(AccountRoutes.SecurityPart("passkeys"));
        var token = page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        async Task<HttpResponseMessage> Options(string password) => await visitor.Client.PostAsync(AccountRoutes.SecurityPart("passkeys/options"),
            new FormUrlEncodedContent([KeyValuePair.Create("Current", password), KeyValuePair.Create("__RequestVerificationToken", token)]));

        using var wrong = await Options("not-the-password");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var right = await Options(City.Password);
        Assert.Contains("\"challenge\"", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var refused = await visitor.Press(page, "Add a passkey", ("Name", "My phone"), ("Credential", "{}"));
        Assert.Contains("could not be checked", Visitor.Text(refused.Body), StringComparison.Ordinal);
    }

    private string Code(string key) => Totp.Code(key, Totp.StepAt(_city.Now));

    private Task<Person> Account(Person person) => _city.Read(async work => (await PersonRepository.Find(work, person.Id))!);

    private async Task<bool> Enters(Person person, string step, string code)
    {
        using var visitor = _city.Visitor();
        using var first = await visitor.Send(await visitor.Open(AccountRoutes.SignIn), "Sign in", ("Email", person.Email), ("Password", City.Password));
        Assert.False(await SigningInTests.IsSignedIn(visitor.Client));
        using var second = await visitor.Send(await visitor.Open(step), "Continue", ("Code", code));
        return await SigningInTests.IsSignedIn(visitor.Client);
    }

    private static async Task<string> Ask(Visitor visitor, string email) =>
        Visitor.Text((await visitor.Press(await visitor.Open(AccountRoutes.ForgotPassword), "Send the link", ("Email", email))).QuerySelector("main"));

    private async Task<string> AskReset(Visitor visitor, Person person)
    {
        await Ask(visitor, person.Email);
        return RegisteringTests.Link((await _city.MailTo(person.Email)).Last(mail => mail.Template == "ResetPassword").TextBody);
    }
}
