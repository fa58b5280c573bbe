using GrantsPortal.Partnerships.Access;
using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Partners;

/// <summary>A partner's record as an officer writes it.</summary>
public sealed record PartnerPlan
{
    /// <summary>How closely it is kept in touch with.</summary>
    public PartnerTier Tier { get; init; }

    /// <summary>Who is responsible.</summary>
    public long? FocalPointId { get; init; }

    /// <summary>Who steps in.</summary>
    public long? DeputyId { get; init; }

    /// <summary>On which day it is to be spoken to next.</summary>
    public DateOnly? NextContactOn { get; init; }

    /// <summary>What it is in its own words.</summary>
    public PartnerDescription Description { get; init; } = new();
}

/// <summary>What a partner says of itself; its own members and officers write it.</summary>
public sealed record PartnerDescription
{
    /// <summary>BCP 47 codes.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Codes of themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Names of districts.</summary>
    public IReadOnlyList<string> Districts { get; init; } = [];

    /// <summary>The communities it serves, in its own words.</summary>
    public string? Communities { get; init; }
}

/// <summary>Who keeps a partner's record, and how.</summary>
public static class PartnerRules
{
    /// <summary>The most characters of a partner's own words, and of a note.</summary>
    public const int Characters = 2000;

    /// <summary>The most characters of a reason.</summary>
    public const int ReasonCharacters = 500;

    /// <summary>Whether a reader keeps the record: its focal point, a programme officer or an administrator; any focal point while it has none.</summary>
    public static bool MayKeep(PartnerEyes eyes, Partner partner) =>
        (eyes & (PartnerEyes.FocalPoint | PartnerEyes.ProgrammeOfficer | PartnerEyes.Administrator)) != 0 || (partner.FocalPointId is null && eyes.HasFlag(PartnerEyes.OtherFocalPoint));

    /// <summary>
    /// Why a record cannot be changed so; empty when it can. Refused with <c>partner.not-yours</c>; at <c>FocalPointId</c> <c>partner.hand-over</c> where it has
    /// another focal point already (a handover asks what happens to restricted notes) or <c>partner.officer-missing</c>; at <c>DeputyId</c> <c>partner.officer-missing</c> or
    /// <c>partner.deputy-same</c>; at <c>NextContactOn</c> <c>partner.next-past</c>; at <c>Communities</c> <c>partner.words-long</c> (most). <paramref name="officers"/> are those who keep partnerships.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(PartnerEyes eyes, Partner before, PartnerPlan plan, IReadOnlyCollection<long> officers, DateOnly today) =>
        !MayKeep(eyes, before) ? [new Refusal("partner.not-yours")] :
        [
            .. before.FocalPointId is { } known && plan.FocalPointId != known ? [new Refusal("partner.hand-over").At("FocalPointId")]
                : before.FocalPointId is null && plan.FocalPointId is { } wanted && !officers.Contains(wanted) ? [new Refusal("partner.officer-missing").At("FocalPointId")]
                : Array.Empty<Refusal>(),
            .. plan.DeputyId is not { } deputy || deputy == before.DeputyId && deputy != plan.FocalPointId ? Array.Empty<Refusal>()
                : deputy == plan.FocalPointId ? [new Refusal("partner.deputy-same").At("DeputyId")]
                : !officers.Contains(deputy) ? [new Refusal("partner.officer-missing").At("DeputyId")]
                : [],
            .. plan.NextContactOn is { } next && next < today && next != before.NextContactOn ? [new Refusal("partner.next-past").At("NextContactOn")] : Array.Empty<Refusal>(),
            .. Check(plan.Description),
        ];

    /// <summary>Why a partner's own words cannot be kept; empty when they can. At <c>Communities</c> <c>partner.words-long</c> (most).</summary>
    public static IReadOnlyList<Refusal> Check(PartnerDescription description) =>
        description.Communities?.Trim().Length > Characters ? [new Refusal("partner.words-long", Characters).At("Communities")] : [];

    /// <summary>
    /// Where an act of the machine leads. Refused with <c>partner.not-yours</c>, <c>state.not-from-here</c>; at <c>Reason</c> <c>partner.reason-missing</c> for resting and ending,
    /// <c>partner.reason-long</c> (most).
    /// </summary>
    public static Outcome<PartnerState> Move(PartnerEyes eyes, Partner partner, string act, string? reason) =>
        !MayKeep(eyes, partner) ? new Refusal("partner.not-yours")
        : act is PartnerStates.Rest or PartnerStates.End && string.IsNullOrWhiteSpace(reason) ? new Refusal("partner.reason-missing").At("Reason")
        : reason?.Trim().Length > ReasonCharacters ? new Refusal("partner.reason-long", ReasonCharacters).At("Reason")
        : PartnerStates.Table.Move(partner.State, act);

    /// <summary>The field that a kind of note is.</summary>
    public static PartnerField FieldOf(PartnerNoteKind kind) => kind == PartnerNoteKind.Trust ? PartnerField.TrustNote : PartnerField.ReachNote;
}
