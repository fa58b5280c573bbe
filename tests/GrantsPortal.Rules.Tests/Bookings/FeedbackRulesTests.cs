using CsCheck;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Feedback;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Bookings;

public sealed class FeedbackRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor Officer = new(1, "Farah", new HashSet<string> { Roles.FocalPoint });
    private static readonly Occasion Over = new() { State = OccasionState.Published, StartsAt = Now.AddDays(-10), EndsAt = Now.AddDays(-2) };

    [Fact]
    public void The_usual_questions_can_be_asked_and_what_breaks_a_plan_is_said_at_its_line()
    {
        Assert.Empty(FeedbackRules.Check(Officer, FeedbackRules.Usual));
        Assert.Equal("feedback.not-staff", FeedbackRules.Check(Actor.Public, FeedbackRules.Usual)[0].Code);
        var wrong = FeedbackRules.Check(Officer, new FeedbackPlan(
            [new(QuestionType.Rating, "How was it?", []), new(QuestionType.Choice, "Would you come again?", ["Yes"]), new(QuestionType.Text, "How was it?", [])], ["I can ask", new string('x', 301)]));
        Assert.Equal(
            [("feedback.choices-wrong", "Questions[1].Choices"), ("feedback.twice", "Questions[2].Words"), ("feedback.words-long", "Statements")],
            wrong.Select(refusal => (refusal.Code, refusal.Field!)));
        Assert.Equal("feedback.too-few", FeedbackRules.Check(Officer, FeedbackRules.Usual with { Questions = [.. FeedbackRules.Usual.Questions.Take(2)] })[0].Code);
    }

    [Fact]
    public void A_question_keeps_its_answers_as_long_as_its_words_stay_wherever_it_stands()
    {
        var before = FeedbackRules.Keep([], FeedbackRules.Usual).Asked.Select((question, index) => question with { Id = index + 1 }).ToList();
        Gen.Shuffle(Enumerable.Range(0, 6).ToArray()).Sample(order =>
        {
            var (asked, retired) = FeedbackRules.Keep(before, new FeedbackPlan([.. order.Select(at => FeedbackRules.Usual.Questions[at])], ["I can ask"]));
            Assert.Empty(retired);
            Assert.Equal([.. order.Select(at => at + 1L), 0], asked.Select(question => question.Id));
            Assert.Equal(Enumerable.Range(1, 7), asked.Select(question => question.Position));
        });

        var (kept, gone) = FeedbackRules.Keep(before, FeedbackRules.Usual with { Questions = [FeedbackRules.Usual.Questions[0] with { Words = "Reworded" }, .. FeedbackRules.Usual.Questions.Skip(1)] });
        Assert.Equal([0L, 2, 3, 4, 5, 6], kept.Select(question => question.Id));
        Assert.Equal(1, Assert.Single(gone).Id);
    }

    [Fact]
    public void Answers_are_taken_before_it_begins_and_for_sixty_days_after_and_can_be_changed_for_fourteen()
    {
        var (was, coming) = (new Booking { State = BookingState.Attended }, new Booking { State = BookingState.Confirmed });
        var (before, after) = (new FeedbackSheet { Moment = FeedbackMoment.Before }, new FeedbackSheet { Moment = FeedbackMoment.After });
        var soon = Over with { StartsAt = Now.AddMinutes(1), EndsAt = Now.AddHours(2) };
        Assert.Null(FeedbackRules.MayAnswer(soon, coming, before, Now));
        Assert.Equal("feedback.begun", FeedbackRules.MayAnswer(soon, coming, before, Now.AddMinutes(1))?.Code);
        Assert.Equal("feedback.not-over", FeedbackRules.MayAnswer(soon, coming, after, Now)?.Code);
        Assert.Null(FeedbackRules.MayAnswer(Over, was, after, Over.EndsAt!.Value.AddDays(60)));
        Assert.Equal("feedback.closed", FeedbackRules.MayAnswer(Over, was, after, Over.EndsAt!.Value.AddDays(60).AddTicks(1))?.Code);
        var answered = after with { FirstAt = Now };
        Assert.Null(FeedbackRules.MayAnswer(Over, was, answered, Now.AddDays(14)));
        Assert.Equal("feedback.closed", FeedbackRules.MayAnswer(Over, was, answered, Now.AddDays(14).AddTicks(1))?.Code);
        foreach (var state in (BookingState[])[BookingState.NoShow, BookingState.Cancelled, BookingState.Waitlisted])
        {
            Assert.Equal("feedback.no-place", FeedbackRules.MayAnswer(Over, new Booking { State = state }, after, Now)?.Code);
        }
    }

    [Fact]
    public void Ratings_and_choices_are_needed_and_own_words_are_not()
    {
        FeedbackQuestion[] questions = [new() { Id = 1, Type = QuestionType.Rating }, new() { Id = 2, Type = QuestionType.Choice, Choices = "Yes\nNo" }, new() { Id = 3, Type = QuestionType.Text }];
        var wrong = FeedbackRules.Read(7, FeedbackMoment.After, questions, new Dictionary<long, string> { [1] = "6", [2] = "Perhaps" });
        Assert.Equal([("feedback.rating-missing", "answers[1]"), ("feedback.choice-missing", "answers[2]")], wrong.Refusals.Select(refusal => (refusal.Code, refusal.Field!)));
        var read = FeedbackRules.Read(7, FeedbackMoment.After, questions, new Dictionary<long, string> { [1] = "5", [2] = "No", [99] = "1" });
        Assert.Equal([(1L, 5, null), (2L, null, "No")], read.Value.Select(answer => (answer.QuestionId, answer.Rating, answer.Words)));
    }

    [Fact]
    public void Nothing_is_shown_of_a_question_that_fewer_than_three_answered_and_only_those_count_who_rated_before_and_after()
    {
        FeedbackQuestion[] questions = [new() { Id = 1, Type = QuestionType.Rating }, new() { Id = 2, Type = QuestionType.Text }, new() { Id = 3, Type = QuestionType.Statement }];
        FeedbackAnswer Rated(long booking, FeedbackMoment moment, long question, int rating) => new() { BookingId = booking, Moment = moment, QuestionId = question, Rating = rating };
        List<FeedbackAnswer> answers = [.. Enumerable.Range(1, 3).Select(booking => Rated(booking, FeedbackMoment.After, 1, booking + 2)), new() { BookingId = 1, Moment = FeedbackMoment.After, QuestionId = 2, Words = "mine" },
            new() { BookingId = 2, Moment = FeedbackMoment.After, QuestionId = 2, Words = "yours" }, .. Enumerable.Range(1, 3).Select(booking => Rated(booking, FeedbackMoment.After, 3, 5)),
            Rated(1, FeedbackMoment.Before, 3, 1), Rated(2, FeedbackMoment.Before, 3, 2), Rated(9, FeedbackMoment.Before, 3, 1)];
        var results = FeedbackResults.Of(4, 3, questions, answers);
        Assert.Equal((1L, 3, 4.00m), (Assert.Single(results.Questions).Question.Id, results.Questions[0].People, results.Questions[0].Mean!.Value));
        Assert.Empty(results.Changes);
        var change = Assert.Single(FeedbackResults.Of(4, 3, questions, [.. answers, Rated(3, FeedbackMoment.Before, 3, 4)]).Changes);
        Assert.Equal((3, 2.33m, 5m, 2.67m), (change.People, change.Before, change.After, change.Change));
    }

    [Fact]
    public void However_people_answer_no_answer_of_fewer_than_three_can_be_read_and_none_is_counted_twice() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 8]).List[0, 12].Sample(given =>
        {
            var answers = given.Select((one, index) => new FeedbackAnswer { BookingId = index, Moment = FeedbackMoment.After, QuestionId = one.Item2 % 3, Rating = one.Item1 }).ToList();
            var results = FeedbackResults.Of(given.Count, given.Count, [.. Enumerable.Range(0, 3).Select(id => new FeedbackQuestion { Id = id, Type = QuestionType.Rating })], answers);
            Assert.All(results.Questions, result => Assert.True(result.People >= 3 && result.Counts.Sum(count => count.People) == result.People && result.Mean is >= 1 and <= 5));
            Assert.Equal(answers.GroupBy(answer => answer.QuestionId).Count(group => group.Count() >= 3), results.Questions.Count);
        });
}
