using System.Net;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Web.Tests.Awards;

/// <summary>How changes to an award look to those who ask for them and those who answer.</summary>
public sealed class ChangeJourneyTests : IDisposable
{
    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task An_organisation_asks_compares_and_an_officer_approves()
    {
        var running = await _city.UnderWay();
        using var owner = await _city.SignedIn(running.Applicant.Owner);
        var form = await owner.Open(AwardRoutes.NewMyVariation(running.Reference));
        var wrong = await owner.Press(form, "Save draft and compare", ("EndsOn.Month", "13"), ("Reason", "The hall closes for repairs."));
        Assert.Contains("There is a problem", Visitor.Text(wrong.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal("The hall closes for repairs.", Visitor.Text(wrong.QuerySelector("textarea[name=Reason]")));

        var compared = await owner.Press(wrong, "Save draft and compare", ("EndsOn.Day", "29"), ("EndsOn.Month", "2"), ("EndsOn.Year", "2028"));
        var last = compared.QuerySelectorAll(".compared__differs").Single();
        Assert.Contains("60 days later", Visitor.Text(last), StringComparison.Ordinal);
        Assert.Contains("31 December 2027", Visitor.Text(last), StringComparison.Ordinal);
        Assert.Contains("29 February 2028", Visitor.Text(last), StringComparison.Ordinal);
        var asked = await owner.Press(compared, "Ask for this variation");
        Assert.Contains("You have asked for this variation", Visitor.Text(asked.Body), StringComparison.Ordinal);
        Assert.Contains("Your variation 1 is being decided", Visitor.Text((await owner.Open(AwardRoutes.Mine(running.Reference))).Body), StringComparison.Ordinal);

        using var officer = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var page = await officer.Open(AwardRoutes.Variation(running.Reference, 1));
        Assert.Contains("The hall closes for repairs.", Visitor.Text(page.Body), StringComparison.Ordinal);
        var done = await officer.Press(page, "Approve variation", ("Note", "Good luck with the hall"));
        Assert.Contains("The variation is approved", Visitor.Text(done.Body), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2028, 2, 29), (await _city.AwardOf(running.Applicant)).EndsOn);

        var mine = await owner.Open(AwardRoutes.Mine(running.Reference));
        Assert.Contains($"Variation 1 of grant agreement {running.Reference}", Visitor.Text(mine.QuerySelector("#documents")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_much_to_move_becomes_a_variation_with_what_was_typed()
    {
        var running = await _city.UnderWay();
        using var owner = await _city.SignedIn(running.Applicant.Owner);
        var form = await owner.Open(AwardRoutes.Movement(running.Reference));
        Assert.Contains("city’s own choice", Visitor.Text(form.Body), StringComparison.Ordinal);
        var above = await owner.Press(form, "Move it", ("From", "1"), ("To", "2"), ("Amount", "500"), ("Reason", "Everybody wants tea"));
        Assert.Contains("can gain £0.10 more without approval", Visitor.Text(above.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        var draft = await owner.Press(above, "Make it a variation");
        Assert.Contains("£500 more", Visitor.Text(draft.Body), StringComparison.Ordinal);
        Assert.Contains("Everybody wants tea", Visitor.Text(draft.Body), StringComparison.Ordinal);
        Assert.Equal(999_900, (await _city.WholeOf(running)).Lines[0].AmountMinor);

        var small = await owner.Press(form, "Move it", ("From", "1"), ("To", "2"), ("Amount", "0.10"), ("Reason", "More tea"));
        Assert.Contains("The money is moved", Visitor.Text(small.Body), StringComparison.Ordinal);
        Assert.Equal(999_890, (await _city.WholeOf(running)).Lines[0].AmountMinor);
    }

    [Fact]
    public async Task What_the_city_asks_takes_an_Owners_name_and_password()
    {
        var running = await _city.UnderWay();
        await _city.Asked(running, running.Officer, VariationSide.City, entry => entry with { EndsOn = new DateOnly(2028, 1, 31) });
        using var owner = await _city.SignedIn(running.Applicant.Owner);
        var page = await owner.Open(AwardRoutes.MyVariation(running.Reference, 1));
        var refused = await owner.Press(page, "Agree to this variation", ("Name", "Amina Yusuf"), ("Password", "not my password"));
        Assert.Contains("This is not your password", Visitor.Text(refused.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        Assert.Equal(running.Award.EndsOn, (await _city.AwardOf(running.Applicant)).EndsOn);
        var agreed = await owner.Press(refused, "Agree to this variation", ("Name", "Amina Yusuf"), ("Password", City.Password));
        Assert.Contains("You have agreed", Visitor.Text(agreed.Body), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2028, 1, 31), (await _city.AwardOf(running.Applicant)).EndsOn);
    }

    [Fact]
    public async Task A_pause_shows_its_letter_before_anything_happens_and_the_organisation_reads_it()
    {
        var running = await _city.UnderWay();
        using var officer = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var form = await officer.Open(AwardRoutes.Standing(running.Reference, AwardStates.Suspend));
        var missing = await officer.Press(form, "Read the letter", ("Reason", "The report is missing."));
        Assert.Contains("Write what you ask the organisation to do", Visitor.Text(missing.QuerySelector(".govuk-error-summary")), StringComparison.Ordinal);
        var preview = await officer.Press(missing, "Read the letter", ("ToDo", "Send the report by the end of May."));
        Assert.Contains("A pause is not the end of it", Visitor.Text(preview.QuerySelector(".sheet")), StringComparison.Ordinal);
        Assert.Equal(AwardState.Active, (await _city.AwardOf(running.Applicant)).State);
        var edited = await officer.Press(preview, "Change the letter");
        Assert.Equal("The report is missing.", Visitor.Text(edited.QuerySelector("textarea[name=Reason]")));
        await officer.Press(await officer.Press(edited, "Read the letter"), "Pause the award and send this letter");
        Assert.Equal(AwardState.Suspended, (await _city.AwardOf(running.Applicant)).State);

        using var owner = await _city.SignedIn(running.Applicant.Owner);
        var mine = Visitor.Text((await owner.Open(AwardRoutes.Mine(running.Reference))).Body);
        Assert.Contains("Your award is paused", mine, StringComparison.Ordinal);
        Assert.Contains("Send the report by the end of May.", mine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_is_proposed_and_confirmed_on_its_page()
    {
        var running = await _city.UnderWay();
        using var officer = await _city.SignedIn(await _city.Person("Otto Officer", Roles.ProgrammeOfficer));
        var years = await officer.Open(AwardRoutes.Years(running.Reference));
        var set = await officer.Press(years, "Set years", ("Years.item", "2027"), ("Years.amount", "6,000"), ("Years.item", "2028"), ("Years.amount", "4,000"));
        Assert.Contains("The budget years are set", Visitor.Text(set.Body), StringComparison.Ordinal);
        var proposed = await officer.Press(await officer.Open(AwardRoutes.Year(running.Reference, 2028)), "Propose to confirm", ("Note", "Both reports came in time"));
        Assert.Contains("The approvers have been asked", Visitor.Text(proposed.Body), StringComparison.Ordinal);
        Assert.Null(proposed.QuerySelector("form[action$=confirm]"));

        using var approver = await _city.SignedIn(await _city.Person("Anna Approver", Roles.Approver));
        var page = await approver.Open(AwardRoutes.Year(running.Reference, 2028));
        Assert.Contains("Both reports came in time", Visitor.Text(page.Body), StringComparison.Ordinal);
        var confirmed = await approver.Press(page, "Confirm year");
        Assert.Contains("The year is confirmed", Visitor.Text(confirmed.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_find_nothing_and_roles_are_kept()
    {
        var running = await _city.UnderWay();
        using var stranger = await _city.SignedIn(await _city.Person("Stranger"));
        using var auditor = await _city.SignedIn(await _city.Person("Audrey Auditor", Roles.Auditor));
        using var owner = await _city.SignedIn(running.Applicant.Owner);
        string[] mine = [AwardRoutes.MyVariations(running.Reference), AwardRoutes.NewMyVariation(running.Reference), AwardRoutes.Movement(running.Reference)];
        foreach (var path in mine)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(path)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await owner.Get(path)).StatusCode);
        }

        foreach (var path in new[] { AwardRoutes.Variations(running.Reference), AwardRoutes.Years(running.Reference), AwardRoutes.Year(running.Reference, 2027) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await owner.Get(path)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await auditor.Get(path)).StatusCode);
        }

        foreach (var path in new[] { AwardRoutes.NewVariation(running.Reference), AwardRoutes.Standing(running.Reference, AwardStates.Suspend), AwardRoutes.Standing(running.Reference, AwardStates.Terminate) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await auditor.Get(path)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await owner.Get(AwardRoutes.MyVariation(running.Reference, 9))).StatusCode);
    }
}
