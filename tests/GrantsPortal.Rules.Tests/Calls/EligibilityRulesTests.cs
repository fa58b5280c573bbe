using GrantsPortal.Calls;
using GrantsPortal.Platform.Text;
using Xunit;

namespace GrantsPortal.Rules.Tests.Calls;

public sealed class EligibilityRulesTests
{
    private static readonly FormDefinition Form = new Starter(new PortalTexts().In("en")).Form();

    [Fact]
    public void Who_answers_every_question_as_the_call_wants_is_eligible() =>
        Assert.True(EligibilityRules.Check(Form, Answers("yes", "yes")).Eligible);

    [Fact]
    public void One_other_answer_is_enough_to_fail_and_is_named()
    {
        var result = EligibilityRules.Check(Form, Answers("yes", "no"));

        Assert.False(result.Eligible);
        Assert.Equal(["not-for-profit"], result.Failed.Select(question => question.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("maybe")]
    public void An_answer_that_was_not_offered_is_no_answer(string answer)
    {
        var result = EligibilityRules.Check(Form, Answers("yes", answer));

        Assert.False(result.Eligible);
        Assert.Equal(["not-for-profit"], result.Unanswered.Select(question => question.Key));
        Assert.Empty(result.Failed);
    }

    [Fact]
    public void A_call_that_asks_nothing_is_open_to_everybody() =>
        Assert.True(EligibilityRules.Check(new FormDefinition(), new Dictionary<string, string>()).Eligible);

    private static Dictionary<string, string> Answers(string works, string profit) => new() { ["works-here"] = works, ["not-for-profit"] = profit };
}
