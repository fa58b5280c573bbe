using GrantsPortal.Organisations;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Organisations;

public sealed class OrganisationTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Whoever_registers_an_organisation_is_its_owner_and_nobody_else_finds_it()
    {
        var amina = await _city.Person("Amina Yusuf");
        var jonas = await _city.Person("Jonas Keller");
        var forum = await _city.Organisation("Riverside Youth Forum", amina);
        Assert.Equal(MemberRole.Owner, (await _city.Read(work => OrganisationRepository.MembershipOf(work, forum.Id, amina.Id)))?.Role);
        Assert.NotNull(await _city.Read(work => OrganisationRepository.FindFor(work, forum.Slug, amina.Id)));
        Assert.Null(await _city.Read(work => OrganisationRepository.FindFor(work, forum.Slug, jonas.Id)));
    }

    [Fact]
    public async Task One_that_may_be_here_already_is_pointed_out_and_never_blocked()
    {
        var desk = _city.Portal.Get<OrganisationDesk>();
        var amina = City.Acting(await _city.Person("Amina Yusuf"));
        var jonas = City.Acting(await _city.Person("Jonas Keller"));
        var first = new OrganisationDetails { Name = "Cité Café", Register = "GB-CHC", LegalNumber = "1136419" };
        Assert.True((await desk.Register(amina, first)).Done);
        var second = first with { Name = "cite cafe!" };
        Assert.Equal("organisation.maybe-here", (await desk.Register(jonas, second)).Refusals[0].Code);

        var beside = (await desk.Register(jonas, second, besideTwins: true)).Value;
        Assert.Null(beside.OfficialId);
        Assert.Equal("1136419", beside.LegalNumber);
        Assert.Equal("cite-cafe-2", beside.Slug);
    }

    [Fact]
    public async Task The_second_of_two_edits_is_refused_and_changes_nothing()
    {
        var desk = _city.Portal.Get<OrganisationDesk>();
        var amina = await _city.Person("Amina Yusuf");
        var forum = await _city.Organisation("Riverside Youth Forum", amina);
        var details = OrganisationDetails.Of(forum);
        Assert.True((await desk.Edit(City.Acting(amina), forum.Id, forum.Version, details with { Phone = "020 1" }))!.Value.Done);
        var late = await desk.Edit(City.Acting(amina), forum.Id, forum.Version, details with { Phone = "020 2" });
        Assert.Equal("record.changed-meanwhile", late!.Value.Refusals[0].Code);
        Assert.Equal("020 1", (await _city.Read(work => OrganisationRepository.Find(work, forum.Id)))!.Phone);
        Assert.Null(await desk.Edit(City.Acting(await _city.Person("Jonas Keller")), forum.Id, 2, details));
    }
}
