using GrantsPortal.Platform.Text;

namespace GrantsPortal.Calls;

/// <summary>What a call that is begun from nothing starts with: few questions that decide something, and a rubric to match.</summary>
public static class Starter
{
    /// <summary>A check, three sections and one document.</summary>
    public static FormDefinition Form() => new()
    {
        Eligibility =
        [
            new()
            {
                Key = "works-here",
                Text = Words.Of("Does your group work with people who live in our city?"),
                Passing = [EligibilityQuestion.Yes],
                WhyNot = Words.Of("This money is for work with people who live in our city."),
                Elsewhere = Words.Of("Your own city or district may have a fund like this one. Ask its community team."),
            },
            new()
            {
                Key = "not-for-profit",
                Text = Words.Of("Is the work for the good of the community, and not for anyone’s private profit?"),
                Hint = Words.Of("You do not need to be a registered charity."),
                Passing = [EligibilityQuestion.Yes],
                WhyNot = Words.Of("We can only fund work that nobody makes a private profit from."),
                Elsewhere = Words.Of("The city’s business support team can help social enterprises and small businesses."),
            },
        ],
        Sections = [Project(), Money(), Reach()],
        Documents =
        [
            new()
            {
                Key = "constitution",
                Kind = QuestionKind.File,
                Label = Words.Of("Your group’s rules or constitution"),
                Hint = Words.Of("A page that says what your group is for and who decides is enough. PDF, Word or a photo."),
                Required = false,
                MaxFiles = 2,
            },
        ],
    };

    /// <summary>Four criteria on a scale of 0 to 4.</summary>
    public static RubricDefinition Rubric() => new()
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

    private static FormSection Project() => new()
    {
        Key = "project",
        Title = Words.Of("Your project"),
        Questions =
        [
            new() { Key = "title", Kind = QuestionKind.ShortText, Purpose = QuestionPurpose.Title, Label = Words.Of("What is your project called?") },
            new()
            {
                Key = "summary",
                Kind = QuestionKind.LongText,
                Purpose = QuestionPurpose.PublicSummary,
                Label = Words.Of("What do you want to do?"),
                Hint = Words.Of("Say who will do what, with whom, and where. If we fund you, we may publish this answer."),
                WordLimit = 250,
            },
            new()
            {
                Key = "change",
                Kind = QuestionKind.LongText,
                Label = Words.Of("What will be different afterwards, and how will you know?"),
                WordLimit = 200,
            },
            new() { Key = "starts", Kind = QuestionKind.Date, Purpose = QuestionPurpose.StartsOn, Label = Words.Of("When does it start?") },
            new() { Key = "ends", Kind = QuestionKind.Date, Purpose = QuestionPurpose.EndsOn, Label = Words.Of("When does it end?") },
        ],
    };

    private static FormSection Money() => new()
    {
        Key = "money",
        Title = Words.Of("Money"),
        Questions =
        [
            new() { Key = "amount", Kind = QuestionKind.Money, Purpose = QuestionPurpose.AmountAsked, Label = Words.Of("How much are you asking for?") },
            new()
            {
                Key = "budget",
                Kind = QuestionKind.Budget,
                Label = Words.Of("What will you spend it on?"),
                Hint = Words.Of("One line for each thing. Include what it costs to make it possible for people to take part: travel, childcare, interpreting, access."),
            },
        ],
    };

    private static FormSection Reach() => new()
    {
        Key = "reach",
        Title = Words.Of("Who it is for"),
        Questions =
        [
            new()
            {
                Key = "communities",
                Kind = QuestionKind.SeveralOf,
                Label = Words.Of("Which communities will take part?"),
                Choices =
                [
                    new("faith", Words.Of("Faith communities")),
                    new("migrants", Words.Of("Migrants and refugees")),
                    new("young", Words.Of("Young people")),
                    new("older", Words.Of("Older people")),
                    new("disabled", Words.Of("Disabled people")),
                    new("lgbt", Words.Of("LGBT+ people")),
                    new("neighbourhood", Words.Of("People of one neighbourhood")),
                    new("other", Words.Of("Others")),
                ],
            },
            new()
            {
                Key = "true",
                Kind = QuestionKind.Declaration,
                Label = Words.Of("What we have written is true as far as we know, and our group has agreed to apply."),
            },
        ],
    };

    private static Criterion Criterion(string key, string title, string description, int weight, params string[] guidance) => new()
    {
        Key = key,
        Title = Words.Of(title),
        Description = Words.Of(description),
        Weight = weight,
        MaxScore = guidance.Length - 1,
        Guidance = [.. guidance.Select(line => Words.Of(line))],
    };
}
