using GrantsPortal.Awards;
using GrantsPortal.Monitoring.Reports;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Monitoring.CloseOut;

/// <summary>What closing an award out is judged by.</summary>
/// <param name="Award">The award.</param>
/// <param name="Record">What is kept of its close-out.</param>
/// <param name="Reports">Its reports by number.</param>
/// <param name="PaymentsOpen">Payments that are not settled, as <see cref="Payments.PaymentRules.Unsettled"/> finds.</param>
/// <param name="VariationsOpen">Variations that wait for an answer.</param>
/// <param name="Agreed">Whether agreement and counter-signature are kept.</param>
/// <param name="Figures">What it came to.</param>
/// <param name="Ticks">What people found to hold.</param>
public sealed record CloseOutCase(
    Award Award, AwardCloseOut Record, IReadOnlyList<Report> Reports, int PaymentsOpen, int VariationsOpen, bool Agreed, FinalFigures Figures, IReadOnlyList<CloseOutTick> Ticks);

/// <summary>A line of the checklist as it stands.</summary>
/// <param name="Line">The line.</param>
/// <param name="Why">What is missing; null when it holds.</param>
/// <param name="Tick">Who found it to hold, where a person does.</param>
public sealed record ChecklistLine(CloseOutLine Line, Refusal? Why, CloseOutTick? Tick)
{
    /// <summary>Whether it holds.</summary>
    public bool Holds => Why is null;
}

/// <summary>When an award may be completed and closed, and by whom.</summary>
public static class CloseOutRules
{
    /// <summary>Most words of a note, a message or a reason.</summary>
    public const int NoteWords = 300;

    /// <summary>The lines that a person ticks; the others are worked out from records.</summary>
    public static bool ByHand(CloseOutLine line) => line == CloseOutLine.Evaluation;

    /// <summary>
    /// Every line with what is missing: <c>closeout.no-report</c>, <c>closeout.reports-open</c> (how many, the first),
    /// <c>closeout.no-final</c>, <c>closeout.payments-open</c> (how many), <c>closeout.variations-open</c>,
    /// <c>closeout.to-ask</c> (amount), <c>closeout.asked</c> (amount), <c>closeout.surplus</c> (amount),
    /// <c>closeout.documents-missing</c>, <c>closeout.evaluation-missing</c>.
    /// </summary>
    public static IReadOnlyList<ChecklistLine> Checklist(CloseOutCase with) =>
        [.. Enum.GetValues<CloseOutLine>().Select(line => new ChecklistLine(line, Missing(line, with), with.Ticks.FirstOrDefault(tick => tick.LineKey == line)))];

    /// <summary>
    /// What stands against completing the work of an award: <c>closeout.not-officer</c>, <c>closeout.own-organisation</c>,
    /// <c>state.not-from-here</c>, and what reports, payments and variations lack.
    /// </summary>
    public static IReadOnlyList<Refusal> MayComplete(CloseOutCase with, Actor actor, bool member) =>
    [
        .. Who(actor, member, Roles.ProgrammeOfficer),
        .. AwardStates.Table.Move(with.Award.State, AwardStates.Complete).Refusals,
        .. Checklist(with).Where(line => line.Line is CloseOutLine.Reports or CloseOutLine.Payments or CloseOutLine.Variations).Select(line => line.Why).OfType<Refusal>(),
    ];

    /// <summary>
    /// What stands against handing an ended or paused award on to a second person: <c>closeout.not-officer</c>,
    /// <c>closeout.own-organisation</c>, <c>closeout.complete-first</c>, <c>closeout.not-ended</c>, <c>closeout.prepared-already</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> MayPrepare(CloseOutCase with, Actor actor, bool member) =>
    [
        .. Who(actor, member, Roles.ProgrammeOfficer),
        .. with.Award.State == AwardState.Active ? [new Refusal("closeout.complete-first")]
            : !AwardStates.Table.Can(with.Award.State, AwardStates.Close) ? [new Refusal("closeout.not-ended")]
            : with.Record.PreparedAt is not null ? [new Refusal("closeout.prepared-already")]
            : Array.Empty<Refusal>(),
    ];

    /// <summary>
    /// What stands against asking unspent money back: <c>closeout.not-officer</c>, <c>closeout.own-organisation</c>,
    /// <c>closeout.not-ended</c>, <c>closeout.reports-open</c>, <c>closeout.nothing-to-ask</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> MayAskBack(CloseOutCase with, Actor actor, bool member) =>
    [
        .. Who(actor, member, Roles.ProgrammeOfficer, Roles.Finance),
        .. with.Award.State is not (AwardState.Completed or AwardState.Terminated) ? [new Refusal("closeout.not-ended")]
            : Missing(CloseOutLine.Reports, with) is { } reports ? [reports]
            : with.Figures.ToAskMinor == 0 ? [new Refusal("closeout.nothing-to-ask")]
            : Array.Empty<Refusal>(),
    ];

    /// <summary>
    /// What stands against closing: <c>closeout.not-closer</c>, <c>closeout.own-organisation</c>, <c>closeout.same-person</c>,
    /// <c>state.not-from-here</c>, <c>closeout.not-prepared</c>, and what any line lacks.
    /// </summary>
    public static IReadOnlyList<Refusal> MayClose(CloseOutCase with, Actor actor, bool member) =>
    [
        .. Who(actor, member, Roles.ProgrammeOfficer, Roles.Approver),
        .. with.Record.PreparedAt is null ? [new Refusal("closeout.not-prepared")]
            : with.Record.PreparedBy == actor.PersonId ? [new Refusal("closeout.same-person")]
            : Array.Empty<Refusal>(),
        .. AwardStates.Table.Move(with.Award.State, AwardStates.Close).Refusals,
        .. Checklist(with).Select(line => line.Why).OfType<Refusal>(),
    ];

    /// <summary>Refuses what is written: <c>closeout.note-missing</c>, <c>closeout.note-long</c> (limit).</summary>
    public static Refusal? CheckNote(string? note, bool needed = true) =>
        needed && string.IsNullOrWhiteSpace(note) ? new Refusal("closeout.note-missing")
        : WordCount.Of(note) > NoteWords ? new Refusal("closeout.note-long", NoteWords)
        : null;

    /// <summary>Until when records are kept: so many years after the day an award is closed.</summary>
    public static DateOnly RetainUntil(DateOnly closed, int years) => closed.AddYears(years);

    private static Refusal? Missing(CloseOutLine line, CloseOutCase with) => line switch
    {
        CloseOutLine.Reports => Reports(with),
        CloseOutLine.Payments => with.PaymentsOpen > 0 ? new Refusal("closeout.payments-open", with.PaymentsOpen) : null,
        CloseOutLine.Variations => with.VariationsOpen > 0 ? new Refusal("closeout.variations-open") : null,
        CloseOutLine.Money => with.Figures.ToAskMinor > 0 ? new Refusal("closeout.to-ask", with.Figures.Of(with.Figures.ToAskMinor))
            : with.Figures.AskedMinor > 0 ? new Refusal("closeout.asked", with.Figures.Of(with.Figures.AskedMinor))
            : with.Figures.SurplusMinor > 0 ? new Refusal("closeout.surplus", with.Figures.Of(with.Figures.SurplusMinor))
            : null,
        CloseOutLine.Documents => with.Agreed ? null : new Refusal("closeout.documents-missing"),
        _ => with.Ticks.Any(tick => tick.LineKey == line) ? null : new Refusal("closeout.evaluation-missing"),
    };

    /// <summary>Where nothing was paid there is nothing to report on.</summary>
    private static Refusal? Reports(CloseOutCase with)
    {
        var open = with.Reports.Where(report => report.State != ReportState.Accepted).ToList();
        return open.Count > 0 ? new Refusal("closeout.reports-open", open.Count, open[0].Number)
            : with.Figures.PaidMinor == 0 ? null
            : with.Reports.Count == 0 ? new Refusal("closeout.no-report")
            : with.Reports.All(report => report.Kind != ReportKind.Final) ? new Refusal("closeout.no-final")
            : null;
    }

    private static IEnumerable<Refusal> Who(Actor actor, bool member, params string[] roles) =>
        !actor.Is(roles) ? [new Refusal(roles.Contains(Roles.Approver) ? "closeout.not-closer" : "closeout.not-officer")]
        : member ? [new Refusal("closeout.own-organisation")]
        : [];
}
