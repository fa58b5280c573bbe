using System.Net;
using System.Text;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Conditions;
using GrantsPortal.Calls;
using GrantsPortal.Calls.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.People;
using GrantsPortal.People.Security;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Awards;

public sealed class AgreementJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Two_Owners_sign_one_after_the_other_with_their_own_passwords_and_an_approver_signs_for_the_city()
    {
        var offer = await _city.OfferedToTwo();
        var (reference, accept) = (offer.Award.Reference, AwardRoutes.Accept(offer.Award.Reference));
        using var first = await _city.SignedIn(offer.First);
        var signed = await first.Press(await first.Open(accept), "Sign award", ("Agree", "true"), ("Name", "Amina Yusuf"), ("Password", City.Password));
        Assert.Contains("You have signed", Visitor.Text(signed.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("Another Owner still has to sign", Visitor.Text(signed.QuerySelector("main")), StringComparison.Ordinal);
        Assert.DoesNotContain((await first.Open(accept)).QuerySelectorAll("button"), button => Visitor.Text(button) == "Sign award");

        using var second = await _city.SignedIn(offer.Second);
        Assert.Contains("as the second Owner", Visitor.Text((await second.Open("/my")).QuerySelector("main")), StringComparison.Ordinal);
        var accepted = await second.Press(await second.Open(accept), "Sign award", ("Agree", "true"), ("Name", "Ben Adler"), ("Password", City.Password));
        Assert.Contains("You have accepted the award", Visitor.Text(accepted.QuerySelector("body")), StringComparison.Ordinal);

        var approver = await _city.Person("Ida Approver", Roles.Approver);
        using var desk = await _city.SignedIn(approver);
        Assert.Contains($"Counter-sign the agreement {reference}", Visitor.Text((await desk.Open("/my")).QuerySelector("main")), StringComparison.Ordinal);
        var refused = await desk.Press(await desk.Open(AwardRoutes.CounterSign(reference)), "Counter-sign", ("Name", "Ida Approver"), ("Password", "not mine"));
        Assert.Contains("This is not your password", Visitor.Text(refused.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        var counterSigned = await desk.Press(refused, "Counter-sign", ("Name", "Ida Approver"), ("Password", City.Password));
        Assert.Contains("counter-signed", Visitor.Text(counterSigned.QuerySelector(".documents")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await second.Get(AwardRoutes.MyDocument(reference, 2, "html"))).StatusCode);
    }

    [Fact]
    public async Task A_member_hands_in_a_document_and_an_officer_reads_it_and_accepts()
    {
        var (award, applicant, _) = await _city.AcceptedWith(ConditionKind.Insurance);
        var condition = Assert.Single(await _city.ConditionsOf(award));
        using var owner = await _city.SignedIn(applicant.Owner);
        var page = await owner.Open(AwardRoutes.MyCondition(award.Reference, condition.Id));
        var empty = await owner.Press(page, "Hand in");
        Assert.Contains("Choose the document", Visitor.Text(empty.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Contains("Handed in", await Upload(owner, AwardRoutes.MyCondition(award.Reference, condition.Id)), StringComparison.Ordinal);

        var file = Assert.Single(await _city.ConditionsOf(award)).FileId!.Value;
        var officer = await _city.Person("Pia Officer", Roles.ProgrammeOfficer);
        using var desk = await _city.SignedIn(officer);
        Assert.Contains("handed in", Visitor.Text((await desk.Open("/my")).QuerySelector("main")), StringComparison.Ordinal);
        var download = await desk.Get(AwardRoutes.ManageConditionFile(award.Reference, condition.Id, file));
        Assert.Equal(("attachment", "%PDF-1.7 a certificate"), (download.Content.Headers.ContentDisposition?.DispositionType, await download.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        var judged = await desk.Press(await desk.Open(AwardRoutes.ManageCondition(award.Reference, condition.Id)), "Save finding", ("Act", ConditionStates.Meet));
        Assert.Contains("Everything is met or waived", Visitor.Text(judged.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Contains("Everything is done", Visitor.Text((await owner.Open(AwardRoutes.MyConditions(award.Reference))).QuerySelector("main")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_of_somebody_elses_award_is_not_found()
    {
        var (award, applicant, _) = await _city.AcceptedWith(ConditionKind.Insurance);
        var condition = Assert.Single(await _city.ConditionsOf(award));
        using (var owner = await _city.SignedIn(applicant.Owner))
        {
            Assert.Contains("Handed in", await Upload(owner, AwardRoutes.MyCondition(award.Reference, condition.Id)), StringComparison.Ordinal);
        }

        var file = Assert.Single(await _city.ConditionsOf(award)).FileId!.Value;
        using var stranger = await _city.SignedIn(await _city.Person("Stranger"));
        string[] paths =
        [
            AwardRoutes.MyDocuments(award.Reference), AwardRoutes.MyDocument(award.Reference, 1, "html"), AwardRoutes.MyConditions(award.Reference),
            AwardRoutes.MyCondition(award.Reference, condition.Id), AwardRoutes.MyConditionFile(award.Reference, condition.Id, file),
        ];
        using var member = await _city.SignedIn(applicant.Owner);
        foreach (var path in paths)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(path)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await member.Get(path)).StatusCode);
        }

        using var officer = await _city.SignedIn(await _city.Person("Pia Officer", Roles.ProgrammeOfficer));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get(AwardRoutes.ManageConditionFile(award.Reference, condition.Id, file + 1))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.Get(AwardRoutes.CounterSign(award.Reference))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.Get(AwardRoutes.Documents(award.Reference))).StatusCode);
    }

    [Fact]
    public async Task A_file_or_its_hash_tells_which_document_it_is()
    {
        var (award, applicant, _) = await _city.AcceptedWith();
        using var owner = await _city.SignedIn(applicant.Owner);
        var page = await owner.Open(AwardRoutes.MyDocuments(award.Reference));
        var known = await owner.Press(page, "Check", ("Hash", award.AgreementHash!));
        Assert.Contains($"Grant agreement {award.Reference}, document 1", Visitor.Text(known.QuerySelector("[role=status]")), StringComparison.Ordinal);
        var unknown = await owner.Press(page, "Check", ("Hash", new string('0', 64)));
        Assert.Contains("none of these documents", Visitor.Text(unknown.QuerySelector("[role=status]")), StringComparison.Ordinal);
        var odd = await owner.Press(page, "Check", ("Hash", "abc"));
        Assert.Contains("64", Visitor.Text(odd.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_puts_an_agreement_together_from_the_library_and_an_award_is_offered_with_it()
    {
        var call = await _city.OpenCall();
        var officer = await _city.Person("Pia Officer", Roles.ProgrammeOfficer);
        using var desk = await _city.SignedIn(officer);
        var added = await desk.Press(await desk.Open(CallRoutes.NewClause), "Add clause", ("Name", "Keeping account"), ("Heading", "Receipts"), ("Body", "Keep them for six years, {{organisation}}."));
        Assert.Contains("The clause is in the library", Visitor.Text(added.QuerySelector("body")), StringComparison.Ordinal);

        var edit = CallRoutes.Item(call.Slug, "agreement", "en");
        var none = await desk.Press(await desk.Open(edit), "Save", ("Opening", "We give **{{amount}}**."));
        Assert.Contains("Choose at least one clause", Visitor.Text(none.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        var saved = await desk.Press(none, "Save", ("Opening", "We give **{{amount}}**."), ("Clauses[0].Chosen", "true"), ("Special", "Bring cake to {{city}}."));
        Assert.Contains("1. Receipts", Visitor.Text(saved.QuerySelector(".letter-paper")), StringComparison.Ordinal);
        Assert.Contains("Bring cake", Visitor.Text(saved.QuerySelector(".letter-paper")), StringComparison.Ordinal);

        var condition = await desk.Press(await desk.Open(CallRoutes.Item(call.Slug, "conditions", "new")), "Save", ("Kind", "Insurance"), ("Titles[en]", "Proof of insurance"), ("DueDays", "30"));
        Assert.Contains("Proof of insurance", Visitor.Text(condition.QuerySelector("main")), StringComparison.Ordinal);
        Assert.Equal(["Receipts"], (await _city.Read(work => AgreementTemplateRepository.Clauses(work, call.Id, "en"))).Select(clause => clause.Heading));
    }

    [Fact]
    public async Task Owners_ask_for_two_signatures_and_only_two_of_them_go_back_to_one()
    {
        var (award, applicant) = await _city.Offered();
        var second = await _city.Person("Second Owner");
        await _city.Member(applicant.Organisation, second, MemberRole.Owner);
        var path = OrganisationRoutes.Signing(applicant.Organisation.Slug);
        using var first = await _city.SignedIn(applicant.Owner);
        var unproven = await first.Press(await first.Open(path), "Ask for two signatures", ("Password", "not mine"));
        Assert.Contains("This is not your password", Visitor.Text(unproven.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Contains("One Owner signs", Visitor.Text((await first.Open(path)).QuerySelector("h1")), StringComparison.Ordinal);
        Assert.Contains("Two Owners sign", Visitor.Text((await first.Press(unproven, "Ask for two signatures", ("Password", City.Password))).QuerySelector("h1")), StringComparison.Ordinal);
        var asked = await first.Press(await first.Open(path), "Ask that one Owner be enough", ("Password", City.Password));
        Assert.DoesNotContain(asked.QuerySelectorAll("button"), button => Visitor.Text(button).StartsWith("Agree", StringComparison.Ordinal));
        using var other = await _city.SignedIn(second);
        Assert.Contains("One Owner signs", Visitor.Text((await other.Press(await other.Open(path), "Agree: one Owner is enough", ("Password", City.Password))).QuerySelector("h1")), StringComparison.Ordinal);
        using var stranger = await _city.SignedIn(await _city.Person("Stranger"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(path)).StatusCode);
    }

    [Fact]
    public async Task Who_has_an_authenticator_app_signs_with_password_and_code()
    {
        var (award, applicant) = await _city.Offered();
        var (owner, app) = (City.As(applicant.Owner), _city.Portal.Get<SecondFactorDesk>());
        var key = (await app.KeyToAdd(owner))!;
        string Code()
        {
            _city.Portal.Clock.Advance(TimeSpan.FromSeconds(30));
            return Totp.Code(key, Totp.StepAt(_city.Now));
        }

        Assert.True((await app.Add(owner, City.Password, Code(), "")).Done);
        using var visitor = _city.Visitor();
        using (await visitor.Send(await visitor.Open(AccountRoutes.SignIn), "Sign in", ("Email", applicant.Owner.Email), ("Password", City.Password)))
        using (await visitor.Send(await visitor.Open(AccountRoutes.SecondStep), "Continue", ("Code", Code())))
        {
        }

        (string, string?)[] signature = [("Agree", "true"), ("Name", "Amina Yusuf"), ("Password", City.Password)];
        var refused = await visitor.Press(await visitor.Open(AwardRoutes.Accept(award.Reference)), "Accept award", [.. signature, ("Code", "000000")]);
        Assert.Contains("This code is not right", Visitor.Text(refused.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal(AwardState.Offered, (await _city.AwardOf(applicant)).State);
        var accepted = await visitor.Press(refused, "Accept award", [.. signature, ("Code", Code())]);
        Assert.Contains("You have accepted the award", Visitor.Text(accepted.Body), StringComparison.Ordinal);
    }

    private static async Task<string> Upload(Visitor visitor, string path) => Visitor.Text((await visitor.PressWithFile(
        await visitor.Open(path), "Hand in", ("Document", "certificate.pdf", Encoding.UTF8.GetBytes("%PDF-1.7 a certificate")))).QuerySelector("body"));
}
