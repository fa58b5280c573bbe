using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform;

namespace GrantsPortal.Partnerships.Caseload;

/// <summary>Partners of one officer that another takes on.</summary>
public sealed record HandoverPlan
{
    /// <summary>Whose they are.</summary>
    public long FromId { get; init; }

    /// <summary>Who takes them on.</summary>
    public long ToId { get; init; }

    /// <summary>Which, with what is to be said of each.</summary>
    public IReadOnlyDictionary<long, string?> Partners { get; init; } = new Dictionary<long, string?>();

    /// <summary>Of each restricted note of theirs: whether it passes on; one that does not is forgotten.</summary>
    public IReadOnlyDictionary<long, bool> Notes { get; init; } = new Dictionary<long, bool>();

    /// <summary>The restricted engagements whose words pass on; those of the others are sealed.</summary>
    public IReadOnlyCollection<long> Words { get; init; } = [];

    /// <summary>Of partners with many such engagements: until which day, in the city's calendar, the words of all of them pass on. None where it names no day.</summary>
    public IReadOnlyDictionary<long, DateOnly> WordsUntil { get; init; } = new Dictionary<long, DateOnly>();
}

/// <summary>Who may hand what over.</summary>
public static class HandoverRules
{
    /// <summary>Up to how many restricted engagements of a partner are asked about one by one; of more, until which day they pass on.</summary>
    public const int OneByOne = 6;

    /// <summary>Whether the words of a restricted engagement that happened on a day pass on.</summary>
    public static bool Passes(HandoverPlan plan, long organisation, long engagement, DateOnly day) =>
        plan.Words.Contains(engagement) || (plan.WordsUntil.TryGetValue(organisation, out var until) && day <= until);

    /// <summary>
    /// Why it cannot be handed over so; empty when it can. Refused with <c>handover.not-yours</c> for anybody but the officer themself, programme officers and administrators;
    /// at <c>ToId</c> <c>partner.officer-missing</c> or <c>handover.same</c>; <c>handover.nothing</c>; <c>handover.not-theirs</c>; at <c>Partners[id]</c> <c>partner.words-long</c> (most);
    /// at <c>Notes[id]</c> <c>handover.note-undecided</c>. <paramref name="partners"/> are those named, <paramref name="notes"/> their restricted notes.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, HandoverPlan plan, IReadOnlyCollection<long> officers, IReadOnlyList<Partner> partners, IReadOnlyList<PartnerNote> notes) =>
        actor.PersonId != plan.FromId && !actor.Is(Roles.ProgrammeOfficer, Roles.Administrator) ? [new Refusal("handover.not-yours")] :
        [
            .. plan.ToId == plan.FromId ? [new Refusal("handover.same").At("ToId")]
                : !officers.Contains(plan.ToId) ? [new Refusal("partner.officer-missing").At("ToId")]
                : Array.Empty<Refusal>(),
            .. plan.Partners.Count == 0 ? [new Refusal("handover.nothing")] : Array.Empty<Refusal>(),
            .. partners.Count != plan.Partners.Count || partners.Any(partner => partner.FocalPointId != plan.FromId && partner.DeputyId != plan.FromId) ? [new Refusal("handover.not-theirs")] : Array.Empty<Refusal>(),
            .. plan.Partners.Where(partner => partner.Value?.Trim().Length > PartnerRules.Characters).Select(partner => new Refusal("partner.words-long", PartnerRules.Characters).At($"Said[{partner.Key}]")),
            .. notes.Where(note => partners.Any(partner => partner.OrganisationId == note.OrganisationId && partner.FocalPointId == plan.FromId) && !plan.Notes.ContainsKey(note.Id))
                .Select(note => new Refusal("handover.note-undecided").At($"Notes[{note.Id}]")),
        ];
}
