using System.Net;
using System.Text.RegularExpressions;
using GrantsPortal.People;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Routes;

/// <summary>Every route of the product contract that is built, as the demo's people find it.</summary>
public sealed class RoutesWithDemoDataTests(FilledCity filled) : IClassFixture<FilledCity>
{
    [Theory]
    [MemberData(nameof(GrantPages.Open), MemberType = typeof(GrantPages))]
    [MemberData(nameof(PaymentPages.Open), MemberType = typeof(PaymentPages))]
    [MemberData(nameof(OccasionPages.Open), MemberType = typeof(OccasionPages))]
    [MemberData(nameof(PartnershipPages.Open), MemberType = typeof(PartnershipPages))]
    [MemberData(nameof(ResponsePages.Open), MemberType = typeof(ResponsePages))]
    public async Task A_page_answers_those_it_is_for(string path, string account, string says)
    {
        var answer = await (await filled.As(account)).Get(await filled.Fill(path));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Assert.Contains(says, Visitor.Text((await Visitor.Page(answer)).QuerySelector("main")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(GrantPages.Closed), MemberType = typeof(GrantPages))]
    [MemberData(nameof(PaymentPages.Closed), MemberType = typeof(PaymentPages))]
    [MemberData(nameof(OccasionPages.Closed), MemberType = typeof(OccasionPages))]
    [MemberData(nameof(PartnershipPages.Closed), MemberType = typeof(PartnershipPages))]
    [MemberData(nameof(ResponsePages.Closed), MemberType = typeof(ResponsePages))]
    public async Task A_page_is_closed_to_others(string path, string account, int status) =>
        Assert.Equal(status, (int)(await (await filled.As(account)).Get(await filled.Fill(path))).StatusCode);

    [Theory]
    [InlineData("/impact"), InlineData("/evaluations"), InlineData("/open-data")]
    public async Task A_page_that_is_not_built_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await filled.As("admin")).Get(path)).StatusCode);

    [Theory]
    [InlineData("")]
    [InlineData("admin")]
    [InlineData("officer")]
    [InlineData("reviewer1")]
    [InlineData("applicant1")]
    public async Task No_link_leads_nowhere(string account)
    {
        var visitor = await filled.As(account);
        var (queue, seen, shapes, broken) = (new Queue<string>(["/", "/my"]), new HashSet<string>(["/", "/my"]), new Dictionary<string, int>(), new List<string>());
        for (var pages = 0; pages < 80 && queue.TryDequeue(out var path);)
        {
            var shape = Regex.Replace(path.Split('?')[0], @"\d+|(?<=^/(manage/)?(calls|panels|organisations|training|events)/)[^/]+", "…");
            shapes[shape] = shapes.GetValueOrDefault(shape) + 1;
            if (shapes[shape] > 2 || path.EndsWith(".pdf", StringComparison.Ordinal))
            {
                continue;
            }

            pages++;
            var answer = await visitor.Get(path);
            if ((int)answer.StatusCode >= 400)
            {
                broken.Add($"{(int)answer.StatusCode} {path}");
            }
            else if (answer.Headers.Location is { } location && seen.Add(location.OriginalString) && location.OriginalString.StartsWith('/'))
            {
                queue.Enqueue(location.OriginalString);
            }
            else if (answer is { StatusCode: HttpStatusCode.OK, Content.Headers.ContentType.MediaType: "text/html" })
            {
                foreach (var link in (await Visitor.Page(answer)).QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!.Split('#')[0]))
                {
                    if (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal) && seen.Add(link))
                    {
                        queue.Enqueue(link);
                    }
                }
            }
        }

        Assert.Empty(broken);
    }
}
