using System.Net;
using GrantsPortal.Platform;
using GrantsPortal.Response.Readiness;
using GrantsPortal.Response.RoleHolders;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Response;

public sealed class ReadinessJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task A_role_is_written_down_asked_for_and_confirmed_by_the_holders_press_and_not_by_opening_the_link()
    {
        using var officer = await _city.SignedIn(await _city.Person("Farah Siddiqui", Roles.FocalPoint));
        var page = await officer.Press(await officer.Open(ReadinessRoutes.NewRole), "Save", ("Organisation", "Riverton Police"), ("WhatFor", "Places of worship"), ("HolderName", "Nadia Rahman"));
        Assert.Contains("Choose where the role is", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("Nadia Rahman", page.QuerySelector("input[name=HolderName]")!.GetAttribute("value"));
        var day = DateOnly.FromDateTime(_city.Now.UtcDateTime).AddDays(10);
        await officer.Press(page, "Save", ("Level", "Police"), ("Email", "nadia@police.example"), ("ConfirmBy.Day", $"{day.Day}"), ("ConfirmBy.Month", $"{day.Month}"), ("ConfirmBy.Year", $"{day.Year}"));
        var role = Assert.Single(await _city.Read(RoleRepository.All));
        await _city.RunJob("response.roles");
        var link = await _city.LinkTo("nadia@police.example", nameof(RoleStillRight));
        using var holder = _city.Visitor();
        page = await holder.Open(link);
        Assert.True((await holder.Get(link)).Headers.CacheControl!.NoStore);
        using (var bare = await holder.Client.PostAsync(link, new FormUrlEncodedContent([new("mine", "true")])))
        {
            Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        }

        Assert.Equal(day, Assert.Single(await _city.Read(RoleRepository.All)).ConfirmBy);
        page = await holder.Press(page, "All of it is still right");
        Assert.Contains("There is nothing to do", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.True(Assert.Single(await _city.Read(RoleRepository.All)).ConfirmBy > day.AddDays(100));
        Assert.Equal(HttpStatusCode.NotFound, (await holder.Get(link[..^2] + "xx")).StatusCode);
        page = await officer.Open(ReadinessRoutes.Role(role.Id));
        Assert.Contains("Confirmed by the holder", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);

        using (var kept = await officer.Get(ReadinessRoutes.Role(role.Id) + "/holder.json"))
        {
            Assert.True(kept.Headers.CacheControl!.NoStore);
            Assert.Contains("nadia@police.example", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var other = await _city.Person("Noor Haddad", Roles.FocalPoint);
        page = await officer.Press(await officer.Open(ReadinessRoutes.Role(role.Id)), "Hand over");
        Assert.Contains("Choose the officer who looks after it", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        page = await officer.Press(page, "Hand over", ("KeeperId", $"{other.Id}"));
        Assert.Contains("Noor Haddad", Visitor.Text(page.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(other.Id, Assert.Single(await _city.Read(RoleRepository.All)).KeptBy);
    }

    [Fact]
    public async Task Officers_keep_risks_two_at_once_lose_nothing_auditors_read_and_others_do_not_come_in()
    {
        await _city.CrisisPartners(1, "Harbour");
        using var focal = await _city.SignedIn(await _city.Person("Farah Siddiqui", Roles.FocalPoint));
        using var programme = await _city.SignedIn(await _city.Person("Olivia Bennett", Roles.ProgrammeOfficer));
        using var auditor = await _city.SignedIn(await _city.Person("Ahmed Tan", Roles.Auditor));
        var day = DateOnly.FromDateTime(_city.Now.UtcDateTime).AddDays(100);
        await focal.Press(
            await focal.Open(ReadinessRoutes.NewRisk), "Save", ("Title", "High water"), ("Districts", "Harbour"), ("Likelihood", "3"), ("Seriousness", "4"), ("Capabilities", "Space"),
            ("Talks[0].FromWhom", "Housing"), ("Talks[0].ToWhom", "Churches"), ("ReviewBy.Day", $"{day.Day}"), ("ReviewBy.Month", $"{day.Month}"), ("ReviewBy.Year", $"{day.Year}"));
        var risk = Assert.Single(await _city.Read(work => RiskRepository.All(work, RiskState.Open)));
        var (mine, theirs) = (await focal.Open(ReadinessRoutes.Risk(risk.Id)), await programme.Open(ReadinessRoutes.Risk(risk.Id)));
        await programme.Press(theirs, "Save", ("Title", "High water at the quay"));
        mine = await focal.Press(mine, "Save", ("Title", "A flood"));
        Assert.Contains("High water at the quay", Visitor.Text(mine.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal("A flood", mine.QuerySelector("input[name=Title]")!.GetAttribute("value"));
        Assert.Equal("Housing", mine.QuerySelector("input[name='Talks[0].FromWhom']")!.GetAttribute("value"));

        var map = await auditor.Open(ReadinessRoutes.Map);
        Assert.Contains("No partner in Harbour for A place to come to", Visitor.Text(map.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains(map.QuerySelectorAll(".matrix svg g title"), title => title.TextContent.Trim() == "Faith communities, Harbour: Nobody");
        Assert.Equal(map.QuerySelectorAll(".matrix svg g").Length, map.QuerySelectorAll(".matrix + details tbody td").Length);
        Assert.Contains("Housing → Churches", Visitor.Text((await auditor.Open(ReadinessRoutes.Risk(risk.Id))).QuerySelector("main")), StringComparison.Ordinal);
        var token = mine.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var version = (await Risk()).Version;
        using (var refused = await auditor.Client.PostAsync(ReadinessRoutes.Risk(risk.Id) + "/retire", new FormUrlEncodedContent([new("version", $"{version}"), new("__RequestVerificationToken", token)])))
        {
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }

        Assert.Equal(RiskState.Open, (await Risk()).State);
        await programme.Press(await programme.Open(ReadinessRoutes.Risk(risk.Id)), "Retire it");
        Assert.Equal(RiskState.Retired, (await Risk()).State);

        foreach (var outsider in new[] { await _city.Person("Felix Grant", Roles.Finance), await _city.Person("Rita Reader", Roles.Reviewer), await _city.Person("Amina Yusuf") })
        {
            using var visitor = await _city.SignedIn(outsider);
            foreach (var path in new[] { ReadinessRoutes.Map, ReadinessRoutes.Stale, ReadinessRoutes.Roles, ReadinessRoutes.Risk(risk.Id) })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Get(path)).StatusCode);
            }
        }

        using var admin = await _city.SignedIn(await _city.Person("Ada Admin", Roles.Administrator));
        Assert.Equal(HttpStatusCode.OK, (await admin.Get(ReadinessRoutes.NewRole)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get(ReadinessRoutes.NewRole)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get(ReadinessRoutes.Role(1))).StatusCode);

        async Task<ReadinessRisk> Risk() => (await _city.Read(work => RiskRepository.Find(work, risk.Id)))!;
    }
}
