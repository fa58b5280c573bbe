using GrantsPortal.Calls.Agreements;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;

namespace GrantsPortal.Awards.Conditions;

/// <summary>Who hands in and who judges what an award needs before its first payment.</summary>
public static class ConditionRules
{
    /// <summary>Most words of a note, a reason or evidence.</summary>
    public const int NoteWords = 200;

    /// <summary>Whether members hand something in: accounts are entered with the payments, people are checked by the city.</summary>
    public static bool TakesHandIns(ConditionKind kind) => kind is not (ConditionKind.BankDetails or ConditionKind.PersonCheck);

    /// <summary>Whether a document is needed, and a sentence will not do.</summary>
    public static bool NeedsDocument(ConditionKind kind) => kind is ConditionKind.Insurance or ConditionKind.Policy;

    /// <summary>Whether an award takes what is handed in: from its offer until it ends.</summary>
    public static bool Takes(AwardState state) => state is AwardState.Offered or AwardState.Accepted or AwardState.Active or AwardState.Suspended;

    /// <summary>
    /// Whether a member may hand in. Refused with <c>condition.viewer</c>, <c>condition.not-now</c>, <c>condition.by-city</c>, or
    /// <c>state.not-from-here</c> once it is met or waived.
    /// </summary>
    public static Refusal? MayHandIn(Award award, MemberRole? role, AwardCondition condition) => role switch
    {
        null or MemberRole.Viewer => new Refusal("condition.viewer"),
        _ when award.OfferedAt is null || !Takes(award.State) => new Refusal("condition.not-now"),
        _ when !TakesHandIns(condition.Kind) => new Refusal("condition.by-city"),
        _ => ConditionStates.Table.Move(condition.State, ConditionStates.HandIn) is { Refused: true } move ? move.Refusals[0] : null,
    };

    /// <summary>Refuses what is handed in: <c>condition.document-missing</c>, <c>condition.nothing</c>, <c>condition.note-long</c> (limit).</summary>
    public static Refusal? CheckHandIn(ConditionKind kind, bool document, string? note) => note switch
    {
        _ when !document && NeedsDocument(kind) => new Refusal("condition.document-missing").At("Document"),
        _ when !document && string.IsNullOrWhiteSpace(note) => new Refusal("condition.nothing").At("Note"),
        _ when WordCount.Of(note ?? "") > NoteWords => new Refusal("condition.note-long", NoteWords).At("Note"),
        _ => null,
    };

    /// <summary>
    /// Whether somebody may find a condition met, waive it, send it back or ask for it again. Refused with <c>condition.not-officer</c>,
    /// <c>condition.own-hand</c>, <c>condition.own-organisation</c>, or <c>state.not-from-here</c>.
    /// </summary>
    /// <param name="actor">Who judges.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="act">An act of <see cref="ConditionStates"/>.</param>
    /// <param name="handedIn">Everybody who ever handed something in for it.</param>
    /// <param name="member">Whether they belong to the organisation.</param>
    public static Refusal? MayJudge(Actor actor, AwardCondition condition, string act, IReadOnlySet<long> handedIn, bool member) => act switch
    {
        _ when !actor.Is(Roles.ProgrammeOfficer) => new Refusal("condition.not-officer"),
        _ when handedIn.Contains(actor.Person) => new Refusal("condition.own-hand"),
        _ when member => new Refusal("condition.own-organisation"),
        _ => ConditionStates.Table.Move(condition.State, act) is { Refused: true } move ? move.Refusals[0] : null,
    };

    /// <summary>
    /// Refuses the words of a judgement: <c>condition.evidence-missing</c> where nothing was handed in that could be looked at,
    /// <c>condition.reason-missing</c>, <c>condition.note-long</c> (limit).
    /// </summary>
    public static Refusal? CheckNote(AwardCondition condition, string act, string? note) => note switch
    {
        _ when WordCount.Of(note ?? "") > NoteWords => new Refusal("condition.note-long", NoteWords).At("Note"),
        _ when !string.IsNullOrWhiteSpace(note) => null,
        _ when act != ConditionStates.Meet => new Refusal("condition.reason-missing").At("Note"),
        _ => condition.State == ConditionState.Open ? new Refusal("condition.evidence-missing").At("Note") : null,
    };

    /// <summary>
    /// Whether an officer may still add, change or remove conditions of an award. Refused with <c>condition.not-officer</c>,
    /// <c>condition.offered</c> once it was offered.
    /// </summary>
    public static Refusal? MayChange(Actor actor, Award award) => award switch
    {
        _ when !actor.Is(Roles.ProgrammeOfficer) => new Refusal("condition.not-officer"),
        { State: not AwardState.Offered } or { OfferedAt: not null } => new Refusal("condition.offered"),
        _ => null,
    };
}
