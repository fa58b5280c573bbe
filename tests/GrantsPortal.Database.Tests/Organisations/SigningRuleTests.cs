using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Members;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Organisations;

public sealed class SigningRuleTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private SigningDesk Desk => _city.Portal.Get<SigningDesk>();

    [Fact]
    public async Task Every_Owner_is_told_whenever_the_rule_is_touched()
    {
        var (first, second) = (await _city.Person("Amina Yusuf"), await _city.Person("Ben Adler"));
        var organisation = await _city.Organisation("Reading Group", first);
        Assert.Equal("signing.one-owner", (await Desk.Tighten(City.As(first), organisation.Id))!.Value.Refusals[0].Code);
        await _city.Member(organisation, second, MemberRole.Owner);
        Assert.True((await Desk.Tighten(City.As(first), organisation.Id))!.Value.Done);
        Assert.True((await Desk.AskLoosening(City.As(second), organisation.Id))!.Value.Done);
        Assert.Equal("signing.own-request", (await Desk.Loosen(City.As(second), organisation.Id))!.Value.Refusals[0].Code);
        Assert.Equal(SigningRule.TwoOwners, (await _city.Read(work => SigningRepository.Find(work, organisation.Id)))!.SigningRule);
        Assert.True((await Desk.Loosen(City.As(first), organisation.Id))!.Value.Done);
        Assert.Equal(SigningRule.OneOwner, (await _city.Read(work => SigningRepository.Find(work, organisation.Id)))!.SigningRule);
        foreach (var owner in new[] { first, second })
        {
            Assert.Equal(3, (await _city.MailTo(owner.Email)).Count(mail => mail.Template == nameof(SigningRuleChanged)));
        }
    }

    [Fact]
    public async Task What_somebody_asked_who_is_no_Owner_any_more_cannot_be_agreed_to()
    {
        var (first, second, third) = (await _city.Person("Amina Yusuf"), await _city.Person("Ben Adler"), await _city.Person("Carla Rossi"));
        var organisation = await _city.Organisation("Reading Group", first);
        await _city.Member(organisation, second, MemberRole.Owner);
        await _city.Member(organisation, third, MemberRole.Owner);
        Assert.True((await Desk.Tighten(City.As(first), organisation.Id))!.Value.Done);
        Assert.True((await Desk.AskLoosening(City.As(second), organisation.Id))!.Value.Done);
        Assert.True((await _city.Portal.Get<MemberDesk>().Remove(City.As(first), organisation.Id, second.Id))!.Value.Done);
        Assert.Equal("signing.not-asked", (await Desk.Loosen(City.As(third), organisation.Id))!.Value.Refusals[0].Code);
        Assert.Equal(SigningRule.TwoOwners, (await _city.Read(work => SigningRepository.Find(work, organisation.Id)))!.SigningRule);
        Assert.Null(await Desk.Drop(City.As(second), organisation.Id));
        Assert.True((await Desk.Drop(City.As(third), organisation.Id))!.Value.Done);
    }
}
