using GrantsPortal.Networks.Graph;
using GrantsPortal.Partnerships;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Networks;

public sealed class TieTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Ties_come_of_referrals_either_way_and_of_what_two_promised_out_of_the_same_thing()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var acting = City.Acting(officer, Roles.FocalPoint);
        var (a, b, c) = (await _city.Organisation("A", await _city.Person("Ann")), await _city.Organisation("B", await _city.Person("Bo")), await _city.Organisation("C", await _city.Person("Cy")));
        var today = DateOnly.FromDateTime(_city.Now.UtcDateTime);
        var desk = _city.Portal.Get<ReferralDesk>();
        Assert.True((await desk.Note(acting, new ReferralPlan(a.Id, b.Id, today, [], ""))).Done);
        Assert.True((await desk.Note(acting, new ReferralPlan(b.Id, a.Id, today.AddDays(-40), [], ""))).Done);
        Assert.True((await desk.Note(acting, new ReferralPlan(a.Id, c.Id, today.AddYears(-4), [], ""))).Done);
        Assert.Equal("referral.officers-only", (await desk.Note(City.Acting(officer, Roles.Auditor), new ReferralPlan(a.Id, c.Id, today, [], ""))).Refusals[0].Code);
        CommitmentPlan Promise(long organisation, CommitmentMaker by) => new() { OrganisationId = organisation, MadeBy = by, What = "Lend the hall", DueOn = today.AddDays(9), OwnerId = officer.Id };
        Assert.True((await _city.Portal.Get<CommitmentDesk>().Note(acting, new CommitmentSource(CommitmentOrigin.Occasion, 77, "Forum"), [Promise(b.Id, CommitmentMaker.Partner), Promise(c.Id, CommitmentMaker.Partner), Promise(a.Id, CommitmentMaker.City)]))!.Value.Done);

        var ties = await _city.Read(work => TieRepository.Since(work, _city.Now.AddYears(-1)));
        Assert.Equal(
            [(Math.Min(a.Id, b.Id), Math.Max(a.Id, b.Id), TieKind.Referral, 2), (Math.Min(b.Id, c.Id), Math.Max(b.Id, c.Id), TieKind.Commitment, 1)],
            ties.Select(tie => (tie.LowId, tie.HighId, tie.Kind, tie.Count)));
    }
}
