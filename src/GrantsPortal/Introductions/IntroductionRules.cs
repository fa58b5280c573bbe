using GrantsPortal.Introductions.Offers;
using GrantsPortal.Platform;

namespace GrantsPortal.Introductions;

/// <summary>A side of an introduction, as far as asking is concerned.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Visible">Whether it may be named to others unasked.</param>
/// <param name="Asked">Whether it was asked.</param>
/// <param name="Agreed">Whether it agreed.</param>
public readonly record struct SideStanding(long Organisation, bool Visible, bool Asked, bool Agreed);

/// <summary>Who may ask for an introduction, who is asked in which order, and what each may know.</summary>
public static class IntroductionRules
{
    /// <summary>The most characters of what is written to the other side.</summary>
    public const int WordsLength = 600;

    /// <summary>Whether somebody looks after partners.</summary>
    public static bool IsOfficer(Actor actor) => actor.Is(Roles.ProgrammeOfficer, Roles.FocalPoint);

    /// <summary>
    /// Why a partner cannot ask to be introduced to another. Refused with <c>introduction.not-in</c>, <c>introduction.going-already</c>,
    /// <c>introduction.made-already</c>, <c>introduction.asked-before</c> (whether the other said no or nothing is not told),
    /// <c>introduction.too-many-asked</c> (how many in 30 days), <c>introduction.too-many-received</c>, or like <see cref="CheckWords"/>.
    /// </summary>
    public static IReadOnlyList<Refusal> MayAsk(PartnerProfile asker, PairHistory history, int askedByAsker, int receivedByOther, IntroductionOptions options, string words)
    {
        var refusals = new List<Refusal>();
        void Refuse(bool when, string code, params object?[] args)
        {
            if (when)
            {
                refusals.Add(new Refusal(code, args));
            }
        }

        Refuse(!asker.IsIn, "introduction.not-in");
        Refuse(history.Going, "introduction.going-already");
        Refuse(history.Made, "introduction.made-already");
        Refuse(history is { Going: false, Made: false } && (history.DeclinedBy == history.Other || history.Unanswered), "introduction.asked-before");
        Refuse(askedByAsker >= options.AsksInThirtyDays, "introduction.too-many-asked", options.AsksInThirtyDays);
        Refuse(receivedByOther >= options.ReceivedInThirtyDays, "introduction.too-many-received");
        return refusals.Count > 0 ? refusals : CheckWords(words);
    }

    /// <summary>
    /// Why an officer cannot put two together. Refused with <c>introduction.officers-only</c>, <c>introduction.same-organisation</c>
    /// at <c>Second</c>, <c>introduction.going-already</c>, <c>introduction.made-already</c>, <c>introduction.declined-before</c> at
    /// <c>Again</c> unless it is asked again knowingly, or like <see cref="CheckWords"/>.
    /// </summary>
    public static IReadOnlyList<Refusal> MayPropose(Actor actor, long first, long second, PairHistory history, bool again, string words)
    {
        if (!IsOfficer(actor))
        {
            return [new Refusal("introduction.officers-only")];
        }

        if (first == second)
        {
            return [new Refusal("introduction.same-organisation").At("Second")];
        }

        if (history.Going || history.Made)
        {
            return [new Refusal(history.Going ? "introduction.going-already" : "introduction.made-already")];
        }

        return history.DeclinedBy is not null && !again ? [new Refusal("introduction.declined-before").At("Again")] : CheckWords(words);
    }

    /// <summary>
    /// Why words to the other side cannot be sent. Refused at <c>Words</c> with <c>introduction.words-missing</c>, <c>introduction.words-long</c>
    /// (at most so many characters) or <c>introduction.words-contact</c>: contacts are passed on only when both agree.
    /// </summary>
    public static IReadOnlyList<Refusal> CheckWords(string words) =>
        words.Trim().Length < 10 ? [new Refusal("introduction.words-missing").At("Words")]
        : words.Length > WordsLength ? [new Refusal("introduction.words-long", WordsLength).At("Words")]
        : OfferRules.HoldsContact(words) ? [new Refusal("introduction.words-contact").At("Words")]
        : [];

    /// <summary>
    /// Whom to ask now. A side that others do not see is asked before the other hears of it; the other is asked once every
    /// such side has agreed.
    /// </summary>
    public static IReadOnlyList<long> ToAsk(IReadOnlyList<SideStanding> sides)
    {
        var hiddenWaits = sides.Any(side => !side.Visible && !side.Agreed);
        return [.. sides.Where(side => !side.Asked && !side.Agreed && (!side.Visible || !hiddenWaits)).Select(side => side.Organisation)];
    }

    /// <summary>Whether a side may be named to the other: it asked, it agreed, or it may be named to anybody.</summary>
    public static bool Named(Introduction introduction, IntroductionSide side, bool visible) =>
        visible || introduction.AskedFor == side.OrganisationId || side.Answer == SideAnswer.Agreed;

    /// <summary>
    /// Why a side cannot answer. Refused with <c>introduction.over</c> (it waits for no answer any more), <c>introduction.too-late</c>
    /// or <c>introduction.answered-already</c>.
    /// </summary>
    public static Refusal? MayAnswer(Introduction introduction, IntroductionSide side, DateTimeOffset now) =>
        !introduction.IsOpen ? new Refusal("introduction.over")
        : side.Answer is not null ? new Refusal("introduction.answered-already")
        : now > introduction.LapsesAt ? new Refusal("introduction.too-late")
        : null;

    /// <summary>The act that a side's yes is: the first, or the one that makes the introduction.</summary>
    public static string ActOfYes(IntroductionSide other) => other.Answer == SideAnswer.Agreed ? IntroductionStates.Make : IntroductionStates.Agree;

    /// <summary>
    /// Why a side cannot say what came of it. Refused with <c>introduction.not-made</c>, or at the field with
    /// <c>introduction.outcome-missing</c> or <c>introduction.words-long</c>.
    /// </summary>
    public static Refusal? MaySayOutcome(Introduction introduction, IntroductionOutcome? outcome, string words) =>
        introduction.State != IntroductionState.Made ? new Refusal("introduction.not-made")
        : outcome is null ? new Refusal("introduction.outcome-missing").At("Outcome")
        : words.Length > WordsLength ? new Refusal("introduction.words-long", WordsLength).At("OutcomeWords")
        : null;

    /// <summary>Whether the sides that have not answered are reminded at an instant.</summary>
    public static bool IsToRemind(Introduction introduction, int days, DateTimeOffset now) =>
        introduction is { IsOpen: true, RemindedAt: null, LapsesAt: { } lapses } && now < lapses && now >= lapses.AddDays(-days);
}

/// <summary>What was between two organisations before, seen from one that asks.</summary>
/// <param name="Other">The one asked about.</param>
/// <param name="Going">An introduction is going on.</param>
/// <param name="Made">They were introduced.</param>
/// <param name="DeclinedBy">Who said no last; null when nobody did.</param>
/// <param name="Unanswered">A request had no answer in the last half-year.</param>
public sealed record PairHistory(long Other, bool Going = false, bool Made = false, long? DeclinedBy = null, bool Unanswered = false);
