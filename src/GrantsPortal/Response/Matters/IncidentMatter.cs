using GrantsPortal.Organisations;
using GrantsPortal.Response.Offers;

namespace GrantsPortal.Response.Matters;

/// <summary>Whether something is needed or offered.</summary>
public enum MatterSide
{
    /// <summary>Needed.</summary>
    Need,

    /// <summary>Offered.</summary>
    Offer,
}

/// <summary>What became of a need or an offer.</summary>
public enum MatterState
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>It was put together with another.</summary>
    Matched,

    /// <summary>It is settled, or taken back.</summary>
    Settled,
}

/// <summary>A need or an offer of a partner in an incident.</summary>
public sealed record IncidentMatter
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The incident.</summary>
    public long IncidentId { get; init; }

    /// <summary>The partner.</summary>
    public long OrganisationId { get; init; }

    /// <summary>Its name.</summary>
    public string OrganisationName { get; init; } = "";

    /// <summary>How letters reach it.</summary>
    public LetterDelivery LettersBy { get; init; }

    /// <summary>Needed or offered.</summary>
    public MatterSide Side { get; init; }

    /// <summary>What.</summary>
    public CrisisCapability Capability { get; init; }

    /// <summary>In words.</summary>
    public string Words { get; init; } = "";

    /// <summary>Languages, as kept.</summary>
    public string Languages { get; init; } = "";

    /// <summary>Where.</summary>
    public string? District { get; init; }

    /// <summary>What became of it.</summary>
    public MatterState State { get; init; }

    /// <summary>Whether the partner said it when it answered.</summary>
    public bool ByAnswer { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset NotedAt { get; init; }

    /// <summary>Counts moves; 0 for what was said before the incident and is not recorded in it.</summary>
    public int Version { get; init; }
}

/// <summary>A need or offer as an officer writes it down.</summary>
/// <param name="Side">Needed or offered.</param>
/// <param name="OrganisationId">The partner.</param>
/// <param name="Capability">What.</param>
/// <param name="Words">In words.</param>
/// <param name="Languages">Languages.</param>
/// <param name="District">Where.</param>
public sealed record MatterPlan(MatterSide Side, long OrganisationId, CrisisCapability? Capability, string Words, IReadOnlyList<string> Languages, string? District);

/// <summary>A need and an offer put together.</summary>
public sealed class IncidentMatch
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The need.</summary>
    public long NeedId { get; init; }

    /// <summary>The offer.</summary>
    public long OfferId { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>Who confirmed it.</summary>
    public string ConfirmedBy { get; init; } = "";
}
