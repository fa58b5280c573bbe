using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Members;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Files;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Awards;

public sealed class SigningTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private OfferDesk Desk => _city.Portal.Get<OfferDesk>();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_Owners_sign_in_any_order_and_the_award_is_accepted_with_the_second(bool founderFirst)
    {
        var offer = await _city.OfferedToTwo();
        Assert.Equal(SigningRule.TwoOwners, offer.Award.SigningRule);
        var (first, second) = founderFirst ? (offer.First, offer.Second) : (offer.Second, offer.First);

        Assert.Equal(AwardState.Offered, (await Sign(offer, first, "First Name")).Value);
        Assert.Equal(AwardState.Offered, (await _city.AwardOf(offer.Applicant)).State);
        Assert.Empty(await _city.DocumentsOf(offer.Award));
        Assert.Contains(await _city.MailTo(second.Email), mail => mail.Template == nameof(SignatureNeeded) && mail.TextBody.Contains("First Name", StringComparison.Ordinal));
        Assert.DoesNotContain(await _city.MailTo(first.Email), mail => mail.Template == nameof(SignatureNeeded));
        Assert.Empty(await _city.Broken());

        Assert.Equal("award.signed-already", (await Sign(offer, first, "First Name")).Refusals[0].Code);
        Assert.Equal(AwardState.Accepted, (await Sign(offer, second, "Second Name")).Value);
        var agreement = Assert.Single(await _city.DocumentsOf(offer.Award));
        var html = await Content(agreement.Hash);
        Assert.Contains("First Name", html, StringComparison.Ordinal);
        Assert.Contains("Second Name", html, StringComparison.Ordinal);
        Assert.Equal(agreement.Hash, (await _city.AwardOf(offer.Applicant)).AgreementHash);
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task Two_Owners_who_sign_at_once_make_one_award_and_one_agreement()
    {
        var offer = await _city.OfferedToTwo();
        var signed = await Task.WhenAll(Task.Run(() => Sign(offer, offer.First, "Amina Yusuf")), Task.Run(() => Sign(offer, offer.Second, "Ben Adler")));
        Assert.Equal([AwardState.Accepted, AwardState.Offered], signed.Select(outcome => outcome.Value).OrderByDescending(state => state));
        Assert.Single(await _city.DocumentsOf(offer.Award));
        Assert.Equal(2, (await _city.Read(work => SignatureRepository.Of(work, offer.Award.Id))).Count);
        Assert.Single(await _city.MailTo(offer.First.Email), mail => mail.Template == nameof(AwardAccepted));
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task The_turn_is_taken_once_by_whoever_read_the_award_first()
    {
        var offer = await _city.OfferedToTwo();
        Assert.True(await _city.Write(City.As(offer.First), work => SignatureRepository.TakeTurn(work, offer.Award, _city.Now)));
        Assert.False(await _city.Write(City.As(offer.Second), work => SignatureRepository.TakeTurn(work, offer.Award, _city.Now)));

        // The control: with the award as it is now the same Owner takes it.
        Assert.True(await _city.Write(City.As(offer.Second), async work => await SignatureRepository.TakeTurn(work, (await AwardRepository.Find(work, offer.Award.Id))!, _city.Now)));
    }

    [Fact]
    public async Task Somebody_who_was_removed_cannot_sign_and_what_they_signed_counts_no_more()
    {
        var offer = await _city.OfferedToTwo();
        var third = await _city.Person("Third Owner");
        await _city.Member(offer.Applicant.Organisation, third, MemberRole.Owner);
        Assert.True((await Sign(offer, offer.Second, "Second Name")).Done);
        Assert.True((await _city.Portal.Get<MemberDesk>().Remove(City.As(offer.First), offer.Applicant.Organisation.Id, offer.Second.Id))!.Value.Done);
        Assert.Equal("award.unknown", (await Sign(offer, offer.Second, "Second Name")).Refusals[0].Code);

        Assert.Equal(AwardState.Offered, (await Sign(offer, offer.First, "First Name")).Value);
        Assert.Empty(await _city.DocumentsOf(offer.Award));
        Assert.Equal(AwardState.Accepted, (await Sign(offer, third, "Third Name")).Value);
        var html = await Content((await _city.AwardOf(offer.Applicant)).AgreementHash!);
        Assert.DoesNotContain("Second Name", html, StringComparison.Ordinal);
        Assert.Contains(await _city.Read(work => SignatureRepository.Of(work, offer.Award.Id)), signature => signature.PersonId == offer.Second.Id && signature.SetAsideAt is not null);
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task The_deadline_is_judged_by_the_last_signature()
    {
        var offer = await _city.OfferedToTwo();
        var ends = offer.Award.OfferExpiresAt!.Value;
        Assert.True((await Sign(offer, offer.First, "First Name")).Done);
        _city.Portal.Clock.SetUtcNow(ends.AddMinutes(1));
        Assert.Equal("award.offer-ended", (await Desk.Accept(City.As(offer.Second), offer.Award.Reference, offer.Award.Version, "Second Name", _city.Now)).Refusals[0].Code);
        Assert.Equal(AwardState.Accepted, (await Desk.Accept(City.As(offer.Second), offer.Award.Reference, offer.Award.Version, "Second Name", ends)).Value);
    }

    [Fact]
    public async Task An_offer_keeps_the_rule_it_was_made_under()
    {
        var offer = await _city.OfferedToTwo();
        var signing = _city.Portal.Get<SigningDesk>();
        Assert.True((await signing.AskLoosening(City.As(offer.First), offer.Applicant.Organisation.Id))!.Value.Done);
        Assert.True((await signing.Loosen(City.As(offer.Second), offer.Applicant.Organisation.Id))!.Value.Done);
        Assert.Equal(AwardState.Offered, (await Sign(offer, offer.First, "First Name")).Value);
        Assert.Equal(AwardState.Accepted, (await Sign(offer, offer.Second, "Second Name")).Value);
    }

    [Fact]
    public async Task Either_Owner_may_refuse_what_the_other_signed()
    {
        var offer = await _city.OfferedToTwo();
        Assert.True((await Sign(offer, offer.First, "First Name")).Done);
        Assert.True((await Desk.Refuse(City.As(offer.Second), offer.Award.Reference, offer.Award.Version, "We cannot do it after all", _city.Now)).Done);
        Assert.Equal(AwardState.Refused, (await _city.AwardOf(offer.Applicant)).State);
        Assert.Equal("award.answered", (await Sign(offer, offer.First, "First Name")).Refusals[0].Code);
        Assert.Empty(await _city.DocumentsOf(offer.Award));
    }

    [Fact]
    public async Task An_award_accepted_with_too_few_signatures_is_found()
    {
        var offer = await _city.OfferedToTwo();
        Assert.True((await Sign(offer, offer.First, "First Name")).Done);
        Assert.True((await Sign(offer, offer.Second, "Second Name")).Done);
        Assert.Empty(await _city.Broken());
        await _city.Write(Actor.System, work => work.Execute("UPDATE AwardSignature SET SetAsideAt = @now WHERE PersonId = @id", new { now = work.Now, id = offer.First.Id }));
        Assert.Contains("signatures", Assert.Single(await _city.Broken()), StringComparison.Ordinal);
    }

    private Task<Outcome<AwardState>> Sign(OfferToTwo offer, Person person, string name) =>
        Desk.Accept(City.As(person), offer.Award.Reference, offer.Award.Version, name, _city.Now);

    private async Task<string> Content(string hash)
    {
        using var stored = new StreamReader(_city.Portal.Get<FileStore>().Open(hash));
        return await stored.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
