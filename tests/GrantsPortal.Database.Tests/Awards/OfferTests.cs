using GrantsPortal.Awards;
using GrantsPortal.Awards.Offers;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Files;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Awards;

public sealed class OfferTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private OfferDesk Desk => _city.Portal.Get<OfferDesk>();

    [Fact]
    public async Task An_Owner_accepts_and_the_agreement_is_kept_with_its_hash()
    {
        var (award, applicant) = await _city.Offered();
        Assert.True((await Desk.Accept(City.As(applicant.Owner), award.Reference, award.Version, "  Amina Yusuf ", _city.Now)).Done);

        var accepted = await _city.AwardOf(applicant);
        Assert.Equal((AwardState.Accepted, "Amina Yusuf"), (accepted.State, accepted.AcceptedName));
        using var stored = new StreamReader(_city.Portal.Get<FileStore>().Open(accepted.AgreementHash!));
        var html = await stored.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Amina Yusuf", html, StringComparison.Ordinal);
        Assert.Contains(award.Amount.Format(), html, StringComparison.Ordinal);
        Assert.Contains(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(AwardAccepted) && mail.TextBody.Contains(accepted.AgreementHash!, StringComparison.Ordinal));
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task An_altered_agreement_is_found()
    {
        var (award, applicant) = await _city.Offered();
        Assert.True((await Desk.Accept(City.As(applicant.Owner), award.Reference, award.Version, "Amina Yusuf", _city.Now)).Done);
        var hash = (await _city.AwardOf(applicant)).AgreementHash!;
        await File.AppendAllTextAsync(Directory.EnumerateFiles(_city.Portal.Folder, hash, SearchOption.AllDirectories).Single(), "more", TestContext.Current.CancellationToken);
        Assert.Contains("altered", Assert.Single(await _city.Broken()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MemberRole.Editor)]
    [InlineData(MemberRole.Viewer)]
    public async Task Editors_and_Viewers_can_neither_accept_nor_refuse(MemberRole role)
    {
        var (award, applicant) = await _city.Offered();
        var member = await _city.Person("Mo Member");
        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, applicant.Organisation.Id, member.Id, role));
        Assert.Equal("award.owner-only", (await Desk.Accept(City.As(member), award.Reference, award.Version, "Mo Member", _city.Now)).Refusals[0].Code);
        Assert.Equal("award.owner-only", (await Desk.Refuse(City.As(member), award.Reference, award.Version, "No", _city.Now)).Refusals[0].Code);
        Assert.Equal(AwardState.Offered, (await _city.AwardOf(applicant)).State);
    }

    [Fact]
    public async Task Somebody_elses_award_does_not_exist_for_a_stranger()
    {
        var (award, _) = await _city.Offered();
        var stranger = await _city.Person("Stranger");
        Assert.Equal("award.unknown", (await Desk.Accept(City.As(stranger), award.Reference, award.Version, "Stranger", _city.Now)).Refusals[0].Code);
    }

    [Fact]
    public async Task Accepting_twice_at_once_accepts_once()
    {
        var (award, applicant) = await _city.Offered();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Desk.Accept(City.As(applicant.Owner), award.Reference, award.Version, $"Amina {i}", _city.Now))));
        Assert.Single(answers, answer => answer.Done);
        Assert.Single(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(AwardAccepted));
    }

    [Fact]
    public async Task An_answer_that_came_in_time_beats_the_lapse_and_a_late_one_does_not()
    {
        var (award, applicant) = await _city.Offered();
        var inTime = award.OfferExpiresAt!.Value;
        _city.Portal.Clock.SetUtcNow(inTime.AddMinutes(2));
        await _city.Portal.Get<OfferJob>().Run(TestContext.Current.CancellationToken);
        Assert.Equal("award.offer-ended", (await Desk.Accept(City.As(applicant.Owner), award.Reference, award.Version, "Amina Yusuf", _city.Now)).Refusals[0].Code);
        Assert.True((await Desk.Accept(City.As(applicant.Owner), award.Reference, award.Version, "Amina Yusuf", inTime)).Done);
        Assert.False(await Desk.Lapse(award));
        Assert.Equal(AwardState.Accepted, (await _city.AwardOf(applicant)).State);
    }

    [Fact]
    public async Task Accept_and_lapse_at_once_leave_one_of_the_two()
    {
        var (award, applicant) = await _city.Offered();
        _city.Portal.Clock.SetUtcNow(award.OfferExpiresAt!.Value.AddHours(1));
        var lapse = Task.Run(() => Desk.Lapse(award));
        var accept = Task.Run(() => Desk.Accept(City.As(applicant.Owner), award.Reference, award.Version, "Amina Yusuf", award.OfferExpiresAt!.Value));
        await Task.WhenAll(lapse, accept);
        Assert.True(await lapse ^ (await accept).Done);

        // The control: a lapse that looks first and writes without a guard overwrites the acceptance.
        await _city.Write(Actor.System, work => work.Execute("UPDATE Award SET State = 'Accepted' WHERE Id = @id", new { id = award.Id }));
        Assert.Equal(1, await _city.Write(Actor.System, work => work.Execute("UPDATE Award SET State = 'Lapsed' WHERE Id = @id", new { id = award.Id })));
        await _city.Write(Actor.System, work => work.Execute("UPDATE Award SET State = 'Accepted' WHERE Id = @id", new { id = award.Id }));
        Assert.False(await _city.Write(Actor.System, work => AwardRepository.Lapse(work, award, work.Now)));
    }

    [Fact]
    public async Task An_unanswered_offer_is_brought_to_mind_once_and_then_lapses_and_frees_its_money()
    {
        var (award, applicant) = await _city.Offered();
        var job = _city.Portal.Get<OfferJob>();
        _city.Portal.Clock.SetUtcNow(award.OfferExpiresAt!.Value.AddDays(-6));
        await job.Run(TestContext.Current.CancellationToken);
        await job.Run(TestContext.Current.CancellationToken);
        Assert.Single(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(OfferReminder));
        Assert.Equal(award.AmountMinor, await _city.Read(work => AwardRepository.Committed(work, award.CallId!.Value)));

        _city.Portal.Clock.SetUtcNow(award.OfferExpiresAt!.Value.AddMinutes(6));
        await job.Run(TestContext.Current.CancellationToken);
        await job.Run(TestContext.Current.CancellationToken);
        Assert.Equal(AwardState.Lapsed, (await _city.AwardOf(applicant)).State);
        Assert.Single(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(AwardLapsed));
        Assert.Equal(0, await _city.Read(work => AwardRepository.Committed(work, award.CallId!.Value)));
    }

    [Fact]
    public async Task Mail_about_an_award_says_nothing_to_an_organisation_that_reads_behind_sign_in()
    {
        var (award, applicant) = await _city.Offered(LetterDelivery.SignIn);
        _city.Portal.Clock.SetUtcNow(award.OfferExpiresAt!.Value.AddDays(-2));
        await _city.Portal.Get<OfferJob>().Run(TestContext.Current.CancellationToken);
        Assert.True((await Desk.Accept(City.As(applicant.Owner), award.Reference, award.Version, "Amina Yusuf", _city.Now)).Done);
        foreach (var mail in (await _city.MailTo(applicant.Owner.Email)).Where(mail => mail.Template is not ("ApplicationReceived" or "OrganisationRegistered")))
        {
            Assert.DoesNotContain("AW-", mail.Subject + mail.TextBody + mail.HtmlBody, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Less_is_published_as_soon_as_it_is_asked_for_and_never_more()
    {
        var (award, applicant) = await _city.Offered();
        var desk = _city.Portal.Get<AwardDesk>();
        var owner = City.As(applicant.Owner);
        Assert.Equal("award.publication-not-less", (await desk.AskPublication(owner, award.Reference, award.Version, Publication.Full, "More")).Refusals[0].Code);
        Assert.True((await desk.AskPublication(owner, award.Reference, award.Version, Publication.Unnamed, "We are at risk")).Done);
        Assert.Equal(Publication.Unnamed, (await _city.AwardOf(applicant)).InForce);

        var officer = await _city.Staff("Pia Officer", Roles.ProgrammeOfficer);
        Assert.Equal("decision.not-officer", (await desk.Publish(owner, award.Reference, award.Version + 1, Publication.Withheld, "Mine")).Refusals[0].Code);
        Assert.True((await desk.Publish(officer, award.Reference, award.Version + 1, Publication.Withheld, "Safer still")).Done);
        Assert.Contains(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(PublicationAnswered) && mail.TextBody.Contains("not published at all", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_an_accepted_award_is_started()
    {
        var (award, applicant) = await _city.Offered();
        var desk = _city.Portal.Get<AwardDesk>();
        var officer = await _city.Staff("Pia Officer", Roles.ProgrammeOfficer);
        Assert.Equal("state.not-from-here", (await desk.Activate(officer, award.Reference, award.Version)).Refusals[0].Code);
        Assert.True((await Desk.Accept(City.As(applicant.Owner), award.Reference, award.Version, "Amina Yusuf", _city.Now)).Done);
        Assert.True((await desk.Activate(officer, award.Reference, award.Version + 1)).Done);
        Assert.Equal(AwardState.Active, (await _city.AwardOf(applicant)).State);
    }
}
