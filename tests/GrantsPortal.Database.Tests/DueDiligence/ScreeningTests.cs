using System.Text;
using GrantsPortal.Awards;
using GrantsPortal.DueDiligence.Funding;
using GrantsPortal.DueDiligence.Screening;
using GrantsPortal.DueDiligence.Subsidies;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.DueDiligence;

public sealed class ScreeningTests : IAsyncLifetime
{
    private const string List = "id,name,type,aliases,born\nS-1,Boris Wrede,person,Borys Vrede,1970\nS-2,Iron Circle Riverton,organisation,,\n";

    private readonly City _city = new();
    private Person _olive = null!;
    private Person _boris = null!;
    private Organisation _forum = null!;
    private Actor _officer = null!;

    private ScreeningDesk Desk => _city.Portal.Get<ScreeningDesk>();

    public async ValueTask InitializeAsync()
    {
        _olive = await _city.OfficerPerson();
        _officer = await _city.Officer();
        _boris = await _city.Person("Boris Vrede");
        _forum = await _city.Organisation("Riverside Youth Forum", _boris);
    }

    public ValueTask DisposeAsync()
    {
        _city.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_possible_match_goes_to_the_person_named_once_and_what_they_decide_stays()
    {
        Assert.Equal(3, (await Import(List)).Value.Names);
        Assert.Equal(1, (await Desk.Screen(_officer, _forum.Id)).Value);
        Assert.Equal(0, (await Desk.Screen(_officer, _forum.Id)).Value);
        Assert.Single(await _city.MailTo(_olive.Email), mail => mail.Template == nameof(ScreeningWaiting) && !mail.TextBody.Contains("Wrede", StringComparison.Ordinal) && !mail.TextBody.Contains("Vrede", StringComparison.Ordinal));
        var match = Assert.Single(await _city.Read(work => ScreeningRepository.Waiting(work, _olive.Id)));
        Assert.Equal((_boris.Id, "S-1"), (match.PersonId, match.Code));

        Assert.True((await Desk.Decide(_officer, match.Id, match.Version, MatchStates.Clear, "Another year of birth.")).Done);
        Assert.Equal("screening.changed-meanwhile", (await Desk.Decide(_officer, match.Id, match.Version, MatchStates.Reopen, "Look again.")).Refusals[0].Code);
        Assert.Equal(3, (await Import(List)).Value.Names);
        Assert.Equal(0, (await Desk.Screen(_officer, _forum.Id)).Value);
        Assert.Equal(MatchState.Cleared, (await _city.Read(work => ScreeningRepository.FindMatch(work, match.Id)))!.State);
    }

    [Fact]
    public async Task The_job_screens_again_when_a_name_or_a_list_has_changed_and_not_otherwise()
    {
        await Import(List);
        await Desk.ScreenIfChanged(_forum.Id);
        var first = (await _city.Read(work => ScreeningRepository.Last(work, _forum.Id)))!.At;
        _city.Portal.Clock.Advance(TimeSpan.FromHours(6));
        await Desk.ScreenIfChanged(_forum.Id);
        Assert.Equal(first, (await _city.Read(work => ScreeningRepository.Last(work, _forum.Id)))!.At);

        await _city.Member(_forum, await _city.Person("Mira Solberg"), MemberRole.Editor);
        await Desk.ScreenIfChanged(_forum.Id);
        Assert.Equal(_city.Now, (await _city.Read(work => ScreeningRepository.Last(work, _forum.Id)))!.At);
    }

    [Fact]
    public async Task A_member_does_not_decide_on_their_own_group_and_an_outsider_does_not_screen()
    {
        await Import(List);
        await Desk.Screen(_officer, _forum.Id);
        var match = Assert.Single(await _city.Read(work => ScreeningRepository.MatchesOf(work, _forum.Id)));
        await _city.Member(_forum, _olive, MemberRole.Viewer);
        Assert.Equal("screening.own", (await Desk.Decide(_officer, match.Id, match.Version, MatchStates.Clear, "It is fine.")).Refusals[0].Code);
        Assert.Equal("screening.not-officer", (await Desk.Screen(City.As(_boris), _forum.Id)).Refusals[0].Code);
        Assert.Equal(MatchState.Open, (await _city.Read(work => ScreeningRepository.FindMatch(work, match.Id)))!.State);
    }

    [Fact]
    public async Task A_list_that_is_imported_again_is_replaced_and_a_withdrawn_one_finds_nothing()
    {
        await Import(List);
        var again = (await Import("name\nSomebody Else\n")).Value;
        Assert.Equal(0, (await Desk.Screen(_officer, _forum.Id)).Value);
        var list = Assert.Single(await _city.Read(work => ScreeningRepository.Lists(work)));
        Assert.Equal((again.Id, 1), (list.Id, list.Entries));
        Assert.True((await Desk.Withdraw(_officer, list.Id)).Done);
        Assert.Empty(await _city.Read(work => ScreeningRepository.Lists(work)));
        Assert.Equal("screening.unknown", (await Desk.Withdraw(_officer, list.Id)).Refusals[0].Code);
    }

    [Fact]
    public async Task An_award_counts_once_as_subsidy_beside_what_others_gave()
    {
        var (award, applicant) = await _city.Offered();
        var desk = _city.Portal.Get<SubsidyDesk>();
        var officer = await _city.Officer();
        Assert.True((await desk.Count(officer, award.Reference)).Done);
        Assert.Equal("subsidy.recorded-already", (await desk.Count(officer, award.Reference)).Refusals[0].Code);
        Assert.True((await desk.Record(officer, award.OrganisationId, new SubsidyText(award.AwardedOn.AddYears(-4), "Region", "Roof", 5000))).Done);
        var total = await _city.Read(work => desk.Total(work, award.OrganisationId, award.AwardedOn));
        Assert.Equal(award.Amount, total.Total);
        Assert.Equal("subsidy.not-yours", (await desk.Record(City.As(_boris), award.OrganisationId, new SubsidyText(award.AwardedOn, "Region", "Roof", 1))).Refusals[0].Code);

        var counted = Assert.Single(total.Counted);
        Assert.True((await desk.Remove(officer, award.OrganisationId, counted.Id, counted.Version, "Not economic.")).Done);
        Assert.True((await desk.Count(officer, award.Reference)).Done);
    }

    [Fact]
    public async Task Two_people_changing_other_funding_do_not_overwrite_each_other()
    {
        var (award, _) = await _city.Offered();
        var desk = _city.Portal.Get<FundingDesk>();
        var officer = await _city.Officer();
        Assert.True((await desk.Save(officer, award.Reference, Text(1000))).Done);
        var one = Assert.Single(await _city.Read(work => FundingRepository.Of(work, award.Id)));
        Assert.True((await desk.Save(officer, award.Reference, Text(2000), one.Id, one.Version)).Done);
        Assert.Equal("funding.changed-meanwhile", (await desk.Save(officer, award.Reference, Text(3000), one.Id, one.Version)).Refusals[0].Code);
        Assert.Equal("award.unknown", (await desk.Save(City.As(_boris), award.Reference, Text(3000), one.Id, 2)).Refusals[0].Code);
        Assert.Equal(200_000, Assert.Single(await _city.Read(work => FundingRepository.Of(work, award.Id))).AmountMinor);
    }

    private static FundingText Text(decimal amount) => new(FundingKind.Match, "Harbour Foundation", FundingState.Received, amount, "Rent", null);

    private Task<Outcome<ListImported>> Import(string csv) => Desk.Import(
        _officer, new ListImport("City list", "Invented for this test", DateOnly.FromDateTime(_city.Now.UtcDateTime.Date), _olive.Id, "list.csv", Encoding.UTF8.GetBytes(csv)));
}
