using System.Net;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.People;

public sealed class UsersTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Administrators_act_auditors_read_and_nobody_else_sees_users()
    {
        var admin = await _city.Person("Ada Admin", Roles.Administrator);
        foreach (var role in Roles.All)
        {
            using var visitor = await _city.SignedIn(await _city.Person($"Rowan {role}", role));
            var reads = role is Roles.Administrator or Roles.Auditor;
            Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await Status(visitor, AccountRoutes.Users));
            Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await Status(visitor, AccountRoutes.User(admin.Id)));
            Assert.Equal(role == Roles.Administrator ? HttpStatusCode.OK : HttpStatusCode.Forbidden, await Status(visitor, AccountRoutes.Users + "/invite"));
            if (role != Roles.Administrator)
            {
                var token = (await visitor.Open("/accessibility")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
                using var act = await visitor.Client.PostAsync(AccountRoutes.UserAct(admin.Id, "disable"), new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]));
                Assert.Equal(HttpStatusCode.Forbidden, act.StatusCode);
            }
        }

        Assert.Null(await _city.Read(async work => (await PersonRepository.Find(work, admin.Id))!.DisabledAt));
    }

    [Fact]
    public async Task Somebody_invited_chooses_a_password_and_comes_in_with_their_role()
    {
        using var admin = await _city.SignedIn(await _city.Person("Ada Admin", Roles.Administrator));
        await admin.Press(await admin.Open(AccountRoutes.Users + "/invite"), "Send the invitation", ("Name", "Rae Viewer"), ("Email", "rae@people.example"), ("Roles", Roles.Auditor));
        var link = RegisteringTests.Link((await _city.MailTo("rae@people.example")).Single().TextBody);
        using var rae = _city.Visitor();

        await rae.Press(await rae.Open(link), "Save the password", ("Password", "kettle marsh blue anvil"));
        var page = await rae.Open(AccountRoutes.SignIn);
        using var signedIn = await rae.Send(page, "Sign in", ("Email", "rae@people.example"), ("Password", "kettle marsh blue anvil"));

        Assert.Equal(HttpStatusCode.OK, await Status(rae, AccountRoutes.Users));
        Assert.Equal(HttpStatusCode.Gone, await Status(rae, link));
    }

    [Fact]
    public async Task The_last_administrator_stays_one_and_a_second_may_go()
    {
        var ada = await _city.Person("Ada Admin", Roles.Administrator);
        using var visitor = await _city.SignedIn(ada);
        var refused = await visitor.Press(await visitor.Open(AccountRoutes.User(ada.Id)), "Save the roles", ("roles", Roles.Auditor));
        Assert.Contains("last administrator", Visitor.Text(refused.Body), StringComparison.Ordinal);

        await _city.Person("Ben Admin", Roles.Administrator);
        await visitor.Press(await visitor.Open(AccountRoutes.User(ada.Id)), "Save the roles", ("roles", Roles.Auditor));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(visitor, AccountRoutes.Users + "/invite"));
        Assert.Contains(await _city.MailTo(ada.Email), mail => mail.Template == "AccountChanged");
    }

    [Fact]
    public async Task The_list_pages_by_key_and_finds_by_name_and_role()
    {
        var made = await _city.Write(Actor.System, async work =>
        {
            for (var i = 0; i < 120; i++)
            {
                await GrantsPortal.People.SignIn.AccountRepository.Insert(work, new() { Id = work.NewId(), Name = $"Person {i:000}", Email = $"p{i}@people.example", NormalizedEmail = $"P{i}@PEOPLE.EXAMPLE", SecurityStamp = "s", CreatedAt = work.Now });
            }

            return 120;
        });
        var ada = await _city.Person("Ada Admin", Roles.Administrator);
        using var visitor = await _city.SignedIn(ada);
        var seen = new HashSet<string>();
        for (var next = (string?)AccountRoutes.Users; next is not null;)
        {
            var page = await visitor.Open(next);
            Assert.All(page.QuerySelectorAll("tbody th a"), link => Assert.True(seen.Add(Visitor.Text(link))));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(made + 1, seen.Count);
        var found = await visitor.Open(AccountRoutes.Users + "?search=person+007");
        Assert.Equal("Person 007", Visitor.Text(found.QuerySelectorAll("tbody th a").Single()));
        var admins = await visitor.Open(AccountRoutes.Users + "?role=Administrator");
        Assert.Equal("Ada Admin", Visitor.Text(admins.QuerySelectorAll("tbody th a").Single()));
    }

    private static async Task<HttpStatusCode> Status(Visitor visitor, string path)
    {
        using var answer = await visitor.Get(path);
        return answer.StatusCode;
    }
}
