using System.Net;
using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Awards;

public sealed class AwardJourneyTests : IDisposable
{
    private readonly City _city = new(City.Printing);

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task From_a_recommended_list_to_an_accepted_award()
    {
        var listing = await _city.Recommended(new Wish(RecommendedOutcome.Fund, 1_234_500), new Wish(RecommendedOutcome.Decline));
        var (officerPerson, approverPerson) = (await _city.Person("Otto Officer", Roles.ProgrammeOfficer), await _city.Person("Anna Approver", Roles.Approver));
        using var officer = await _city.SignedIn(officerPerson);
        var proposed = await officer.Press(await officer.Open(AwardRoutes.Propose(listing.Call.Slug)), "Propose 2 applications", ("Note", "Both reviewers agreed"));
        Assert.Contains("£12,345", Visitor.Text(proposed.Body), StringComparison.Ordinal);

        using var approver = await _city.SignedIn(approverPerson);
        var decision = await approver.Open(new Uri(proposed.Url).AbsolutePath);
        Assert.Contains("Both reviewers agreed", Visitor.Text(decision.Body), StringComparison.Ordinal);
        Assert.Contains("Because of what", Visitor.Text(decision.Body), StringComparison.Ordinal);
        var approved = await approver.Press(decision, "Approve 1 award of £12,345");
        Assert.Contains("Approved", Visitor.Text(approved.Body), StringComparison.Ordinal);

        var sending = await officer.Open(new Uri(proposed.Url).AbsolutePath + "/letters/send");
        Assert.Contains("Send 2 letters to 2 people", Visitor.Text(sending.Body), StringComparison.Ordinal);
        foreach (var applicant in listing.Applicants)
        {
            Assert.Contains(applicant.Owner.Email, Visitor.Text(sending.Body), StringComparison.Ordinal);
        }

        await officer.Press(sending, "Send 2 letters now");
        var won = listing.Applicants[0];
        var award = await _city.AwardOf(won);
        using var owner = await _city.SignedIn(won.Owner);
        Assert.Contains("£12,345", Visitor.Text((await owner.Open(AwardRoutes.Letter(won.Application.Reference))).Body), StringComparison.Ordinal);
        var accepting = await owner.Open(AwardRoutes.Accept(award.Reference));
        var accepted = await owner.Press(accepting, "Accept award", ("Agree", "true"), ("Name", "Amina Yusuf"), ("Password", City.Password));
        Assert.Contains("You have accepted the award", Visitor.Text(accepted.Body), StringComparison.Ordinal);
        foreach (var form in new[] { "html", "pdf" })
        {
            var file = await owner.Get(AwardRoutes.MyAgreement(award.Reference, form));
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        }

        await officer.Press(await officer.Open(AwardRoutes.Manage(award.Reference)), "Start award");
        Assert.Equal(AwardState.Active, (await _city.AwardOf(won)).State);
    }

    [Fact]
    public async Task A_wrong_password_accepts_nothing_and_keeps_what_was_typed()
    {
        var (award, applicant) = await _city.Offered();
        using var owner = await _city.SignedIn(applicant.Owner);
        var page = await owner.Press(await owner.Open(AwardRoutes.Accept(award.Reference)), "Accept award", ("Agree", "true"), ("Name", "Amina Yusuf"), ("Password", "not my password"));
        Assert.Contains("This is not your password", Visitor.Text(page.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("Amina Yusuf", page.QuerySelector("input[name=Name]")?.GetAttribute("value"));
        Assert.DoesNotContain("not my password", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal((AwardState.Offered, award.Version), ((await _city.AwardOf(applicant)).State, (await _city.AwardOf(applicant)).Version));
    }

    [Fact]
    public async Task A_guessed_reference_and_another_organisations_award_are_not_there()
    {
        var (award, applicant) = await _city.Offered();
        using var stranger = await _city.SignedIn(await _city.Person("Stranger"));
        using var nobody = _city.Visitor();
        string[] paths =
        [
            AwardRoutes.Mine(award.Reference), AwardRoutes.Accept(award.Reference), AwardRoutes.Refuse(award.Reference), AwardRoutes.AskPublication(award.Reference),
            AwardRoutes.MyAgreement(award.Reference, "html"), AwardRoutes.Letter(applicant.Application.Reference), AwardRoutes.Mine("AW-2026-9999"), AwardRoutes.Letter("GP-2026-9999"),
        ];
        foreach (var path in paths)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await nobody.Get(path)).StatusCode);
        }
    }

    [Fact]
    public async Task Members_without_a_desk_see_no_desk_and_auditors_change_nothing()
    {
        var listing = await _city.Proposed(new Wish(RecommendedOutcome.Fund));
        using var owner = await _city.SignedIn(listing.Applicants[0].Owner);
        using var auditor = await _city.SignedIn(await _city.Person("Audrey Auditor", Roles.Auditor));
        foreach (var path in new[] { AwardRoutes.Desk, AwardRoutes.Decisions, AwardRoutes.Decision(listing.Decision) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await owner.Get(path)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await auditor.Get(path)).StatusCode);
        }

        var page = await auditor.Open(AwardRoutes.Decision(listing.Decision));
        Assert.Null(page.QuerySelector("form[action$=approve]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get(AwardRoutes.Propose(listing.Call.Slug))).StatusCode);
    }

    [Fact]
    public async Task An_approver_who_recommended_reads_why_they_may_not_decide()
    {
        var listing = await _city.Recommended(new Wish(RecommendedOutcome.Fund));
        var both = await _city.Person("Bo Both", Roles.Approver, Roles.ProgrammeOfficer);
        await _city.Recommend(City.As(both, Roles.Approver), listing.Applicants[0].Application, RecommendedOutcome.Fund, 100_000);
        var id = (await _city.Portal.Get<GrantsPortal.Awards.Decisions.DecisionDesk>().Propose(listing.Officer, listing.Call.Id)).Value;
        using var visitor = await _city.SignedIn(both);
        var page = await visitor.Open(AwardRoutes.Decision(id));
        Assert.Contains($"You recommended on {listing.Applicants[0].Application.Reference}", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$=approve]"));
    }

    [Fact]
    public async Task A_member_asks_for_less_and_an_officer_answers()
    {
        var (award, applicant) = await _city.Offered();
        using var owner = await _city.SignedIn(applicant.Owner);
        await owner.Press(await owner.Open(AwardRoutes.AskPublication(award.Reference)), "Ask for this", ("Publication", "Unnamed"), ("Reason", "Our members are at risk"));
        Assert.Equal(Publication.Unnamed, (await _city.AwardOf(applicant)).InForce);
        using var officer = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var page = await officer.Press(await officer.Open(AwardRoutes.ManagePublication(award.Reference)), "Set publication", ("Publication", "Unnamed"), ("Reason", "We agree"));
        Assert.Contains("We agree", Visitor.Text(page.Body), StringComparison.Ordinal);
        Assert.Contains(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(PublicationAnswered));
    }

    [Fact]
    public async Task What_applicants_see_is_the_same_for_all_until_their_letters_are_sent()
    {
        var listing = await _city.Approved(new Wish(RecommendedOutcome.Fund), new Wish(RecommendedOutcome.Reserve), new Wish(RecommendedOutcome.Decline));
        var seen = new HashSet<string>();
        foreach (var applicant in listing.Applicants)
        {
            using var owner = await _city.SignedIn(applicant.Owner);
            foreach (var path in new[] { ApplicationRoutes.Mine(applicant.Application.Reference), ApplicationRoutes.List })
            {
                seen.Add((path == ApplicationRoutes.List ? "list " : "page ") + (await owner.Open(path)).QuerySelector("main .govuk-tag")!.OuterHtml);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await owner.Get(AwardRoutes.Letter(applicant.Application.Reference))).StatusCode);
        }

        Assert.Equal(2, seen.Count);
    }
}
