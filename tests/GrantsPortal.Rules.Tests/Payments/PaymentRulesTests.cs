using CsCheck;
using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Payments;
using GrantsPortal.Payments.Payees;
using GrantsPortal.Payments.Schedule;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments;

public sealed class PaymentRulesTests
{
    private static readonly Gen<Payment> Any = Gen.Select(Gen.Enum<PaymentState>(), Gen.Long[1, 3].Nullable(), Gen.Long[1, 3].Nullable(), Gen.Bool, (state, prepared, released, batch) => new Payment
    {
        Id = 1,
        Reference = "PY-2026-0001",
        AwardId = 1,
        State = state,
        BatchId = batch ? 7 : null,
        PreparedBy = prepared,
        PreparedAt = prepared is null ? null : DateTimeOffset.UnixEpoch,
        ReleasedBy = released,
        ReleasedAt = released is null ? null : DateTimeOffset.UnixEpoch,
    });

    private static readonly Gen<Actor> Somebody = Gen.Select(Gen.Long[1, 3], Gen.Bool, Gen.Bool, (person, finance, approver) =>
        new Actor(person, "Somebody", new HashSet<string>([.. finance ? [Roles.Finance] : Array.Empty<string>(), .. approver ? [Roles.Approver] : Array.Empty<string>()])));

    [Fact]
    public void Nobody_approves_or_releases_what_they_prepared() => Gen.Select(Any, Somebody).Sample((payment, actor) =>
    {
        if (PaymentRules.MayApprove(payment, actor) is null)
        {
            Assert.True(payment.State == PaymentState.Due && payment.PreparedBy is not null && payment.PreparedBy != actor.Person);
            Assert.True(actor.Is(Roles.Finance, Roles.Approver));
        }

        if (PaymentRules.MayRelease(payment, actor) is null)
        {
            Assert.True(payment.State == PaymentState.Approved && payment.ReleasedAt is null && payment.PreparedBy != actor.Person);
        }
    });

    [Theory]
    [InlineData(PaymentState.Paid, true, 0)]
    [InlineData(PaymentState.Cancelled, true, 0)]
    [InlineData(PaymentState.Failed, true, 1)]
    [InlineData(PaymentState.Failed, false, 0)]
    [InlineData(PaymentState.Scheduled, true, 1)]
    [InlineData(PaymentState.Sent, true, 1)]
    public void A_payment_is_settled_once_it_is_paid_or_given_up_and_a_failed_one_while_its_instalment_stands_is_not(PaymentState state, bool scheduled, int unsettled) =>
        Assert.Equal(unsettled, PaymentRules.Unsettled([new Payment { Id = 1, InstalmentId = 5, Attempt = 1, State = state }], scheduled ? [5] : []).Count);

    [Fact]
    public void A_failed_payment_is_settled_by_what_became_of_the_attempt_that_followed()
    {
        Payment[] tried = [new() { Id = 1, InstalmentId = 5, Attempt = 1, State = PaymentState.Failed }, new() { Id = 2, InstalmentId = 5, Attempt = 2, State = PaymentState.Sent }];
        Assert.Equal([2], PaymentRules.Unsettled(tried, [5]).Select(payment => payment.Id));
        Assert.Empty(PaymentRules.Unsettled([tried[0], tried[1] with { State = PaymentState.Paid }], [5]));
    }

    [Fact]
    public void What_is_released_cannot_be_taken_back_or_given_up() => Gen.Select(Any, Somebody).Sample((payment, actor) =>
    {
        if (payment.IsReleased)
        {
            Assert.NotNull(PaymentRules.MayTakeBack(payment, actor));
            Assert.NotNull(PaymentRules.MayCancel(payment, actor, "Because"));
        }
    });

    [Fact]
    public void Nobody_prepares_approves_or_releases_what_is_paid_to_them() => Gen.Select(Any, Somebody).Sample((payment, actor) =>
    {
        var own = payment with { PersonId = actor.PersonId };
        Assert.All([PaymentRules.MayPrepare(own, actor), PaymentRules.MayApprove(own, actor), PaymentRules.MayRelease(own, actor)], Assert.NotNull);
        var other = payment with { PersonId = actor.PersonId + 1 };
        Assert.Equal(
            [PaymentRules.MayPrepare(payment, actor)?.Code, PaymentRules.MayApprove(payment, actor)?.Code, PaymentRules.MayRelease(payment, actor)?.Code],
            [PaymentRules.MayPrepare(other, actor)?.Code, PaymentRules.MayApprove(other, actor)?.Code, PaymentRules.MayRelease(other, actor)?.Code]);
    });

    [Theory]
    [InlineData(2, null)]
    [InlineData(1, "payment.prepared-by-you")]
    [InlineData(8, "payment.decided-by-you")]
    [InlineData(9, "payment.decided-by-you")]
    public void The_second_person_may_approve_and_release_and_neither_the_first_nor_who_decided_may(long person, string? refusal)
    {
        var (payment, actor) = (new Payment { State = PaymentState.Due, PreparedBy = 1, PreparedAt = DateTimeOffset.UnixEpoch, DeciderId = 8, OtherDeciderId = 9 }, new Actor(person, "Fay", new HashSet<string>([Roles.Finance])));
        Assert.Equal(refusal, PaymentRules.MayApprove(payment, actor)?.Code);
        Assert.Equal(refusal, PaymentRules.MayRelease(payment with { State = PaymentState.Approved }, actor)?.Code);
        Assert.Null(PaymentRules.MayPrepare(payment with { PreparedBy = null, PreparedAt = null }, actor));
    }

    [Fact]
    public void What_was_never_prepared_leaves_the_schedule_instead_of_being_cancelled() => Assert.Equal(
        "payment.cancel-by-schedule",
        PaymentRules.MayCancel(new Payment { State = PaymentState.Due }, new Actor(1, "Fay", new HashSet<string>([Roles.Finance])), "No longer needed")?.Code);
}

public sealed class PayeeRulesTests
{
    private static readonly Actor Fay = new(2, "Fay", new HashSet<string>([Roles.Finance]));
    private static readonly Actor Ada = new(3, "Ada", new HashSet<string>([Roles.Approver]));
    private static readonly PayeeAccount Entered = new() { Id = 1, OrganisationId = 9, EnteredBy = 1, State = PayeeState.Waiting };

    [Fact]
    public void Bank_details_are_entered_by_Owners_and_never_while_a_payment_is_out()
    {
        Assert.Null(PayeeRules.MayEnter(MemberRole.Owner, null));
        Assert.Equal("payee.owner-only", PayeeRules.MayEnter(MemberRole.Editor, null)?.Code);
        Assert.Equal("payee.payment-out", PayeeRules.MayEnter(MemberRole.Owner, "PY-2026-0001")?.Code);
    }

    [Fact]
    public void A_name_that_matches_is_confirmed_by_who_checked_it_or_anybody_else()
    {
        var match = Entered with { NameCheck = NameCheck.Match, NameCheckBy = Fay.Person };
        Assert.Null(PayeeRules.MayConfirm(match, Fay, member: false));
        Assert.Null(PayeeRules.MayConfirm(match, Ada, member: false));
        Assert.Equal("payee.not-checked", PayeeRules.MayConfirm(Entered, Ada, member: false)?.Code);
    }

    [Theory]
    [InlineData(NameCheck.CloseMatch)]
    [InlineData(NameCheck.NoMatch)]
    [InlineData(NameCheck.NotPossible)]
    public void A_name_that_does_not_match_needs_a_reason_and_another_person(NameCheck said)
    {
        Assert.Equal("payee.reason-missing", PayeeRules.MayCheck(Entered, Fay, member: false, said, "Harbour Circle", " ")?.Code);
        Assert.Null(PayeeRules.MayCheck(Entered, Fay, member: false, said, "Harbour Circle", "The bank cuts the name short"));
        var checkedBy = Entered with { NameCheck = said, NameCheckBy = Fay.Person, NameCheckReason = "The bank cuts the name short" };
        Assert.Equal("payee.checked-by-you", PayeeRules.MayConfirm(checkedBy, Fay, member: false)?.Code);
        Assert.Null(PayeeRules.MayConfirm(checkedBy, Ada, member: false));
    }

    [Fact]
    public void Nobody_decides_on_bank_details_they_entered_or_of_their_own_organisation()
    {
        var match = Entered with { NameCheck = NameCheck.Match };
        var owner = new Actor(1, "Owen", new HashSet<string>([Roles.Finance]));
        Assert.Equal("payee.entered-by-you", PayeeRules.MayConfirm(match, owner, member: false)?.Code);
        Assert.Equal("payee.entered-by-you", PayeeRules.MayCheck(Entered, owner, member: false, NameCheck.Match, null, null)?.Code);
        Assert.Equal("payee.own-organisation", PayeeRules.MayConfirm(match, Ada, member: true)?.Code);
    }

    [Fact]
    public void A_freeze_for_a_recovery_is_lifted_with_a_reason_once_the_recovery_is_over()
    {
        var hold = new PaymentHold { Kind = HoldKind.Recovery };
        Assert.Equal("hold.recovery-open", PayeeRules.MayLift(hold, Fay, member: false, recovering: true, accountWaits: false, "Settled")?.Code);
        Assert.Equal("payment.reason-missing", PayeeRules.MayLift(hold, Fay, member: false, recovering: false, accountWaits: false, "")?.Code);
        Assert.Null(PayeeRules.MayLift(hold, Fay, member: false, recovering: false, accountWaits: false, "Settled"));
        Assert.Equal("hold.by-confirming", PayeeRules.MayLift(new PaymentHold { Kind = HoldKind.BankDetails }, Fay, member: false, recovering: false, accountWaits: true, "Fine")?.Code);
    }
}

public sealed class ScheduleRulesTests
{
    private static readonly Award Granted = new() { Id = 1, AmountMinor = 1_000_00, Currency = "GBP", AwardedOn = new DateOnly(2026, 6, 30), State = AwardState.Active, ProgrammeId = 1 };
    private static readonly YearShare[] Years = [new(2026, 600_00), new(2027, 400_00)];

    [Fact]
    public void A_schedule_adds_up_to_the_award_and_in_each_year()
    {
        Assert.Empty(ScheduleRules.Check(Granted, Years, [Line(600_00, 2026), Line(400_00, 2027)]));
        Assert.Equal(["schedule.sum"], Codes([Line(600_00, 2026), Line(300_00, 2027)]));
        Assert.Equal(["schedule.year-sum", "schedule.year-sum"], Codes([Line(500_00, 2026), Line(500_00, 2027)]));
        Assert.Equal(["schedule.empty"], Codes([]));
    }

    [Fact]
    public void A_line_names_what_it_waits_for()
    {
        Assert.Equal(["schedule.milestone-missing"], Codes([Line(1_000_00, 2026) with { Basis = InstalmentBasis.Milestone }]));
        Assert.Equal(["schedule.report-missing"], Codes([Line(1_000_00, 2026) with { Basis = InstalmentBasis.Report }]));
        var wrong = Assert.Single(ScheduleRules.Check(Granted, Years, [Line(600_00, 2026), Line(400_00, 2031)]));
        Assert.Equal(("schedule.year-unknown", "Lines[1].Year"), (wrong.Code, wrong.Field));
    }

    private static PlannedInstalment Line(long amount, int year) => new() { Title = "Part", AmountMinor = amount, Year = year, DueOn = new DateOnly(2026, 9, 1) };

    private static IEnumerable<string> Codes(PlannedInstalment[] lines) => ScheduleRules.Check(Granted, Years, lines).Select(refusal => refusal.Code);
}
