using System.Globalization;
using GrantsPortal.Calls;
using GrantsPortal.Platform;
using GrantsPortal.Response.RapidFund;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Response.RapidFund;

/// <summary>A template as typed.</summary>
public sealed class RapidTemplateForm
{
    /// <summary>Title.</summary>
    public string? Title { get; set; }

    /// <summary>Summary.</summary>
    public string? Summary { get; set; }

    /// <summary>Description.</summary>
    public string? Description { get; set; }

    /// <summary>Statements about applicants.</summary>
    public string? Who { get; set; }

    /// <summary>The questions.</summary>
    public List<string?> Labels { get; set; } = [];

    /// <summary>A line below each.</summary>
    public List<string?> Hints { get; set; } = [];

    /// <summary>What the third and later ask for.</summary>
    public List<QuestionKind> Kinds { get; set; } = [];

    /// <summary>The fund.</summary>
    public long? ProgrammeId { get; set; }

    /// <summary>In all.</summary>
    [BindMoney]
    public decimal? Ceiling { get; set; }

    /// <summary>For one applicant.</summary>
    [BindMoney]
    public decimal? Largest { get; set; }

    /// <summary>Hours to the decision.</summary>
    public int? Hours { get; set; } = 48;

    /// <summary>Days to the report.</summary>
    public int? ReportDays { get; set; } = 30;

    /// <summary>One decider.</summary>
    public long? FirstDecider { get; set; }

    /// <summary>Their deputy.</summary>
    public long? FirstDeputy { get; set; }

    /// <summary>The other decider.</summary>
    public long? SecondDecider { get; set; }

    /// <summary>Their deputy.</summary>
    public long? SecondDeputy { get; set; }

    /// <summary>Which version was shown.</summary>
    public int Version { get; set; }

    /// <summary>What the use case takes; amounts in the currency of the fund.</summary>
    public RapidPlan Read(string currency) => new()
    {
        Title = Title ?? "",
        Summary = Summary ?? "",
        Description = Description ?? "",
        Who = Who ?? "",
        Questions = [.. Enumerable.Range(0, RapidTemplateRules.MostQuestions).Select(i => new RapidQuestion(
            Labels.ElementAtOrDefault(i)?.Trim() ?? "",
            Hints.ElementAtOrDefault(i)?.Trim() ?? "",
            i == 0 ? QuestionKind.ShortText : i == 1 ? QuestionKind.Money : Kinds.ElementAtOrDefault(i - 2)))],
        ProgrammeId = ProgrammeId ?? 0,
        CeilingMinor = Minor(Ceiling, currency) ?? 0,
        LargestMinor = Minor(Largest, currency) ?? 0,
        Hours = Hours ?? 0,
        ReportDays = ReportDays ?? 0,
        Seats = new RapidSeats(FirstDecider ?? 0, FirstDeputy, SecondDecider ?? 0, SecondDeputy),
    };

    /// <summary>A template as it stands.</summary>
    public static RapidTemplateForm Of(RapidTemplate template)
    {
        var questions = template.Plan.Questions;
        return new RapidTemplateForm
        {
            Title = template.Title,
            Summary = template.Summary,
            Description = template.Description,
            Who = template.Who,
            Labels = [.. questions.Select(question => question.Label)],
            Hints = [.. questions.Select(question => question.Hint)],
            Kinds = [.. questions.Skip(2).Select(question => question.Kind)],
            ProgrammeId = template.ProgrammeId,
            Ceiling = template.Ceiling.Amount,
            Largest = template.Largest.Amount,
            Hours = template.Hours,
            ReportDays = template.ReportDays,
            FirstDecider = template.FirstDeciderId,
            FirstDeputy = template.FirstDeputyId,
            SecondDecider = template.SecondDeciderId,
            SecondDeputy = template.SecondDeputyId,
            Version = template.Version,
        };
    }

    /// <summary>What a new one begins with.</summary>
    public static RapidTemplateForm New(Func<string, string> say) => new()
    {
        Who = say("We are a community group, faith community or charity that works in the city."),
        Labels = [say("What do you want to do, in a line?"), say("How much do you need?"), say("Who needs it, and why now?"), say("What will you spend it on?"), say("Who of you can we ring?")],
        Hints = ["", "", "", "", say("A name and a number, day and evening.")],
        Kinds = [QuestionKind.LongText, QuestionKind.LongText, QuestionKind.ShortText],
    };

    internal static long? Minor(decimal? amount, string currency) => amount is { } typed and > 0 and < 1_000_000_000_000m ? new Money(decimal.Round(typed, Money.DigitsOf(currency)), currency).Minor : null;

    internal static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
