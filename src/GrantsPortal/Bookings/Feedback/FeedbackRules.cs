using System.Globalization;
using GrantsPortal.Platform;

namespace GrantsPortal.Bookings.Feedback;

/// <summary>What can be asked, by when it can be answered, and what an answer is.</summary>
public static class FeedbackRules
{
    /// <summary>Fewest questions.</summary>
    public const int FewestQuestions = 3;

    /// <summary>Most questions.</summary>
    public const int MostQuestions = 8;

    /// <summary>Most statements of competence.</summary>
    public const int MostStatements = 10;

    /// <summary>Most characters of a question or statement.</summary>
    public const int QuestionCharacters = 300;

    /// <summary>Most characters of an answer in one's own words.</summary>
    public const int AnswerCharacters = 2_000;

    /// <summary>How many days after the last session a first answer is taken.</summary>
    public const int OpenDays = 60;

    /// <summary>How many days after the first answer it can be changed.</summary>
    public const int ChangeDays = 14;

    /// <summary>What is asked where an officer has written nothing else.</summary>
    public static readonly FeedbackPlan Usual = new(
        [
            new(QuestionType.Rating, "How useful was it for what you do?", []),
            new(QuestionType.Rating, "How well was it led?", []),
            new(QuestionType.Rating, "Could you take part in the way you needed to?", []),
            new(QuestionType.Choice, "Would you tell others to come?", ["Yes", "Perhaps", "No"]),
            new(QuestionType.Text, "What will you do differently now?", []),
            new(QuestionType.Text, "What should we change?", []),
        ],
        []);

    /// <summary>
    /// What is wrong with a plan: <c>feedback.not-staff</c>, <c>feedback.too-few</c> (fewest), <c>feedback.too-many</c> (most);
    /// at <c>Questions[n].Words</c> <c>feedback.words-missing</c>, <c>feedback.words-long</c> (most), <c>feedback.twice</c>; at
    /// <c>Questions[n].Choices</c> <c>feedback.choices-wrong</c>; at <c>Statements</c> <c>feedback.statements-many</c> (most),
    /// <c>feedback.words-long</c> (most), <c>feedback.twice</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, FeedbackPlan plan)
    {
        if (!BookingRules.IsStaff(actor))
        {
            return [new Refusal("feedback.not-staff")];
        }

        List<Refusal> wrong = [];
        if (plan.Questions.Count < FewestQuestions)
        {
            wrong.Add(new Refusal("feedback.too-few", FewestQuestions));
        }
        else if (plan.Questions.Count > MostQuestions)
        {
            wrong.Add(new Refusal("feedback.too-many", MostQuestions));
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, question) in plan.Questions.Index())
        {
            if (Against(question.Words, seen) is { } words)
            {
                wrong.Add(words.At($"Questions[{index}].Words"));
            }

            if (question.Type == QuestionType.Choice && (question.Choices.Count is < 2 or > 8 || question.Choices.Distinct(StringComparer.OrdinalIgnoreCase).Count() < question.Choices.Count || question.Choices.Any(choice => choice.Length > 100)))
            {
                wrong.Add(new Refusal("feedback.choices-wrong").At($"Questions[{index}].Choices"));
            }
        }

        if (plan.Statements.Count > MostStatements)
        {
            wrong.Add(new Refusal("feedback.statements-many", MostStatements).At("Statements"));
        }
        else if (plan.Statements.Select(statement => Against(statement, seen)).FirstOrDefault(refusal => refusal is not null) is { } statement)
        {
            wrong.Add(statement.At("Statements"));
        }

        return wrong;
    }

    /// <summary>
    /// The questions after a change of plan: one that stays word for word keeps its id and with it its answers; one that was
    /// reworded is a new question (id 0), and the old one is retired.
    /// </summary>
    public static (IReadOnlyList<FeedbackQuestion> Asked, IReadOnlyList<FeedbackQuestion> Retired) Keep(IReadOnlyList<FeedbackQuestion> before, FeedbackPlan plan)
    {
        var left = before.Where(question => question.RetiredAt is null).ToList();
        var asked = new List<FeedbackQuestion>();
        foreach (var (type, words, choices) in plan.Questions.Select(question => (question.Type, question.Words, question.Choices))
            .Concat(plan.Statements.Select(statement => (Type: QuestionType.Statement, Words: statement, Choices: (IReadOnlyList<string>)[]))))
        {
            var offered = type == QuestionType.Choice ? string.Join('\n', choices) : "";
            var same = left.FirstOrDefault(question => question.Type == type && question.Words == words && question.Choices == offered);
            if (same is not null)
            {
                left.Remove(same);
            }

            asked.Add((same ?? new FeedbackQuestion { Type = type, Words = words, Choices = offered }) with { Position = asked.Count + 1 });
        }

        return (asked, left);
    }

    /// <summary>The questions that are asked at a moment, in their order.</summary>
    public static IReadOnlyList<FeedbackQuestion> AskedAt(FeedbackMoment moment, IReadOnlyList<FeedbackQuestion> questions) =>
        [.. questions.Where(question => question.RetiredAt is null && (moment == FeedbackMoment.After || question.Type == QuestionType.Statement)).OrderBy(question => question.Position)];

    /// <summary>
    /// What stands against answering: <c>feedback.no-place</c>, <c>feedback.begun</c> once the first session has, <c>feedback.not-over</c>,
    /// <c>feedback.closed</c> when the time for a first answer (<see cref="OpenDays"/>) or for a change (<see cref="ChangeDays"/>) is over.
    /// </summary>
    public static Refusal? MayAnswer(Occasion occasion, Booking booking, FeedbackSheet sheet, DateTimeOffset now) =>
        sheet.Moment == FeedbackMoment.Before
            ? booking.State != BookingState.Confirmed ? new Refusal("feedback.no-place")
                : occasion.State != OccasionState.Published || now >= occasion.StartsAt ? new Refusal("feedback.begun")
                : null
            : booking.State is not (BookingState.Confirmed or BookingState.Attended) ? new Refusal("feedback.no-place")
                : occasion.PhaseAt(now) != BookingPhase.Over ? new Refusal("feedback.not-over")
                : now > Until(occasion, sheet) ? new Refusal("feedback.closed")
                : null;

    /// <summary>Until when an answer can be given or changed.</summary>
    public static DateTimeOffset? Until(Occasion occasion, FeedbackSheet sheet) =>
        sheet.Moment == FeedbackMoment.Before ? occasion.StartsAt : sheet.FirstAt?.AddDays(ChangeDays) ?? occasion.EndsAt?.AddDays(OpenDays);

    /// <summary>
    /// Reads what was typed, by question. Refused at <c>answers[id]</c> with <c>feedback.rating-missing</c>,
    /// <c>feedback.choice-missing</c>, <c>feedback.answer-long</c> (most).
    /// </summary>
    public static Outcome<IReadOnlyList<FeedbackAnswer>> Read(long booking, FeedbackMoment moment, IReadOnlyList<FeedbackQuestion> questions, IReadOnlyDictionary<long, string> typed)
    {
        List<Refusal> wrong = [];
        List<FeedbackAnswer> answers = [];
        foreach (var question in questions)
        {
            var words = (typed.GetValueOrDefault(question.Id) ?? "").Trim();
            var answer = new FeedbackAnswer { BookingId = booking, Moment = moment, QuestionId = question.Id };
            var refusal = question.Type switch
            {
                QuestionType.Text when words.Length > AnswerCharacters => new Refusal("feedback.answer-long", AnswerCharacters),
                QuestionType.Text => null,
                QuestionType.Choice => question.Options.Contains(words) ? null : new Refusal("feedback.choice-missing"),
                _ => Rating(words) is null ? new Refusal("feedback.rating-missing") : null,
            };
            if (refusal is not null)
            {
                wrong.Add(refusal.At(Field(question.Id)));
            }
            else if (words.Length > 0)
            {
                answers.Add(question.Type is QuestionType.Rating or QuestionType.Statement ? answer with { Rating = Rating(words) } : answer with { Words = words });
            }
        }

        return wrong.Count > 0 ? Outcome<IReadOnlyList<FeedbackAnswer>>.Refuse(wrong) : Outcome<IReadOnlyList<FeedbackAnswer>>.Of(answers);
    }

    /// <summary>The field of a question.</summary>
    public static string Field(long question) => FormattableString.Invariant($"answers[{question}]");

    private static int? Rating(string words) => int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var rating) && rating is >= 1 and <= 5 ? rating : null;

    private static Refusal? Against(string words, HashSet<string> seen) =>
        string.IsNullOrWhiteSpace(words) ? new Refusal("feedback.words-missing")
        : words.Length > QuestionCharacters ? new Refusal("feedback.words-long", QuestionCharacters)
        : !seen.Add(words) ? new Refusal("feedback.twice")
        : null;
}
