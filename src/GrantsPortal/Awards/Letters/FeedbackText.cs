using System.Globalization;
using System.Text;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards.Letters;

/// <summary>The reviewers' scores and words as a part of a letter; names no reviewer. An officer reads and edits it before it goes out.</summary>
public static class FeedbackText
{
    /// <summary>The place a template may give it; otherwise it stands at the end.</summary>
    private const string Place = "feedback";

    /// <summary>The letter with the feedback in it; the letter alone when nobody reviewed.</summary>
    public static string With(string body, ReviewFeedback? feedback, string language)
    {
        var text = feedback is { Reviews: > 0 } ? Of(feedback, language) : "";
        return LetterRules.Open(body).Contains(Place)
            ? LetterRules.Fill(body, new Dictionary<string, string> { [Place] = text })
            : text.Length == 0 ? body : $"{body.TrimEnd()}\n\n{text}";
    }

    private static string Of(ReviewFeedback feedback, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var text = new StringBuilder("## How it was scored\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{(feedback.Reviews == 1 ? "One reviewer" : $"{feedback.Reviews} reviewers")} read your application");
        text.Append(feedback.Mean is { } mean ? string.Create(culture, $". Together they gave it {mean / 100m:0.#} of 100.\n\n") : ".\n\n");
        foreach (var criterion in feedback.Criteria)
        {
            var score = criterion.MeanScore is { } given ? string.Create(culture, $"{given:0.#} of {criterion.MaxScore}") : "not scored";
            text.Append(CultureInfo.InvariantCulture, $"**{LetterRules.Plain(criterion.Title.For(language))}: {score}**\n\n");
            Comments(text, criterion.Comments);
        }

        if (feedback.Comments.Any(comment => !string.IsNullOrWhiteSpace(comment)))
        {
            text.Append("**Of the application as a whole**\n\n");
            Comments(text, feedback.Comments);
        }

        return text.ToString().TrimEnd();
    }

    private static void Comments(StringBuilder text, IReadOnlyList<string> comments)
    {
        foreach (var comment in comments.Where(comment => !string.IsNullOrWhiteSpace(comment)))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {LetterRules.Plain(comment)}\n");
        }

        if (comments.Any(comment => !string.IsNullOrWhiteSpace(comment)))
        {
            text.Append('\n');
        }
    }
}
