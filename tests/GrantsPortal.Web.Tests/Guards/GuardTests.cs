using System.Net;
using System.Text.Json;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Guards;

public sealed class GuardTests(ProbedPortal portal) : IClassFixture<ProbedPortal>
{
    private readonly Visitor _visitor = new(portal);

    [Theory]
    [InlineData("/accessibility")]
    [InlineData("/nowhere")]
    [InlineData("/probe/fault")]
    [InlineData("/theme.css")]
    [InlineData("/built/css/site.css")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_guards(string path)
    {
        var headers = (await _visitor.Get(path)).Headers;

        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(headers.Contains("Server"));
        Assert.False(headers.Contains("X-Powered-By"));
    }

    [Fact]
    public async Task Behind_TLS_cookies_are_this_hosts_alone_and_browsers_are_told_to_stay_with_TLS()
    {
        using var portal = new TestPortal { Settings = { ["Portal:PublicUrl"] = "https://grants.riverton.example" } };
        using var client = portal.CreateClient(new() { BaseAddress = new Uri("https://grants.riverton.example"), HandleCookies = false });

        var headers = (await client.GetAsync("/account/sign-in")).Headers;

        Assert.Contains("max-age=31536000", headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);
        var cookie = headers.GetValues("Set-Cookie").Single(one => one.Contains("forms=", StringComparison.Ordinal));
        Assert.StartsWith("__Host-forms=", cookie, StringComparison.Ordinal);
        Assert.All(["secure", "httponly", "samesite=lax", "path=/"], mark => Assert.Contains(mark, cookie, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.False((await _visitor.Get("/account/sign-in")).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task A_page_is_asked_about_without_being_fetched()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "/accessibility");

        Assert.Equal(HttpStatusCode.OK, (await _visitor.Client.SendAsync(head)).StatusCode);
    }

    [Fact]
    public async Task A_page_holds_no_inline_script_or_style()
    {
        var page = await _visitor.Open("/accessibility");

        Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_change_without_the_token_is_refused_with_a_page_and_with_it_is_done()
    {
        var refused = await _visitor.Client.PostAsync("/language", new FormUrlEncodedContent([KeyValuePair.Create("language", "en")]));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("That request could not be accepted", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(refused.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("language=", StringComparison.Ordinal)));

        using var bilingual = new TestPortal { Settings = { ["Portal:Languages"] = "en,fr" } };
        using var reader = new Visitor(bilingual);
        var done = await reader.Send(await reader.Open("/accessibility"), "français");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal("/accessibility", done.Headers.Location!.ToString());
        Assert.Equal("fr", (await reader.Open("/accessibility")).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task A_way_back_to_another_site_leads_home(string elsewhere)
    {
        using var bilingual = new TestPortal { Settings = { ["Portal:Languages"] = "en,fr" } };
        using var reader = new Visitor(bilingual);

        var answer = await reader.Send(await reader.Open("/accessibility"), "français", ("returnUrl", elsewhere));

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Too_many_requests_get_a_plain_page_and_the_time_to_wait()
    {
        using var strict = new TestPortal { Settings = { ["Limits:Address:Requests"] = "3" } };
        using var hasty = new Visitor(strict);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await hasty.Get("/accessibility")).StatusCode);
        }

        var refused = await hasty.Get("/accessibility");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("Too many requests", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.OK, (await hasty.Get("/health/live")).StatusCode);
    }

    [Fact]
    public async Task A_forged_forwarded_address_does_not_pass_a_limit()
    {
        using var strict = new TestPortal { Settings = { ["Limits:Address:Requests"] = "2" } };
        using var forger = new Visitor(strict);
        var last = HttpStatusCode.OK;
        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/accessibility");
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            last = (await forger.Client.SendAsync(request)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task A_fault_shows_a_page_whose_reference_is_in_the_log()
    {
        var answer = await _visitor.Get("/probe/fault");
        var page = await Visitor.Page(answer, HttpStatusCode.InternalServerError);
        var reference = Visitor.Text(page.QuerySelector("main .figures"));

        Assert.Matches("^[0-9A-F]{8}$", reference);
        Assert.Contains(portal.Errors, line => line.Contains(reference, StringComparison.Ordinal));
        Assert.DoesNotContain("A fault made by a test", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/probe/number/1?page=2", HttpStatusCode.OK)]
    [InlineData("/probe/number/1?page=two", HttpStatusCode.OK)]
    [InlineData("/probe/number/1?page=99999999999999999999", HttpStatusCode.OK)]
    [InlineData("/probe/number/99999999999999999999", HttpStatusCode.NotFound)]
    [InlineData("/probe/number/1?page[=2&&==&%zz=%ff%00", HttpStatusCode.OK)]
    [InlineData("/%ff%fe", HttpStatusCode.NotFound)]
    [InlineData("/%zz", HttpStatusCode.NotFound)]
    [InlineData("/..%2f..%2fetc%2fpasswd", HttpStatusCode.NotFound)]
    [InlineData("/error/500", HttpStatusCode.NotFound)]
    public async Task A_malformed_address_is_never_a_fault(string path, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _visitor.Get(path)).StatusCode);

    [Fact]
    public async Task Static_files_with_a_version_are_kept_long_and_others_asked_for_again()
    {
        var page = await _visitor.Open("/accessibility");
        foreach (var address in page.QuerySelectorAll("link[rel=stylesheet]").Select(l => l.GetAttribute("href")!).Append(page.QuerySelector("script")!.GetAttribute("src")!))
        {
            var answer = await _visitor.Get(address);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        Assert.True((await _visitor.Get("/built/js/word-count.js")).Headers.CacheControl!.NoCache);
    }

    [Fact]
    public async Task A_date_a_time_and_an_amount_are_read_as_people_write_them()
    {
        var answer = await Send(("Day.Day", "27"), ("Day.Month", "March"), ("Day.Year", "2026"),
            ("Closes.Day", "1"), ("Closes.Month", "7"), ("Closes.Year", "2026"), ("Closes.Time", "5pm"), ("Amount", "£12,500.50"));

        var read = JsonDocument.Parse(answer).RootElement;
        Assert.Equal("2026-03-27", read.GetProperty("day").GetString());
        Assert.Equal("17:00:00", read.GetProperty("closes").GetProperty("time").GetString());
        Assert.Equal(12500.50m, read.GetProperty("amount").GetDecimal());
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_in_a_sentence()
    {
        var answer = await Send(("Day.Day", "31"), ("Day.Month", "2"), ("Day.Year", "2026"),
            ("Closes.Day", "29"), ("Closes.Month", "3"), ("Closes.Year", "2026"), ("Closes.Time", "1:30"), ("Amount", "lots"));

        var faults = JsonDocument.Parse(answer).RootElement;
        Assert.Equal("The first day must be a real date, like 27 3 2026", faults.GetProperty("Day").GetString());
        Assert.Equal("The closing time falls in the hour that the clocks skip on that day", faults.GetProperty("Closes").GetString());
        Assert.StartsWith("“lots” is not an amount", faults.GetProperty("Amount").GetString(), StringComparison.Ordinal);
    }

    private async Task<string> Send(params (string Name, string Value)[] fields) =>
        await (await _visitor.Client.PostAsync("/probe/dates", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))))).Content.ReadAsStringAsync();
}
