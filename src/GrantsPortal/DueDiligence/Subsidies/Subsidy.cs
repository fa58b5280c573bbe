using GrantsPortal.Platform;

namespace GrantsPortal.DueDiligence.Subsidies;

/// <summary>A subsidy an organisation got, declared by it or recorded by the city; an award of the portal counts once it is recorded as one.</summary>
public sealed class Subsidy
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Who got it.</summary>
    public long OrganisationId { get; init; }

    /// <summary>The award it is; null for what others gave.</summary>
    public long? AwardId { get; init; }

    /// <summary>Reference of that award.</summary>
    public string? AwardReference { get; init; }

    /// <summary>The day it was granted, which is what the rolling period counts, whenever it is paid.</summary>
    public DateOnly GrantedOn { get; init; }

    /// <summary>Who gave it.</summary>
    public string Giver { get; init; } = "";

    /// <summary>The measure, or what it was for.</summary>
    public string Measure { get; init; } = "";

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>Name of who recorded it.</summary>
    public string RecordedByName { get; init; } = "";

    /// <summary>When it was recorded, in UTC.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>Amount.</summary>
    public Money Amount => Money.FromMinor(AmountMinor, Currency);
}

/// <summary>What an organisation got within the period that ends on a day.</summary>
/// <param name="From">First day that counts.</param>
/// <param name="To">Last day that counts.</param>
/// <param name="Counted">The subsidies that count, the latest first.</param>
/// <param name="Total">Their sum.</param>
/// <param name="Ceiling">Most there may be.</param>
public sealed record SubsidyTotal(DateOnly From, DateOnly To, IReadOnlyList<Subsidy> Counted, Money Total, Money Ceiling)
{
    /// <summary>What may still be granted; below zero when there is too much.</summary>
    public Money Left => Ceiling - Total;

    /// <summary>Whether there is more than there may be.</summary>
    public bool IsOver => Total > Ceiling;
}
