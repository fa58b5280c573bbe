using System.Net;
using GrantsPortal.Calls;
using GrantsPortal.Funds;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Calls;

public sealed class CallDeskPagesTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_officer_takes_a_call_from_nothing_to_open_without_scripts()
    {
        using var officer = await _city.SignedIn(await _city.OfficerPerson());
        await officer.Press(await officer.Open(FundRoutes.NewProgramme), "Save", ("Name", "Winter fund"));
        var fund = (await _city.Read(ProgrammeRepository.All)).Single();

        var draft = await officer.Press(await officer.Open(CallRoutes.New), "Begin the draft", ("Title", "Warm rooms"), ("ProgrammeId", $"{fund.Id}"));
        Assert.Contains("Write a summary", Visitor.Text(draft.Body));
        string At(string part) => CallRoutes.Part("warm-rooms", part);
        await officer.Press(await officer.Open(At("texts")), "Save", ("Summary", "Rooms that are warm."), ("Description", "Heat for **all**."));
        await officer.Press(await officer.Open(At("money")), "Save", ("Budget", "£20,000"), ("Smallest", "250"), ("Largest", "2 500"));
        await officer.Press(await officer.Open(At("dates")), "Save",
            ("ClosesAt.Day", "10"), ("ClosesAt.Month", "7"), ("ClosesAt.Year", "2026"), ("ClosesAt.Time", "17:00"), ("DecisionBy.Day", "1"), ("DecisionBy.Month", "9"), ("DecisionBy.Year", "2026"));
        await officer.Press(await officer.Open(CallRoutes.Item("warm-rooms", "form", "new?section=project&kind=Number")), "Save", ("Label", "How many seats?"), ("Min", "5"));
        await officer.Press(await officer.Open(CallRoutes.Item("warm-rooms", "rubric", "new")), "Save", ("Title", "Warmth"), ("Weight", "2"), ("MaxScore", "3"), ("Guidance", "Cold\nCool\nWarm\nHot"));
        var shown = await officer.Press(await officer.Open(At("publish")), "Publish call", ("When", "now"));

        Assert.Contains("The call is open.", Visitor.Text(shown.Body));
        var open = (await _city.Read(work => CallRepository.FindPublic(work, "warm-rooms")))!;
        Assert.Equal(CallState.Open, open.StateAt(_city.Now));
        Assert.Equal(new DateTimeOffset(2026, 7, 10, 16, 0, 0, TimeSpan.Zero), open.ClosesAt);
        using var visitor = _city.Visitor();
        Assert.Contains("How many seats?", Visitor.Text((await visitor.Open(CallRoutes.Show("warm-rooms"))).Body));
    }

    [Fact]
    public async Task Two_officers_in_one_form_see_each_others_words_and_lose_none()
    {
        var call = await _city.DraftCall();
        using var first = await _city.SignedIn(await _city.OfficerPerson());
        using var second = await _city.SignedIn(await _city.Person("Second Officer", Roles.ProgrammeOfficer));
        var (mine, theirs) = (await first.Open(CallRoutes.Part(call.Slug, "texts")), await second.Open(CallRoutes.Part(call.Slug, "texts")));
        await second.Press(theirs, "Save", ("Title", "Their title"), ("Summary", "Their summary"));

        var clash = await first.Press(mine, "Save", ("Title", "My title"));

        var words = Visitor.Text(clash.Body);
        Assert.Contains("Second Officer", words);
        Assert.Contains("Their title", words);
        Assert.Equal("My title", clash.QuerySelector("#Title")!.GetAttribute("value"));
        Assert.Contains("Their summary", Visitor.Text(clash.QuerySelector("#Summary")));
        await first.Press(clash, "Save");
        Assert.Equal(("My title", "Their summary"), (await _city.Again(call)) is var saved ? (saved.Title, saved.Summary) : default);
    }

    [Fact]
    public async Task Two_officers_on_different_questions_do_not_get_in_each_others_way()
    {
        var call = await _city.DraftCall();
        using var first = await _city.SignedIn(await _city.OfficerPerson());
        using var second = await _city.SignedIn(await _city.Person("Second Officer", Roles.ProgrammeOfficer));
        string Question(string key) => CallRoutes.Item(call.Slug, "form", $"questions/{key}");
        var (mine, theirs) = (await first.Open(Question("title")), await second.Open(Question("change")));

        await second.Press(theirs, "Save", ("WordLimit", "120"));
        await first.Press(mine, "Save", ("Label", "Name of it?"));

        var form = (await _city.Read(work => CallRepository.NewestForm(work, call.Id))).Read();
        Assert.Equal((120, "Name of it?"), (FormEdits.Find(form, "change")!.WordLimit!.Value, FormEdits.Find(form, "title")!.Label.ToString()));
    }

    [Fact]
    public async Task A_change_of_a_published_form_waits_until_it_is_published()
    {
        var call = await _city.OpenCall();
        using var officer = await _city.SignedIn(await _city.OfficerPerson());
        var form = await officer.Press(await officer.Open(CallRoutes.Item(call.Slug, "form", "questions/title")), "Save", ("Label", "Its new name?"));
        using var visitor = _city.Visitor();
        Assert.DoesNotContain("Its new name?", Visitor.Text((await visitor.Open(CallRoutes.Show(call.Slug))).Body));

        await officer.Press(form, "Publish the changes and tell applicants");

        Assert.Contains("Its new name?", Visitor.Text((await visitor.Open(CallRoutes.Show(call.Slug))).Body));
        Assert.Equal(2, (await _city.Again(call)).FormVersion);
    }

    [Fact]
    public async Task Extending_is_told_on_the_public_page_with_its_reason()
    {
        var call = await _city.OpenCall();
        using var officer = await _city.SignedIn(await _city.OfficerPerson());
        await officer.Press(await officer.Open(CallRoutes.Part(call.Slug, "extend")), "Extend and tell people",
            ("ClosesAt.Day", "7"), ("ClosesAt.Month", "7"), ("ClosesAt.Year", "2026"), ("ClosesAt.Time", "17:00"), ("Reason", "Because of the holiday."));

        using var visitor = _city.Visitor();
        var words = Visitor.Text((await visitor.Open(CallRoutes.Show(call.Slug))).Body);
        Assert.Contains("Because of the holiday.", words);
        Assert.Contains("Tuesday 7 July 2026, 17:00 (BST)", words);
    }

    [Fact]
    public async Task The_desk_is_for_staff_and_changing_is_for_officers()
    {
        var call = await _city.DraftCall();
        using var auditor = await _city.SignedIn(await _city.Person("Ada Auditor", Roles.Auditor));
        using var applicant = await _city.SignedIn(await _city.Person("Abe Applicant"));

        Assert.Contains(call.Title, Visitor.Text((await auditor.Open(CallRoutes.Manage(call.Slug))).Body));
        Assert.NotEqual(HttpStatusCode.OK, (await auditor.Get(CallRoutes.Part(call.Slug, "texts"))).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await applicant.Get(CallRoutes.Manage(call.Slug))).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await applicant.Get(CallRoutes.Desk)).StatusCode);
    }

    [Fact]
    public async Task Every_page_of_the_desk_opens_for_a_draft_and_for_an_open_call()
    {
        using var officer = await _city.SignedIn(await _city.OfficerPerson());
        foreach (var call in new[] { await _city.DraftCall("Draft"), await _city.OpenCall("Open") })
        {
            foreach (var part in new[] { "texts", "money", "dates", "eligibility", "eligibility/new", "eligibility/works-here", "form", "form/new?section=project", "form/sections/new", "form/sections/money",
                "rubric", "rubric/new", "rubric/need", "letters", "letters/award", "letters/terms", "preview", "preview?page=check", "preview?page=form" })
            {
                await officer.Open(CallRoutes.Part(call.Slug, part));
            }

            foreach (var kind in Enum.GetValues<QuestionKind>())
            {
                await officer.Open(CallRoutes.Part(call.Slug, $"form/new?section=project&kind={kind}"));
            }
        }

        await officer.Open(CallRoutes.Desk);
        await officer.Open(FundRoutes.Programmes);
        await officer.Open(CallRoutes.Part("draft", "delete"));
    }
}
