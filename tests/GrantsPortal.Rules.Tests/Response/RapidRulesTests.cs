using CsCheck;
using GrantsPortal.Calls;
using GrantsPortal.Platform.Text;
using GrantsPortal.Response.RapidFund;
using Xunit;

namespace GrantsPortal.Rules.Tests.Response;

public sealed class RapidRulesTests
{
    private static readonly DateTimeOffset Promised = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<RapidSeat> Seats =
        from answer in Gen.Int[0, 2].Select(one => one == 0 ? (RapidAnswer?)null : (RapidAnswer)(one - 1))
        from amount in Gen.Long[1, 1000]
        from minute in Gen.Int[0, 600]
        select new RapidSeat { Answer = answer, AmountMinor = answer == RapidAnswer.Yes ? amount : null, Reason = $"{answer} {amount}", AnsweredAt = answer is null ? null : Promised.AddMinutes(-minute) };

    [Fact]
    public void Two_yes_give_the_lower_amount_one_no_gives_nothing_and_anything_else_waits()
    {
        Gen.Select(Seats, Seats).Sample((one, two) =>
        {
            RapidSeat[] seats = [one with { Number = 1 }, two with { Number = 2 }];
            var settled = RapidRules.Settle(seats);
            Assert.Equal(settled, RapidRules.Settle([seats[1], seats[0]]));
            if (seats.Any(seat => seat.Answer == RapidAnswer.No))
            {
                Assert.Null(settled!.AmountMinor);
                Assert.Contains(seats, seat => seat.Answer == RapidAnswer.No && seat.Reason == settled.Reason);
            }
            else if (seats.All(seat => seat.Answer == RapidAnswer.Yes))
            {
                Assert.Equal(Math.Min(one.AmountMinor!.Value, two.AmountMinor!.Value), settled!.AmountMinor);
                Assert.Contains(seats, seat => seat.AmountMinor == settled.AmountMinor && seat.Reason == settled.Reason);
            }
            else
            {
                Assert.Null(settled);
            }
        });
    }

    [Fact]
    public void The_clock_is_in_time_due_soon_in_the_last_quarter_and_late_after_the_promise()
    {
        Assert.Equal(PromiseState.InTime, RapidRules.Clock(Promised, 48, Promised.AddHours(-12).AddSeconds(-1)));
        Assert.Equal(PromiseState.DueSoon, RapidRules.Clock(Promised, 48, Promised.AddHours(-12)));
        Assert.Equal(PromiseState.DueSoon, RapidRules.Clock(Promised, 48, Promised));
        Assert.Equal(PromiseState.Late, RapidRules.Clock(Promised, 48, Promised.AddSeconds(1)));
    }

    [Fact]
    public void A_template_needs_two_different_approvers_and_at_most_five_questions_of_which_two_are_given()
    {
        var plan = Whole();
        var approvers = new HashSet<long> { 1, 2, 3 };
        Assert.Empty(RapidTemplateRules.Check(plan, approvers));
        foreach (var (wrong, code) in new (RapidPlan, string)[]
        {
            (plan with { Seats = new RapidSeats(1, null, 1, null) }, "rapid.deciders-same"),
            (plan with { Seats = new RapidSeats(1, 2, 2, null) }, "rapid.deciders-same"),
            (plan with { Seats = new RapidSeats(1, null, 9, null) }, "rapid.not-an-approver"),
            (plan with { Questions = [.. plan.Questions, .. Enumerable.Repeat(new RapidQuestion("More?", "", QuestionKind.LongText), 3)] }, "rapid.questions-many"),
            (plan with { Questions = [.. plan.Questions.Skip(1)] }, "rapid.questions-two"),
            (plan with { Questions = [.. plan.Questions.Take(2), new RapidQuestion("A file?", "", QuestionKind.File)] }, "rapid.question-kind"),
            (plan with { LargestMinor = plan.CeilingMinor + 1 }, "rapid.largest-wrong"),
            (plan with { Who = " \n " }, "rapid.who-missing"),
            (plan with { Hours = 0 }, "rapid.hours-wrong"),
        })
        {
            Assert.Equal(code, Assert.Single(RapidTemplateRules.Check(wrong, approvers)).Code);
        }
    }

    [Fact]
    public void What_a_template_asks_is_a_form_that_may_be_published_with_as_many_questions_as_were_written()
    {
        var form = RapidTemplateRules.Form(Whole(), new PortalTexts().In("en"));
        Assert.Empty(FormRules.Check(form));
        Assert.Equal(4, form.AllQuestions().Count());
        Assert.Equal(["We work here.", "Nobody profits."], form.Eligibility.Select(question => question.Text.ToString()));
        Assert.Equal("Who needs it?", form.For(QuestionPurpose.PublicSummary)!.Label.ToString());
    }

    private static RapidPlan Whole() => new()
    {
        Title = "Rapid help",
        Summary = "Small sums.",
        Description = "For what cannot wait.",
        Who = "We work here.\n\nNobody profits.",
        Questions =
        [
            new RapidQuestion("What?", "", QuestionKind.ShortText), new RapidQuestion("How much?", "", QuestionKind.Money), new RapidQuestion("Who needs it?", "", QuestionKind.LongText),
            new RapidQuestion("By when?", "", QuestionKind.Date), new RapidQuestion("", "", QuestionKind.LongText),
        ],
        ProgrammeId = 1,
        CeilingMinor = 3_000_000,
        LargestMinor = 300_000,
        Hours = 48,
        ReportDays = 30,
        Seats = new RapidSeats(1, 3, 2, null),
    };
}
