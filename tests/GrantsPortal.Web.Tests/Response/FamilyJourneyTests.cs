using System.Net;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Response;
using GrantsPortal.Response.Families;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Response;

public sealed class FamilyJourneyTests : IDisposable
{
    private const string Named = "The brother of Idris Halim does not sleep";

    private readonly City _city = new();
    private Person _focal = null!;
    private Person _owner = null!;
    private Organisation _circle = null!;

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_name_and_a_number_are_refused_with_what_was_typed_kept_and_an_entry_is_looked_at_again_by_who_follows_it()
    {
        await World();
        var incident = await _city.Incident(City.Acting(_focal, Roles.FocalPoint), isDrill: false);
        using var desk = await _city.SignedIn(_focal);
        var page = await desk.Open(FamilyRoutes.Of(incident.Reference));
        page = await desk.Open(page.QuerySelectorAll("main a").First(link => Visitor.Text(link) == "Write down what is asked for").GetAttribute("href")!);
        Assert.Contains("Never the name of a survivor", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        page = await desk.Press(page, "Write it down", ("OrganisationId", $"{_circle.Id}"), ("Kind", "Trauma"), ("Words", Named + ", ring 0151 496 0123"));
        Assert.Contains("Choose about how many families", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Contains("This looks like a name: “Idris Halim”", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Contains("never kept here: “0151 496 0123”", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal(Named + ", ring 0151 496 0123", page.QuerySelector("textarea[name=Words]")!.TextContent.Trim());

        // Answering for the name does not let the number pass.
        var seal = page.QuerySelector("input[name=Knowing]")!.GetAttribute("value")!;
        page = await desk.Press(page, "Write it down", ("Band", "One"), ("Knowing", seal));
        Assert.DoesNotContain("looks like a name", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Contains("never kept here", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal(0, await _city.Read(work => work.Scalar<int>("SELECT COUNT(*) FROM FamilySupport")));
        page = await desk.Press(page, "Write it down", ("Words", "Children do not sleep since the fire."), ("Knowing", null));
        Assert.Contains("Children do not sleep", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("FS-2026-0001", page.Title, StringComparison.Ordinal);

        page = await desk.Press(page, "Save", ("Act", "meet"), ("Outcome", ""));
        Assert.Contains("Say what came of it", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await desk.Press(await desk.Open(FamilyRoutes.Review("FS-2026-0001", 1)), "Write it down", ("Standing", "Better"), ("Said", Named), ("NextStep", "Ask the school."));
        Assert.Equal(Named, page.QuerySelector("textarea[name=Said]")!.TextContent.Trim());
        Assert.Null((await Review(1)).DoneOn);
        page = await desk.Press(page, "Write it down", ("Said", "Two of three sleep again."));
        Assert.Contains("Two of three sleep again.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);

        _city.Portal.Clock.Advance(TimeSpan.FromDays(40));
        await desk.SignIn(_focal);
        Assert.Contains("Overdue", Visitor.Text((await desk.Open(FamilyRoutes.All + "?overdue=true")).QuerySelector("table")), StringComparison.Ordinal);
        page = await desk.Open(ResponseRoutes.At(incident.Reference, "report"));
        Assert.Contains("1 asked for, 1 of them not at an end", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("support-asked", (await desk.Open(PartnershipRoutes.Show(_circle.Id))).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_is_closed_to_others_and_a_guessed_entry_is_not_there()
    {
        await World();
        var ask = (await _city.Portal.Get<FamilyDesk>().Open(City.Acting(_focal, Roles.FocalPoint), Ask(), null)).Value;
        foreach (var role in new[] { Roles.Finance, Roles.Reviewer, Roles.Approver })
        {
            using var visitor = await _city.SignedIn(await _city.Person($"Some {role}", role));
            Assert.All(new[] { FamilyRoutes.All, FamilyRoutes.Show(ask.Reference), FamilyRoutes.Figures }.Select(path => visitor.Get(path).Result.StatusCode), status => Assert.Equal(HttpStatusCode.Forbidden, status));
        }

        using var member = await _city.SignedIn(_owner);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get(FamilyRoutes.Show(ask.Reference))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await member.Get(FamilyRoutes.MineShow(_circle.Slug, ask.Reference))).StatusCode);
        var stranger = await _city.Person("Sten Stranger");
        var strange = await _city.Organisation("Another Circle", stranger);
        using var outside = await _city.SignedIn(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.Get(FamilyRoutes.MineShow(_circle.Slug, ask.Reference))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await outside.Get(FamilyRoutes.MineShow(strange.Slug, ask.Reference))).StatusCode);

        using var other = await _city.SignedIn(await _city.Person("Noor Haddad", Roles.FocalPoint));
        using var focal = await _city.SignedIn(_focal);
        var token = (await other.Open(FamilyRoutes.New + "?side=Asked")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.DoesNotContain(ask.Reference, Visitor.Text((await other.Open(FamilyRoutes.All)).QuerySelector("main")), StringComparison.Ordinal);
        Assert.All(new[] { FamilyRoutes.Show(ask.Reference), FamilyRoutes.Review(ask.Reference, 1), FamilyRoutes.At(ask.Reference, "edit") }.Select(path => other.Get(path).Result.StatusCode), status => Assert.Equal(HttpStatusCode.NotFound, status));
        using (var moved = await other.Client.PostAsync(FamilyRoutes.At(ask.Reference, "move"), new FormUrlEncodedContent([new("Act", "follow"), new("Version", "1"), new("__RequestVerificationToken", token)])))
        {
            Assert.Equal(HttpStatusCode.NotFound, moved.StatusCode);
        }

        Assert.Equal(SupportState.Open, (await _city.Read(work => FamilyRepository.Find(work, ask.Reference)))!.State);
        // Two have it open: who is second is shown theirs beside what was typed, and loses nothing.
        var edit = await focal.Open(FamilyRoutes.At(ask.Reference, "edit"));
        City.Must(await _city.Portal.Get<FamilyDesk>().Change(City.Acting(_focal, Roles.FocalPoint), ask.Reference, 1, Ask() with { Words = "Their children do not sleep." }, null));
        edit = await focal.Press(edit, "Save", ("Words", "Nobody there sleeps."));
        Assert.Contains("Their children do not sleep.", Visitor.Text(edit.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal("Nobody there sleeps.", edit.QuerySelector("textarea[name=Words]")!.TextContent.Trim());
        Assert.Equal("Their children do not sleep.", (await Entry(ask.Reference)).Words);
        await focal.Press(edit, "Save");
        Assert.Equal("Nobody there sleeps.", (await Entry(ask.Reference)).Words);

        await focal.Press(await focal.Open(FamilyRoutes.Show(ask.Reference)), "Follow it up");
        Assert.Equal(SupportState.Followed, (await _city.Read(work => FamilyRepository.Find(work, ask.Reference)))!.State);

        // The register asks the database as often for one entry as for four.
        var one = await Statements();
        foreach (var kind in new[] { SupportKind.Legal, SupportKind.Practical, SupportKind.Bereavement })
        {
            await _city.Portal.Get<FamilyDesk>().Open(City.Acting(_focal, Roles.FocalPoint), Ask() with { Kind = kind }, null);
        }

        Assert.Equal(one, await Statements());

        async Task<long> Statements()
        {
            var before = _city.Portal.Database.Statements;
            await focal.Open(FamilyRoutes.All);
            return _city.Portal.Database.Statements - before;
        }
    }

    [Fact]
    public async Task A_partner_offers_takes_on_with_a_button_and_says_how_it_goes_and_its_Viewers_do_not_read_what_was_asked()
    {
        await World();
        var staff = City.Acting(_focal, Roles.FocalPoint);
        var ask = (await _city.Portal.Get<FamilyDesk>().Open(staff, Ask(), null)).Value;
        var helper = await _city.Person("Hana Helper");
        var line = await _city.Organisation("Helpline", helper);
        using var member = await _city.SignedIn(helper);
        var page = await member.Press(await member.Open(FamilyRoutes.MineNew(line.Slug, SupportSide.Offered)), "Offer it", ("Kind", "Trauma"), ("Band", "Few"), ("Words", Named));
        Assert.Equal(Named, page.QuerySelector("textarea[name=Words]")!.TextContent.Trim());
        page = await member.Press(page, "Offer it", ("Words", "A caseworker, first call within a day."), ("Languages", "Arabic"));
        Assert.Equal("", Visitor.Text(page.QuerySelector(".govuk-error-summary")));

        using var focal = await _city.SignedIn(_focal);
        await focal.Press(await focal.Open(FamilyRoutes.Show(ask.Reference)), "Ask whether they take it on", ("Offer", "FS-2026-0002"), ("Words", "Weekly, with women."));
        var link = await _city.LinkTo(helper.Email, nameof(FamilyNotice));
        page = await member.Open(link);
        Assert.DoesNotContain("sleep", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour Circle", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("Weekly, with women.", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        await member.Press(page, "We take it on");
        Assert.Equal((SupportState.Used, SupportState.Followed), ((await Entry("FS-2026-0002")).State, (await Entry(ask.Reference)).State));
        Assert.Contains(await _city.MailTo(_focal.Email), mail => mail.Template == nameof(FamilyEntryTold) && mail.TextBody.Contains("takes it on", StringComparison.Ordinal));

        _city.Portal.Clock.Advance(TimeSpan.FromDays(6));
        await _city.RunJob("response.family-reviews");
        using var owner = await _city.SignedIn(_owner);
        await owner.Press(await owner.Open(FamilyRoutes.MineShow(_circle.Slug, ask.Reference)), "Worse", ("Words", "One more family."));
        Assert.Equal((SupportStanding.Worse, "One more family."), ((await Review(1)).PartnerStanding!.Value, (await Review(1)).PartnerWords));

        var viewer = await _city.Person("Vera Viewer");
        await _city.Member(_circle, viewer, MemberRole.Viewer);
        using var reading = await _city.SignedIn(viewer);
        Assert.DoesNotContain(ask.Reference, Visitor.Text((await reading.Open(FamilyRoutes.MineOf(_circle.Slug))).QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reading.Get(FamilyRoutes.MineShow(_circle.Slug, ask.Reference))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reading.Get(FamilyRoutes.MineNew(_circle.Slug, SupportSide.Asked))).StatusCode);
        using var table = await owner.Get(FamilyRoutes.MineCsv(_circle.Slug));
        Assert.Contains("Children do not sleep", await table.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task World()
    {
        _focal = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        _owner = await _city.Person("Olga Owner");
        _circle = await _city.Organisation("Harbour Circle", _owner);
        City.Must(await _city.Portal.Get<PartnerDesk>().Change(City.Acting(_focal, Roles.FocalPoint), _circle.Id, 1, new PartnerPlan { FocalPointId = _focal.Id }));
    }

    private SupportPlan Ask() => new() { Side = SupportSide.Asked, OrganisationId = _circle.Id, Kind = SupportKind.Trauma, Band = SupportBand.Few, Words = "Children do not sleep since the fire.", Languages = ["Arabic"] };

    private async Task<FamilySupport> Entry(string reference) => (await _city.Read(work => FamilyRepository.Find(work, reference)))!;

    private async Task<FamilyReview> Review(int week) =>
        (await _city.Read(async work => await ReviewRepository.Of(work, [(await FamilyRepository.Find(work, "FS-2026-0001"))!.Id]))).First(review => review.Week == week);
}
