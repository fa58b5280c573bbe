using GrantsPortal.Calls;
using GrantsPortal.Platform.Text;
using Xunit;

namespace GrantsPortal.Rules.Tests.Calls;

public sealed class FormRulesTests
{
    private static readonly FormDefinition Whole = new Starter(new PortalTexts().In("en")).Form();

    [Fact]
    public void The_starting_form_and_rubric_may_be_published_as_they_are()
    {
        Assert.Empty(FormRules.Check(Whole));
        Assert.Empty(RubricRules.Check(new Starter(new PortalTexts().In("en")).Rubric()));
    }

    [Fact]
    public void A_form_needs_exactly_one_question_for_the_amount_and_one_for_the_title()
    {
        Assert.Equal(["form.amount-question"], Codes(FormEdits.RemoveQuestion(Whole, "amount")));
        Assert.Equal(["form.title-question"], Codes(FormEdits.RemoveQuestion(Whole, "title")));
        Assert.Equal(["form.amount-question"], Codes(FormEdits.PutQuestion(Whole, "money", null,
            new Question { Kind = QuestionKind.Money, Purpose = QuestionPurpose.AmountAsked, Label = Words.Of("How much again?") })));
    }

    [Fact]
    public void Two_questions_under_one_key_are_refused()
    {
        var section = Whole.Sections[0];
        var twice = Whole with { Sections = [section with { Questions = [.. section.Questions, section.Questions[1]] }, .. Whole.Sections.Skip(1)] };

        Assert.Contains("form.key-repeated", Codes(twice));
    }

    [Fact]
    public void A_question_for_the_amount_asks_for_money() =>
        Assert.Equal("question.purpose-kind", FormRules.Check(new Question { Kind = QuestionKind.Number, Purpose = QuestionPurpose.AmountAsked, Label = Words.Of("How much?") }).Single().Code);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(5_001)]
    public void A_long_text_says_its_word_limit_beforehand(int? limit) =>
        Assert.Equal("question.word-limit", FormRules.Check(new Question { Kind = QuestionKind.LongText, Label = Words.Of("Why?"), WordLimit = limit }).Single().Code);

    [Fact]
    public void Choices_are_two_at_least_with_words_and_keys_of_their_own()
    {
        var question = new Question { Kind = QuestionKind.OneOf, Label = Words.Of("Which?") };

        Assert.Equal("question.choices-few", Code(question with { Choices = [new("a", Words.Of("A"))] }));
        Assert.Equal("question.choice-empty", Code(question with { Choices = [new("a", Words.Of("A")), new("b", Words.None)] }));
        Assert.Equal("question.choice-repeated", Code(question with { Choices = [new("a", Words.Of("A")), new("a", Words.Of("B"))] }));
        Assert.Empty(FormRules.Check(question with { Choices = [new("a", Words.Of("A")), new("b", Words.Of("B"))] }));
    }

    [Fact]
    public void A_question_of_the_check_that_lets_everybody_or_nobody_pass_decides_nothing()
    {
        var question = Whole.Eligibility[0];

        Assert.Equal("eligibility.decides-nothing", FormRules.Check(question with { Passing = ["yes", "no"] }).Single().Code);
        Assert.Equal("eligibility.passing-missing", FormRules.Check(question with { Passing = [] }).Single().Code);
        Assert.Equal("eligibility.why-not-missing", FormRules.Check(question with { WhyNot = Words.None }).Single().Code);
        Assert.Empty(FormRules.Check(question));
    }

    [Fact]
    public void A_question_that_asks_for_another_kind_of_answer_gets_another_key()
    {
        var reworded = FormEdits.PutQuestion(Whole, "project", "change", new Question { Kind = QuestionKind.LongText, Label = Words.Of("What changes?"), WordLimit = 100 });
        var retyped = FormEdits.PutQuestion(Whole, "project", "change", new Question { Kind = QuestionKind.YesNo, Label = Words.Of("Will it change?") });

        Assert.NotNull(FormEdits.Find(reworded, "change"));
        Assert.Null(FormEdits.Find(retyped, "change"));
        Assert.Equal(["title", "summary", "will-it-change", "starts", "ends"], retyped.Sections[0].Questions.Select(question => question.Key));
    }

    [Fact]
    public void A_question_moves_past_the_end_of_its_section_into_the_next()
    {
        var moved = FormEdits.MoveQuestion(Whole, "ends", 1);

        Assert.Equal("money", FormEdits.SectionOf(moved, "ends"));
        Assert.Equal("ends", moved.Sections[1].Questions[0].Key);
        Assert.Equal(Whole.AllQuestions().Count(), moved.AllQuestions().Count());
        Assert.Equal("project", FormEdits.SectionOf(FormEdits.MoveQuestion(moved, "ends", -1), "ends"));
    }

    [Fact]
    public void A_choice_whose_words_stay_keeps_its_key()
    {
        var before = FormEdits.Choices("Young people\nOlder people", []);
        var after = FormEdits.Choices("Older people\nChildren", before);

        Assert.Equal([before[1].Key, "children"], after.Select(choice => choice.Key));
    }

    private static string Code(Question question) => FormRules.Check(question).Single().Code;

    private static IEnumerable<string> Codes(FormDefinition form) => FormRules.Check(form).Select(shortcoming => shortcoming.Why.Code);
}
