using System.Net;
using GrantsPortal.Following;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Following;

public sealed class FollowingJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Somebody_without_an_account_follows_after_saying_yes_and_leaves_with_one_button()
    {
        using var rosa = _city.Visitor();
        var page = await rosa.Press(await rosa.Open(FollowRoutes.Ask), "Write to me", ("Email", "rosa"));
        Assert.Contains("Enter an e-mail address like", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await rosa.Press(page, "Write to me", ("Email", "rosa@guests.example"));
        Assert.Contains("Look into your e-mail", Visitor.Text(page.QuerySelector("h1")), StringComparison.Ordinal);

        var link = await _city.LinkTo("rosa@guests.example", "FollowConfirm");
        page = await rosa.Open(link);
        Assert.Null((await Known())!.ConfirmedAt);
        page = await rosa.Press(page, "Yes, write to me");
        Assert.NotNull((await Known())!.ConfirmedAt);
        page = await rosa.Press(page, "Stop writing to me");
        Assert.Contains("We do not write any more", Visitor.Text(page.QuerySelector("h1")), StringComparison.Ordinal);
        Assert.Null(await Known());
        Assert.Equal(HttpStatusCode.NotFound, (await rosa.Get(link)).StatusCode);
    }

    private Task<Follower?> Known() => _city.Read(work => FollowerRepository.FindByEmail(work, "rosa@guests.example"));
}
