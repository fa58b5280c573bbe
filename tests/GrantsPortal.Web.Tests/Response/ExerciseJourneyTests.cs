using System.Net;
using GrantsPortal.Platform;
using GrantsPortal.Response;
using GrantsPortal.Response.Exercises;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Response;

public sealed class ExerciseJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_exercise_is_planned_run_and_written_up_and_says_everywhere_that_it_is_one()
    {
        var farah = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        using var officer = await _city.SignedIn(farah);
        Assert.Contains(ExerciseRoutes.All, (await officer.Open(ResponseRoutes.All)).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
        var page = await officer.Press(
            await officer.Open(ExerciseRoutes.New), "Keep the plan", ("Title", "Power cut"), ("Scenario", "The power fails."), ("Objectives[0]", "We know whom to ask"),
            ("Starts.Day", "4"), ("Starts.Month", "12"), ("Starts.Year", "2030"), ("Starts.Time", "10:00"), ("Injects[1].Minute", "0"), ("Injects[1].ToWhom", "Everybody"), ("Injects[1].IsMailed", "true"));
        Assert.Contains("Write what is said", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("Everybody", page.QuerySelector("input[name='Injects[1].ToWhom']")!.GetAttribute("value"));
        page = await officer.Press(page, "Keep the plan", ("Injects[1].Words", "It is dark."), ("Objectives[0]", "Mrs Patel knows whom to ask"));
        Assert.Contains("“Mrs Patel”", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("Mrs Patel knows whom to ask", page.QuerySelector("input[name='Objectives[0]']")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector("input[name=Knowing]"));
        await officer.Press(page, "Keep the plan", ("Objectives[0]", "We know whom to ask"));
        const string reference = "TT-2026-0001";
        var found = (await _city.Read(work => ExerciseRepository.All(work, 1)))[0].Reference;
        Assert.StartsWith("TT-", found, StringComparison.Ordinal);
        Assert.Equal(reference.Length, found.Length);

        // Two change it at once: theirs stands beside ours, nothing typed is lost, and saving again is a choice.
        var mine = await officer.Open(ExerciseRoutes.At(found, "edit"));
        await officer.Press(await officer.Open(ExerciseRoutes.At(found, "edit")), "Save", ("Title", "Power cut at night"));
        page = await officer.Press(mine, "Save", ("Scenario", "The power fails everywhere."));
        Assert.Contains("Power cut at night", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal("The power fails everywhere.", Visitor.Text(page.QuerySelector("textarea[name=Scenario]")));
        page = await officer.Press(page, "Save", ("Title", "Power cut at night"));
        page = await officer.Press(page, "Start the exercise now");
        Assert.Contains("It is dark.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        var inject = Assert.Single(await _city.InjectsOf(found));
        Assert.Equal(1, inject.Mails);
        page = await officer.Press(page, $"Note the response: {inject.Words}");
        Assert.Contains("Write how it was answered", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await officer.Press(page, $"Note the response: {inject.Words}", ($"Response{inject.Id}", "Torches of Sister Agnes."));
        Assert.Contains("“Sister Agnes”", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await officer.Press(page, $"Note the response: {inject.Words}", ("Knowing", page.QuerySelector("input[name=Knowing]")!.GetAttribute("value")!));
        Assert.Equal("Torches of Sister Agnes.", Assert.Single(await _city.InjectsOf(found)).Response);
        page = await officer.Press(page, $"Note the response: {inject.Words}", ($"Response{inject.Id}", "Torches."));
        page = await officer.Press(page, "Pause the exercise");
        page = await officer.Press(page, "Go on with the exercise");
        page = await officer.Press(page, "End the exercise");
        page = await officer.Press(page, "Finish the report", ("Findings[0].Seen", "Quickly."), ("ToChange", "Torches at the door."), ("Actions[0].What", "Buy torches"), ("Actions[0].Who", "The building office"), ("Actions[0].Due.Day", "1"), ("Actions[0].Due.Month", "2"), ("Actions[0].Due.Year", "2031"));
        Assert.Contains("Choose whether it was met", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await officer.Press(page, "Finish the report", ("Findings[0].Standing", "Partly"));
        Assert.Contains("Buy torches", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.StartsWith("EXERCISE: ", page.Title, StringComparison.Ordinal);
        Assert.Equal("EXERCISE", Visitor.Text(page.QuerySelector(".incident-kind--drill strong")));
        using var report = await officer.Get(ExerciseRoutes.At(found, "report.html"));
        Assert.Contains("Torches.", await report.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        page = await officer.Press(await officer.Open(ExerciseRoutes.Actions), "It is done: Buy torches");
        Assert.Contains("Nothing is open", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auditors_read_and_change_nothing_and_others_do_not_come_in()
    {
        var officer = await _city.CrisisOfficer();
        var reference = await _city.TableTop(officer);
        using var auditor = await _city.SignedIn(await _city.Person("Ahmed Tan", Roles.Auditor));
        using var finance = await _city.SignedIn(await _city.Person("Felix Grant", Roles.Finance));
        using var programme = await _city.SignedIn(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer));
        Assert.Contains("Power cut", Visitor.Text((await auditor.Open(ExerciseRoutes.Show(reference))).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await finance.Get(ExerciseRoutes.Show(reference))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get(ExerciseRoutes.At(reference, "edit"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await programme.Get(ExerciseRoutes.Show("TT-2026-0099"))).StatusCode);
        var page = await programme.Open(ExerciseRoutes.Show(reference));
        var own = (await auditor.Open("/my")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using (var refused = await auditor.Client.PostAsync(ExerciseRoutes.At(reference, "start"), new FormUrlEncodedContent([new("version", "1"), new("__RequestVerificationToken", own)])))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.Equal(ExerciseState.Planned, (await _city.TableTopNow(reference)).State);
        await programme.Press(page, "Start the exercise now");
        Assert.Equal(ExerciseState.Running, (await _city.TableTopNow(reference)).State);
    }
}
