using GrantsPortal.Applications;
using GrantsPortal.Awards;
using GrantsPortal.Awards.Decisions;
using GrantsPortal.Awards.Letters;
using GrantsPortal.Calls;
using GrantsPortal.Funds.Ledger;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Monitoring.Reports.Judging;
using GrantsPortal.Monitoring.Reports.Writing;
using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Desk;
using GrantsPortal.People;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Response.RapidFund;
using GrantsPortal.TestWorld;
using Xunit;

namespace GrantsPortal.Database.Tests.Response;

public sealed class RapidFundTests : IDisposable
{
    private readonly City _city = new();

    private RapidDecisionDesk Desk => _city.Portal.Get<RapidDecisionDesk>();

    public void Dispose() => _city.Dispose();

    [Fact]
    public async Task Two_yes_award_the_lower_amount_one_button_makes_all_of_it_due_before_any_paper_and_its_arrival_asks_for_one_report()
    {
        var rapid = await _city.RapidFund();
        Assert.Contains("within 48 hours", (await _city.MailTo("first0@crisis.example"))[^1].TextBody, StringComparison.Ordinal);
        Assert.Single(await _city.MailTo("deputy1@crisis.example"), mail => mail.Template == nameof(RapidFundOpened));
        Assert.Empty(await _city.MailTo("phone@crisis.example"));

        // The fund's own title would say to whoever reads over a shoulder what happened; its address is made of the title.
        var bare = (await _city.MailTo("refugefirst0@crisis.example"))[^1];
        Assert.Equal(nameof(RapidFundNotice), bare.Template);
        Assert.Contains("/calls", bare.TextBody, StringComparison.Ordinal);
        Assert.All([rapid.Call.Title, rapid.Call.Slug, "48", "rapid"], hint => Assert.DoesNotContain(hint, $"{bare.Subject} {bare.TextBody} {bare.HtmlBody}", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(rapid.Call.Title, (await _city.MailTo("first0@crisis.example"))[^1].TextBody, StringComparison.Ordinal);

        var applicant = await _city.RapidApplicant(rapid);
        var found = await Case(applicant);
        Assert.Equal(applicant.Application.SubmittedAt!.Value.AddHours(48), found.PromisedAt);
        var receipt = Assert.Single(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == "ApplicationReceived");
        Assert.Contains("We have promised you their decision by", receipt.TextBody, StringComparison.Ordinal);
        Assert.Single(await MailOf(rapid.Ada, nameof(RapidDecisionAsked)));

        Assert.False((await _city.RapidAnswer(rapid.Ada, applicant, 180_000)).Value);
        Assert.Equal(ApplicationState.Submitted, await _city.StateOf(applicant));
        Assert.True((await _city.RapidAnswer(rapid.Bo, applicant, 150_000)).Value);
        var award = await _city.AwardOf(applicant);
        Assert.Equal((150_000L, AwardState.Offered), (award.AmountMinor, award.State));
        Assert.Single(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(DecisionLetter));
        Assert.Equal(150_000, (await _city.Read(work => Ledger.Of(work, SubjectKind.Award, award.Id))).CommittedMinor);
        var decision = (await _city.Read(work => DecisionRepository.Find(work, award.DecisionId!.Value)))!;
        Assert.Equal((rapid.Bo.PersonId, rapid.Opener.PersonId, DecisionKind.AtOnce), (decision.DecidedBy, decision.ProposedBy, decision.Kind));
        Assert.Equal(rapid.Ada.PersonId, Assert.Single(await _city.Read(work => DecisionRepository.Lines(work, decision.Id))).RecommendedBy);
        Assert.Empty(await _city.Verified());

        Assert.Equal(AwardState.Accepted, (await _city.Portal.Get<RapidAwardDesk>().Accept(City.As(applicant.Owner), award.Reference, award.Version, _city.Now))!.Value.Value);
        award = await _city.AwardOf(applicant);
        Assert.Equal(AwardState.Active, award.State);
        var payment = Assert.Single(await _city.PaymentsOf(award));
        Assert.Equal((PaymentState.Due, 150_000L), (payment.State, payment.AmountMinor));

        // The city has signed nothing; what stands against it is the account alone.
        Assert.Equal(["block.account-missing"], await _city.BlocksOf(payment));
        var paid = new PaidAward(award, applicant, rapid.Opener, await _city.Staff("Fay Finance", Roles.Finance), await _city.Staff("Femi Finance", Roles.Finance), rapid.Ada, 0);
        await _city.ConfirmAccount(paid, City.BritishAccount);
        var prepared = await _city.PreparedPayment(paid, payment.Reference);
        await NeitherDecider(rapid, prepared, moves => moves.Approve);
        City.AllDone((await _city.Portal.Get<PaymentDesk>().Approve(await _city.NamedApprover("Dee Approves"), [payment.Reference])).Value);
        var approved = (await _city.PaymentsOf(award))[0];
        await NeitherDecider(rapid, approved, moves => (work, payments) => moves.Release(work, payments));
        Assert.Empty((await _city.Write(paid.Femi, work => _city.Portal.Get<PaymentMoves>().Release(work, [approved]))).Single().Refusals);
        Assert.Empty(await Reports(award));

        await _city.Write(paid.Femi, work => _city.Portal.Get<PaymentMoves>().Paid(work, approved, _city.Today));
        var report = Assert.Single(await Reports(award));
        Assert.Equal((ReportState.Due, ReportKind.Final, ReportForm.Light, _city.Today.AddDays(30)), (report.State, report.Kind, report.Form, report.DueOn));
        Assert.Contains("You need not add receipts", Assert.Single(await _city.MailTo(applicant.Owner.Email), mail => mail.Template == nameof(ReportOpened)).TextBody, StringComparison.Ordinal);
        await LightlyReported(applicant, award, report);
        Assert.Empty(await _city.Verified());
    }

    [Fact]
    public async Task One_no_declines_with_its_reason_and_nothing_more_is_to_be_said()
    {
        var rapid = await _city.RapidFund();
        var applicant = await _city.RapidApplicant(rapid);
        Assert.Equal("rapid.amount-wrong", (await _city.RapidAnswer(rapid.Ada, applicant, 200_001)).Refusals.Single().Code);
        Assert.Null((await Seats(applicant))[0].Answer);
        Assert.Equal("rapid.not-your-seat", (await _city.RapidAnswer(rapid.Cy, applicant, 100)).Refusals.Single().Code);
        Assert.True((await _city.RapidAnswer(rapid.Bo, applicant, null)).Value);
        Assert.Equal(ApplicationState.Declined, await _city.StateOf(applicant));
        Assert.Contains("Bo Decides says why", (await _city.MailTo(applicant.Owner.Email))[^1].TextBody, StringComparison.Ordinal);
        Assert.Equal("rapid.not-waiting", (await _city.RapidAnswer(rapid.Ada, applicant, 200_000)).Refusals.Single().Code);
        Assert.Equal(0, await _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM Award")));
        Assert.Empty(await _city.Verified());

        // It is given three days more: the last day of decisions moves along, two days after the deadline.
        var first = (await _city.Read(work => CallRepository.Find(work, rapid.Call.Id)))!;
        Assert.True((await _city.Portal.Get<CallDesk>().Extend(await _city.Staff("Ola Officer", Roles.ProgrammeOfficer), first.Id, first.Version, first.ClosesAt!.Value.AddDays(3), "Roads are closed")).Done);
        var later = (await _city.Read(work => CallRepository.Find(work, first.Id)))!;
        Assert.Equal((first.ClosesAt.Value.AddDays(3), first.DecisionBy!.Value.AddDays(3)), (later.ClosesAt, later.DecisionBy));
        Assert.Empty(await _city.Verified());

        // Once it has closed and everything is decided, the call is.
        foreach (var (at, stage) in new[] { (first.ClosesAt.Value.AddMinutes(1), CallStage.Published), (later.ClosesAt!.Value.AddMinutes(1), CallStage.Decided) })
        {
            _city.Portal.Clock.SetUtcNow(at);
            await _city.RunJob("response.promises");
            Assert.Equal(stage, (await _city.Read(work => CallRepository.Find(work, rapid.Call.Id)))!.Stage);
        }

        Assert.Empty(await _city.Verified());
    }

    [Fact]
    public async Task Two_who_decide_at_the_same_time_make_one_award()
    {
        var rapid = await _city.RapidFund();
        var applicant = await _city.RapidApplicant(rapid);
        var answers = await Task.WhenAll(Task.Run(() => _city.RapidAnswer(rapid.Ada, applicant, 90_000)), Task.Run(() => _city.RapidAnswer(rapid.Bo, applicant, 80_000)));
        Assert.Equal([false, true], answers.Select(answer => answer.Value).Order());
        Assert.Equal(80_000, (await _city.AwardOf(applicant)).AmountMinor);
        Assert.Equal(1, await _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM Award")));
        Assert.Empty(await _city.Verified());

        // The control: had each looked before taking the turn, both would have taken the other's answer for missing, and nobody would have decided.
        var other = await _city.RapidApplicant(rapid, group: "Group B");
        var seen = await Seats(other);
        foreach (var (decider, number) in new[] { (rapid.Ada, 1), (rapid.Bo, 2) })
        {
            Assert.True(await _city.Write(decider, work => RapidRepository.Answer(work, other.Application.Id, number, RapidAnswer.Yes, 70_000, "Why")));
            Assert.Null(RapidRules.Settle([.. seen.Select(seat => seat.Number == number ? seat with { Answer = RapidAnswer.Yes, AmountMinor = 70_000, Reason = "Why" } : seat)]));
        }

        Assert.NotNull(RapidRules.Settle(await Seats(other)));
        Assert.Equal(ApplicationState.Submitted, await _city.StateOf(other));
    }

    [Fact]
    public async Task Whoever_is_tied_does_not_sit_a_deputy_does_and_where_there_is_none_an_officer_names_somebody()
    {
        var rapid = await _city.RapidFund();
        var owner = await _city.Person("Owner of Group A");
        var organisation = await _city.Organisation("Group A", owner);
        var bo = (await _city.Read(work => PersonRepository.Find(work, rapid.Bo.Person)))!;
        await _city.Member(organisation, bo, MemberRole.Viewer);
        var applicant = new Applicant(organisation, owner, await _city.Submitted(rapid.Call, organisation, owner, 200_000));
        Assert.Equal([rapid.Ada.PersonId, rapid.Cy.PersonId], (await Seats(applicant)).Select(seat => seat.PersonId));

        City.Must(await Desk.StepAside(rapid.Ada, applicant.Application.Reference, conflict: true, "My sister works there"));
        Assert.Null((await Seats(applicant))[0].PersonId);
        Assert.Single(await MailOf(rapid.Opener, nameof(RapidDecisionLate)));
        Assert.Equal("rapid.not-your-seat", (await _city.RapidAnswer(rapid.Ada, applicant, 1)).Refusals.Single().Code);
        var dee = await _city.NamedApprover("Dee Approves");
        foreach (var (person, why) in new[] { (rapid.Ada, "rapid.tied"), (rapid.Bo, "rapid.tied"), (rapid.Cy, "rapid.sits-already"), (rapid.Opener, "rapid.not-an-approver") })
        {
            Assert.Equal(why, (await Desk.Name(rapid.Opener, applicant.Application.Reference, 1, person.Person, "Ada cannot"))!.Value.Refusals.Single().Code);
            Assert.Null((await Seats(applicant))[0].PersonId);
        }

        Assert.Equal("rapid.not-officer", (await Desk.Name(rapid.Cy, applicant.Application.Reference, 1, dee.Person, "Ada cannot"))!.Value.Refusals.Single().Code);
        City.Must(await Desk.Name(rapid.Opener, applicant.Application.Reference, 1, dee.Person, "Ada cannot"));
        Assert.False((await _city.RapidAnswer(dee, applicant, 200_000)).Value);
        Assert.True((await _city.RapidAnswer(rapid.Cy, applicant, 200_000)).Value);
        Assert.Empty(await _city.Verified());
    }

    [Fact]
    public async Task A_fund_is_opened_by_nobody_who_decides_in_no_exercise_and_with_no_more_than_is_approved_and_free()
    {
        var template = await _city.ApprovedRapidTemplate();
        var officer = await _city.CrisisOfficer();
        var (real, drill) = (await _city.Incident(officer, isDrill: false), await _city.Incident(officer));
        var ada = (await _city.NamedApprover("Ada Decides")).Person;
        var decider = new Actor(ada, "Ada Decides", new HashSet<string> { Roles.Approver, Roles.FocalPoint });
        var opening = new RapidOpening(template, 2_000_000, _city.Now.AddDays(3), true);
        Assert.Equal("rapid.opener-decides", await Why(decider, real.Reference, opening));
        Assert.Equal("rapid.exercise", await Why(officer, drill.Reference, opening));
        Assert.Equal("rapid.confirm", await Why(officer, real.Reference, opening with { Confirmed = false }));
        Assert.Equal("rapid.above-ceiling", await Why(officer, real.Reference, opening with { AmountMinor = 3_000_001 }));
        var rich = await _city.ApprovedRapidTemplate(await _city.RapidPlan() with { CeilingMinor = 90_000_000 });
        Assert.Equal("rapid.not-free", await Why(officer, real.Reference, opening with { TemplateId = rich, AmountMinor = 60_000_000 }));
        Assert.Equal(0, await _city.Read(work => work.Scalar<long>("SELECT COUNT(*) FROM Call")));

        Assert.Null(await Why(officer, real.Reference, opening));
        Assert.Equal("rapid.above-ceiling", await Why(officer, real.Reference, opening));
        Assert.Null(await Why(officer, real.Reference, opening with { AmountMinor = 1_000_000 }));
        var call = (await _city.Read(work => CallRepository.FindBySlug(work, "rapid-help")))!;
        var run = await _city.Staff("Ola Officer", Roles.ProgrammeOfficer);
        Assert.Equal("call.rapid-fixed", (await _city.Portal.Get<CallDesk>().EditMoney(run, call.Id, call.Version, new CallMoney(call.ProgrammeId, "GBP", 99_000, 0, 9_000))).Refusals.Single().Code);
        Assert.Empty(await _city.Verified());
    }

    [Fact]
    public async Task Deciders_are_reminded_once_and_a_missed_promise_is_told_once()
    {
        var rapid = await _city.RapidFund();
        var applicant = await _city.RapidApplicant(rapid);
        await _city.RapidAnswer(rapid.Ada, applicant, 100_000);
        var promised = (await Case(applicant)).PromisedAt;
        foreach (var (at, reminded, late) in new[] { (promised.AddHours(-13), 0, 0), (promised.AddHours(-11), 1, 0), (promised.AddHours(-10), 1, 0), (promised.AddMinutes(1), 1, 1), (promised.AddHours(2), 1, 1) })
        {
            _city.Portal.Clock.SetUtcNow(at);
            await _city.RunJob("response.promises");
            Assert.Equal((reminded, late), ((await MailOf(rapid.Bo, nameof(RapidDecisionAsked))).Count - 1, (await MailOf(rapid.Opener, nameof(RapidDecisionLate))).Count));
        }

        Assert.Single(await MailOf(rapid.Ada, nameof(RapidDecisionAsked)));
        Assert.True((await _city.RapidAnswer(rapid.Bo, applicant, 100_000)).Value);
    }

    [Fact]
    public async Task A_template_is_approved_by_somebody_who_wrote_nothing_in_it_and_a_change_needs_a_new_approval()
    {
        var desk = _city.Portal.Get<RapidTemplateDesk>();
        var plan = await _city.RapidPlan();
        var both = await _city.Staff("Eve Everything", Roles.ProgrammeOfficer, Roles.Approver);
        var id = (await desk.Save(both, null, 0, plan)).Value;
        Assert.True((await desk.Ask(both, id, 1)).Done);
        Assert.Equal("rapid.own-template", (await desk.Approve(both, id, 2)).Refusals.Single().Code);
        var dee = await _city.NamedApprover("Dee Approves");
        Assert.True((await desk.SendBack(dee, id, 2, "Shorter, please")).Done);
        Assert.True((await desk.Save(both, id, 3, plan with { Title = "Rapid help now" })).Done);
        Assert.True((await desk.Ask(both, id, 4)).Done);
        Assert.True((await desk.Approve(dee, id, 5)).Done);
        Assert.Equal("rapid.not-draft", (await desk.Save(both, id, 6, plan)).Refusals.Single().Code);
        Assert.True((await desk.Change(both, id, 6)).Done);
        Assert.Equal(RapidTemplateState.Draft, (await _city.Read(work => RapidTemplateRepository.Find(work, id)))!.State);
        Assert.Equal("state.not-from-here", (await desk.Approve(dee, id, 7)).Refusals.Single().Code);
    }

    private async Task<string?> Why(Actor actor, string incident, RapidOpening opening) =>
        (await _city.Portal.Get<RapidFundDesk>().Open(actor, incident, opening))!.Value is { Refused: true } refused ? refused.Refusals.Single().Code : null;

    private async Task<RapidCase> Case(Applicant applicant) => (await _city.Read(work => RapidRepository.Case(work, applicant.Application.Id)))!;

    private Task<IReadOnlyList<RapidSeat>> Seats(Applicant applicant) => _city.Read(work => RapidRepository.Seats(work, applicant.Application.Id));

    /// <summary>Two answers and one sum: what any report keeps, in the same records; neither the usual questions nor items nor receipts are taken.</summary>
    private async Task LightlyReported(Applicant applicant, Award award, Report report)
    {
        var (owner, spending) = (City.As(applicant.Owner), _city.Portal.Get<SpendingDesk>());
        var typed = new[] { ReportRules.Used, ReportRules.Needed, ReportRules.Done, ReportRules.Explains(1) }.Select(part => new TypedText(part, $"Buses ({part})", 0, null)).ToList();
        Assert.Equal([ReportRules.Needed, ReportRules.Used], (await _city.Portal.Get<NarrativeDesk>().Save(owner, award.Reference, 1, typed)).Value.Sheet.Texts.Keys.Order());
        Assert.Equal("spending.one-sum", (await spending.Add(owner, award.Reference, 1, new ItemTyped(1, _city.Today, "A shop", "Tea", 5))).Refusals.Single().Code);
        var item = (await spending.SaveSum(owner, award.Reference, 1, 0, 1_400)).Value!;
        Assert.Equal("spending.sum-changed", (await spending.SaveSum(owner, award.Reference, 1, 0, 1_300)).Refusals.Single().Code);
        Assert.Equal("spending.sum-above", (await spending.SaveSum(owner, award.Reference, 1, item.Version, 1_500.01m)).Refusals.Single().Code);
        Assert.Equal(140_000, (await _city.Again(report)).SpentMinor);
        Assert.Null((await spending.SaveSum(owner, award.Reference, 1, item.Version, 0)).Value);
        Assert.Equal(0, (await _city.Again(report)).SpentMinor);
        Assert.True((await spending.SaveSum(owner, award.Reference, 1, 0, 1_450)).Done);

        Assert.True((await _city.Portal.Get<SubmitReportDesk>().Submit(owner, award.Reference, 1, _city.Now)).Done);
        var sent = await _city.Again(report);
        Assert.True((await _city.Portal.Get<ReportDesk>().Accept(await _city.Staff("Ola Officer", Roles.ProgrammeOfficer), sent.Id, sent.Version, null)).Done);
        var frozen = Json.Read<ReportContent>((await _city.Read(work => ReportRepository.Frozen(work, report.Id)))!);
        Assert.Equal([ReportRules.Needed, ReportRules.Used], frozen.Texts.Keys);
        Assert.Equal((145_000L, 145_000L), (frozen.SpentMinor, frozen.Lines.Single().NowMinor));
    }

    private Task<IReadOnlyList<Report>> Reports(Award award) => _city.Read(work => ReportRepository.OfAward(work, award.Id));

    /// <summary>The rule refuses both who decided; a record that does not know who did passes the rule and is stopped by the guarded UPDATE.</summary>
    private async Task NeitherDecider(RapidCity rapid, Payment payment, Func<PaymentMoves, Func<UnitOfWork, IReadOnlyList<Payment>, Task<IReadOnlyList<PaymentStep>>>> move)
    {
        var act = move(_city.Portal.Get<PaymentMoves>());
        foreach (var decider in new[] { rapid.Ada, rapid.Bo })
        {
            Assert.Equal("payment.decided-by-you", (await _city.Write(decider, work => act(work, [payment]))).Single().Refusals.Single().Code);
            Assert.Equal("payment.changed-meanwhile", (await _city.Write(decider, work => act(work, [payment with { DeciderId = null, OtherDeciderId = null }]))).Single().Refusals.Single().Code);
            var now = (await _city.Read(work => PaymentRepository.Find(work, payment.Id)))!;
            Assert.Equal((payment.State, payment.Version, null), (now.State, now.Version, now.ReleasedAt));
        }
    }

    private async Task<IReadOnlyList<City.Mail>> MailOf(Actor actor, string template)
    {
        var address = await _city.Read(work => work.Scalar<string>("SELECT Email FROM Person WHERE Id = @id", new { id = actor.Person }));
        return [.. (await _city.MailTo(address!)).Where(mail => mail.Template == template)];
    }
}
