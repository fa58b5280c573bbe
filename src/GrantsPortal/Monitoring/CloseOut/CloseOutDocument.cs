using GrantsPortal.Awards;
using GrantsPortal.Awards.Agreements;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Payments;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Documents;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Monitoring.CloseOut;

/// <summary>What goes into the document of a close-out.</summary>
/// <param name="Case">The award with its figures.</param>
/// <param name="Lines">What each budget line came to.</param>
/// <param name="Payments">What was paid, oldest first.</param>
/// <param name="ClosedBy">Name of who closes it.</param>
/// <param name="Message">What is said to the organisation.</param>
/// <param name="On">The day it is closed.</param>
/// <param name="RetainUntil">Until when the records are kept.</param>
public sealed record CloseOutParts(
    CloseOutCase Case, SpendingFigures Lines, IReadOnlyList<Payment> Payments, string ClosedBy, string? Message, DateOnly On, DateOnly RetainUntil);

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
        retainUntil);

    /// <summary>What the document is called.</summary>
    public static string Title(Award award, TextsIn says) => says["Close-out {0}", award.Reference];

    /// <summary>The document as HTML.</summary>
    public static string Html(CloseOutParts parts, TextsIn says, PortalOptions portal)
    {
        var (award, figures) = (parts.Case.Award, parts.Case.Figures);
        var page = new DocumentPage(says, Title(award, says), says["Between {0} and {1}", portal.City, award.OrganisationName]);
        string Amount(long minor) => figures.Of(minor).Format(page.Culture);
        string Day(DateOnly day) => Instants.Day(day, page.Culture);
        page.Rows(
            says["The award"],
            new(says["Organisation"], award.OrganisationName),
            new(says["For"], award.Title),
            new(says["First day"], award.StartsOn is { } starts ? Day(starts) : null),
            new(says["Last day"], award.EndsOn is { } ends ? Day(ends) : null),
            new(says["Ended"], award.State == AwardState.Terminated ? says["early"] : null));
        page.Rows(
            says["Final figures"],
            new(says["Awarded"], Amount(figures.AwardedMinor)),
            new(says["Changed by variations"], figures.VariedMinor == 0 ? null : Amount(figures.VariedMinor)),
            new(says["Paid"], Amount(figures.PaidMinor)),
            new(says["Spent, as accepted"], Amount(figures.SpentMinor)),
            new(says["Paid and not spent"], Amount(figures.UnspentMinor)),
            new(says["Returned"], Amount(figures.ReturnedMinor)),
            new(says["Given up"], figures.WrittenOffMinor == 0 ? null : Amount(figures.WrittenOffMinor)),
            new(says["Still to be returned"], Amount(figures.ToReturnMinor)),
            new(says["Not paid, and free again"], Amount(figures.CommittedMinor)));
        if (parts.Lines.Lines.Count > 0)
        {
            page.Table(
                says["Spending by budget line"],
                [says["Budget line"], says["Budget"], says["Spent"], says["Left, or over (−)"]],
                parts.Lines.Lines.Append(parts.Lines.Sum with { Name = says["Together"] }).Select(line => new[] { line.Name, Amount(line.BudgetMinor), Amount(line.TotalMinor), Amount(line.LeftMinor) }),
                1, 2, 3);
        }

        page.Table(
            says["Reports"],
            [says["Report"], says["Covers"], says["Counts as spent"], says["Fingerprint ({0}) of what was accepted", "SHA-256"]],
            parts.Case.Reports.Select(report => new[]
            {
                report.Kind == ReportKind.Final ? says["Final report"] : says["Report {0}", report.Number], $"{Day(report.FromOn)} – {Day(report.ToOn)}", Amount(report.CountedMinor), report.FrozenHash ?? "",
            }),
            2);
        page.Table(
            says["Payments"],
            [says["Payment"], says["Paid on"], says["Amount"]],
            parts.Payments.Select(payment => new[] { payment.Reference, payment.PaidOn is { } on ? Day(on) : "", Amount(payment.AmountMinor) }),
            2);
        if (parts.Message is { } message)
        {
            page.Paragraph(says["A word to the organisation"], message);
        }

        page.Signed(
            says["Closed"],
            new(says["Completed or handed on by"], parts.Case.Record.PreparedByName),
            new(says["Closed by"], parts.ClosedBy),
            new(says["On"], Day(parts.On)),
            new(says["Records are kept until"], Day(parts.RetainUntil)));
        return page.Html();
    }
}
