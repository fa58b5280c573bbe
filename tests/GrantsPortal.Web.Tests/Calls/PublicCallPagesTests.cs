using System.Net;
using GrantsPortal.Calls;
using GrantsPortal.Platform.Text;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Calls;

public sealed class PublicCallPagesTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_draft_is_not_there_for_the_public_and_its_published_twin_is()
    {
        var (draft, open) = (await _city.DraftCall("Still writing"), await _city.OpenCall("Ready to read"));
        using var visitor = _city.Visitor();

        foreach (var path in new[] { CallRoutes.Show(draft.Slug), CallRoutes.Eligibility(draft.Slug) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(path)).StatusCode);
        }

        Assert.Contains("Ready to read", Visitor.Text((await visitor.Open(CallRoutes.Show(open.Slug))).Body));
        foreach (var path in new[] { "/", CallRoutes.Browse, $"{CallRoutes.Browse}?q=still" })
        {
            Assert.DoesNotContain("Still writing", Visitor.Text((await visitor.Open(path)).Body));
        }
    }

    [Fact]
    public async Task A_call_says_how_much_by_when_with_zone_every_question_and_every_limit()
    {
        var call = await _city.OpenCall();
        using var visitor = _city.Visitor();
        var words = Visitor.Text((await visitor.Open(CallRoutes.Show(call.Slug))).Body);

        Assert.Contains("£500 to £20,000", words);
        Assert.Contains("Tuesday 30 June 2026, 13:00 (BST)", words);
        Assert.Contains("14 days left", words);
        Assert.Contains("up to 250 words", words);
        foreach (var question in new Starter(new PortalTexts().In("en")).Form().AllQuestions())
        {
            Assert.Contains(question.Label.ToString(), words);
        }
    }

    [Fact]
    public async Task The_eligibility_check_says_yes_and_leads_on_with_the_answers()
    {
        var call = await _city.OpenCall();
        using var visitor = _city.Visitor();
        var result = await visitor.Press(await visitor.Open(CallRoutes.Eligibility(call.Slug)), "See whether you can apply", ("answers[works-here]", "yes"), ("answers[not-for-profit]", "yes"));

        Assert.Equal("You can apply", Visitor.Text(result.QuerySelector("h1")));
        Assert.Contains("e.works-here=yes", result.QuerySelectorAll("a.govuk-button").Single().GetAttribute("href"));
    }

    [Fact]
    public async Task The_eligibility_check_says_no_with_the_reason_and_where_else_to_look()
    {
        var call = await _city.OpenCall();
        using var visitor = _city.Visitor();
        var result = await visitor.Press(await visitor.Open(CallRoutes.Eligibility(call.Slug)), "See whether you can apply", ("answers[works-here]", "no"), ("answers[not-for-profit]", "yes"));

        var words = Visitor.Text(result.QuerySelector("main"));
        Assert.Contains("This money is for work with people who live in our city.", words);
        Assert.Contains("Ask its community team.", words);
        Assert.Empty(result.QuerySelectorAll("a.govuk-button"));
    }

    [Fact]
    public async Task An_answer_left_out_is_asked_for_at_its_question_and_the_other_stays()
    {
        var call = await _city.OpenCall();
        using var visitor = _city.Visitor();
        var page = await visitor.Press(await visitor.Open(CallRoutes.Eligibility(call.Slug)), "See whether you can apply", ("answers[works-here]", "yes"));

        Assert.Contains("Choose an answer to", Visitor.Text(page.QuerySelector(".govuk-error-summary")));
        Assert.NotNull(page.QuerySelector("input[name='answers[works-here]'][value=yes][checked]"));
    }

    [Fact]
    public async Task Calls_are_found_by_state_and_words_and_paged_by_key()
    {
        for (var number = 1; number <= 22; number++)
        {
            await _city.OpenCall($"Street {number:00} together");
        }

        using var visitor = _city.Visitor();
        var first = await visitor.Open($"{CallRoutes.Browse}?q=street");
        var second = await visitor.Open(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((20, 2), (Lines(first), Lines(second)));
        Assert.Equal(0, Lines(await visitor.Open($"{CallRoutes.Browse}?show=closed")));
        Assert.Equal(0, Lines(await visitor.Open($"{CallRoutes.Browse}?q=nothing")));
    }

    [Theory]
    [InlineData("/calls?after=x")]
    [InlineData("/calls?after=9999999999999999999-1")]
    [InlineData("/calls?after=1-2-3&show=%00")]
    [InlineData("/calls?q=%25%27--")]
    [InlineData("/manage/calls?state=9&programme=x&after=y")]
    public async Task A_malformed_address_is_never_a_fault(string path)
    {
        using var visitor = await _city.SignedIn(await _city.OfficerPerson());
        Assert.True((int)(await visitor.Get(path)).StatusCode < 500);
    }

    private static int Lines(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll(".openings > li").Length;
}
