using System.Globalization;
using GrantsPortal.Bookings.Feedback;
using GrantsPortal.Web.Shared.Forms;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Bookings.Feedback;

/// <summary>Words for questions and their scales.</summary>
public static class FeedbackWords
{
    /// <summary>The five steps of a scale, its ends in words.</summary>
    public static IReadOnlyList<FieldItem> Scale(QuestionType type, IStringLocalizer texts) =>
    [
        .. Enumerable.Range(1, 5).Select(step => new FieldItem(step.ToString(CultureInfo.InvariantCulture), step switch
        {
            1 => texts[type == QuestionType.Statement ? "1, not at all" : "1, poor"],
            5 => texts[type == QuestionType.Statement ? "5, fully" : "5, very good"],
            _ => step.ToString(CultureInfo.InvariantCulture),
        })),
    ];

    /// <summary>How a question is answered.</summary>
    public static string Of(QuestionType type) => type switch
    {
        QuestionType.Rating => "From 1 to 5",
        QuestionType.Choice => "One of several answers",
        QuestionType.Text => "In one’s own words",
        _ => "Before and after",
    };

    /// <summary>Where a mean stands on a chart from 1 to 5 that is so wide, to a tenth.</summary>
    public static string At(decimal mean, int width) => Math.Round((mean - 1) / 4 * width, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A mean or a change with two decimals.</summary>
    public static string Number(decimal number, bool sign = false) => number.ToString(sign ? "+0.00;−0.00;0.00" : "0.00", CultureInfo.CurrentCulture);
}
