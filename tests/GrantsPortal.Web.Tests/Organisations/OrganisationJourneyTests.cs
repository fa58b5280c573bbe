using System.Net;
using GrantsPortal.Organisations;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Organisations;

public sealed class OrganisationJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Somebody_registers_invites_a_colleague_and_removes_them_again()
    {
        var jonas = await _city.Person("Jonas Keller");
        using var amina = await _city.SignedIn(await _city.Person("Amina Yusuf"));
        var page = await amina.Open(OrganisationRoutes.Register);
        page = await amina.Press(page, "Register and continue", ("Name", "Riverside Youth Forum"), ("Kind", "CommunityGroup"));
        page = await amina.Press(page, "Save and continue", ("Email", "office@riverside.example"));
        page = await amina.Press(page, "Save", ("PublishedAs", "Unnamed"));
        Assert.Contains("Without the organisation’s name", Visitor.Text(page.Body), StringComparison.Ordinal);

        var members = OrganisationRoutes.Members("riverside-youth-forum");
        page = await amina.Press(await amina.Open(members), "Send the invitation", ("Email", jonas.Email), ("Role", "Editor"));
        Assert.Contains(jonas.Email, Visitor.Text(page.Body), StringComparison.Ordinal);

        var link = await _city.LinkTo(jonas.Email, "MembershipInvitation");
        using var visitor = _city.Visitor();
        Assert.Contains("Riverside Youth Forum", Visitor.Text((await visitor.Open(link)).Body), StringComparison.Ordinal);
        using var colleague = await _city.SignedIn(jonas);
        Assert.Contains("Answer the invitation to Riverside Youth Forum", Visitor.Text((await colleague.Open(MyRoutes.Home)).Body), StringComparison.Ordinal);
        await colleague.Press(await colleague.Open(link), "Accept");
        Assert.Equal(HttpStatusCode.OK, (await colleague.Get(members)).StatusCode);

        page = await amina.Open($"{members}/{jonas.Id}/remove");
        await amina.Press(page, "Remove");
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Get(members)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Get(OrganisationRoutes.Show("riverside-youth-forum"))).StatusCode);
    }

    [Fact]
    public async Task Opening_an_invitations_link_changes_nothing_and_another_address_cannot_use_it()
    {
        var amina = await _city.Person("Amina Yusuf");
        var jonas = await _city.Person("Jonas Keller");
        var forum = await _city.Organisation("Riverside Youth Forum", amina);
        using var owner = await _city.SignedIn(amina);
        await owner.Press(await owner.Open(OrganisationRoutes.Members(forum.Slug)), "Send the invitation", ("Email", jonas.Email), ("Role", "Owner"));
        var link = await _city.LinkTo(jonas.Email, "MembershipInvitation");

        using var other = await _city.SignedIn(await _city.Person("Somebody Else"));
        var page = await other.Open(link);
        Assert.Contains("another e-mail address", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.DoesNotContain(jonas.Email, page.Body!.InnerHtml, StringComparison.Ordinal);
        using var invited = await _city.SignedIn(jonas);
        await invited.Open(link);
        await invited.Open(link);
        Assert.Null(await _city.Read(work => OrganisationRepository.MembershipOf(work, forum.Id, jonas.Id)));
        await invited.Press(await invited.Open(link), "Accept");
        Assert.NotNull(await _city.Read(work => OrganisationRepository.MembershipOf(work, forum.Id, jonas.Id)));
    }

    [Fact]
    public async Task Another_organisation_is_not_found_whatever_is_asked_of_it()
    {
        var forum = await _city.Organisation("Riverside Youth Forum", await _city.Person("Amina Yusuf"));
        using var stranger = await _city.SignedIn(await _city.Person("Jonas Keller"));
        foreach (var path in new[] { OrganisationRoutes.Show(forum.Slug), OrganisationRoutes.Name(forum.Slug), OrganisationRoutes.Contact(forum.Slug), OrganisationRoutes.Safety(forum.Slug), OrganisationRoutes.Members(forum.Slug), OrganisationRoutes.Recovery(forum.Slug), OrganisationRoutes.Manage(forum.Slug) })
        {
            var answer = await stranger.Get(path);
            Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{path} answered {answer.StatusCode}");
            Assert.DoesNotContain("Riverside", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_viewer_sees_no_way_to_invite_and_a_forged_form_is_refused_where_an_owners_is_not()
    {
        var amina = await _city.Person("Amina Yusuf");
        var vera = await _city.Person("Vera Viewer");
        var forum = await _city.Organisation("Riverside Youth Forum", amina);
        await _city.Member(forum, vera, MemberRole.Viewer);
        using var viewer = await _city.SignedIn(vera);
        var page = await viewer.Open(OrganisationRoutes.Members(forum.Slug));
        Assert.DoesNotContain(page.QuerySelectorAll("button"), button => Visitor.Text(button) == "Send the invitation");

        using var owner = await _city.SignedIn(amina);
        async Task Invite(Visitor by)
        {
            var token = (await by.Open(OrganisationRoutes.Mine)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var form = new FormUrlEncodedContent([new("Email", "new@example.org"), new("Role", "Viewer"), new("__RequestVerificationToken", token)]);
            await by.Client.PostAsync(new Uri($"{OrganisationRoutes.Members(forum.Slug)}/invite", UriKind.Relative), form);
        }

        await Invite(viewer);
        Assert.Empty(await _city.MailTo("new@example.org"));
        await Invite(owner);
        Assert.Single(await _city.MailTo("new@example.org"));
    }

    [Fact]
    public async Task When_two_people_save_the_same_page_theirs_stands_beside_yours_and_nothing_is_lost()
    {
        var amina = await _city.Person("Amina Yusuf");
        var jonas = await _city.Person("Jonas Keller");
        var forum = await _city.Organisation("Riverside Youth Forum", amina);
        await _city.Member(forum, jonas, MemberRole.Editor);
        using var first = await _city.SignedIn(amina);
        using var second = await _city.SignedIn(jonas);
        var mine = await first.Open(OrganisationRoutes.Contact(forum.Slug));
        await second.Press(await second.Open(OrganisationRoutes.Contact(forum.Slug)), "Save", ("Phone", "020 7946 0001"), ("Town", "Riverton"));

        var clash = await first.Press(mine, "Save", ("Phone", "020 7946 0002"), ("District", "Harbour"));
        var changed = Visitor.Text(clash.QuerySelector(".changed"));
        Assert.Contains("Jonas Keller", changed, StringComparison.Ordinal);
        Assert.Contains("020 7946 0001", changed, StringComparison.Ordinal);
        Assert.Contains("020 7946 0002", changed, StringComparison.Ordinal);
        Assert.Equal("020 7946 0002", clash.QuerySelector("#Phone")!.GetAttribute("value"));
        Assert.Equal("Riverton", clash.QuerySelector("#Town")!.GetAttribute("value"));

        await first.Press(clash, "Save");
        var kept = (await _city.Read(work => OrganisationRepository.Find(work, forum.Id)))!;
        Assert.Equal(("020 7946 0002", "Riverton", "Harbour"), (kept.Phone, kept.Town, kept.District));
    }
}
