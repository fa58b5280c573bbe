using System.Text;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Calls;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Microsoft.Extensions.Options;
using Xunit;

namespace GrantsPortal.Database.Tests.Awards;

public sealed class ConditionTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private ConditionDesk Desk => _city.Portal.Get<ConditionDesk>();

    [Fact]
    public async Task An_award_starts_with_the_conditions_of_its_call_due_from_its_acceptance()
    {
        var (award, applicant, _) = await _city.AcceptedWith(ConditionKind.BankDetails, ConditionKind.Insurance);
        var conditions = await _city.ConditionsOf(award);
        Assert.Equal([ConditionKind.BankDetails, ConditionKind.Insurance], conditions.Select(condition => condition.Kind));
        var accepted = Instants.DayOf(award.AnsweredAt!.Value, _city.Portal.Get<IOptions<PortalOptions>>().Value.Zone);
        Assert.All(conditions, condition => Assert.Equal(accepted.AddDays(30), condition.DueOn));
        var open = await _city.Read(work => ConditionRepository.Open(work, [award.Id]));
        Assert.Equal(conditions.Select(condition => condition.Id), open.Select(condition => condition.Id));
        Assert.Contains(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == "AwardAccepted" && mail.TextBody.Contains("Needed: Insurance", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_handed_in_blocks_until_an_officer_finds_it_met()
    {
        var (award, applicant, listing) = await _city.AcceptedWith(ConditionKind.Insurance);
        Assert.True((await HandIn(award, City.As(applicant.Owner))).Done);
        Assert.Contains(await _city.MailTo((await OfficerOf(award)).Email), mail => mail.Template == nameof(ConditionHandedIn));
        Assert.Equal(ConditionState.HandedIn, Assert.Single(await _city.Read(work => ConditionRepository.Open(work, [award.Id]))).State);

        Assert.True((await Judge(award, listing.Officer, ConditionStates.Meet, null)).Done);
        Assert.Empty(await _city.Read(work => ConditionRepository.Open(work, [award.Id])));
        Assert.Contains(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(ConditionAnswered) && mail.TextBody.Contains("Nothing is needed any more", StringComparison.Ordinal));
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task It_is_sent_back_with_a_reason_that_the_organisation_reads_and_handed_in_anew()
    {
        var (award, applicant, listing) = await _city.AcceptedWith(ConditionKind.Policy);
        Assert.True((await HandIn(award, City.As(applicant.Owner))).Done);
        Assert.Equal("condition.reason-missing", (await Judge(award, listing.Officer, ConditionStates.SendBack, " ")).Refusals[0].Code);
        Assert.True((await Judge(award, listing.Officer, ConditionStates.SendBack, "The last page is missing")).Done);
        Assert.Contains(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(ConditionAnswered) && mail.TextBody.Contains("The last page is missing", StringComparison.Ordinal));
        Assert.True((await HandIn(award, City.As(applicant.Owner))).Done);
        Assert.Equal(["hand-in", "send-back", "hand-in"], (await _city.Read(work => ConditionRepository.Steps(work, award.Id))).Select(step => step.Act));
    }

    [Fact]
    public async Task Nobody_judges_what_they_handed_in_nor_for_their_own_organisation()
    {
        var (award, applicant, listing) = await _city.AcceptedWith(ConditionKind.Policy);
        var officer = City.As(applicant.Owner, Roles.ProgrammeOfficer);
        Assert.True((await HandIn(award, officer)).Done);
        Assert.Equal("condition.own-hand", (await Judge(award, officer, ConditionStates.Meet, "Seen")).Refusals[0].Code);
        Assert.Equal("condition.own-hand", (await Judge(award, officer, ConditionStates.Waive, "Not needed")).Refusals[0].Code);
        await _city.Member(applicant.Organisation, await _city.Read(async work => (await PersonRepository.Find(work, listing.Officer.Person))!), MemberRole.Viewer);
        Assert.Equal("condition.own-organisation", (await Judge(award, listing.Officer, ConditionStates.Meet, "Seen")).Refusals[0].Code);
        Assert.Equal(0, await _city.Write(officer, work => ConditionDesk.Meet(work, award, ConditionKind.Policy, "Seen")));
        Assert.Equal(ConditionState.HandedIn, Assert.Single(await _city.ConditionsOf(award)).State);

        var other = await _city.Staff("Other Officer", Roles.ProgrammeOfficer);
        Assert.True((await Judge(award, other, ConditionStates.Meet, null)).Done);
    }

    [Fact]
    public async Task A_person_check_is_noted_by_an_officer_and_what_was_seen_stays_out_of_the_audit_trail()
    {
        var (award, applicant, listing) = await _city.AcceptedWith(ConditionKind.PersonCheck);
        Assert.Equal("condition.by-city", (await HandIn(award, City.As(applicant.Owner))).Refusals[0].Code);
        Assert.Equal("condition.evidence-missing", (await Judge(award, listing.Officer, ConditionStates.Meet, null)).Refusals[0].Code);
        Assert.True((await Judge(award, listing.Officer, ConditionStates.Meet, "Certificate of Jo Field seen on 4 May")).Done);
        Assert.Equal("Certificate of Jo Field seen on 4 May", Assert.Single(await _city.ConditionsOf(award)).Note);
        Assert.Equal(0, await _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM AuditEntry WHERE Change LIKE '%Jo Field%'")));
        Assert.DoesNotContain(await _city.MailTo(applicant.Owner.Email), mail => (mail.TextBody + mail.HtmlBody).Contains("Jo Field", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Code_that_confirms_bank_details_meets_the_condition_once()
    {
        var (award, _, _) = await _city.AcceptedWith(ConditionKind.BankDetails, ConditionKind.Insurance);
        var finance = await _city.Staff("Fay Finance", Roles.Finance);
        Assert.Equal(1, await _city.Write(finance, work => ConditionDesk.Meet(work, award, ConditionKind.BankDetails, "Account confirmed")));
        Assert.Equal(0, await _city.Write(finance, work => ConditionDesk.Meet(work, award, ConditionKind.BankDetails, "Account confirmed")));
        Assert.Equal(ConditionKind.Insurance, Assert.Single(await _city.Read(work => ConditionRepository.Open(work, [award.Id]))).Kind);
    }

    [Fact]
    public async Task Conditions_of_one_award_change_until_it_is_offered()
    {
        var listing = await _city.Approved(new Wish(RecommendedOutcome.Fund));
        var award = await _city.AwardOf(listing.Applicants[0]);
        var wanted = new AwardCondition { Title = "A letter from the school" };
        Assert.Equal("condition.not-officer", (await Desk.Save(listing.Approver, award.Reference, wanted, ConditionKind.Other)).Refusals[0].Code);
        Assert.True((await Desk.Save(listing.Officer, award.Reference, wanted, ConditionKind.Other)).Done);
        var made = Assert.Single(await _city.ConditionsOf(award));
        Assert.True((await Desk.Save(listing.Officer, award.Reference, made with { Title = "A letter from both schools" }, ConditionKind.Other)).Done);
        Assert.Equal("award.changed-meanwhile", (await Desk.Remove(listing.Officer, award.Reference, made.Id, made.Version)).Refusals[0].Code);

        Assert.True((await _city.Portal.Get<GrantsPortal.Awards.Letters.LetterDesk>().Send(listing.Officer, listing.Decision, await _city.Seen(listing.Decision))).Done);
        Assert.Equal("condition.offered", (await Desk.Remove(listing.Officer, award.Reference, made.Id, made.Version + 1)).Refusals[0].Code);
        Assert.Equal("A letter from both schools", Assert.Single(await _city.ConditionsOf(award)).Title);
    }

    [Fact]
    public async Task A_second_look_at_the_same_time_finds_the_first()
    {
        var (award, applicant, listing) = await _city.AcceptedWith(ConditionKind.Policy);
        Assert.True((await HandIn(award, City.As(applicant.Owner))).Done);
        var seen = Assert.Single(await _city.ConditionsOf(award));
        var other = await _city.Staff("Other Officer", Roles.ProgrammeOfficer);
        Assert.True((await Desk.Judge(listing.Officer, award.Reference, seen.Id, seen.Version, ConditionStates.SendBack, "Not signed")).Done);
        Assert.Equal("award.changed-meanwhile", (await Desk.Judge(other, award.Reference, seen.Id, seen.Version, ConditionStates.Meet, "Fine")).Refusals[0].Code);
    }

    [Fact]
    public async Task A_program_is_no_document_and_leaves_the_condition_open()
    {
        var (award, applicant, _) = await _city.AcceptedWith(ConditionKind.Insurance);
        var condition = Assert.Single(await _city.ConditionsOf(award));
        using var program = new MemoryStream([0x4D, 0x5A, 0, 1, 2]);
        Assert.Equal(("file.not-allowed", "Document"), (await Desk.HandIn(City.As(applicant.Owner), award.Reference, condition.Id, condition.Version, program, "certificate.pdf", null)).Refusals[0] is var refusal ? (refusal.Code, refusal.Field) : default);
        Assert.Equal(ConditionState.Open, Assert.Single(await _city.ConditionsOf(award)).State);
    }

    private async Task<Outcome> HandIn(Award award, Actor actor)
    {
        var condition = Assert.Single(await _city.ConditionsOf(award));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("%PDF-1.7 a certificate"));
        return await Desk.HandIn(actor, award.Reference, condition.Id, condition.Version, content, "certificate.pdf", "Here it is");
    }

    private async Task<Outcome> Judge(Award award, Actor actor, string act, string? note)
    {
        var condition = Assert.Single(await _city.ConditionsOf(award));
        return await Desk.Judge(actor, award.Reference, condition.Id, condition.Version, act, note);
    }

    private Task<Person> OfficerOf(Award award) => _city.Read(async work =>
        (await PersonRepository.Find(work, (await CallRepository.Find(work, award.CallId!.Value))!.OwnerId))!);
}
