using System.Globalization;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Monitoring.Reports;

/// <summary>A part of the narrative.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Words">Most words.</param>
public sealed record NarrativePart(string Key, int Words);

/// <summary>Something that a report still lacks.</summary>
/// <param name="Part">A part of the narrative, <c>line.3</c> or <c>item.42</c>.</param>
/// <param name="Why">What is missing or wrong.</param>
public sealed record ReportGap(string Part, Refusal Why);

/// <summary>A report with everything that sending it in is judged by.</summary>
/// <param name="Report">The report.</param>
/// <param name="Answers">What was written, by part.</param>
/// <param name="Items">Its items.</param>
/// <param name="Receipts">How many receipts an item has, by its id.</param>
/// <param name="Figures">What it comes to.</param>
public sealed record ReportCase(
    Report Report, IReadOnlyDictionary<string, string> Answers, IReadOnlyList<SpendingItem> Items, IReadOnlyDictionary<long, int> Receipts, SpendingFigures Figures);

/// <summary>What a report needs, and who may do what with it.</summary>
public static class ReportRules
{
    /// <summary>What was done.</summary>
    public const string Done = "done";

    /// <summary>What changed.</summary>
    public const string Changed = "changed";

    /// <summary>What was hard.</summary>
    public const string Hard = "hard";

    /// <summary>Of a light report: what was done with the money.</summary>
    public const string Used = "used";

    /// <summary>Of a light report: what is still needed.</summary>
    public const string Needed = "needed";

    /// <summary>The spending as a whole; remarks name it.</summary>
    public const string Spending = "spending";

    /// <summary>Most words of an explanation of a budget line.</summary>
    public const int ExplanationWords = 150;

    /// <summary>Most words of a reason or a note of the city.</summary>
    public const int ReasonWords = 300;

    /// <summary>Most characters of anything written in a report, kept even where the words are too many.</summary>
    public const int MostCharacters = 50_000;

    private static readonly IReadOnlyList<NarrativePart> Three = [new(Done, 600), new(Changed, 400), new(Hard, 400)];

    private static readonly IReadOnlyList<NarrativePart> Two = [new(Used, 150), new(Needed, 150)];

    /// <summary>The narrative that a form asks, in the order it is read.</summary>
    public static IReadOnlyList<NarrativePart> Narrative(ReportForm form) => form == ReportForm.Light ? Two : Three;

    /// <summary>The part that explains a budget line.</summary>
    public static string Explains(int line) => string.Create(CultureInfo.InvariantCulture, $"line.{line}");

    /// <summary>The part that an item is.</summary>
    public static string Of(SpendingItem item) => string.Create(CultureInfo.InvariantCulture, $"item.{item.Id}");

    /// <summary>The most words of a part; null where there is no such part to write.</summary>
    public static int? WordsOf(string part) =>
        Three.Concat(Two).FirstOrDefault(one => one.Key == part)?.Words
        ?? (part.StartsWith("line.", StringComparison.Ordinal) && int.TryParse(part.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? ExplanationWords : null);

    /// <summary>
    /// What stands against sending a report in: <c>report.part-missing</c>, <c>report.too-many-words</c> (words, limit, too
    /// many), <c>report.explanation-missing</c> (line, amount, over or under), <c>report.line-gone</c> (payee),
    /// <c>report.receipt-missing</c> (payee, from what amount). A light report lacks nothing but its two answers.
    /// </summary>
    public static IReadOnlyList<ReportGap> Gaps(ReportCase with, ReportOptions options) =>
    [
        .. Narrative(with.Report.Form).Select(part => Written(part.Key, with, required: true)).OfType<ReportGap>(),
        .. with.Report.IsLight ? [] : Spent(with, options),
    ];

    /// <summary>Whether a line has to be explained in this report; not twice where nothing was spent on it since it was explained.</summary>
    public static bool Departs(LineFigures line, Report report, ReportOptions options) =>
        line.Known && SpendingRules.Departs(line, report.Kind, options.DepartPercent) && (report.Kind == ReportKind.Final || line.NowMinor != 0);

    /// <summary>Whether an item needs a receipt.</summary>
    public static bool NeedsReceipt(SpendingItem item, string currency, ReportOptions options) =>
        Money.FromMinor(item.AmountMinor, currency).Amount >= options.ReceiptFrom;

    /// <summary>
    /// Why a member cannot send a report in: <c>report.viewer</c>, <c>report.not-open</c>, <c>report.not-due-yet</c> (last day
    /// of its period); null when they can.
    /// </summary>
    public static Refusal? MaySubmit(Report report, MemberRole? role) => report.State switch
    {
        _ when role is null or MemberRole.Viewer => new Refusal("report.viewer"),
        ReportState.Scheduled => new Refusal("report.not-due-yet", report.ToOn),
        _ when !report.IsOpen => new Refusal("report.not-open"),
        _ => null,
    };

    /// <summary>Why a member cannot write in a report: <c>report.viewer</c>, <c>report.not-open</c>; null when they can.</summary>
    public static Refusal? MayWrite(Report report, MemberRole? role) => role switch
    {
        null or MemberRole.Viewer => new Refusal("report.viewer"),
        _ when !report.IsOpen => new Refusal("report.not-open"),
        _ => null,
    };

    /// <summary>
    /// Why somebody cannot judge a report: <c>report.not-officer</c>, <c>report.own</c> (they sent it in),
    /// <c>report.own-organisation</c>, <c>report.not-submitted</c>; null when they can.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="actor">Who judges.</param>
    /// <param name="member">Whether they are a member of the organisation.</param>
    /// <param name="senders">Everybody who ever sent it in.</param>
    public static Refusal? MayJudge(Report report, Actor actor, bool member, IReadOnlyCollection<long> senders) =>
        !actor.Is(Roles.ProgrammeOfficer) ? new Refusal("report.not-officer")
        : actor.PersonId is { } person && senders.Contains(person) ? new Refusal("report.own")
        : member ? new Refusal("report.own-organisation")
        : report.State != ReportState.Submitted ? new Refusal("report.not-submitted")
        : null;

    /// <summary>Refuses a reason: <c>report.reason-missing</c>, <c>report.reason-long</c> (limit).</summary>
    public static Refusal? CheckReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new Refusal("report.reason-missing")
        : WordCount.Of(reason) > ReasonWords ? new Refusal("report.reason-long", ReasonWords)
        : null;

    private static IEnumerable<ReportGap> Spent(ReportCase with, ReportOptions options) =>
    [
        .. with.Figures.Lines.Where(line => line.Known).Select(line => OfLine(line, with, options)).OfType<ReportGap>(),
        .. with.Items.Select(item => OfItem(item, with, options)).OfType<ReportGap>(),
    ];

    private static ReportGap? Written(string part, ReportCase with, bool required)
    {
        var text = with.Answers.GetValueOrDefault(part, "");
        var (words, limit) = (WordCount.Of(text), WordsOf(part)!.Value);
        return words > limit ? new ReportGap(part, new Refusal("report.too-many-words", words, limit, words - limit))
            : required && string.IsNullOrWhiteSpace(text) ? new ReportGap(part, new Refusal("report.part-missing"))
            : null;
    }

    private static ReportGap? OfLine(LineFigures line, ReportCase with, ReportOptions options)
    {
        var (part, departs) = (Explains(line.Number), Departs(line, with.Report, options));
        return Written(part, with, departs) switch
        {
            { Why.Code: "report.part-missing" } => new ReportGap(part, line.LeftMinor < 0
                ? new Refusal("report.over-unexplained", line.Name, with.Figures.Of(-line.LeftMinor))
                : new Refusal("report.under-unexplained", line.Name, with.Figures.Of(line.LeftMinor))),
            { } gap when departs => gap,
            _ => null,
        };
    }

    private static ReportGap? OfItem(SpendingItem item, ReportCase with, ReportOptions options) =>
        with.Figures.Lines.FirstOrDefault(line => line.Number == item.LineNumber) is not { Known: true } && item.Counts ? new ReportGap(Of(item), new Refusal("report.line-gone", item.Payee))
        : with.Receipts.GetValueOrDefault(item.Id) == 0 && NeedsReceipt(item, with.Report.Currency, options) && item.Counts
            ? new ReportGap(Of(item), new Refusal("report.receipt-missing", item.Payee, new Money(options.ReceiptFrom, with.Report.Currency)))
        : null;
}
