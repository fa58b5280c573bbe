using GrantsPortal.Organisations;
using GrantsPortal.Organisations.Signing;
using GrantsPortal.Partnerships;
using GrantsPortal.Partnerships.Agreements;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Files;
using GrantsPortal.Platform.Jobs;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GrantsPortal.Database.Tests.Partnerships;

public sealed class PartnerAgreementTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(_city.Now.UtcDateTime);

    private AgreementDesk Desk => _city.Portal.Get<AgreementDesk>();

    [Fact]
    public async Task Two_who_sign_at_once_both_count_and_the_last_brings_it_into_force_with_a_document_that_names_all()
    {
        var (officer, owner, circle) = await World();
        var second = await _city.Person("Tom Reed");
        await _city.Member(circle, second, MemberRole.Owner);
        City.Must((await _city.Portal.Get<SigningDesk>().Tighten(City.As(owner), circle.Id))!.Value);
        var approver = City.As(await _city.Person("Ann Price", Roles.Approver), Roles.Approver);
        var reference = await Offered(officer);
        var results = await Task.WhenAll(
            Desk.Sign(City.As(owner), reference, circle.Id, 2, "Amina Yusuf", _city.Now),
            Desk.Sign(City.As(second), reference, circle.Id, 2, "Tom Reed", _city.Now),
            Desk.Sign(approver, reference, null, 2, "Ann Price", _city.Now));
        Assert.All(results, result => Assert.True(result!.Value.Done));
        Assert.Single(results, result => result!.Value.Value == PartnerAgreementState.InForce);
        var whole = (await _city.Read(work => PartnerAgreementRepository.Find(work, reference)))!;
        Assert.Equal((PartnerAgreementState.InForce, 3, 3), (whole.Agreement.State, whole.Agreement.Signings, whole.Signatures.Count));
        using var file = new StreamReader(_city.Portal.Get<FileStore>().Open(whole.Agreement.Hash!));
        var html = await file.ReadToEndAsync();
        Assert.All(new[] { "Amina Yusuf", "Tom Reed", "Ann Price", "Twelve evenings" }, name => Assert.Contains(name, html, StringComparison.Ordinal));
        Assert.Empty(await _city.Read(work => new AgreementsAreSigned().Check(work)));
        Assert.Equal("partner-agreement.not-offered", (await Desk.Sign(City.As(owner), reference, circle.Id, 2, "Amina Yusuf", _city.Now))!.Value.Refusals[0].Code);

        // Control: a signature slipped past the turn is found by the check, and the kept document cannot be exchanged.
        await Assert.ThrowsAnyAsync<Exception>(() => _city.Write(Actor.System, work => work.Execute("UPDATE PartnerAgreement SET Hash = 'x' WHERE Reference = @reference", new { reference })));
        await _city.Write(Actor.System, work => work.Execute("UPDATE PartnerAgreementSignature SET SetAsideAt = SignedAt WHERE PersonId = @Id", new { second.Id }));
        Assert.Single(await _city.Read(work => new AgreementsAreSigned().Check(work)));
    }

    /// <summary>The control of the turn: with it the second has to look again; without it both think that one more is to come, and a fully signed agreement stays offered for ever.</summary>
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task Of_two_who_read_it_before_either_signed_only_one_gets_the_turn(bool guarded, int signatures)
    {
        var (officer, owner, circle) = await World();
        var approver = City.As(await _city.Person("Ann Price", Roles.Approver), Roles.Approver);
        var reference = await Offered(officer);
        var read = (await _city.Read(work => PartnerAgreementRepository.Find(work, reference)))!;
        Assert.Equal((0, 2), (PartnerAgreementRules.Counting(read).Count, PartnerAgreementRules.Needed(read)));

        Assert.True(await FromWhatWasRead(City.As(owner), circle.Id, "Amina Yusuf"));
        Assert.Equal(!guarded, await FromWhatWasRead(approver, null, "Ann Price"));
        var now = (await _city.Read(work => PartnerAgreementRepository.Find(work, reference)))!;
        Assert.Equal((PartnerAgreementState.Offered, signatures), (now.Agreement.State, PartnerAgreementRules.Counting(now).Count));
        if (guarded)
        {
            Assert.Equal(PartnerAgreementState.InForce, (await Desk.Sign(approver, reference, null, 2, "Ann Price", _city.Now))!.Value.Value);
        }

        Task<bool> FromWhatWasRead(Actor actor, long? organisation, string name) => _city.Write(actor, async work =>
            (!guarded || await PartnerAgreementRepository.TakeTurn(work, read.Agreement, organisation))
            && await PartnerAgreementRepository.Sign(work, read.Agreement.Id, organisation, name, _city.Now));
    }

    [Fact]
    public async Task A_changed_text_is_not_signed_and_signatures_fall_when_it_goes_back()
    {
        var (officer, owner, circle) = await World();
        var reference = await Offered(officer);
        City.Must((await Desk.Sign(City.As(owner), reference, circle.Id, 2, "Amina Yusuf", _city.Now))!.Value.Plain());
        var stranger = City.As(await _city.Person("Grace Mensah"));
        Assert.Null(await Desk.SendBack(stranger, reference, circle.Id, 2, "No."));
        City.Must((await Desk.SendBack(City.As(owner), reference, circle.Id, 2, "No speakers in August."))!.Value);
        var whole = (await _city.Read(work => PartnerAgreementRepository.Find(work, reference)))!;
        Assert.Equal((PartnerAgreementState.Draft, "No speakers in August."), (whole.Agreement.State, whole.Agreement.SentBack));
        Assert.Empty(PartnerAgreementRules.Counting(whole));
        Assert.Contains("No speakers in August.", (await _city.MailTo(officer.Email))[^1].TextBody, StringComparison.Ordinal);

        City.Must((await Desk.Change(City.As(officer, Roles.FocalPoint), reference, 3, Plan("Evenings without August")))!.Value);
        Assert.Equal("partner-agreement.changed-meanwhile", (await Desk.Change(City.As(officer, Roles.FocalPoint), reference, 3, Plan("Mine")))!.Value.Refusals[0].Code);
        City.Must((await Desk.Offer(City.As(officer, Roles.FocalPoint), reference, 4))!.Value);
        Assert.Equal("partner-agreement.changed-meanwhile", (await Desk.Sign(City.As(owner), reference, circle.Id, 2, "Amina Yusuf", _city.Now))!.Value.Refusals[0].Code);
        Assert.Equal("partner-agreement.own-offer", (await Desk.Sign(City.As(officer, Roles.FocalPoint), reference, null, 5, "Farah Siddiqui", _city.Now))!.Value.Refusals[0].Code);
        Assert.Empty(PartnerAgreementRules.Counting((await _city.Read(work => PartnerAgreementRepository.Find(work, reference)))!));
    }

    [Fact]
    public async Task One_is_followed_by_one_and_people_are_told_of_its_end_and_goals_without_substance_where_letters_lie_behind_sign_in()
    {
        var (officer, owner, circle) = await World();
        var (staff, reference) = (City.As(officer, Roles.FocalPoint), await InForce(officer, owner, circle));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(20));
        await Job();
        await Job();
        Assert.Equal([nameof(PartnerAgreementEnding), nameof(PartnerGoalsDue)], (await Mails(officer)).Where(mail => mail is nameof(PartnerAgreementEnding) or nameof(PartnerGoalsDue)).Order());
        Assert.Contains(nameof(PartnerAgreementEnding), await Mails(owner));
        await _city.Write(Actor.System, work => work.Execute("UPDATE Organisation SET LettersBy = 'SignIn' WHERE Id = @Id", new { circle.Id }));
        _city.Portal.Clock.Advance(TimeSpan.FromDays(60));
        await Job();
        Assert.Equal(nameof(CommitmentNotice), (await Mails(owner))[^1]);
        Assert.DoesNotContain("Evenings", (await _city.MailTo(owner.Email))[^1].TextBody, StringComparison.Ordinal);

        var next = (await Desk.Renew(staff, reference))!.Value.Value;
        Assert.Equal("partner-agreement.followed", (await Desk.Renew(staff, reference))!.Value.Refusals[0].Code);
        var follower = (await _city.Read(work => PartnerAgreementRepository.Find(work, next)))!;
        Assert.Equal((reference, Today.AddDays(21)), (follower.Agreement.FollowsReference, follower.Agreement.StartsOn));
        var count = (await Mails(officer)).Count;
        _city.Portal.Clock.Advance(TimeSpan.FromDays(14));
        await Job();
        Assert.DoesNotContain(nameof(PartnerAgreementEnding), (await Mails(officer)).Skip(count));
        City.Must((await Desk.End(staff, next, 1, "They would rather not."))!.Value);
        Assert.True((await Desk.Renew(staff, reference))!.Value.Done);
    }

    [Fact]
    public async Task A_partner_says_how_far_its_goal_is_and_what_it_signed_goes_with_its_download()
    {
        var (officer, owner, circle) = await World();
        var reference = await InForce(officer, owner, circle);
        var goals = _city.Portal.Get<GoalDesk>();
        var goal = (await _city.Read(work => PartnerAgreementRepository.Find(work, reference)))!.Goals[0];
        Assert.Null(await goals.Note(City.As(await _city.Person("Grace Mensah")), reference, goal.Id, 1, null, "Nothing", Today));
        Assert.Equal("partner-agreement.not-yours", (await goals.Note(City.As(owner), reference, goal.Id, 1, PartnerGoalStates.Meet, "All", Today))!.Value.Refusals[0].Code);
        City.Must((await goals.Note(City.As(owner), reference, goal.Id, 1, null, "Four evenings were held.", Today))!.Value);
        Assert.Equal("partner-agreement.goal-changed", (await goals.Note(City.As(officer, Roles.FocalPoint), reference, goal.Id, 1, PartnerGoalStates.Meet, "All", Today))!.Value.Refusals[0].Code);
        City.Must((await goals.Note(City.As(officer, Roles.FocalPoint), reference, goal.Id, 2, PartnerGoalStates.Meet, "All twelve.", Today))!.Value);
        Assert.Equal(["All twelve.", "Four evenings were held."], (await _city.Read(async work => await PartnerAgreementRepository.Progress(work, (await PartnerAgreementRepository.Find(work, reference))!.Agreement.Id)))[goal.Id].Select(note => note.Words));
        Assert.NotNull(await _city.Read(work => new AgreementErasure().Of(owner.Id, work)));
        await _city.Write(Actor.System, work => PartnerAgreementRepository.ForgetUnbinding(work, owner.Id));
        Assert.Equal("Amina Yusuf", Assert.Single(await _city.Read(work => PartnerAgreementRepository.SignedBy(work, owner.Id))).Name);

        // One that ended after another began hides the other from nobody who goes back line by line.
        _city.Portal.Clock.Advance(TimeSpan.FromDays(1));
        await InForce(officer, owner, circle);
        _city.Portal.Clock.Advance(TimeSpan.FromDays(1));
        City.Must((await Desk.End(City.As(officer, Roles.FocalPoint), reference, (await _city.Read(work => PartnerAgreementRepository.Find(work, reference)))!.Agreement.Version, "The hall is closed."))!.Value);
        Assert.Empty(await _city.BrokenStories(circle.Id));
    }

    private async Task<(Person Officer, Person Owner, Organisation Circle)> World()
    {
        var officer = await _city.Person("Farah Siddiqui", Roles.FocalPoint);
        var owner = await _city.Person("Amina Yusuf");
        var circle = await _city.Organisation("Harbour Circle", owner);
        await _city.Write(Actor.System, work => work.Execute("UPDATE Partner SET FocalPointId = @officer WHERE OrganisationId = @Id", new { circle.Id, officer = officer.Id }));
        return (officer, owner, circle);
    }

    private AgreementPlan Plan(string title = "Evenings at the harbour") => new()
    {
        Kind = PartnerAgreementKind.Plan,
        Title = title,
        Purpose = "Safe ways home",
        CityBrings = "Light",
        StartsOn = Today,
        EndsOn = Today.AddDays(100),
        Parties = [new PartyPlan("harbour  circle", "Walks")],
        Goals = [new GoalPlan("Twelve evenings", 1, Today.AddDays(30))],
    };

    private async Task<string> Offered(Person officer)
    {
        var staff = City.As(officer, Roles.FocalPoint);
        var reference = (await Desk.Draft(staff, Plan())).Value;
        City.Must((await Desk.Offer(staff, reference, 1))!.Value);
        return reference;
    }

    private async Task<string> InForce(Person officer, Person owner, Organisation circle)
    {
        var reference = await Offered(officer);
        City.Must((await Desk.Sign(City.As(owner), reference, circle.Id, 2, "Amina Yusuf", _city.Now))!.Value.Plain());
        City.Must((await Desk.Sign(City.As(await _city.Person("Ann Price", Roles.Approver), Roles.Approver), reference, null, 2, "Ann Price", _city.Now))!.Value.Plain());
        return reference;
    }

    private Task Job() => _city.Portal.Services.GetServices<IJob>().OfType<AgreementJob>().Single().Run(TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<string>> Mails(Person person) => [.. (await _city.MailTo(person.Email)).Select(mail => mail.Template)];
}
