using GrantsPortal.Awards;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;

namespace GrantsPortal.Payments.Schedule;

/// <summary>Who says that a milestone is reached, and who finds so.</summary>
public static class MilestoneRules
{
    /// <summary>Most characters of what is said about it.</summary>
    public const int EvidenceLimit = 4000;

    /// <summary>Most characters of an officer's note.</summary>
    public const int NoteLimit = 1000;

    /// <summary>
    /// Whether a member or an officer may say that a milestone is reached. Refused with <c>milestone.viewer</c>,
    /// <c>milestone.reached</c>, <c>milestone.award-still</c>.
    /// </summary>
    /// <param name="award">The award.</param>
    /// <param name="milestone">The milestone.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="role">What they may do in the organisation; null for staff.</param>
    public static Refusal? MayTell(Award award, Milestone milestone, Actor actor, MemberRole? role) => award.State switch
    {
        _ when role is MemberRole.Viewer || (role is null && !actor.Is(Roles.ProgrammeOfficer)) => new Refusal("milestone.viewer"),
        _ when milestone.ReachedAt is not null => new Refusal("milestone.reached"),
        AwardState.Accepted or AwardState.Active or AwardState.Suspended or AwardState.Completed => null,
        _ => new Refusal("milestone.award-still"),
    };

    /// <summary>Refuses what is said: <c>milestone.evidence-missing</c>, <c>milestone.evidence-long</c> (limit).</summary>
    public static Refusal? CheckEvidence(string? evidence) => (evidence ?? "").Trim() switch
    {
        { Length: 0 } => new Refusal("milestone.evidence-missing").At("Evidence"),
        { Length: > EvidenceLimit } => new Refusal("milestone.evidence-long", EvidenceLimit).At("Evidence"),
        _ => null,
    };

    /// <summary>
    /// Whether an officer may answer what was said. Refused with <c>schedule.officer-only</c>, <c>milestone.reached</c>,
    /// <c>milestone.nothing-said</c>, and for "not yet" without a word <c>milestone.answer-missing</c> (limit).
    /// </summary>
    public static Refusal? MayAnswer(Milestone milestone, Actor actor, bool reached, string? note) => milestone switch
    {
        _ when !actor.Is(Roles.ProgrammeOfficer) => new Refusal("schedule.officer-only"),
        { ReachedAt: not null } => new Refusal("milestone.reached"),
        { Evidence: null } => new Refusal("milestone.nothing-said"),
        _ when (!reached && string.IsNullOrWhiteSpace(note)) || note?.Trim().Length > NoteLimit => new Refusal("milestone.answer-missing", NoteLimit).At("Note"),
        _ => null,
    };
}
