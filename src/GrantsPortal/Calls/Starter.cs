using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls;

/// <summary>What a call that is begun from nothing starts with, in the city's own language: few questions that decide something, and a rubric to match.</summary>
public sealed class Starter(TextsIn says)
{
    /// <summary>A check, three sections and one document.</summary>
    public FormDefinition Form() => new()
    {
        Eligibility =
        [
            new()
            {
                Key = "works-here",
                Text = Say("Does your group work with people who live in our city?"),
                Passing = [EligibilityQuestion.Yes],
                WhyNot = Say("This money is for work with people who live in our city."),
                Elsewhere = Say("Your own city or district may have a fund like this one. Ask its community team."),
            },
            new()
            {
                Key = "not-for-profit",
                Text = Say("Is the work for the good of the community, and not for anyone’s private profit?"),
                Hint = Say("You do not need to be a registered charity."),
                Passing = [EligibilityQuestion.Yes],
                WhyNot = Say("We can only fund work that nobody makes a private profit from."),
                Elsewhere = Say("The city’s business support team can help social enterprises and small businesses."),
            },
        ],
        Sections = [Project(), Money(), Reach()],
        Documents =
        [
            new()
            {
                Key = "constitution",
                Kind = QuestionKind.File,
                Label = Say("Your group’s rules or constitution"),
                Hint = Say("A page that says what your group is for and who decides is enough. PDF, Word or a photo."),
                Required = false,
                MaxFiles = 2,
            },
        ],
    };

    /// <summary>Four criteria on a scale of 0 to 4.</summary>
    public RubricDefinition Rubric() => new()
    {
        Criteria =
        [
            Criterion("need", "The need", "Does it answer a need of people in our city, and do they say so themselves?", 3,
                "No need is shown", "A need is named but not shown", "A need is shown, the people it concerns had little say", "A clear need, told with the people it concerns", "A pressing need, told by the people it concerns"),
            Criterion("plan", "The plan", "Will what is planned work, in the time and with the people named?", 3,
                "No plan", "A plan with large gaps", "A plan that could work, with open questions", "A sound plan", "A sound plan by people who have shown they can do it"),
            Criterion("reach", "Who it reaches", "Does it reach people who are often left out, and bring people together who would not meet?", 2,
                "Nobody new", "Few people, or those always reached", "Some people who are often left out", "Many people who are often left out", "People left out until now, together with others"),
            Criterion("cost", "Value for the money", "Is what is asked for fair for what is planned?", 2,
                "Costs do not fit the plan", "Many costs are unclear", "Most costs are fair", "Costs are fair and clear", "Costs are fair and clear, and others contribute"),
        ],
    };

    private FormSection Project() => new()
    {
        Key = "project",
        Title = Say("Your project"),
        Questions =
        [
            new() { Key = "title", Kind = QuestionKind.ShortText, Purpose = QuestionPurpose.Title, Label = Say("What is your project called?") },
            new()
            {
                Key = "summary",
                Kind = QuestionKind.LongText,
                Purpose = QuestionPurpose.PublicSummary,
                Label = Say("What do you want to do?"),
                Hint = Say("Say who will do what, with whom, and where. If we fund you, we may publish this answer."),
                WordLimit = 250,
            },
            new()
            {
                Key = "change",
                Kind = QuestionKind.LongText,
                Label = Say("What will be different afterwards, and how will you know?"),
                WordLimit = 200,
            },
            new() { Key = "starts", Kind = QuestionKind.Date, Purpose = QuestionPurpose.StartsOn, Label = Say("When does it start?") },
            new() { Key = "ends", Kind = QuestionKind.Date, Purpose = QuestionPurpose.EndsOn, Label = Say("When does it end?") },
        ],
    };

    private FormSection Money() => new()
    {
        Key = "money",
        Title = Say("Money"),
        Questions =
        [
            new() { Key = "amount", Kind = QuestionKind.Money, Purpose = QuestionPurpose.AmountAsked, Label = Say("How much are you asking for?") },
            new()
            {
                Key = "budget",
                Kind = QuestionKind.Budget,
                Label = Say("What will you spend it on?"),
                Hint = Say("One line for each thing. Include what it costs to make it possible for people to take part: travel, childcare, interpreting, access."),
            },
        ],
    };

    private FormSection Reach() => new()
    {
        Key = "reach",
        Title = Say("Who it is for"),
        Questions =
        [
            new()
            {
                Key = "communities",
                Kind = QuestionKind.SeveralOf,
                Label = Say("Which communities will take part?"),
                Choices =
                [
                    new("faith", Say("Faith communities")),
                    new("migrants", Say("Migrants and refugees")),
                    new("young", Say("Young people")),
                    new("older", Say("Older people")),
                    new("disabled", Say("Disabled people")),
                    new("lgbt", Say("LGBT+ people")),
                    new("neighbourhood", Say("People of one neighbourhood")),
                    new("other", Say("Others")),
                ],
            },
            new()
            {
                Key = "true",
                Kind = QuestionKind.Declaration,
                Label = Say("What we have written is true as far as we know, and our group has agreed to apply."),
            },
        ],
    };

    private Criterion Criterion(string key, string title, string description, int weight, params string[] guidance) => new()
    {
        Key = key,
        Title = Say(title),
        Description = Say(description),
        Weight = weight,
        MaxScore = guidance.Length - 1,
        Guidance = [.. guidance.Select(Say)],
    };

    private Words Say(string english) => Words.Of(says[english], says.Language);
}
