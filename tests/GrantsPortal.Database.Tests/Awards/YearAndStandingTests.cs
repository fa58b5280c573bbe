using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Awards.Standing;
using GrantsPortal.Awards.Variations;
using GrantsPortal.Awards.Years;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Awards;

public sealed class YearAndStandingTests : IDisposable
{
    private static readonly StandingEntry Words = new("The report of the first half has not reached us.", "Send the report by the end of May.", "Olive Officer, 0117 496 0000", new DateOnly(2026, 9, 1), 200_000, 100_000);

    private readonly City _city = new();

    public void Dispose() => _city.Dispose();

    private YearDesk Years => _city.Portal.Get<YearDesk>();

    private StandingDesk Standing => _city.Portal.Get<StandingDesk>();

    [Fact]
    public async Task Setting_years_moves_what_is_bound_and_a_year_without_budget_is_refused()
    {
        var running = await _city.UnderWay();
        Assert.Equal("ledger.not-enough", (await Years.Set(running.Officer, running.Reference, running.Award.Version, [new(2027, 400_000), new(2035, 600_000)])).Refusals[0].Code);
        Assert.Equal("variation.years-apart", (await Years.Set(running.Officer, running.Reference, running.Award.Version, [new(2027, 400_000)])).Refusals[0].Code);
        Assert.Equal("variation.not-officer", (await Years.Set(running.Approver, running.Reference, running.Award.Version, [new(2027, 400_000), new(2028, 600_000)])).Refusals[0].Code);
        Assert.Equal(1_000_000, (await _city.FiguresOf(running)).In(2027).CommittedMinor);

        Assert.True((await Years.Set(running.Officer, running.Reference, running.Award.Version, [new(2027, 400_000), new(2028, 600_000)])).Done);
        var figures = await _city.FiguresOf(running);
        Assert.Equal((400_000, 600_000), (figures.In(2027).CommittedMinor, figures.In(2028).CommittedMinor));
        Assert.Equal((AwardYearState.Confirmed, AwardYearState.Planned), ((await _city.YearOf(running, 2027)).State, (await _city.YearOf(running, 2028)).State));
        Assert.Equal("award.changed-meanwhile", (await Years.Set(running.Officer, running.Reference, running.Award.Version, [new(2027, 500_000), new(2028, 500_000)])).Refusals[0].Code);
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task A_year_is_confirmed_by_an_approver_who_did_not_propose_it()
    {
        var running = await TwoYears();
        var both = await _city.Staff("Bo Both", Roles.ProgrammeOfficer, Roles.Approver);
        Assert.True((await Years.Propose(both, running.Reference, 2028, 1, "Both reports came in time")).Done);
        Assert.Equal("year.own-proposal", (await Years.Confirm(both, running.Reference, 2028, 2, null)).Refusals[0].Code);
        Assert.Equal("variation.not-approver", (await Years.Confirm(running.Officer, running.Reference, 2028, 2, null)).Refusals[0].Code);
        Assert.Equal(AwardYearState.Proposed, (await _city.YearOf(running, 2028)).State);
        Assert.True((await Years.Confirm(running.Approver, running.Reference, 2028, 2, "Well done")).Done);

        Assert.Equal(AwardYearState.Confirmed, (await _city.YearOf(running, 2028)).State);
        Assert.Single(await _city.Read(work => AwardDocumentRepository.Of(work, running.Award.Id)), document => document.Kind == AwardDocumentKind.YearConfirmation);
        Assert.Contains(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(YearConfirmed) && mail.TextBody.Contains("Well done", StringComparison.Ordinal));
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task A_year_withheld_says_why_and_can_be_proposed_again()
    {
        var running = await TwoYears();
        Assert.True((await Years.Propose(running.Officer, running.Reference, 2028, 1, "It goes well")).Done);
        Assert.Equal("award.reason-missing", (await Years.Withhold(running.Approver, running.Reference, 2028, 2, " ")).Refusals[0].Code);
        Assert.True((await Years.Withhold(running.Approver, running.Reference, 2028, 2, "The report is missing")).Done);
        Assert.Equal(AwardYearState.Withheld, (await _city.YearOf(running, 2028)).State);
        Assert.Contains(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(YearWithheld) && mail.TextBody.Contains("The report is missing", StringComparison.Ordinal));
        Assert.True((await Years.Propose(running.Officer, running.Reference, 2028, 3, "The report is here")).Done);
    }

    [Fact]
    public async Task A_confirmed_year_that_gains_money_waits_for_a_confirmation_of_its_own()
    {
        var running = await TwoYears();
        await Years.Propose(running.Officer, running.Reference, 2028, 1, "It goes well");
        await Years.Confirm(running.Approver, running.Reference, 2028, 2, null);
        Assert.True((await Years.Set(running.Officer, running.Reference, (await _city.AwardOf(running.Applicant)).Version, [new(2027, 300_000), new(2028, 700_000)])).Done);
        Assert.Equal((AwardYearState.Confirmed, AwardYearState.Planned), ((await _city.YearOf(running, 2027)).State, (await _city.YearOf(running, 2028)).State));
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task The_officer_is_reminded_once_of_a_year_that_begins_unconfirmed()
    {
        var running = await TwoYears();
        var job = _city.Portal.Get<YearJob>();
        await job.Run(TestContext.Current.CancellationToken);
        Assert.Empty(await Reminders());
        _city.Portal.Clock.SetUtcNow(new DateTimeOffset(2027, 12, 5, 9, 0, 0, TimeSpan.Zero));
        await job.Run(TestContext.Current.CancellationToken);
        await job.Run(TestContext.Current.CancellationToken);
        Assert.Contains("1 January 2028", Assert.Single(await Reminders()).TextBody, StringComparison.Ordinal);

        async Task<IReadOnlyList<City.Mail>> Reminders() => [.. (await _city.MailTo((await _city.OfficerPerson()).Email)).Where(mail => mail.Template == nameof(YearReminder))];
    }

    [Fact]
    public async Task A_pause_sends_the_letter_that_was_previewed_and_can_end()
    {
        var running = await _city.UnderWay();
        var preview = (await Standing.Preview(running.Officer, running.Reference, AwardStates.Suspend, Words)).Value;
        Assert.Equal("standing.to-do-missing", (await Standing.Do(running.Officer, running.Reference, AwardStates.Suspend, running.Award.Version, Words with { ToDo = "" })).Refusals[0].Code);
        Assert.Equal("variation.not-officer", (await Standing.Do(running.Approver, running.Reference, AwardStates.Suspend, running.Award.Version, Words)).Refusals[0].Code);
        Assert.Equal(AwardState.Active, (await _city.AwardOf(running.Applicant)).State);
        Assert.True((await Standing.Do(running.Officer, running.Reference, AwardStates.Suspend, running.Award.Version, Words)).Done);

        Assert.Equal(AwardState.Suspended, (await _city.AwardOf(running.Applicant)).State);
        Assert.Equal(preview.Body, (await _city.Read(work => StandingRepository.Of(work, running.Award.Id)))[0].Letter);
        var mail = Assert.Single(await _city.MailTo(running.Applicant.Owner.Email), mail => mail.Template == nameof(StandingLetter));
        Assert.Equal((preview.Subject, true), (mail.Subject, mail.TextBody.Contains("0117 496 0000", StringComparison.Ordinal)));
        Assert.True((await Standing.Do(running.Officer, running.Reference, AwardStates.Resume, running.Award.Version + 1, Words)).Done);
        Assert.Equal(AwardState.Active, (await _city.AwardOf(running.Applicant)).State);
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task Where_letters_are_read_behind_sign_in_the_mail_says_nothing_of_a_pause()
    {
        var running = await _city.UnderWay(LetterDelivery.SignIn);
        Assert.True((await Standing.Do(running.Officer, running.Reference, AwardStates.Suspend, running.Award.Version, Words)).Done);
        var mails = await _city.MailTo(running.Applicant.Owner.Email);
        Assert.DoesNotContain(mails, mail => mail.Template == nameof(StandingLetter) || mail.TextBody.Contains("paus", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(nameof(DecisionNotice), mails[^1].Template);
    }

    [Fact]
    public async Task An_early_end_releases_what_is_not_still_paid_and_ends_what_was_open()
    {
        var running = await TwoYears();
        await _city.Paid(running.Award, 2027, 300_000);
        var number = await _city.Asked(running, running.Owner, VariationSide.Grantee, entry => entry with { Title = "Other evenings" });
        var version = (await _city.AwardOf(running.Applicant)).Version;
        Assert.Equal("standing.still-above-bound", (await Standing.Do(running.Officer, running.Reference, AwardStates.Terminate, version, Words with { StillPaidMinor = 700_001 })).Refusals[0].Code);
        Assert.Equal("standing.owed-above-paid", (await Standing.Do(running.Officer, running.Reference, AwardStates.Terminate, version, Words with { OwedBackMinor = 300_001 })).Refusals[0].Code);
        Assert.True((await Standing.Do(running.Officer, running.Reference, AwardStates.Terminate, version, Words)).Done);

        var figures = await _city.FiguresOf(running);
        Assert.Equal((AwardState.Terminated, 200_000, 300_000), ((await _city.AwardOf(running.Applicant)).State, figures.CommittedMinor, figures.PaidMinor));
        Assert.Equal((100_000, 100_000), (figures.In(2027).CommittedMinor, figures.In(2028).CommittedMinor));
        Assert.Equal(VariationState.Declined, (await _city.Variation(running, number)).State);
        Assert.Single(await _city.Read(work => AwardDocumentRepository.Of(work, running.Award.Id)), document => document.Kind == AwardDocumentKind.Termination);
        Assert.Equal("state.not-from-here", (await Standing.Do(running.Officer, running.Reference, AwardStates.Resume, version + 1, Words)).Refusals[0].Code);
        Assert.Empty(await _city.Broken());
    }

    [Fact]
    public async Task A_movement_within_the_share_counts_at_once_and_all_together()
    {
        var running = await _city.UnderWay();
        var desk = _city.Portal.Get<MovementDesk>();
        var before = await _city.WholeOf(running);
        var room = MovementRules.Room(before.Lines[1], 10);
        Assert.True((await desk.Move(running.Owner, running.Reference, 1, 2, room - 1, "More buses")).Done);
        Assert.Equal("movement.above-share", (await desk.Move(running.Owner, running.Reference, 1, 2, 2, "More buses")).Refusals[0].Code);
        Assert.True((await desk.Move(running.Owner, running.Reference, 1, 2, 1, "More buses")).Done);

        var after = await _city.WholeOf(running);
        Assert.Equal((before.Lines[0].AmountMinor - room, before.Lines[1].AmountMinor + room), (after.Lines[0].AmountMinor, after.Lines[1].AmountMinor));
        Assert.Equal(2, (await _city.MailTo((await _city.OfficerPerson()).Email)).Count(mail => mail.Template == nameof(BudgetMoved)));
        Assert.Empty(await _city.Broken());
    }

    private async Task<RunningAward> TwoYears()
    {
        var running = await _city.UnderWay();
        Assert.True((await Years.Set(running.Officer, running.Reference, running.Award.Version, [new(2027, 400_000), new(2028, 600_000)])).Done);
        return running with { Award = await _city.AwardOf(running.Applicant) };
    }
}
