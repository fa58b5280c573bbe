using System.Net;
using System.Text;
using GrantsPortal.Platform;
using GrantsPortal.Publishing.Import;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Publishing;

/// <summary>What the public reads of awards, and what it must not.</summary>
public sealed class RegisterTests : IDisposable
{
    private const string Secret = "Quiet Harbour";
    private readonly City _city = new();
    private readonly Visitor _anybody;

    public RegisterTests() => _anybody = _city.Visitor();

    public void Dispose()
    {
        _anybody.Dispose();
        _city.Dispose();
    }

    [Fact]
    public async Task An_award_in_full_names_its_recipient_and_is_found_by_that_name()
    {
        var reference = await Award("Full");
        Assert.Contains(Secret, Visitor.Text((await _anybody.Open($"/awards/{reference}")).Body), StringComparison.Ordinal);
        Assert.Contains(reference, (await _anybody.Open("/awards?q=quiet+harbour")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unnamed_award_shows_its_amount_but_nowhere_its_recipient()
    {
        var reference = await Award("Unnamed");
        var page = await _anybody.Open($"/awards/{reference}");
        Assert.Contains("£1,234", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, (await _anybody.Open("/awards")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_for_a_name_that_is_not_published_finds_nothing()
    {
        var reference = await Award("Unnamed");
        Assert.DoesNotContain(reference, (await _anybody.Open("/awards?q=quiet+harbour")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains(reference, (await _anybody.Open("/awards")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withheld_award_is_in_no_list_count_or_address()
    {
        var reference = await Award("Withheld");
        Assert.Equal(HttpStatusCode.NotFound, (await _anybody.Get($"/awards/{reference}")).StatusCode);
        Assert.Contains("No award is published yet.", Visitor.Text((await _anybody.Open("/awards")).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_recipient_has_asked_for_holds_at_once()
    {
        var reference = await Award("Full", asked: "Withheld");
        Assert.Equal(HttpStatusCode.NotFound, (await _anybody.Get($"/awards/{reference}")).StatusCode);
    }

    [Fact]
    public async Task Paging_to_the_end_shows_every_award_once()
    {
        await using (var file = File.OpenRead(Path.Combine(Sources.Root, "tests/data/360giving/lloyds-bank-foundation-2010-2015.json.gz")))
        {
            await _city.Portal.Get<GrantImport>().Run(Actor.System, file);
        }

        var seen = new List<string>();
        for (var address = "/awards?year=2015"; address is not null;)
        {
            var page = await _anybody.Open(address);
            seen.AddRange(page.QuerySelectorAll(".register h3 a").Select(link => link.GetAttribute("href")!));
            address = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(385, seen.Count);
        Assert.Equal(385, seen.Distinct().Count());
        Assert.Contains("4,116 awards", Visitor.Text((await _anybody.Open("/awards")).Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/awards?year=abc&min=%F0%28&after=zzz")]
    [InlineData("/awards?after=99999999-1&year=99999999999999")]
    [InlineData("/awards?min=-5&min=9999999999999999999999999")]
    public async Task An_address_that_makes_no_sense_still_answers(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await _anybody.Get(address)).StatusCode);

    private async Task<string> Award(string publication, string? asked = null)
    {
        const string Package =
            $$"""
            {"grants":[{"id":"g1","title":"Grant to {{Secret}}","description":"Work of {{Secret}}","currency":"GBP","amountAwarded":1234,"awardDate":"2020-01-02",
            "recipientOrganization":[{"id":"GB-CHC-1","name":"{{Secret}}","addressLocality":"{{Secret}} Town"}],"fundingOrganization":[{"id":"f","name":"A fund"}]}]}
            """;
        await _city.Portal.Get<GrantImport>().Run(Actor.System, new MemoryStream(Encoding.UTF8.GetBytes(Package)));
        await _city.Write(Actor.System, work => work.Execute("UPDATE Award SET Publication = @publication, PublicationAsked = @asked", new { publication, asked }));
        return (await _city.Read(work => work.Scalar<string>("SELECT Reference FROM Award")))!;
    }
}
