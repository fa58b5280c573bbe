using GrantsPortal.Platform.States;

namespace GrantsPortal.Response.Families;

/// <summary>What a partner that offers said to being asked.</summary>
public enum FamilyMatchState
{
    /// <summary>It is asked.</summary>
    Asked,

    /// <summary>It takes it on.</summary>
    Agreed,

    /// <summary>It cannot.</summary>
    Declined,
}

/// <summary>Something asked for and something offered put together. The side that offers reads kind, number, language, district and the officer's words, and no more.</summary>
public sealed record FamilyMatch
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>What is asked for.</summary>
    public long AskId { get; init; }

    /// <summary>What is offered.</summary>
    public long OfferId { get; init; }

    /// <summary>What was answered.</summary>
    public FamilyMatchState State { get; init; }

    /// <summary>What the officer told the side that offers.</summary>
    public string Words { get; init; } = "";

    /// <summary>When it was asked, in UTC.</summary>
    public DateTimeOffset MatchedAt { get; init; }

    /// <summary>When it answered, in UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }
}

/// <summary>The machine of what was put together for families.</summary>
public static class FamilyMatchStates
{
    /// <summary>The partner takes it on.</summary>
    public const string Agree = "agree";

    /// <summary>The partner cannot.</summary>
    public const string Decline = "decline";

    private const string Partner = "Owner or Editor of the partner that offers";

    /// <summary>The table.</summary>
    public static readonly StateTable<FamilyMatchState> Table = new(
        "support put together",
        new Dictionary<FamilyMatchState, StateName>
        {
            [FamilyMatchState.Asked] = new("Asked", "Waits for your answer"),
            [FamilyMatchState.Agreed] = new("Takes it on", "You take it on"),
            [FamilyMatchState.Declined] = new("Cannot", "You said no"),
        },
        [
            new(FamilyMatchState.Asked, Agree, "We take it on", FamilyMatchState.Agreed, Partner, nameof(FamilyEntryTold)),
            new(FamilyMatchState.Asked, Decline, "We cannot", FamilyMatchState.Declined, Partner, nameof(FamilyEntryTold)),
        ]);
}

/// <summary>What fits something asked for, and why.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="SharedLanguages">Languages of both.</param>
/// <param name="SameDistrict">Whether both are of one district.</param>
public sealed record SupportFit(FamilySupport Offer, IReadOnlyList<string> SharedLanguages, bool SameDistrict);

/// <summary>Finds offers that may fit.</summary>
public static class FamilyMatchRules
{
    /// <summary>Most proposals for one.</summary>
    public const int MostProposed = 6;

    /// <summary>
    /// Offers that fit something asked for: of the same kind, by another partner, not withdrawn, with a language of those asked for (where any are), and of the same
    /// exercise or both real. Those of the same district come first, then those with more of the languages, then those not in use, then the oldest.
    /// </summary>
    public static IReadOnlyList<SupportFit> Proposals(FamilySupport ask, IEnumerable<FamilySupport> offers) =>
    [
        .. ask.Side != SupportSide.Asked || ask.IsOver ? [] : offers.Where(offer => Fits(ask, offer))
            .Select(offer => new SupportFit(
                offer, [.. ask.LanguageNames.Intersect(offer.LanguageNames, StringComparer.OrdinalIgnoreCase)],
                ask.District.Length > 0 && string.Equals(ask.District, offer.District, StringComparison.OrdinalIgnoreCase)))
            .Where(fit => ask.LanguageNames.Count == 0 || fit.SharedLanguages.Count > 0)
            .OrderByDescending(fit => fit.SameDistrict).ThenByDescending(fit => fit.SharedLanguages.Count).ThenBy(fit => fit.Offer.State == SupportState.Used).ThenBy(fit => fit.Offer.Id)
            .Take(MostProposed),
    ];

    private static bool Fits(FamilySupport ask, FamilySupport offer) =>
        offer.Side == SupportSide.Offered && !offer.IsOver && offer.Kind == ask.Kind && offer.OrganisationId != ask.OrganisationId && offer.DrillId == ask.DrillId;
}
