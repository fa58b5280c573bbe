using AngleSharp.Html.Dom;
using GrantsPortal.Awards;
using GrantsPortal.Calls;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Members;
using GrantsPortal.People;
using GrantsPortal.People.SignIn;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Conflicts;

/// <summary>Two people have the same thing open: the second sees what the first changed, and neither loses what they wrote.</summary>
public sealed class TwoPeopleTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Recommendations_another_officer_saved_stay_where_one_wrote_nothing_and_stand_beside_ones_own_where_one_did()
    {
        var listing = await _city.Recommended(new Wish(RecommendedOutcome.Fund), new Wish(RecommendedOutcome.Fund));
        using var ola = await _city.SignedIn(await Person(listing.Officer));
        using var otto = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var path = ReviewRoutes.Ranking(listing.Call.Slug);
        var (first, second) = (await ola.Open(path), await otto.Open(path));
        await ola.Press(first, "Save recommendations", ("Rows[0].Outcome", "Decline"), ("Rows[0].Amount", ""), ("Rows[0].Reason", "Too far away"), ("Rows[1].Reason", "Strong plan"));

        var shown = await otto.Press(second, "Save recommendations", ("Rows[1].Reason", "Weak plan"));

        Assert.Contains("Ola Officer saved this meanwhile", Text(shown), StringComparison.Ordinal);
        Assert.Contains("Strong plan", Text(shown), StringComparison.Ordinal);
        Assert.Equal(("Too far away", "Weak plan"), (Value(shown, "Rows[0].Reason"), Value(shown, "Rows[1].Reason")));
        Assert.Equal("Strong plan", await Reason(listing, 1));
        await otto.Press(shown, "Save recommendations");
        Assert.Equal(("Too far away", "Weak plan"), (await Reason(listing, 0), await Reason(listing, 1)));
    }

    [Fact]
    public async Task Choices_saved_in_another_window_are_shown_before_ones_own_are_saved()
    {
        var amina = await _city.Person("Amina Yusuf");
        using var one = await _city.SignedIn(amina);
        using var other = await _city.SignedIn(amina);
        var path = AccountRoutes.SecurityPart("preferences");
        var (first, second) = (await one.Open(path), await other.Open(path));
        await one.Press(first, "Save", ("Name", "Amina Yusuf-Keller"), ("Notices", "Daily"));

        var shown = await other.Press(second, "Save", ("Name", "Mina Yusuf"));

        Assert.Equal(["Amina Yusuf-Keller", "Mina Yusuf", "Together, once a day"], shown.QuerySelectorAll(".changed dd").Select(Visitor.Text));
        Assert.Equal("Mina Yusuf", Value(shown, "Name"));
        Assert.Equal("Amina Yusuf-Keller", (await _city.Read(work => AccountRepository.Find(work, amina.Id)))!.Name);
        await other.Press(shown, "Save");
        Assert.Equal("Mina Yusuf", (await _city.Read(work => AccountRepository.Find(work, amina.Id)))!.Name);
        Assert.Equal(NoticeFrequency.Daily, await _city.Read(work => PreferenceRepository.Frequency(work, amina.Id)));
    }

    [Fact]
    public async Task Roles_another_administrator_changed_are_shown_before_they_are_set_again()
    {
        using var ada = await _city.SignedIn(await _city.Person("Ada Admin", Roles.Administrator));
        using var alan = await _city.SignedIn(await _city.Person("Alan Admin", Roles.Administrator));
        var rae = await _city.Person("Rae Staff", Roles.Reviewer);
        var (first, second) = (await ada.Open(AccountRoutes.User(rae.Id)), await alan.Open(AccountRoutes.User(rae.Id)));
        await ada.Press(first, "Save the roles", ("roles", Roles.Finance));

        var shown = await alan.Press(second, "Save the roles", ("roles", Roles.Auditor));

        Assert.Equal(["Finance", "Auditor"], shown.QuerySelectorAll(".changed dd").Select(Visitor.Text));
        Assert.Equal([Roles.Finance], await _city.Read(work => AccountRepository.Roles(work, rae.Id)));
        await alan.Press(shown, "Save the roles", ("roles", Roles.Auditor));
        Assert.Equal([Roles.Auditor], await _city.Read(work => AccountRepository.Roles(work, rae.Id)));
    }

    [Fact]
    public async Task A_members_role_another_owner_changed_is_named_and_stays()
    {
        var amina = await _city.Person("Amina Yusuf");
        var forum = await _city.Organisation("Riverside Youth Forum", amina);
        var (jonas, lea) = (await _city.Person("Jonas Keller"), await _city.Person("Lea Owner"));
        await _city.Member(forum, jonas, MemberRole.Viewer);
        await _city.Member(forum, lea, MemberRole.Owner);
        using var one = await _city.SignedIn(amina);
        using var other = await _city.SignedIn(lea);
        var (first, second) = (await one.Open(OrganisationRoutes.Members(forum.Slug)), await other.Open(OrganisationRoutes.Members(forum.Slug)));
        await Give(one, first, jonas, MemberRole.Owner);

        var shown = await Give(other, second, jonas, MemberRole.Editor);

        Assert.Contains("Somebody else changed what Jonas Keller may do while you had this page open: now “Owner”", Text(shown), StringComparison.Ordinal);
        Assert.Equal(MemberRole.Owner, (await _city.Read(work => MemberRepository.Find(work, forum.Id, jonas.Id)))!.Role);
        await Give(other, shown, jonas, MemberRole.Editor);
        Assert.Equal(MemberRole.Editor, (await _city.Read(work => MemberRepository.Find(work, forum.Id, jonas.Id)))!.Role);
    }

    [Fact]
    public async Task How_an_award_is_published_by_another_officer_is_shown_before_it_is_set_again()
    {
        var (award, _) = await _city.Offered();
        using var one = await _city.SignedIn(await _city.OfficerPerson());
        using var other = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var path = AwardRoutes.ManagePublication(award.Reference);
        var (first, second) = (await one.Open(path), await other.Open(path));
        await one.Press(first, "Set publication", ("Publication", "Withheld"), ("Reason", "Threats were made"));

        var shown = await other.Press(second, "Set publication", ("Publication", "Full"), ("Reason", "As usual"));

        Assert.Contains("Olive Officer saved it", Text(shown), StringComparison.Ordinal);
        Assert.Contains("Threats were made", Text(shown), StringComparison.Ordinal);
        Assert.Equal("As usual", shown.QuerySelector("textarea[name=Reason]")!.TextContent.Trim());
        Assert.Equal(Publication.Withheld, (await _city.Read(work => AwardRepository.Find(work, award.Id)))!.Publication);
        await other.Press(shown, "Set publication");
        Assert.Equal(Publication.Full, (await _city.Read(work => AwardRepository.Find(work, award.Id)))!.Publication);
    }

    [Fact]
    public async Task A_deadline_another_officer_moved_is_shown_and_can_be_moved_further()
    {
        var call = await _city.OpenCall();
        using var one = await _city.SignedIn(await _city.OfficerPerson());
        using var other = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var path = CallRoutes.Part(call.Slug, "extend");
        var (first, second) = (await one.Open(path), await other.Open(path));
        await one.Press(first, "Extend and tell people", Until(call.ClosesAt!.Value.AddDays(1), "A holiday"));

        var shown = await other.Press(second, "Extend and tell people", Until(call.ClosesAt!.Value.AddDays(2), "A strike"));

        Assert.Contains("Somebody else changed this call while you had it open", Text(shown), StringComparison.Ordinal);
        Assert.Equal(call.ClosesAt!.Value.AddDays(1), (await _city.Again(call)).ClosesAt);
        await other.Press(shown, "Extend and tell people");
        Assert.Equal((call.ClosesAt!.Value.AddDays(2), "A strike"), ((await _city.Again(call)).ClosesAt, (await _city.Again(call)).ExtensionReason));
    }

    [Fact]
    public async Task Settings_another_administrator_changed_stay_where_one_touched_nothing()
    {
        using var ada = await _city.SignedIn(await _city.Person("Ada Admin", Roles.Administrator));
        using var alan = await _city.SignedIn(await _city.Person("Alan Admin", Roles.Administrator));
        var (first, second) = (await ada.Open("/admin/settings"), await alan.Open("/admin/settings"));
        await ada.Press(first, "Save the settings", ("Portal:Theme:Strong", "#5b1b45"));

        var saved = await alan.Press(second, "Save the settings", ("Portal:Promise:en", "Riverton stands together."));

        Assert.Contains("The settings are saved", Text(saved), StringComparison.Ordinal);
        Assert.Equal(("#5b1b45", "Riverton stands together."), (Value(saved, "Portal:Theme:Strong"), Value(saved, "Portal:Promise:en")));
    }

    private static (string, string?)[] Until(DateTimeOffset closes, string reason) =>
    [
        ("ClosesAt.Day", $"{closes.Day}"), ("ClosesAt.Month", $"{closes.Month}"), ("ClosesAt.Year", $"{closes.Year}"),
        ("ClosesAt.Time", closes.ToOffset(TimeSpan.FromHours(1)).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)), ("Reason", reason),
    ];

    private static Task<IHtmlDocument> Give(Visitor visitor, IHtmlDocument page, Person person, MemberRole role) =>
        visitor.Press(page, $"Change what {person.Name} may do", ("role", role.ToString()));

    private async Task<Person> Person(Actor actor) => (await _city.Read(work => PersonRepository.Find(work, actor.Person)))!;

    private async Task<string?> Reason(Listing listing, int applicant) =>
        (await _city.Read(work => RecommendationRepository.Find(work, listing.Applicants[applicant].Application.Id)))?.Reason;

    private static string Text(IHtmlDocument page) => Visitor.Text(page.QuerySelector("main"));

    private static string? Value(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']")?.GetAttribute("value");
}
