using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Response.RapidFund;

/// <summary>What a template of rapid-response funds must be, and what it becomes when a fund is opened.</summary>
public static class RapidTemplateRules
{
    /// <summary>Most questions of a rapid-response fund.</summary>
    public const int MostQuestions = 5;

    /// <summary>Most statements about who may apply.</summary>
    public const int MostStatements = 3;

    /// <summary>The longest that a decision may be promised for, in hours: two weeks.</summary>
    public const int MostHours = 336;

    /// <summary>The longest time to the report, in days.</summary>
    public const int MostReportDays = 180;

    /// <summary>Most words of a long answer.</summary>
    public const int AnswerWords = 150;

    private const int LineCharacters = 200;

    /// <summary>What the questions after the first two may ask for.</summary>
    public static readonly IReadOnlyList<QuestionKind> Kinds = [QuestionKind.LongText, QuestionKind.ShortText, QuestionKind.Number, QuestionKind.Date, QuestionKind.YesNo];

    /// <summary>Whether the actor prepares templates and opens funds: programme officers, focal points, and the portal itself.</summary>
    public static bool MayPrepare(Actor actor) => actor.Is(Roles.ProgrammeOfficer, Roles.FocalPoint) || actor == Actor.System;

    /// <summary>
    /// What is wrong with a template: <c>rapid.title-missing</c>, <c>rapid.text-long</c> (most), <c>rapid.summary-missing</c>,
    /// <c>rapid.description-missing</c>, <c>rapid.who-missing</c>, <c>rapid.statements-many</c> (most), <c>rapid.questions-two</c>, <c>rapid.questions-many</c> (most),
    /// <c>rapid.question-kind</c>, <c>rapid.ceiling-missing</c>, <c>rapid.largest-wrong</c>, <c>rapid.hours-wrong</c> (most),
    /// <c>rapid.report-days-wrong</c> (most), <c>rapid.deciders-missing</c>, <c>rapid.deciders-same</c>, <c>rapid.not-an-approver</c>.
    /// </summary>
    /// <param name="plan">What was typed.</param>
    /// <param name="approvers">Everybody who holds the right to decide.</param>
    public static IReadOnlyList<Refusal> Check(RapidPlan plan, IReadOnlySet<long> approvers)
    {
        var wrong = new List<Refusal>();
        void Require(bool holds, Refusal why)
        {
            if (!holds && wrong.All(other => other.Field != why.Field))
            {
                wrong.Add(why);
            }
        }

        void Text(string text, int most, string missing, string field)
        {
            Require(!string.IsNullOrWhiteSpace(text), new Refusal(missing).At(field));
            Require(WordCount.CharactersOf(text) <= most, new Refusal("rapid.text-long", most).At(field));
        }

        Text(plan.Title, CallRules.TitleLimit, "rapid.title-missing", "Title");
        Text(plan.Summary, CallRules.SummaryLimit, "rapid.summary-missing", "Summary");
        Text(plan.Description, CallRules.DescriptionLimit, "rapid.description-missing", "Description");
        var statements = Statements(plan.Who);
        Require(statements.Count > 0, new Refusal("rapid.who-missing").At("Who"));
        Require(statements.Count <= MostStatements, new Refusal("rapid.statements-many", MostStatements).At("Who"));
        Require(statements.All(one => one.Length <= LineCharacters), new Refusal("rapid.text-long", LineCharacters).At("Who"));
        var asked = plan.Questions.Where(question => !string.IsNullOrWhiteSpace(question.Label)).ToList();
        Require(asked.Count <= MostQuestions, new Refusal("rapid.questions-many", MostQuestions).At("Questions"));
        Require(
            plan.Questions is [{ Kind: QuestionKind.ShortText } title, { Kind: QuestionKind.Money } amount, ..] && !string.IsNullOrWhiteSpace(title.Label) && !string.IsNullOrWhiteSpace(amount.Label),
            new Refusal("rapid.questions-two").At("Questions"));
        Require(plan.Questions.Skip(2).All(question => Kinds.Contains(question.Kind)), new Refusal("rapid.question-kind").At("Questions"));
        Require(plan.Questions.All(question => question.Label.Length <= LineCharacters && question.Hint.Length <= LineCharacters), new Refusal("rapid.text-long", LineCharacters).At("Questions"));
        Require(plan.CeilingMinor > 0, new Refusal("rapid.ceiling-missing").At("Ceiling"));
        Require(plan.LargestMinor > 0 && plan.LargestMinor <= plan.CeilingMinor, new Refusal("rapid.largest-wrong").At("Largest"));
        Require(plan.Hours is >= 1 and <= MostHours, new Refusal("rapid.hours-wrong", MostHours).At("Hours"));
        Require(plan.ReportDays is >= 1 and <= MostReportDays, new Refusal("rapid.report-days-wrong", MostReportDays).At("ReportDays"));
        Require(plan.Seats.First != 0, new Refusal("rapid.deciders-missing").At("FirstDecider"));
        Require(plan.Seats.Second != 0, new Refusal("rapid.deciders-missing").At("SecondDecider"));
        Require(plan.Seats.All.Distinct().Count() == plan.Seats.All.Count, new Refusal("rapid.deciders-same").At("SecondDecider"));
        Require(plan.Seats.All.All(approvers.Contains), new Refusal("rapid.not-an-approver").At("FirstDecider"));
        return wrong;
    }

    /// <summary>
    /// Whether somebody may approve a template or send it back. Refused with <c>rapid.not-approver</c>, <c>rapid.own-template</c>, or from
    /// the state table.
    /// </summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="template">The template.</param>
    /// <param name="editors">Everybody who wrote in it since it was last approved.</param>
    /// <param name="act">Approve or send back.</param>
    public static Outcome<RapidTemplateState> Answer(Actor actor, RapidTemplate template, IReadOnlySet<long> editors, string act) =>
        !actor.Is(Roles.Approver) || actor.PersonId is not { } person ? new Refusal("rapid.not-approver")
        : editors.Contains(person) ? new Refusal("rapid.own-template")
        : RapidTemplateStates.Table.Move(template.State, act);

    /// <summary>The statements about who may apply: the lines that are not blank.</summary>
    public static IReadOnlyList<string> Statements(string who) => [.. who.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>What a call opened from it asks, in the city's own language; every question has to be answered.</summary>
    public static FormDefinition Form(RapidPlan plan, TextsIn says)
    {
        Words Say(string english) => Words.Of(says[english], says.Language);
        var publicAt = plan.Questions.Index().Skip(2).FirstOrDefault(at => at.Item.Kind == QuestionKind.LongText && at.Item.Label.Length > 0, (-1, null!)).Index;
        return new FormDefinition
        {
            Eligibility =
            [
                .. Statements(plan.Who).Select((statement, i) => new EligibilityQuestion
                {
                    Key = FormattableString.Invariant($"who-{i + 1}"),
                    Text = Words.Of(statement, says.Language),
                    Passing = [EligibilityQuestion.Yes],
                    WhyNot = Say("This fund is for those of whom this is true."),
                    Elsewhere = Say("Call your focal point at the city: there may be another way to help."),
                }),
            ],
            Sections =
            [
                new FormSection
                {
                    Key = "rapid",
                    Title = Say("What you need"),
                    Questions = [.. plan.Questions.Index().Where(at => !string.IsNullOrWhiteSpace(at.Item.Label)).Select(at => new Question
                    {
                        Key = at.Index switch { 0 => "title", 1 => "amount", _ => FormattableString.Invariant($"question-{at.Index + 1}") },
                        Kind = at.Item.Kind,
                        Purpose = at.Index == 0 ? QuestionPurpose.Title : at.Index == 1 ? QuestionPurpose.AmountAsked : at.Index == publicAt ? QuestionPurpose.PublicSummary : QuestionPurpose.None,
                        Label = Words.Of(at.Item.Label, says.Language),
                        Hint = string.IsNullOrWhiteSpace(at.Item.Hint) ? Words.None : Words.Of(at.Item.Hint, says.Language),
                        WordLimit = at.Item.Kind == QuestionKind.LongText ? AnswerWords : null,
                    })],
                },
            ],
        };
    }

    /// <summary>What the two deciders look at; nobody scores against it.</summary>
    public static RubricDefinition Rubric(TextsIn says) => new()
    {
        Criteria =
        [
            Criterion(says, "need", "The need now", "Does it answer something that cannot wait?"),
            Criterion(says, "reach", "The people reached", "Does it reach those whom the incident concerns, through people they trust?"),
            Criterion(says, "cost", "The cost", "Is what is asked for fair for what is planned?"),
        ],
    };

    private static Criterion Criterion(TextsIn says, string key, string title, string description) => new()
    {
        Key = key,
        Title = Words.Of(says[title], says.Language),
        Description = Words.Of(says[description], says.Language),
        Weight = 1,
        MaxScore = 1,
    };
}
