using System.Globalization;
using System.Text;
using GrantsPortal.Platform.Text;
using GrantsPortal.Reviews;

namespace GrantsPortal.Awards.Letters;

/// <summary>The reviewers' scores and words as a part of a letter; names no reviewer. An officer reads and edits it before it goes out.</summary>
public static class FeedbackText
{
    /// <summary>The place a template may give it; otherwise it stands at the end.</summary>
    private const string Place = "feedback";

    /// <summary>The letter with the feedback in it; the letter alone when nobody reviewed.</summary>
    public static string With(string body, ReviewFeedback? feedback, TextsIn says)
    {
        var text = feedback is { Reviews: > 0 } ? Of(feedback, says) : "";
        return LetterRules.Open(body).Contains(Place)
            ? LetterRules.Fill(body, new Dictionary<string, string> { [Place] = text })
            : text.Length == 0 ? body : $"{body.TrimEnd()}\n\n{text}";
    }

    private static string Of(ReviewFeedback feedback, TextsIn says)
    {
        var mean = feedback.Mean is { } of ? (of / 100m).ToString("0.#", says.Culture) : null;
        var read = (feedback.Reviews, mean) switch
        {
            (1, null) => says["One reviewer read your application."],
            (1, _) => says["One reviewer read your application and gave it {0} of 100.", mean],
            (_, null) => says["{0} reviewers read your application.", feedback.Reviews],
            _ => says["{0} reviewers read your application. Together they gave it {1} of 100.", feedback.Reviews, mean],
        };
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"## {says["How it was scored"]}\n\n{read}\n\n");
        foreach (var criterion in feedback.Criteria)
        {
            var score = criterion.MeanScore is { } given ? says["{0} of {1}", given.ToString("0.#", says.Culture), criterion.MaxScore] : says["not scored"];
            text.Append(CultureInfo.InvariantCulture, $"**{LetterRules.Plain(criterion.Title.For(says.Language))}: {score}**\n\n");
            Comments(text, criterion.Comments);
        }

        if (feedback.Comments.Any(comment => !string.IsNullOrWhiteSpace(comment)))
        {
            text.Append(CultureInfo.InvariantCulture, $"**{says["Of the application as a whole"]}**\n\n");
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
