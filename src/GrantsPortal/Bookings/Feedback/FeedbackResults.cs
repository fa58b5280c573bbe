using System.Globalization;

namespace GrantsPortal.Bookings.Feedback;

/// <summary>An answer and how many gave it.</summary>
/// <param name="Answer">The rating or the choice.</param>
/// <param name="People">How many.</param>
public sealed record AnswerCount(string Answer, int People);

/// <summary>What came of one question.</summary>
/// <param name="Question">The question.</param>
/// <param name="People">How many answered it.</param>
/// <param name="Mean">Mean of the ratings, two decimals; null where there is none.</param>
/// <param name="Counts">How often each answer was given.</param>
/// <param name="Texts">What was said in people's own words, in alphabetical order so that nobody is recognised by the order.</param>
public sealed record QuestionResult(FeedbackQuestion Question, int People, decimal? Mean, IReadOnlyList<AnswerCount> Counts, IReadOnlyList<string> Texts);

/// <summary>How people rated a statement before and after; only those who did both are counted.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="People">How many did both.</param>
/// <param name="Before">Mean before, two decimals.</param>
/// <param name="After">Mean after, two decimals.</param>
public sealed record StatementChange(FeedbackQuestion Statement, int People, decimal Before, decimal After)
{
    /// <summary>How much higher it is after.</summary>
    public decimal Change => After - Before;
}

/// <summary>What people of an occasion answered, counted. Nothing is shown of a question that fewer than three answered.</summary>
/// <param name="Asked">How many were asked afterwards.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Questions">The questions that at least three answered.</param>
/// <param name="Changes">The statements that at least three rated before and after.</param>
public sealed record FeedbackResults(int Asked, int Answered, IReadOnlyList<QuestionResult> Questions, IReadOnlyList<StatementChange> Changes)
{
    /// <summary>How many have to answer before anything is shown.</summary>
    public const int Fewest = 3;

    /// <summary>Counts what was answered.</summary>
    public static FeedbackResults Of(int asked, int answered, IReadOnlyList<FeedbackQuestion> questions, IReadOnlyList<FeedbackAnswer> answers)
    {
        var after = answers.Where(answer => answer.Moment == FeedbackMoment.After).ToLookup(answer => answer.QuestionId);
        var before = answers.Where(answer => answer.Moment == FeedbackMoment.Before && answer.Rating is not null).ToDictionary(answer => (answer.BookingId, answer.QuestionId), answer => answer.Rating!.Value);
        return new(
            asked,
            answered,
            [.. questions.Where(question => question.Type != QuestionType.Statement).Select(question => Result(question, [.. after[question.Id]])).Where(result => result.People >= Fewest)],
            [.. questions.Where(question => question.Type == QuestionType.Statement).Select(question => Changed(question, [.. after[question.Id]], before)).OfType<StatementChange>()]);
    }

    private static QuestionResult Result(FeedbackQuestion question, IReadOnlyList<FeedbackAnswer> answers)
    {
        var ratings = answers.Select(answer => answer.Rating).OfType<int>().ToList();
        return new QuestionResult(
            question,
            answers.Count,
            question.Type == QuestionType.Rating && ratings.Count > 0 ? Mean(ratings) : null,
            question.Type switch
            {
                QuestionType.Rating => [.. Enumerable.Range(1, 5).Select(rating => new AnswerCount(rating.ToString(CultureInfo.InvariantCulture), ratings.Count(one => one == rating)))],
                QuestionType.Choice => [.. question.Options.Select(option => new AnswerCount(option, answers.Count(answer => answer.Words == option)))],
                _ => [],
            },
            question.Type == QuestionType.Text ? [.. answers.Select(answer => answer.Words ?? "").Order(StringComparer.OrdinalIgnoreCase)] : []);
    }

    private static StatementChange? Changed(FeedbackQuestion statement, IReadOnlyList<FeedbackAnswer> after, Dictionary<(long Booking, long Question), int> before)
    {
        var both = after.Where(answer => answer.Rating is not null && before.ContainsKey((answer.BookingId, statement.Id))).ToList();
        return both.Count < Fewest ? null : new StatementChange(
            statement, both.Count, Mean([.. both.Select(answer => before[(answer.BookingId, statement.Id)])]), Mean([.. both.Select(answer => answer.Rating!.Value)]));
    }

    private static decimal Mean(IReadOnlyCollection<int> ratings) => Math.Round(ratings.Sum() / (decimal)ratings.Count, 2, MidpointRounding.AwayFromZero);
}
