using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;
using GrantsPortal.Response.Incidents;

namespace GrantsPortal.Response.Families;

/// <summary>An act on an entry.</summary>
/// <param name="Act">The act of <see cref="SupportStates"/>.</param>
/// <param name="Outcome">What came of it, or why it is ended.</param>
/// <param name="DropReviews">Whether the reviews still to come are not to take place.</param>
/// <param name="DropReason">Why.</param>
public sealed record SupportMove(string Act, string? Outcome = null, bool DropReviews = false, string? DropReason = null);

/// <summary>What an entry of the register is, and where it goes.</summary>
public static class SupportRules
{
    /// <summary>Most characters of what is needed or offered, of an outcome and of a reason.</summary>
    public const int Characters = 1_000;

    /// <summary>How the references of a kind begin.</summary>
    public static string Prefix(bool isDrill) => isDrill ? "FX" : "FS";

    /// <summary>
    /// What is wrong with an entry: at its field <c>family.kind-missing</c>, <c>family.band-missing</c>, <c>family.words-missing</c>, <c>family.text-long</c> (most),
    /// <c>family.unknown</c> (at <c>District</c> or <c>Languages</c>), <c>family.officer-unknown</c> (at <c>FollowerId</c> or <c>DeputyId</c>), <c>family.deputy-same</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(SupportPlan plan, IReadOnlyList<string> districts, IReadOnlyList<string> languages, IReadOnlyCollection<long> officers) =>
    [
        .. plan.Kind is null ? [new Refusal("family.kind-missing").At("Kind")] : Array.Empty<Refusal>(),
        .. plan.Band is null ? [new Refusal("family.band-missing").At("Band")] : Array.Empty<Refusal>(),
        .. string.IsNullOrWhiteSpace(plan.Words) ? [new Refusal("family.words-missing").At("Words")]
            : plan.Words.Trim().Length > Characters ? [new Refusal("family.text-long", Characters).At("Words")]
            : Array.Empty<Refusal>(),
        .. plan.District.Length == 0 || districts.Contains(plan.District) ? Array.Empty<Refusal>() : [new Refusal("family.unknown").At("District")],
        .. plan.Languages.All(language => languages.Contains(language, StringComparer.OrdinalIgnoreCase)) ? Array.Empty<Refusal>() : [new Refusal("family.unknown").At("Languages")],
        .. CheckFollowers(plan.FollowerId, plan.DeputyId, officers),
    ];

    /// <summary>What is wrong with who follows an entry: <c>family.officer-unknown</c> at <c>FollowerId</c> or <c>DeputyId</c>, <c>family.deputy-same</c> at <c>DeputyId</c>.</summary>
    public static IReadOnlyList<Refusal> CheckFollowers(long? follower, long? deputy, IReadOnlyCollection<long> officers) =>
    [
        .. follower is { } one && !officers.Contains(one) ? [new Refusal("family.officer-unknown").At("FollowerId")] : Array.Empty<Refusal>(),
        .. deputy is null ? Array.Empty<Refusal>()
            : deputy == follower ? [new Refusal("family.deputy-same").At("DeputyId")]
            : !officers.Contains(deputy.Value) ? [new Refusal("family.officer-unknown").At("DeputyId")]
            : Array.Empty<Refusal>(),
    ];

    /// <summary>
    /// Where an act leads. Refused with <c>state.not-from-here</c>, also for an act of the other side; at <c>Outcome</c> with <c>family.outcome-missing</c> when it is met or ended without
    /// saying how or why, or <c>family.text-long</c> (most); at <c>DropReason</c> with <c>family.drop-reason-missing</c> when the later reviews are not to take place and why is not said.
    /// </summary>
    public static Outcome<SupportState> Move(FamilySupport support, SupportMove move) =>
        SupportStates.SideOf(move.Act) != support.Side ? new Refusal("state.not-from-here", SupportStates.Table.Record, SupportStates.Table.Names[support.State].ForStaff, move.Act)
        : SupportStates.Table.Move(support.State, move.Act) is { Refused: true } refused ? refused
        : move.Act is SupportStates.Meet or SupportStates.Close && string.IsNullOrWhiteSpace(move.Outcome) ? new Refusal("family.outcome-missing").At("Outcome")
        : move.Outcome?.Trim().Length > Characters ? new Refusal("family.text-long", Characters).At("Outcome")
        : move.DropReviews && string.IsNullOrWhiteSpace(move.DropReason) ? new Refusal("family.drop-reason-missing").At("DropReason")
        : move.DropReason?.Trim().Length > Characters ? new Refusal("family.text-long", Characters).At("DropReason")
        : SupportStates.Table.Move(support.State, move.Act);

    /// <summary>Who acts for an entry on a day: who follows it, or covers for them, or their deputy; null where nobody does.</summary>
    public static long? Acting(long organisation, long? follower, long? deputy, IReadOnlyList<PartnerCover> covers, DateOnly today) =>
        CoverRules.Acting(organisation, follower, deputy, covers, today)?.ActingId;

    /// <summary>Whether the actor works with the register at all.</summary>
    public static bool MayAct(Actor actor) => IncidentRules.MayAct(actor);
}
