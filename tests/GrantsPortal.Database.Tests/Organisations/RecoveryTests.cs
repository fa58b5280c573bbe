using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Recovery;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Organisations;

public sealed class RecoveryTests : IAsyncLifetime
{
    private const string Evidence = "Letter of the committee of 2 June: the founder died in May, Jonas Keller was elected chair.";
    private readonly City _city = new();
    private Person _officer = null!;
    private Person _second = null!;
    private Person _jonas = null!;
    private Person _viewer = null!;
    private Organisation _forum = null!;

    private RecoveryDesk Desk => _city.Portal.Get<RecoveryDesk>();

    public async ValueTask InitializeAsync()
    {
        _officer = await _city.Person("First Officer", Roles.ProgrammeOfficer);
        _second = await _city.Person("Second Officer", Roles.FocalPoint);
        _jonas = await _city.Person("Jonas Keller");
        _viewer = await _city.Person("Vera Viewer");
        var founder = await _city.Person("Amina Yusuf");
        _forum = await _city.Organisation("Riverside Youth Forum", founder);
        await _city.Member(_forum, _viewer, MemberRole.Viewer);
        await _city.Write(Actor.System, work => work.Execute("UPDATE Person SET DisabledAt = @now WHERE Id = @id", new { now = _city.Now, id = founder.Id }));
    }

    public ValueTask DisposeAsync()
    {
        _city.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task After_notice_and_seven_quiet_days_the_job_makes_the_person_owner_once()
    {
        Assert.True((await Desk.Start(City.Acting(_officer), _forum.Id, _jonas.Email, Evidence))!.Value.Done);
        Assert.Equal("recovery.open-already", (await Desk.Start(City.Acting(_second), _forum.Id, _jonas.Email, Evidence))!.Value.Refusals[0].Code);
        foreach (var address in new[] { _viewer.Email, _jonas.Email, "office@example.org" })
        {
            Assert.Contains(await _city.MailTo(address), mail => mail.Template == "RecoveryStarted");
        }

        var job = _city.Portal.Get<IEnumerable<IJob>>().OfType<RecoveryJob>().Single();
        _city.Portal.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        await job.Run(default);
        Assert.Null(await Role(_jonas));
        _city.Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await job.Run(default);
        await job.Run(default);
        Assert.Equal(MemberRole.Owner, await Role(_jonas));
        Assert.Single(await _city.MailTo(_viewer.Email), mail => mail.Template == "RecoveryEnded");
    }

    [Fact]
    public async Task One_members_word_halts_it_until_another_officer_has_looked()
    {
        await Desk.Start(City.Acting(_officer), _forum.Id, _jonas.Email, Evidence);
        var recovery = (await _city.Read(work => RecoveryRepository.Open(work, _forum.Id)))!;
        Assert.Null(await Desk.Object(City.Acting(_jonas), _forum.Id, "not a member"));
        Assert.True((await Desk.Object(City.Acting(_viewer), _forum.Id, null))!.Value.Done);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal("state.not-from-here", (await Desk.Finish(City.Acting(_officer), _forum.Id, recovery.Id))!.Value.Refusals[0].Code);
        Assert.Equal("recovery.same-officer", (await Desk.GoOn(City.Acting(_officer), _forum.Id, recovery.Id, "It is fine."))!.Value.Refusals[0].Code);
        Assert.True((await Desk.GoOn(City.Acting(_second), _forum.Id, recovery.Id, "Spoke with three members."))!.Value.Done);
        Assert.Equal("recovery.not-yet", (await Desk.Finish(City.Acting(_officer), _forum.Id, recovery.Id))!.Value.Refusals[0].Code);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(7));
        Assert.True((await Desk.Finish(City.Acting(_officer), _forum.Id, recovery.Id))!.Value.Done);
        Assert.Equal(MemberRole.Owner, await Role(_jonas));
    }

    [Fact]
    public async Task Given_up_nothing_has_changed()
    {
        await Desk.Start(City.Acting(_officer), _forum.Id, _jonas.Email, Evidence);
        var recovery = (await _city.Read(work => RecoveryRepository.Open(work, _forum.Id)))!;
        Assert.True((await Desk.Cancel(City.Acting(_officer), _forum.Id, recovery.Id, "The founder wrote to us."))!.Value.Done);
        Assert.Null(await Role(_jonas));
        Assert.Empty(await _city.Read(work => new OwnersAreKnown().Check(work)));
    }

    private async Task<MemberRole?> Role(Person person) => (await _city.Read(work => OrganisationRepository.MembershipOf(work, _forum.Id, person.Id)))?.Role;
}
