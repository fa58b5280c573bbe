using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Payments;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Monitoring.CloseOut;

/// <summary>What goes into the document of a close-out.</summary>
/// <param name="Case">The award with its figures.</param>
/// <param name="Lines">What each budget line came to.</param>
/// <param name="Payments">What was paid, oldest first.</param>
/// <param name="ClosedBy">Name of who closes it.</param>
/// <param name="Message">What is said to the organisation.</param>
/// <param name="On">The day it is closed.</param>
/// <param name="RetainUntil">Until when the records are kept.</param>
/// <param name="Language">BCP 47 code of the language it is in.</param>
public sealed record CloseOutParts(
    CloseOutCase Case, SpendingFigures Lines, IReadOnlyList<Payment> Payments, string ClosedBy, string? Message, DateOnly On, DateOnly RetainUntil, string Language)
{
    /// <summary>What the document is called.</summary>
    public string Title => $"Close-out {Case.Award.Reference}";
}

/// <summary>The final figures of an award as a document.</summary>
public static class CloseOutDocument
{
    /// <summary>Reads what goes into it.</summary>
    public static async Task<CloseOutParts> Parts(UnitOfWork work, CloseOutCase with, Actor closer, string? message, DateOnly retainUntil, PortalOptions portal) => new(
        with,
        SpendingRules.Figures(await SpendingLines.Of(work, with.Award), await ReportRepository.Earlier(work, with.Award.Id, int.MaxValue), [], with.Award.Currency),
        [.. (await PaymentRepository.OfAward(work, with.Award.Id)).Where(payment => payment.State == PaymentState.Paid)],
        closer.Name,
        message,
        Instants.DayOf(work.Now, portal.Zone),
        retainUntil,
        with.Award.TermsLanguage ?? portal.SourceLanguage);

    /// <summary>The document as HTML.</summary>
    public static string Html(CloseOutParts parts, PortalOptions portal)
    {
        var (award, figures) = (parts.Case.Award, parts.Case.Figures);
        var page = new DocumentPage(parts.Title, $"Between {portal.City} and {award.OrganisationName}", parts.Language);
        string Amount(long minor) => figures.Of(minor).Format(page.Culture);
        string Day(DateOnly day) => Instants.Day(day, page.Culture);
        page.Rows(
            "The award",
            new("Organisation", award.OrganisationName),
            new("For", award.Title),
            new("First day", award.StartsOn is { } starts ? Day(starts) : null),
            new("Last day", award.EndsOn is { } ends ? Day(ends) : null),
            new("Ended", award.State == AwardState.Terminated ? "early" : null));
        page.Rows(
            "Final figures",
            new("Awarded", Amount(figures.AwardedMinor)),
            new("Changed by variations", figures.VariedMinor == 0 ? null : Amount(figures.VariedMinor)),
            new("Paid", Amount(figures.PaidMinor)),
            new("Spent, as accepted", Amount(figures.SpentMinor)),
            new("Paid and not spent", Amount(figures.UnspentMinor)),
            new("Returned", Amount(figures.ReturnedMinor)),
            new("Given up", figures.WrittenOffMinor == 0 ? null : Amount(figures.WrittenOffMinor)),
            new("Still to be returned", Amount(figures.ToReturnMinor)),
            new("Not paid, and free again", Amount(figures.CommittedMinor)));
        if (parts.Lines.Lines.Count > 0)
        {
            page.Table(
                "Spending by budget line",
                ["Budget line", "Budget", "Spent", "Left, or over (−)"],
                parts.Lines.Lines.Append(parts.Lines.Sum with { Name = "Together" }).Select(line => new[] { line.Name, Amount(line.BudgetMinor), Amount(line.TotalMinor), Amount(line.LeftMinor) }),
                1, 2, 3);
        }

        page.Table(
            "Reports",
            ["Report", "Covers", "Counts as spent", "Fingerprint (SHA-256) of what was accepted"],
            parts.Case.Reports.Select(report => new[]
            {
                report.Kind == ReportKind.Final ? "Final report" : $"Report {report.Number}", $"{Day(report.FromOn)} – {Day(report.ToOn)}", Amount(report.CountedMinor), report.FrozenHash ?? "",
            }),
            2);
        page.Table(
            "Payments",
            ["Payment", "Paid on", "Amount"],
            parts.Payments.Select(payment => new[] { payment.Reference, payment.PaidOn is { } on ? Day(on) : "", Amount(payment.AmountMinor) }),
            2);
        if (parts.Message is { } message)
        {
            page.Paragraph("A word to the organisation", message);
        }

        page.Signed(
            "Closed",
            new("Completed or handed on by", parts.Case.Record.PreparedByName),
            new("Closed by", parts.ClosedBy),
            new("On", Day(parts.On)),
            new("Records are kept until", Day(parts.RetainUntil)));
        return page.Html();
    }
}
