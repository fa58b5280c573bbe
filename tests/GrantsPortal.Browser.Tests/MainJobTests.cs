using System.Globalization;
using System.Text.RegularExpressions;
using GrantsPortal.Calls;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Microsoft.Playwright;
using Xunit;

namespace GrantsPortal.Browser.Tests;

/// <summary>The whole main job in a real browser; every page on the way is held against WCAG 2.2 AA.</summary>
public sealed partial class MainJobTests(Chromium chromium) : IDisposable
{
    private const string Email = "amina@oasis.example";
    private const string Password = "lantern river copper eleven";
    private readonly City _city = new();
    private Walk _walk = null!;

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task From_an_open_call_to_an_accepted_award_that_the_public_can_read()
    {
        _walk = new Walk(chromium, _city.Portal.Serve(), "main-job");
        var call = await Publish();
        var amina = await _walk.Open(phone: true);
        await Register(amina, call);
        var reference = await Apply(amina, call);
        await _city.Close(call);
        await Review(call, reference);
        var award = await Decide(call, reference);
        await Accept(amina, award);
        await Look(await _walk.Open(), $"/awards/{award}", "Awarded on");
        _walk.EveryPageIsFit();
    }

    private async Task<Call> Publish()
    {
        var call = await _city.DraftCall("Bread and stories");
        var officer = await SignedIn(await _city.OfficerPerson());
        await Look(officer, "/manage/calls", "Bread and stories");
        await Look(officer, $"/manage/calls/{call.Slug}", "Bread and stories");
        await Look(officer, $"/manage/calls/{call.Slug}/publish", "Publish");
        await officer.Locator("[name='When'][value='now']").CheckAsync();
        await Walk.Press(officer, "Publish call");
        return await _city.Again(call);
    }

    private async Task Register(IPage amina, Call call)
    {
        await Look(amina, "/", call.Title);
        await Look(amina, $"/calls/{call.Slug}", "How we choose");
        await Look(amina, $"/calls/{call.Slug}/eligibility", "Check whether you can apply");
        foreach (var yes in await amina.Locator("main input[type=radio][value=yes]").AllAsync())
        {
            await yes.CheckAsync();
        }

        await amina.Locator("main form[method=post] button").First.ClickAsync();
        var start = await amina.Locator("a.govuk-button").First.GetAttributeAsync("href");
        await Look(amina, "/account/register", "Register");
        await amina.GetByLabel("Your name").FillAsync("Amina Yusuf");
        await amina.GetByLabel("Email address").FillAsync(Email);
        await amina.Locator("[name=Password]").FillAsync(Password);
        await Walk.Press(amina, "Register");
        var mail = Assert.Single(await _city.MailTo(Email));
        await Look(amina, new Uri(Address().Match(mail.TextBody).Value).PathAndQuery, "Confirm");
        await Walk.Press(amina, "Confirm");
        await Walk.SignIn(amina, Email, Password);
        await Look(amina, start!, "Begin your application");
        await amina.Locator("[name=organisation][value=none]").CheckAsync();
        await Walk.Press(amina, "Begin");
    }

    private async Task<string> Apply(IPage amina, Call call)
    {
        var path = new Uri(amina.Url).AbsolutePath;
        await Look(amina, path, "Your answers");
        var form = (await _city.Read(work => CallRepository.Form(work, call.Id, call.FormVersion)))!.Read();
        var sections = await amina.Locator("a[href*='/sections/']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var section in sections)
        {
            await Look(amina, section, "Section");
            await Answer(amina, form);
            await amina.Locator("form.answers .answers__end button[type=submit]").First.ClickAsync();
            await amina.WaitForURLAsync(address => !address.EndsWith(section, StringComparison.Ordinal));
        }

        await Look(amina, "/my/organisation/new", "Register your organisation");
        await amina.Locator("[name=Name]").FillAsync("Oasis Neighbours");
        await amina.Locator("[name=Kind][value=CommunityGroup]").CheckAsync();
        await Walk.Press(amina, "Register and continue");
        await Look(amina, path + "/organisation", "Who applies?");
        await amina.Locator("[name=organisation]").First.CheckAsync();
        await Walk.Press(amina, "Attach this organisation");
        await Look(amina, path + "/check", "Submit");
        await Walk.Press(amina, "Submit application");
        await Inspect(amina);
        Assert.Contains(await _city.MailTo(Email), sent => sent.Template == "ApplicationReceived");
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private async Task Review(Call call, string reference)
    {
        var officer = await SignedIn(await _city.OfficerPerson());
        await Look(officer, "/manage/applications", reference);
        await Look(officer, $"/manage/applications/{reference}", "Oasis Neighbours");
        await Walk.Press(officer, "Eligible: send to review");
        Person[] reviewers = [await _city.Person("Rosa Reviewer", Roles.Reviewer), await _city.Person("Rudi Reviewer", Roles.Reviewer)];
        await _city.InPool(call.Id, reviewers);
        await Look(officer, $"/manage/panels/{call.Slug}", "Rosa Reviewer");
        await Look(officer, $"/manage/panels/{call.Slug}/proposal", "Rudi Reviewer");
        await Walk.Press(officer, "Assign 2 reviews");
        foreach (var reviewer in reviewers)
        {
            var page = await SignedIn(reviewer);
            await Look(page, "/reviews", "Oasis Neighbours");
            await Look(page, (await page.Locator("main a[href^='/reviews/']").First.GetAttributeAsync("href"))!, "Oasis Neighbours");
            await Walk.Press(page, "Accept review");
            await Inspect(page);
            foreach (var score in await page.Locator("input.score__input[value='3']").AllAsync())
            {
                await score.CheckAsync(new LocatorCheckOptions { Force = true });
            }

            await page.Locator("[name=Comment]").FillAsync("A warm and careful plan.");
            await Walk.Press(page, "Submit review");
            await Inspect(page);
            await page.Context.CloseAsync();
        }
    }

    private async Task<string> Decide(Call call, string reference)
    {
        var officer = await SignedIn(await _city.OfficerPerson());
        await Look(officer, $"/manage/panels/{call.Slug}/ranking", "Oasis Neighbours");
        await officer.Locator("[name='Rows[0].Outcome']").SelectOptionAsync("FundInPart");
        await officer.Locator("[name='Rows[0].Amount']").FillAsync("4,000");
        await officer.Locator("[name='Rows[0].Reason']").FillAsync("Two evenings fewer");
        await Walk.Press(officer, "Save recommendations");
        await Look(officer, $"/manage/awards/decisions/propose/{call.Slug}", "Two evenings fewer");
        await Walk.Press(officer, "Propose 1 application");
        var decision = new Uri(officer.Url).AbsolutePath;
        var approver = await SignedIn(await _city.Person("Anna Approver", Roles.Approver));
        await Look(approver, decision, "£4,000");
        await Walk.Press(approver, "Approve 1 award of £4,000");
        await Look(officer, decision + "/letters/send", "Oasis Neighbours");
        await Walk.Press(officer, "Send 1 letter now");
        Assert.Contains(await _city.MailTo(Email), sent => sent.Template == "DecisionLetter" && sent.TextBody.Contains("£4,000", StringComparison.Ordinal));
        var award = (await _city.Read(work => work.Scalar<string>(
            "SELECT w.Reference FROM Award w JOIN Application a ON a.Id = w.ApplicationId WHERE a.Reference = @reference", new { reference })))!;
        await Look(officer, "/manage/awards", award);
        await Look(officer, $"/manage/awards/{award}", "Oasis Neighbours");
        return award;
    }

    private async Task Accept(IPage amina, string award)
    {
        await Walk.SignIn(amina, Email, Password);
        await Look(amina, "/my", "Oasis Neighbours");
        await Look(amina, $"/my/awards/{award}", "£4,000");
        await Look(amina, $"/my/awards/{award}/accept", "Accept");
        await amina.Locator("[type=checkbox][name=Agree]").CheckAsync();
        await amina.Locator("[name=Name]").FillAsync("Amina Yusuf");
        await amina.Locator("[name=Password]").FillAsync(Password);
        await Walk.Press(amina, "Accept award");
        await Assertions.Expect(amina.Locator("main")).ToContainTextAsync("You have accepted the award");
        await Inspect(amina);
    }

    private static async Task Answer(IPage page, FormDefinition form)
    {
        foreach (var question in form.AllQuestions())
        {
            var (name, answer) = ($"a.{question.Key}", City.AnswerFor(question, new Money(5_000, "GBP"), "Bread and stories at the Oasis"));
            if (await page.Locator($"[name='{name}'], [name^='{name}.']").CountAsync() == 0)
            {
                continue;
            }

            switch (question.Kind)
            {
                case QuestionKind.Date:
                    var day = DateOnly.ParseExact(answer, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                    await page.Locator($"[name='{name}.Day']").FillAsync($"{day.Day}");
                    await page.Locator($"[name='{name}.Month']").FillAsync($"{day.Month}");
                    await page.Locator($"[name='{name}.Year']").FillAsync($"{day.Year}");
                    break;
                case QuestionKind.Budget:
                    await page.Locator($"[name='{name}.item']").First.FillAsync("Bread, soup and tea");
                    await page.Locator($"[name='{name}.amount']").First.FillAsync("5,000");
                    break;
                case QuestionKind.YesNo or QuestionKind.OneOf or QuestionKind.SeveralOf:
                    await page.Locator($"[name='{name}'][value='{answer}']").CheckAsync();
                    break;
                case QuestionKind.Declaration:
                    await page.Locator($"[type=checkbox][name='{name}']").CheckAsync();
                    break;
                case QuestionKind.File:
                    await page.Locator($"[type=file][name='{name}']").SetInputFilesAsync(new FilePayload { Name = "rules.txt", MimeType = "text/plain", Buffer = "Everybody may come."u8.ToArray() });
                    await Assertions.Expect(page.Locator("[data-files]")).ToContainTextAsync("rules.txt");
                    break;
                default:
                    await page.Locator($"[name='{name}']").FillAsync(answer);
                    break;
            }
        }
    }

    private Task<IPage> SignedIn(Person person) => _walk.SignedIn(person.Email);

    private Task Look(IPage page, string path, string says) => _walk.Look(page, path, says);

    private Task Inspect(IPage page) => _walk.Inspect(page);

    [GeneratedRegex(@"http://localhost\S+")]
    private static partial Regex Address();
}
