using System.Net;
using GrantsPortal.People;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.People;

public sealed class SigningInTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out()
    {
        using var amal = await _city.SignedIn(await _city.Person("Amal Haddad"));
        var cookie = await Cookie(amal);
        using var thief = Stranger(cookie);
        Assert.True(await IsSignedIn(thief));

        using var left = await amal.Send(await amal.Open("/accessibility"), "Sign out");

        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.False(await IsSignedIn(thief));
    }

    private HttpClient Stranger(string cookie)
    {
        var client = _city.Portal.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    private static async Task<string> Cookie(Visitor visitor)
    {
        using var answer = await visitor.Get("/accessibility");
        return answer.RequestMessage!.Headers.GetValues("Cookie").Single();
    }

    private static async Task<bool> IsSignedIn(HttpClient client) =>
        (await client.GetStringAsync("/accessibility")).Contains(AccountRoutes.SignOut, StringComparison.Ordinal);
}
