using System.Net;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Web.Tests.Administration;

public sealed class AdminPagesTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    public static TheoryData<string> Pages => ["/admin", "/admin/emails", "/admin/emails/samples", "/admin/emails/samples/OfficerMessage", "/admin/audit", "/admin/jobs", "/admin/settings"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Administrators_and_auditors_read_the_pages_and_nobody_else_does(string path)
    {
        using var admin = await _city.SignedIn(await _city.Person("Ada Admin", Roles.Administrator));
        using var auditor = await _city.SignedIn(await _city.Person("Otto Auditor", Roles.Auditor));
        using var officer = await _city.SignedIn(await _city.Person("Olive Officer", Roles.ProgrammeOfficer));
        using var nobody = _city.Visitor();

        Assert.Equal(HttpStatusCode.OK, (await admin.Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await auditor.Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.Get(path)).StatusCode);
    }

    [Fact]
    public async Task The_first_page_says_first_what_is_wrong()
    {
        using var admin = await _city.SignedIn(await _city.Person("Ada Admin", Roles.Administrator));
        Assert.Contains("Nothing is wrong", Visitor.Text((await admin.Open("/admin")).QuerySelector("main")));

        await Queue();
        _city.Portal.Clock.Advance(TimeSpan.FromMinutes(20));

        var page = await admin.Open("/admin");
        Assert.Contains("E-mails are not leaving: 1 wait", Visitor.Text(page.QuerySelector(".findings")));
    }

    [Fact]
    public async Task An_administrator_sends_again_what_is_in_doubt_and_an_auditor_cannot()
    {
        var id = await Queue();
        await _city.Write(Actor.System, work => work.Execute("UPDATE OutboxMessage SET State = 'InDoubt', Attempts = 1"));
        using var admin = await _city.SignedIn(await _city.Person("Ada Admin", Roles.Administrator));
        using var auditor = await _city.SignedIn(await _city.Person("Otto Auditor", Roles.Auditor));
        Assert.Empty((await auditor.Open(PlatformRoutes.Email(id))).QuerySelectorAll(".findings button"));
        using var token = await auditor.Send(await auditor.Open(PlatformRoutes.Audit), "Check that it is whole");
        Assert.Equal(HttpStatusCode.Redirect, token.StatusCode);

        var page = await admin.Press(await admin.Open(PlatformRoutes.Email(id)), "Send it again");

        Assert.Contains("on its way again", Visitor.Text(page.QuerySelector("main")));
        Assert.Equal(1, (await _city.Portal.Services.GetRequiredService<OutboxSender>().Drain()).Sent);
    }

    [Fact]
    public async Task The_frame_that_shows_an_e_mail_runs_nothing_and_the_page_around_it_allows_the_frame_alone()
    {
        var id = await Queue();
        using var admin = await _city.SignedIn(await _city.Person("Ada Admin", Roles.Administrator));

        using var frame = await admin.Get(PlatformRoutes.EmailHtml(id));
        using var page = await admin.Get(PlatformRoutes.Email(id));

        var policy = frame.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy);
        Assert.Contains("; sandbox;", policy);
        Assert.DoesNotContain("unsafe-inline", policy);
        Assert.DoesNotContain("script-src", policy);
        Assert.EndsWith("frame-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task A_changed_colour_is_seen_on_the_next_page_and_a_wrong_one_keeps_what_was_typed()
    {
        using var admin = await _city.SignedIn(await _city.Person("Ada Admin", Roles.Administrator));
        var before = (await admin.Open("/admin/settings")).QuerySelector("link[href*='theme.css']")!.GetAttribute("href");

        var wrong = await admin.Press(await admin.Open("/admin/settings"), "Save the settings", ("Portal:Theme:Strong", "#eeeeee"));
        Assert.Contains("too light", Visitor.Text(wrong.QuerySelector(".govuk-error-summary")));
        Assert.Equal("#eeeeee", wrong.QuerySelector("input[name='Portal:Theme:Strong']")!.GetAttribute("value"));

        await admin.Press(await admin.Open("/admin/settings"), "Save the settings", ("Portal:Theme:Strong", "#5b1b45"), ("Portal:Promise:en", "Riverton stands together."));
        var after = await admin.Open("/admin/settings");
        var sheet = after.QuerySelector("link[href*='theme.css']")!.GetAttribute("href");
        Assert.NotEqual(before, sheet);
        Assert.Contains("#5b1b45", await (await admin.Get(sheet!)).Content.ReadAsStringAsync());
        Assert.Contains("Riverton stands together.", Visitor.Text(after.QuerySelector("footer")));
    }

    [Fact]
    public async Task A_secret_is_never_shown()
    {
        using var city = new City(("Mail:Password", "hunter2-secret"), ("Mail:Host", "localhost"));
        using var admin = await city.SignedIn(await city.Person("Ada Admin", Roles.Administrator));

        var page = await admin.Open("/admin/settings");

        Assert.DoesNotContain("hunter2", page.DocumentElement.OuterHtml);
        Assert.Contains("Set, not shown", Visitor.Text(page.QuerySelector("main")));
    }

    [Fact]
    public async Task A_job_can_be_made_due_now()
    {
        await _city.Portal.Get<GrantsPortal.Platform.Jobs.JobRunner>().RunDue();
        using var admin = await _city.SignedIn(await _city.Person("Ada Admin", Roles.Administrator));

        var page = await admin.Press(await admin.Open("/admin/jobs"), "Run now audit.check");

        Assert.Contains("audit.check is due now", Visitor.Text(page.QuerySelector("main")));
        Assert.Contains("audit.check", await _city.Portal.Get<GrantsPortal.Platform.Jobs.JobRunner>().RunDue());
    }

    [Theory]
    [InlineData("/admin/emails?state=Nonsense&before=x&search=%25_%27")]
    [InlineData("/admin/audit?id=x&from=yesterday&to=9999-99-99&person=nobody%40example.org")]
    [InlineData("/manage/messages?before=x")]
    public async Task Addresses_that_make_no_sense_are_answered_all_the_same(string path)
    {
        using var admin = await _city.SignedIn(await _city.Person("Ada Admin", Roles.Administrator));

        Assert.Equal(HttpStatusCode.OK, (await admin.Get(path)).StatusCode);
    }

    [Fact]
    public async Task An_officer_writes_to_many_after_seeing_everybody_by_name()
    {
        var call = await _city.OpenCall();
        var person = await _city.Person("Amal Applicant");
        await _city.Draft(call, await _city.Organisation("Bridge", person), person);
        using var officer = await _city.SignedIn(await _city.Person("Omar Officer", Roles.ProgrammeOfficer));

        var form = await officer.Open("/manage/messages/new?audience=applicants");
        var nobody = await officer.Press(form, "See who gets it", ("Subject", "Evening"), ("Body", "Come **all**."));
        Assert.Contains("Nobody is meant", Visitor.Text(nobody.QuerySelector(".govuk-error-summary")));
        Assert.Equal("Evening", nobody.QuerySelector("input[name=Subject]")!.GetAttribute("value"));

        var check = await officer.Press(form, "See who gets it", ("Answer-call", $"{call.Id}"), ("Answer-states", "Draft"), ("Subject", "Evening"), ("Body", "Come **all**."));
        Assert.Contains("Amal Applicant", Visitor.Text(check.QuerySelector(".names")));
        Assert.Empty(await _city.MailTo(person.Email));

        var sent = await officer.Press(check, "Send it to 1 person");
        Assert.Contains("on its way", Visitor.Text(sent.QuerySelector("main")));
        Assert.Single(await _city.MailTo(person.Email));
    }

    [Fact]
    public async Task The_portal_says_whether_it_is_ready()
    {
        using var visitor = _city.Visitor();

        Assert.Equal("Healthy", await (await visitor.Get("/health/ready")).Content.ReadAsStringAsync());
        await Queue();
        _city.Portal.Clock.Advance(TimeSpan.FromHours(1));
        using var late = await visitor.Get("/health/ready");
        Assert.Equal((HttpStatusCode.OK, "Degraded"), (late.StatusCode, await late.Content.ReadAsStringAsync()));
    }

    private Task<long> Queue() => _city.Write(Actor.System, work =>
        Task.FromResult(work.Mail(new Recipient(null, "ann@example.org", "Ann", "en"), OfficerMessage.Sample)));
}
