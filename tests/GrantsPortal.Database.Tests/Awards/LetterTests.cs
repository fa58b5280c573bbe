using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Reviews;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Awards;

public sealed class LetterTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private LetterDesk Desk => _city.Portal.Get<LetterDesk>();

    [Fact]
    public async Task Letters_are_sent_once_and_their_offers_stand_from_then()
    {
        var listing = await _city.Approved(new Wish(RecommendedOutcome.Fund), new Wish(RecommendedOutcome.Decline));
        var seen = await _city.Seen(listing.Decision);
        var answers = await Task.WhenAll(Task.Run(() => Desk.Send(listing.Officer, listing.Decision, seen)), Task.Run(() => Desk.Send(listing.Officer, listing.Decision, seen)));

        Assert.Single(answers, answer => answer.Done);
        Assert.Equal("letter.sent", answers.Single(answer => answer.Refused).Refusals[0].Code);
        foreach (var applicant in listing.Applicants)
        {
            Assert.Single(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(DecisionLetter));
        }

        Assert.Equal(ApplicationState.Declined, (await _city.Read(work => ApplicationRepository.Find(work, listing.Applicants[1].Application.Id)))!.SeenAs);
        var award = await _city.AwardOf(listing.Applicants[0]);
        Assert.Equal(_city.Now, award.OfferedAt);
        Assert.Equal(30, (award.OfferExpiresAt!.Value - _city.Now).Days);
        Assert.DoesNotContain("{{", award.Terms, StringComparison.Ordinal);
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task Nobody_gets_a_letter_who_was_not_named_before()
    {
        var listing = await _city.Approved(new Wish(RecommendedOutcome.Fund));
        var seen = await _city.Seen(listing.Decision);
        var late = await _city.Person("Late Editor");
        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, listing.Applicants[0].Organisation.Id, late.Id, MemberRole.Editor));

        Assert.Equal("letter.recipients-changed", (await Desk.Send(listing.Officer, listing.Decision, seen)).Refusals[0].Code);
        Assert.Empty(await _city.MailTo(late.Email));
        Assert.Equal(2, (await Desk.Send(listing.Officer, listing.Decision, await _city.Seen(listing.Decision))).Value);
    }

    [Fact]
    public async Task An_organisation_that_reads_behind_sign_in_gets_a_notice_without_the_outcome()
    {
        var listing = await _city.Told(new Wish(RecommendedOutcome.Fund, By: LetterDelivery.SignIn), new Wish(RecommendedOutcome.Decline, By: LetterDelivery.SignIn));
        var notices = new List<string>();
        foreach (var applicant in listing.Applicants)
        {
            var mail = Assert.Single(await _city.MailTo(applicant.Owner.Email), mail => mail.Template is nameof(DecisionNotice) or nameof(DecisionLetter));
            Assert.Equal(nameof(DecisionNotice), mail.Template);
            var said = mail.Subject + mail.TextBody + mail.HtmlBody;
            foreach (var word in new[] { "AW-", "award", "offer", "£", "sorry", "glad", "declin", "success", applicant.Organisation.Name })
            {
                Assert.DoesNotContain(word, said, StringComparison.OrdinalIgnoreCase);
            }

            notices.Add(said.Replace(applicant.Application.Reference, "", StringComparison.Ordinal).Replace(applicant.Owner.Name, "", StringComparison.Ordinal));
        }

        Assert.Equal(notices[0], notices[1]);
    }

    [Fact]
    public async Task Viewers_get_no_letter_by_mail_and_read_it_behind_sign_in()
    {
        var listing = await _city.Approved(new Wish(RecommendedOutcome.Decline));
        var (viewer, stranger) = (await _city.Person("Vi Viewer"), await _city.Person("Stranger"));
        await _city.Write(Actor.System, work => OrganisationRepository.AddMember(work, listing.Applicants[0].Organisation.Id, viewer.Id, MemberRole.Viewer));
        var reference = listing.Applicants[0].Application.Reference;
        Assert.Empty(await _city.Read(work => LetterRepository.For(work, reference, viewer.Id)));

        Assert.True((await Desk.Send(listing.Officer, listing.Decision, await _city.Seen(listing.Decision))).Done);
        Assert.Empty(await _city.MailTo(viewer.Email));
        Assert.Single(await _city.Read(work => LetterRepository.For(work, reference, viewer.Id)));
        Assert.Empty(await _city.Read(work => LetterRepository.For(work, reference, stranger.Id)));
    }

    [Fact]
    public async Task Of_two_who_edit_a_letter_at_once_the_second_is_told()
    {
        var listing = await _city.Approved(new Wish(RecommendedOutcome.Fund));
        var letter = (await _city.Read(work => LetterRepository.OfDecision(work, listing.Decision)))[0];
        Assert.True((await Desk.Edit(listing.Officer, listing.Decision, letter.Id, letter.Version, "First", "First until {{expires}}", "New terms until {{expires}}")).Done);
        Assert.Equal("letter.changed-meanwhile", (await Desk.Edit(listing.Officer, listing.Decision, letter.Id, letter.Version, "Second", "Second")).Refusals[0].Code);

        Assert.True((await Desk.Send(listing.Officer, listing.Decision, await _city.Seen(listing.Decision))).Done);
        var mail = (await _city.MailTo(listing.Applicants[0].Owner.Email)).Single(mail => mail.Template == nameof(DecisionLetter));
        Assert.Equal("First", mail.Subject);
        Assert.StartsWith("New terms until", (await _city.AwardOf(listing.Applicants[0])).Terms, StringComparison.Ordinal);
        Assert.Equal("letter.sent", (await Desk.Edit(listing.Officer, listing.Decision, letter.Id, 3, "Late", "Late")).Refusals[0].Code);
    }
}
