using GrantsPortal.Bookings.Feedback;
using GrantsPortal.Platform;

namespace GrantsPortal.Web.Bookings.Feedback;

/// <summary>A question as typed.</summary>
public sealed class QuestionLine
{
    /// <summary>How it is answered.</summary>
    public QuestionType Type { get; set; }

    /// <summary>What is asked; empty lines are left out.</summary>
    public string? Words { get; set; }

    /// <summary>The answers to choose from, one a line.</summary>
    public string? Choices { get; set; }
}

/// <summary>What is asked, as typed.</summary>
public sealed class QuestionsForm
{
    /// <summary>The version it was opened at; 0 while the usual questions hold.</summary>
    public int Version { get; set; }

    /// <summary>The questions asked afterwards.</summary>
    public List<QuestionLine> Questions { get; set; } = [];

    /// <summary>The statements rated before and after, one a line.</summary>
    public string? Statements { get; set; }

    /// <summary>A plan as it stands.</summary>
    public static QuestionsForm Of(int version, FeedbackPlan plan) => new QuestionsForm
    {
        Version = version,
        Questions = [.. plan.Questions.Select(question => new QuestionLine { Type = question.Type, Words = question.Words, Choices = string.Join('\n', question.Choices) })],
        Statements = string.Join('\n', plan.Statements),
    }.Filled();

    /// <summary>The questions that are asked.</summary>
    public static QuestionsForm Of(int version, IReadOnlyList<FeedbackQuestion> asked) => Of(version, new FeedbackPlan(
        [.. asked.Where(question => question.Type != QuestionType.Statement).Select(question => new QuestionPlan(question.Type, question.Words, question.Options))],
        [.. asked.Where(question => question.Type == QuestionType.Statement).Select(question => question.Words)]));

    /// <summary>What the use case takes.</summary>
    public FeedbackPlan Read()
    {
        Filled();
        return new([.. Written().Select(line => new QuestionPlan(line.Type == QuestionType.Statement ? QuestionType.Text : line.Type, line.Words!.Trim(), Lines(line.Choices)))], Lines(Statements));
    }

    /// <summary>Refusals at the lines of the form, empty ones counted.</summary>
    public IReadOnlyList<Refusal> Placed(IReadOnlyList<Refusal> refusals)
    {
        var lines = Written().Select(line => Questions.IndexOf(line)).ToList();
        return [.. refusals.Select(refusal => lines.Index().Aggregate(refusal, (placed, line) =>
            refusal.Field?.StartsWith($"Questions[{line.Index}].", StringComparison.Ordinal) == true ? refusal.At($"Questions[{line.Item}]{refusal.Field[refusal.Field.IndexOf('.')..]}") : placed))];
    }

    private List<QuestionLine> Written() => [.. Questions.Where(line => !string.IsNullOrWhiteSpace(line.Words))];

    private QuestionsForm Filled()
    {
        while (Questions.Count < FeedbackRules.MostQuestions)
        {
            Questions.Add(new QuestionLine());
        }

        return this;
    }

    private static List<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
