using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Web.Tests.Journeys;

/// <summary>The whole main job over HTTP, as people do it: by links, forms and the e-mails they get.</summary>
public sealed partial class MainJobTests : IDisposable
{
    private const string Email = "amina@oasis.example";
    private const string Password = "lantern river copper eleven";
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task From_an_open_call_to_an_accepted_award_that_the_public_can_read()
    {
        using var officer = await _city.SignedIn(await _city.OfficerPerson());
        await Publish(officer);
        using var amina = _city.Visitor();
        await CheckAndRegister(amina);
        var reference = await Apply(amina);
        await Receipt(reference);
        await Review(officer, reference);
        var award = await Decide(officer, reference);
        await Accept(amina, award);
        await Read(award);
        await EverythingHolds();
    }

    private async Task Publish(Visitor officer)
    {
        await _city.Fund();
        var begun = await officer.Open(CallRoutes.New);
        var programme = begun.QuerySelectorAll("select[name=ProgrammeId] option").Last().GetAttribute("value");
        await officer.Press(begun, "Begin the draft", ("Title", "Bread and stories"), ("ProgrammeId", programme));
        const string Desk = "/manage/calls/bread-and-stories";
        await officer.Press(await officer.Open(Desk + "/texts"), "Save", ("Summary", "Small grants to eat, talk and listen together."), ("Description", "We fund **meals and evenings** that bring neighbours of every faith and none to one table."));
        await officer.Press(await officer.Open(Desk + "/money"), "Save", ("Budget", "50,000"), ("Smallest", "500"), ("Largest", "10,000"));
        await officer.Press(await officer.Open(Desk + "/dates"), "Save", [.. Instant("ClosesAt", 7, 1, 16), ("DecisionBy.Day", "14"), ("DecisionBy.Month", "8"), ("DecisionBy.Year", "2026"), ("ReviewsPerApplication", "2"), .. Instant("ReviewDueAt", 7, 20, 12)]);
        var published = await officer.Press(await officer.Open(Desk + "/publish"), "Publish call", ("When", "now"));
        Assert.Contains("Open", Visitor.Text(published.QuerySelector("main")), StringComparison.Ordinal);
    }

    private async Task CheckAndRegister(Visitor amina)
    {
        var home = await amina.Open("/");
        Assert.Contains("Bread and stories", Visitor.Text(home.QuerySelector("main")), StringComparison.Ordinal);
        var check = await amina.Open(CallRoutes.Eligibility("bread-and-stories"));
        var yes = check.QuerySelectorAll("input[type=radio][value=yes]").Select(radio => (radio.GetAttribute("name")!, (string?)"yes")).ToArray();
        var button = Visitor.Text(check.QuerySelector("main form[method=post] button"));
        var eligible = await amina.Press(check, button, yes);
        Assert.Contains("You can apply", Visitor.Text(eligible.QuerySelector("h1")), StringComparison.Ordinal);
        var start = eligible.QuerySelector("a.govuk-button")!.GetAttribute("href")!;

        var signIn = await amina.Open(start);
        var register = await amina.Open(signIn.QuerySelectorAll("main a").First(link => link.GetAttribute("href")!.Contains("/account/register", StringComparison.Ordinal)).GetAttribute("href")!);
        await amina.Press(register, "Register", ("Name", "Amina Yusuf"), ("Email", Email), ("Password", Password));
        var mail = Assert.Single(await _city.MailTo(Email));
        var confirmed = await amina.Press(await amina.Open(Link(mail.TextBody)), "Confirm");
        if (confirmed.QuerySelector("input[name=Password]") is not null)
        {
            await amina.Press(confirmed, "Sign in", ("Email", Email), ("Password", Password));
        }

        var begin = await amina.Open(start);
        Assert.Contains("Begin your application", Visitor.Text(begin.QuerySelector("h1")), StringComparison.Ordinal);
        await amina.Press(begin, "Begin", ("organisation", "none"));
    }

    private async Task<string> Apply(Visitor amina)
    {
        var list = await amina.Open("/my/applications");
        var path = list.QuerySelectorAll("a[href^='/my/applications/GP-']").First().GetAttribute("href")!;
        var form = (await _city.Read(async work => await CallRepository.Form(work, (await CallRepository.FindBySlug(work, "bread-and-stories"))!.Id, 1)))!.Read();
        var tasks = await amina.Open(path);
        foreach (var section in tasks.QuerySelectorAll("a[href*='/sections/']").Select(link => link.GetAttribute("href")!).ToList())
        {
            var page = await amina.Open(section);
            var save = Visitor.Text(page.QuerySelectorAll("form.answers button[type=submit]").First(b => Visitor.Text(b).StartsWith("Save", StringComparison.Ordinal)));
            var answers = Answers(form, page);
            var upload = page.QuerySelector("input[type=file]") as IHtmlInputElement;
            _ = upload is null
                ? await amina.Press(page, save, answers)
                : await amina.PressWithFile(page, save, (upload.Name!, "rules.txt", Encoding.UTF8.GetBytes("Rules of the Oasis: everybody may come.")), answers);
        }

        var register = await amina.Open("/my/organisation/new");
        await amina.Press(register, "Register and continue", ("Name", "Oasis Neighbours"), ("Kind", "CommunityGroup"));
        var attach = await amina.Open(path + "/organisation");
        var organisation = attach.QuerySelectorAll("input[name=organisation]").Select(radio => radio.GetAttribute("value")).First(value => long.TryParse(value, CultureInfo.InvariantCulture, out _));
        await amina.Press(attach, "Attach this organisation", ("organisation", organisation));
        var submitted = await amina.Press(await amina.Open(path + "/check"), "Submit application");
        Assert.DoesNotContain("There is a problem", Visitor.Text(submitted.QuerySelector("main")), StringComparison.Ordinal);
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private async Task Receipt(string reference)
    {
        var receipt = (await _city.MailTo(Email)).Single(mail => mail.Template == "ApplicationReceived");
        var stored = await _city.Read(work => work.Scalar<string>("SELECT SubmittedHash FROM Application WHERE Reference = @reference", new { reference }));
        Assert.Contains(reference, receipt.TextBody, StringComparison.Ordinal);
        Assert.Contains(stored!, receipt.TextBody, StringComparison.Ordinal);
        Assert.Contains("(BST)", receipt.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("We cook", receipt.TextBody, StringComparison.Ordinal);
    }

    private async Task Review(Visitor officer, string reference)
    {
        var reviewers = new List<Person>();
        foreach (var name in new[] { "Rosa Reviewer", "Rudi Reviewer", "Rita Reviewer" })
        {
            reviewers.Add(await _city.Person(name, Roles.Reviewer));
        }

        await _city.Close(await Call());
        await officer.SignIn(await _city.OfficerPerson());
        await officer.Press(await officer.Open($"/manage/applications/{reference}"), "Eligible: send to review");
        var panel = await officer.Open("/manage/panels/bread-and-stories");
        await officer.Press(panel, "Add to the pool", [.. reviewers.Select(reviewer => ("People", (string?)$"{reviewer.Id}"))]);
        var first = await officer.Open("/manage/panels/bread-and-stories/proposal");
        await officer.Press(first, "Assign 2 reviews", Hidden(first, "Pair"));
        using (var conflicted = await _city.SignedIn(await ReviewerWithWork(reviewers)))
        {
            var review = await conflicted.Open(await FirstReview(conflicted));
            var closed = await conflicted.Press(review, "Declare conflict of interest", ("ConflictReason", "My brother cooks there"));
            Assert.DoesNotContain("We cook", Visitor.Text(closed.Body), StringComparison.Ordinal);
        }

        var second = await officer.Open("/manage/panels/bread-and-stories/proposal");
        await officer.Press(second, "Assign 1 review", Hidden(second, "Pair"));
        foreach (var reviewer in reviewers)
        {
            using var visitor = await _city.SignedIn(reviewer);
            var mine = await visitor.Open("/reviews");
            var path = mine.QuerySelectorAll("main a[href^='/reviews/']").Select(link => link.GetAttribute("href")!).FirstOrDefault();
            if (path is null || !(await visitor.Open(path)).QuerySelectorAll("button").Any(button => Visitor.Text(button) == "Accept review"))
            {
                continue;
            }

            var sheet = await visitor.Press(await visitor.Open(path), "Accept review");
            var scores = sheet.QuerySelectorAll("input.score__input[value='4']").Select(radio => (radio.GetAttribute("name")!, (string?)"4"));
            var done = await visitor.Press(sheet, "Submit review", [.. scores, ("Comment", "A warm and careful plan.")]);
            Assert.DoesNotContain("There is a problem", Visitor.Text(done.QuerySelector("main")), StringComparison.Ordinal);
        }
    }

    private async Task<string> Decide(Visitor officer, string reference)
    {
        var ranking = await officer.Open("/manage/panels/bread-and-stories/ranking");
        Assert.Contains("Oasis Neighbours", Visitor.Text(ranking.QuerySelector("main")), StringComparison.Ordinal);
        await officer.Press(ranking, "Save recommendations", ("Rows[0].Outcome", "FundInPart"), ("Rows[0].Amount", "4,000"), ("Rows[0].Reason", "Two evenings fewer"));
        var proposed = await officer.Press(await officer.Open("/manage/awards/decisions/propose/bread-and-stories"), "Propose 1 application", ("Note", "The only one"));
        var decision = new Uri(proposed.Url).AbsolutePath;

        using var approver = await _city.SignedIn(await _city.Person("Anna Approver", Roles.Approver));
        await approver.Press(await approver.Open(decision), "Approve 1 award of £4,000");
        await officer.Press(await officer.Open(decision + "/letters/send"), "Send 1 letter now");
        var letter = (await _city.MailTo(Email)).Single(mail => mail.Template == "DecisionLetter");
        Assert.Contains("£4,000", letter.TextBody, StringComparison.Ordinal);
        return (await _city.Read(work => work.Scalar<string>(
            "SELECT w.Reference FROM Award w JOIN Application a ON a.Id = w.ApplicationId WHERE a.Reference = @reference", new { reference })))!;
    }

    private async Task Accept(Visitor amina, string award)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _city.Visitor().Get($"/awards/{award}")).StatusCode);
        await amina.SignIn(await _city.Read(async work => (await PersonRepository.FindByEmail(work, Email))!), Password);
        Assert.Contains(award, (await amina.Open("/my")).Body!.InnerHtml, StringComparison.Ordinal);
        var accepted = await amina.Press(await amina.Open($"/my/awards/{award}/accept"), "Accept award", ("Agree", "true"), ("Name", "Amina Yusuf"), ("Password", Password));
        Assert.Contains("You have accepted the award", Visitor.Text(accepted.Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await amina.Get($"/my/awards/{award}/agreement.html")).StatusCode);
    }

    private async Task Read(string award)
    {
        using var anybody = _city.Visitor();
        var page = Visitor.Text((await anybody.Open($"/awards/{award}")).QuerySelector("main"));
        Assert.Contains("£4,000", page, StringComparison.Ordinal);
        Assert.Contains("Oasis Neighbours", page, StringComparison.Ordinal);
        Assert.Contains(award, (await anybody.Open("/awards?q=oasis")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    private async Task EverythingHolds()
    {
        foreach (var invariant in _city.Portal.Services.GetServices<GrantsPortal.Platform.Checks.IInvariant>())
        {
            Assert.Empty(await _city.Read(invariant.Check));
        }

        Assert.Empty(await _city.Read(GrantsPortal.Platform.Audit.AuditTrail.Check));
    }

    private async Task<Call> Call() => (await _city.Read(work => CallRepository.FindBySlug(work, "bread-and-stories")))!;

    private async Task<Person> ReviewerWithWork(IReadOnlyList<Person> reviewers)
    {
        var busy = await _city.Read(work => work.Scalar<long>("SELECT ReviewerId FROM Review ORDER BY ReviewerId"));
        return reviewers.Single(reviewer => reviewer.Id == busy);
    }

    private static async Task<string> FirstReview(Visitor visitor) =>
        (await visitor.Open("/reviews")).QuerySelectorAll("main a[href^='/reviews/']").First().GetAttribute("href")!;

    private static (string Name, string? Value)[] Hidden(IHtmlDocument page, string name) =>
        [.. page.QuerySelectorAll($"input[type=hidden][name={name}]").Select(input => (name, (string?)input.GetAttribute("value")))];

    private static string Link(string text) => new Uri(Address().Match(text).Value).PathAndQuery;

    private static (string, string?)[] Instant(string field, int month, int day, int hour) =>
        [($"{field}.Day", $"{day}"), ($"{field}.Month", $"{month}"), ($"{field}.Year", "2026"), ($"{field}.Time", $"{hour}:00")];

    /// <summary>An answer for every question the page asks, as its form names them.</summary>
    private static (string Name, string? Value)[] Answers(FormDefinition form, IHtmlDocument page)
    {
        var answers = new List<(string, string?)>();
        foreach (var question in form.AllQuestions())
        {
            var fields = page.QuerySelectorAll($"[name='a.{question.Key}'], [name^='a.{question.Key}.']").Select(field => field.GetAttribute("name")!).Distinct().ToList();
            if (fields.Count == 0 || question.Kind == QuestionKind.File)
            {
                continue;
            }

            var answer = City.AnswerFor(question, new Money(5_000, "GBP"), "Bread and stories at the Oasis");
            if (question.Kind == QuestionKind.Date)
            {
                var day = DateOnly.ParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                answers.AddRange([($"a.{question.Key}.Day", $"{day.Day}"), ($"a.{question.Key}.Month", $"{day.Month}"), ($"a.{question.Key}.Year", $"{day.Year}")]);
            }
            else if (question.Kind == QuestionKind.Budget)
            {
                answers.AddRange([($"a.{question.Key}.item", "Bread, soup and tea"), ($"a.{question.Key}.amount", "5,000")]);
            }
            else
            {
                answers.Add(($"a.{question.Key}", answer));
            }
        }

        return [.. answers];
    }

    [GeneratedRegex(@"http://localhost\S+")]
    private static partial Regex Address();
}
