using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Platform;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Monitoring;

/// <summary>What reports and their figures are called.</summary>
public static class ReportWords
{
    /// <summary>"Report 2", "Final report".</summary>
    public static string Name(int number, ReportKind kind, IStringLocalizer<Texts> texts) =>
        kind == ReportKind.Final ? texts["Final report"] : texts["Report {0}", number];

    /// <summary>The question a part of the narrative answers, in English.</summary>
    public static string Question(string part) => part switch
    {
        ReportRules.Done => "What was done?",
        ReportRules.Changed => "What changed?",
        ReportRules.Hard => "What was hard?",
        ReportRules.Used => "What did you do with the money?",
        ReportRules.Needed => "What is still needed?",
        _ => "What was spent?",
    };

    /// <summary>What helps to answer it, in English.</summary>
    public static string Hint(string part) => part switch
    {
        ReportRules.Done => "What took place, how often, who came. Plain sentences are enough; figures where you have them.",
        ReportRules.Changed => "What is different now for the people you work with. And what you did otherwise than planned, and why. If nothing changed, say so.",
        ReportRules.Hard => "What did not work, what you would do otherwise, where we could have helped. An honest answer never counts against you.",
        ReportRules.Used => "A few sentences are enough. Please name nobody who could be put at risk by being named.",
        ReportRules.Needed => "For the people you help, or for you who help them. If nothing is, say so.",
        _ => "",
    };

    /// <summary>Where a line stands against its budget, in words: "£40 over", "£250 left", "all spent".</summary>
    public static string Left(LineFigures line, SpendingFigures figures, IStringLocalizer<Texts> texts) => line.LeftMinor switch
    {
        < 0 => texts["{0} over", figures.Of(-line.LeftMinor).Format()],
        > 0 => texts["{0} left", figures.Of(line.LeftMinor).Format()],
        _ => texts["all spent"],
    };

    /// <summary>Where the whole stands, as a sentence.</summary>
    public static string Sum(SpendingFigures figures, IStringLocalizer<Texts> texts)
    {
        var sum = figures.Sum;
        var (budget, total) = (figures.Of(sum.BudgetMinor).Format(), figures.Of(sum.TotalMinor).Format());
        return sum.LeftMinor switch
        {
            < 0 => texts["{0} of {1} is spent so far: {2} more than the budget.", total, budget, figures.Of(-sum.LeftMinor).Format()],
            > 0 => texts["{0} of {1} is spent so far: {2} is left.", total, budget, figures.Of(sum.LeftMinor).Format()],
            _ => texts["{0} of {1} is spent so far: nothing is left and nothing is over.", total, budget],
        };
    }

    /// <summary>A part that a remark is about, in the reader's language.</summary>
    public static string Part(string part, ReportSheet sheet, IStringLocalizer<Texts> texts)
    {
        if (sheet.Items.FirstOrDefault(item => ReportRules.Of(item) == part) is { } item)
        {
            return $"{item.Payee}: {item.Description} ({Money.FromMinor(item.AmountMinor, sheet.Report.Currency).Format()})";
        }

        return sheet.Figures.Lines.FirstOrDefault(line => ReportRules.Explains(line.Number) == part) is { } found
            ? texts["Budget line “{0}”", LineName(found, texts)]
            : part.StartsWith("item.", StringComparison.Ordinal) ? texts["An item that is no longer in the report"]
            : texts[Question(part)];
    }

    /// <summary>Name of a line, also of one that the budget no longer has.</summary>
    public static string LineName(LineFigures line, IStringLocalizer<Texts> texts) =>
        line.Known ? line.Name : texts["Line {0}, no longer in the budget", line.Number];

    /// <summary>The colour of a state's tag.</summary>
    public static string Colour(ReportState state) => state switch
    {
        ReportState.Scheduled => "quiet",
        ReportState.Due => "waiting",
        ReportState.Submitted => "going",
        ReportState.Accepted => "good",
        _ => "waiting",
    };
}
