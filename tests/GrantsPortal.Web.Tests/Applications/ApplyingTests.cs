using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using GrantsPortal.Applications;
using GrantsPortal.Applications.Consortia;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Applications;

public sealed class ApplyingTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_person_without_an_organisation_starts_writes_uploads_attaches_submits_and_keeps_the_receipt()
    {
        var call = await _city.OpenCall("Neighbours together", Form);
        var amina = await _city.Person("Amina Yusuf");
        using var visitor = await _city.SignedIn(amina);

        var begin = await visitor.Open(ApplicationRoutes.Start(call.Slug));
        var page = await visitor.Press(begin, "Begin");
        var reference = page.Url[(page.Url.LastIndexOf('/') + 1)..];
        Assert.Contains("0 of 3 sections are ready", Visitor.Text(page.Body), StringComparison.Ordinal);

        page = await visitor.Press(await visitor.Open(ApplicationRoutes.Section(reference, "project")), "Save and continue",
            ("a.title", "Bread & salt"), ("a.story", "one two three four five six"), ("a.starts.Day", "31"), ("a.starts.Month", "2"), ("a.starts.Year", "2027"));
        Assert.Contains("You have written 6 words; the limit is 5", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Equal("31", ((IHtmlInputElement)page.GetElementById("a_starts_Day")!).Value);
        Assert.Equal("one two three four five six", ((IHtmlTextAreaElement)page.GetElementById("a_story")!).Value.Trim());
        page = await visitor.Press(page, "Save and continue", ("a.story", "one two three"), ("a.starts.Month", "3"));
        Assert.EndsWith("/sections/money", page.Url, StringComparison.Ordinal);
        page = await visitor.Press(page, "Save and continue", ("a.asked", "£1,500"), ("a.budget.item", "Flour"), ("a.budget.amount", "1500"), ("a.agree", "true"));
        Assert.EndsWith("/sections/documents", page.Url, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Upload(visitor, page, "rules.exe", "MZ\0\u0001"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Upload(visitor, page, "rules.txt", "Our rules"u8.ToArray())).StatusCode);

        var check = await visitor.Open(ApplicationRoutes.Check(reference));
        var refused = await visitor.Send(check, "Submit application");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Attach or register the organisation that applies", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var organisation = await _city.Organisation("Riverside Youth", amina);
        page = await visitor.Press(await visitor.Open(ApplicationRoutes.Organisation(reference)), "Attach this organisation");
        Assert.Contains("Can see this draft: Amina Yusuf (Owner)", Visitor.Text(page.Body), StringComparison.Ordinal);
        page = await visitor.Press(await visitor.Open(ApplicationRoutes.Check(reference)), "Submit application");

        Assert.Contains("We have your application", Visitor.Text(page.Body), StringComparison.Ordinal);
        var application = await _city.Read(work => ApplicationRepository.FindByReference(work, reference));
        Assert.Equal((ApplicationState.Submitted, 150_000L, "Bread & salt", organisation.Id), (application!.State, application.AskedMinor, application.Title, application.OrganisationId));
        Assert.Contains(application.SubmittedHash!, Visitor.Text(page.Body), StringComparison.Ordinal);
        var mail = Assert.Single(await _city.MailTo(amina.Email), mail => mail.Template == "ApplicationReceived");
        Assert.Contains($"http://localhost{ApplicationRoutes.Receipt(reference, 1)}", mail.TextBody, StringComparison.Ordinal);
        var kept = await visitor.Get(ApplicationRoutes.Download(reference, 1, "html"));
        Assert.Equal("attachment", kept.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("Bread &amp; salt", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Submitted", Visitor.Text((await visitor.Open(ApplicationRoutes.Mine(reference))).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_two_people_wrote_in_one_answer_stands_side_by_side()
    {
        var (call, organisation, amina, draft) = await Draft();
        var bo = await _city.Person("Bo Berg");
        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, organisation.Id, bo.Id, MemberRole.Editor));
        using var hers = await _city.SignedIn(amina);
        using var his = await _city.SignedIn(bo);
        var (herPage, hisPage) = (await hers.Open(ApplicationRoutes.Section(draft.Reference, "project")), await his.Open(ApplicationRoutes.Section(draft.Reference, "project")));

        await hers.Press(herPage, "Save and continue", ("a.story", "We bake."));
        var clash = await his.Press(hisPage, "Save and continue", ("a.story", "We cook."), ("a.title", "Supper"));

        Assert.Equal("We cook.", ((IHtmlTextAreaElement)clash.GetElementById("a_story")!).Value.Trim());
        Assert.Contains("We bake.", Visitor.Text(clash.QuerySelector(".clash")), StringComparison.Ordinal);
        var kept = await his.Press(clash, "Save and continue");
        Assert.EndsWith("/sections/money", kept.Url, StringComparison.Ordinal);
        var again = await hers.Open(ApplicationRoutes.Section(draft.Reference, "project"));
        Assert.Equal("We cook.", ((IHtmlTextAreaElement)again.GetElementById("a_story")!).Value.Trim());
        Assert.Contains("We bake.", Visitor.Text(again.QuerySelector(".answer-earlier")), StringComparison.Ordinal);
        Assert.Equal("Supper", (await _city.Read(work => ApplicationRepository.Find(work, draft.Id)))!.Title);
    }

    [Fact]
    public async Task A_script_saves_one_answer_and_is_told_when()
    {
        var (_, _, amina, draft) = await Draft();
        using var visitor = await _city.SignedIn(amina);
        var page = await visitor.Open(ApplicationRoutes.Section(draft.Reference, "project"));
        var token = ((IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value;

        var answer = await visitor.Client.PostAsync(ApplicationRoutes.Autosave(draft.Reference, "project"), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["a.title"] = "Supper",
            ["v.title"] = "0",
            ["o.title"] = "",
        }));
        var without = await visitor.Client.PostAsync(ApplicationRoutes.Autosave(draft.Reference, "project"), new FormUrlEncodedContent(new Dictionary<string, string> { ["a.title"] = "x", ["v.title"] = "1" }));

        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Contains("\"savedAt\":\"13:00\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Supper", (await _city.Read(work => ApplicationRepository.Find(work, draft.Id)))!.Title);
    }

    [Fact]
    public async Task Documents_are_attachments_for_those_who_may_read_them_and_missing_for_everybody_else()
    {
        var (call, organisation, amina, _) = await Draft();
        var draft = await _city.Answered(call, await _city.Draft(call, organisation, amina), amina);
        var document = Assert.Single(await _city.Read(work => ApplicationRepository.DocumentsOf(work, draft.Id)));
        var path = ApplicationRoutes.Document(draft.Reference, document.Id);
        using var owner = await _city.SignedIn(amina);
        using var stranger = await _city.SignedIn(await _city.Person("Stranger"));
        using var officer = await _city.SignedIn(await _city.Person("Olga", Roles.ProgrammeOfficer));

        var mine = await owner.Get(path);
        Assert.Equal(("attachment", "nosniff"), (mine.Content.Headers.ContentDisposition!.DispositionType, mine.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get(path)).StatusCode);
        foreach (var page in new[] { ApplicationRoutes.Mine(draft.Reference), ApplicationRoutes.Check(draft.Reference), ApplicationRoutes.Section(draft.Reference, "project"), ApplicationRoutes.Withdraw(draft.Reference), ApplicationRoutes.Organisation(draft.Reference) })
        {
            Assert.Equal(HttpStatusCode.OK, (await owner.Get(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(page)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get(ApplicationRoutes.Manage(draft.Reference))).StatusCode);
        await owner.Press(await owner.Open(ApplicationRoutes.Check(draft.Reference)), "Submit application");
        Assert.Equal(HttpStatusCode.OK, (await officer.Get(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(path)).StatusCode);
    }

    [Fact]
    public async Task Partners_named_in_a_draft_answer_for_themselves_and_stand_in_what_is_sent()
    {
        var (call, organisation, amina, _) = await Draft();
        var draft = await _city.Answered(call, await _city.Draft(call, organisation, amina), amina);
        var hodan = await _city.Person("Hodan Abdi");
        await _city.Organisation("Harbour Somali Families", hodan);
        using var applicant = await _city.SignedIn(amina);
        using var partner = await _city.SignedIn(hodan);
        using var stranger = await _city.SignedIn(await _city.Person("Stranger"));

        var page = await applicant.Press(await applicant.Open(ApplicationRoutes.Partners(draft.Reference)), "Name this partner", ("Name", "Harbour Somali Families"), ("Share", "400"));
        Assert.Contains("Say what it does in the project", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("Harbour Somali Families", ((IHtmlInputElement)page.GetElementById("Name")!).Value);
        page = await applicant.Press(page, "Name this partner", ("Part", "Interpreters"));
        Assert.Contains("Not answered yet", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(ApplicationRoutes.Partners(draft.Reference))).StatusCode);

        var mail = Assert.Single(await _city.MailTo(hodan.Email), mail => mail.Template == nameof(ConsortiumAsked));
        var asked = mail.TextBody[mail.TextBody.IndexOf(ApplicationRoutes.Consortia, StringComparison.Ordinal)..].Split()[0];
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(asked)).StatusCode);
        page = await partner.Press(await partner.Open(asked), "We apply together");
        Assert.Contains("Leave this application", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Contains($"{organisation.Name} asks Harbour Somali Families", Visitor.Text((await partner.Open(MyRoutes.Home)).Body), StringComparison.Ordinal);

        await applicant.Press(await applicant.Open(ApplicationRoutes.Check(draft.Reference)), "Submit application");
        using var officer = await _city.SignedIn(await _city.Person("Olga", Roles.ProgrammeOfficer));
        foreach (var (reader, path) in new[] { (applicant, ApplicationRoutes.Submitted(draft.Reference, 1)), (officer, ApplicationRoutes.Manage(draft.Reference)), (applicant, ApplicationRoutes.Download(draft.Reference, 1, "html")) })
        {
            var body = await (await reader.Get(path)).Content.ReadAsStringAsync();
            Assert.Contains("Harbour Somali Families", body, StringComparison.Ordinal);
            Assert.Contains("says so itself", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_officer_asks_marks_several_eligible_after_seeing_their_names_and_an_auditor_only_reads()
    {
        var (call, organisation, amina, _) = await Draft();
        var (one, two, three) = (await _city.Submitted(call, organisation, amina, title: "Bread"), await _city.Submitted(call, organisation, amina, title: "Salt"), await _city.Submitted(call, organisation, amina, title: "Wine"));
        using var officer = await _city.SignedIn(await _city.Person("Olga", Roles.ProgrammeOfficer));
        using var auditor = await _city.SignedIn(await _city.Person("Audrey", Roles.Auditor));

        var page = await officer.Open(ApplicationRoutes.Manage(one.Reference));
        page = await officer.Press(page, "Ask for clarification", ("What", ""), ("Due.Day", "1"), ("Due.Month", "1"), ("Due.Year", "2020"), ("Due.Time", "10:00"));
        Assert.Contains("Write what you want to know", Visitor.Text(page.Body), StringComparison.Ordinal);
        page = await officer.Press(page, "Ask for clarification", ("What", "Which flour?"), ("Due.Year", "2027"));
        Assert.Contains("The applicant is asked to clarify", Visitor.Text(page.Body), StringComparison.Ordinal);

        var list = await officer.Open(ApplicationRoutes.Desk);
        var names = await officer.Send(list, "Mark chosen as eligible", ("chosen", two.Reference));
        var confirm = await Visitor.Page(names);
        Assert.Contains("Mark 1 application as eligible?", Visitor.Text(confirm.Body), StringComparison.Ordinal);
        Assert.Contains("Salt", Visitor.Text(confirm.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("Wine", Visitor.Text(confirm.Body), StringComparison.Ordinal);
        await officer.Press(confirm, "Mark 1 as eligible");
        Assert.Equal(ApplicationState.InReview, (await _city.Read(work => ApplicationRepository.Find(work, two.Id)))!.State);

        var read = await auditor.Open(ApplicationRoutes.Manage(three.Reference));
        Assert.Null(read.QuerySelector("main form"));
        using var sneaky = await _city.SignedIn(await _city.Person("Ada", Roles.Auditor));
        var token = ((IHtmlInputElement)(await sneaky.Open("/account/security")).QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        var acted = await sneaky.Client.PostAsync(ApplicationRoutes.Act(three.Reference, "eligible"), new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));
        Assert.Equal(HttpStatusCode.Forbidden, acted.StatusCode);
        Assert.Equal(ApplicationState.Submitted, (await _city.Read(work => ApplicationRepository.Find(work, three.Id)))!.State);
    }

    [Fact]
    public async Task The_lists_ask_as_much_for_three_rows_as_for_one()
    {
        var (call, organisation, amina, _) = await Draft();
        await _city.Submitted(call, organisation, amina);
        using var officer = await _city.SignedIn(await _city.Person("Olga", Roles.ProgrammeOfficer));
        using var owner = await _city.SignedIn(amina);
        await officer.Open(ApplicationRoutes.Desk);
        await owner.Open(ApplicationRoutes.List);

        var (desk, mine) = (await Asked(officer, ApplicationRoutes.Desk), await Asked(owner, ApplicationRoutes.List));
        await _city.Submitted(call, organisation, amina);
        await _city.Submitted(call, organisation, amina);

        Assert.Equal(desk, await Asked(officer, ApplicationRoutes.Desk));
        Assert.Equal(mine, await Asked(owner, ApplicationRoutes.List));
    }

    private static FormDefinition Form => new()
    {
        Sections =
        [
            new FormSection
            {
                Key = "project",
                Title = Words.Of("Your project"),
                Questions =
                [
                    new Question { Key = "title", Kind = QuestionKind.ShortText, Purpose = QuestionPurpose.Title, Label = Words.Of("Title") },
                    new Question { Key = "story", Kind = QuestionKind.LongText, Label = Words.Of("What will you do?"), WordLimit = 5 },
                    new Question { Key = "starts", Kind = QuestionKind.Date, Label = Words.Of("Starts on"), Required = false },
                ],
            },
            new FormSection
            {
                Key = "money",
                Title = Words.Of("Money"),
                Questions =
                [
                    new Question { Key = "asked", Kind = QuestionKind.Money, Purpose = QuestionPurpose.AmountAsked, Label = Words.Of("How much do you ask for?") },
                    new Question { Key = "budget", Kind = QuestionKind.Budget, Label = Words.Of("Your budget") },
                    new Question { Key = "agree", Kind = QuestionKind.Declaration, Label = Words.Of("All of this is true") },
                ],
            },
        ],
        Documents = [new Question { Key = "rules", Kind = QuestionKind.File, Label = Words.Of("Your rules") }],
    };

    private async Task<(Call Call, Organisation Organisation, Person Person, Application Draft)> Draft()
    {
        var call = await _city.OpenCall("Neighbours together", Form with
        {
            Sections = [Form.Sections[0] with { Questions = [.. Form.Sections[0].Questions.Select(question => question with { WordLimit = question.WordLimit is null ? null : 50 })] }, Form.Sections[1]],
        });
        var amina = await _city.Person("Amina Yusuf");
        var organisation = await _city.Organisation("Riverside Youth", amina);
        return (call, organisation, amina, await _city.Draft(call, organisation, amina));
    }

    private async Task<long> Asked(Visitor visitor, string path)
    {
        var before = _city.Portal.Database.Statements;
        await visitor.Open(path);
        return _city.Portal.Database.Statements - before;
    }

    private static async Task<HttpResponseMessage> Upload(Visitor visitor, IHtmlDocument page, string name, byte[] content)
    {
        var form = (IHtmlFormElement)page.QuerySelector("form.answers")!;
        using var body = new MultipartFormDataContent();
        foreach (var input in form.Elements.OfType<IHtmlInputElement>().Where(input => input.Type == "hidden"))
        {
            body.Add(new StringContent(input.Value), input.Name!);
        }

        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        body.Add(file, "a.rules", name);
        return await visitor.Client.PostAsync(form.Action, body);
    }
}
