using GrantsPortal.Organisations;
using GrantsPortal.Platform;

namespace GrantsPortal.Bookings.Fees;

/// <summary>What a place at an occasion costs, who pays less, and what comes back when a place is given up.</summary>
public sealed record OccasionFee
{
    /// <summary>The occasion.</summary>
    public long OccasionId { get; init; }

    /// <summary>The full price per person, tax included, in minor units.</summary>
    public long PriceMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>What the tax is called, such as VAT; empty where none is charged.</summary>
    public string TaxName { get; init; } = "";

    /// <summary>The rate in hundredths of a per cent: 2000 is 20 %.</summary>
    public int TaxBasisPoints { get; init; }

    /// <summary>How many per cent partner organisations pay less; 100 is free.</summary>
    public int PartnerPercent { get; init; }

    /// <summary>Whether an organisation that holds or held an award counts as a partner.</summary>
    public bool PartnerByAward { get; init; }

    /// <summary>The kinds of organisation that count as partners, as names with commas between.</summary>
    public string PartnerKinds { get; init; } = "";

    /// <summary>How many per cent small groups pay less.</summary>
    public int SmallPercent { get; init; }

    /// <summary>Below which yearly income, in minor units of <see cref="Currency"/>, an organisation is small; null where there is no such rule.</summary>
    public long? SmallBelowMinor { get; init; }

    /// <summary>Until how many days before the start everything comes back.</summary>
    public int FullRefundDays { get; init; }

    /// <summary>How many per cent come back after that.</summary>
    public int LaterRefundPercent { get; init; }

    /// <summary>Until how many days before the start that part comes back; nothing does after.</summary>
    public int LaterRefundDays { get; init; }

    /// <summary>Counts edits.</summary>
    public int Version { get; init; }

    /// <summary>The full price.</summary>
    public Money Price => Money.FromMinor(PriceMinor, Currency);

    /// <summary>The kinds of organisation that count as partners.</summary>
    public IReadOnlyList<OrganisationKind> Kinds =>
        [.. PartnerKinds.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(name => Enum.IsDefined(typeof(OrganisationKind), name)).Select(Enum.Parse<OrganisationKind>)];

    /// <summary>The policy of refunds.</summary>
    public RefundPolicy Policy => new(FullRefundDays, LaterRefundPercent, LaterRefundDays);
}

/// <summary>What comes back when a place is given up.</summary>
/// <param name="FullDays">Until how many days before the start all of it.</param>
/// <param name="LaterPercent">How many per cent after that.</param>
/// <param name="LaterDays">Until how many days before the start that part.</param>
public sealed record RefundPolicy(int FullDays, int LaterPercent, int LaterDays);

/// <summary>A code that makes places cheaper or free, for so many people.</summary>
public sealed class FeeCode
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The occasion it is good for.</summary>
    public long OccasionId { get; init; }

    /// <summary>In capitals.</summary>
    public string Code { get; init; } = "";

    /// <summary>How many per cent it takes off; 100 is free.</summary>
    public int PercentOff { get; init; }

    /// <summary>For how many people.</summary>
    public int MostUses { get; init; }

    /// <summary>For how many it is in use.</summary>
    public int Uses { get; init; }

    /// <summary>Until when, in UTC; null until booking closes.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When it was closed, in UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>Why a party pays what it pays.</summary>
public enum PriceReason
{
    /// <summary>The full price.</summary>
    Full,

    /// <summary>They come from a partner organisation.</summary>
    Partner,

    /// <summary>They come from a small group.</summary>
    SmallGroup,

    /// <summary>They have a code.</summary>
    Code,
}

/// <summary>What one person of a party pays, as it was said when they asked; it does not change afterwards.</summary>
public sealed record PartyFee
{
    /// <summary>The party.</summary>
    public long PartyId { get; init; }

    /// <summary>The full price then, in minor units.</summary>
    public long ListMinor { get; init; }

    /// <summary>What one person pays, tax included, in minor units.</summary>
    public long PriceMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>What the tax is called.</summary>
    public string TaxName { get; init; } = "";

    /// <summary>The rate in hundredths of a per cent.</summary>
    public int TaxBasisPoints { get; init; }

    /// <summary>Why it is this price.</summary>
    public PriceReason Reason { get; init; }

    /// <summary>How many per cent below the full price.</summary>
    public int PercentOff { get; init; }

    /// <summary>The code used.</summary>
    public long? CodeId { get; init; }

    /// <summary>See <see cref="RefundPolicy"/>.</summary>
    public int FullRefundDays { get; init; }

    /// <summary>See <see cref="RefundPolicy"/>.</summary>
    public int LaterRefundPercent { get; init; }

    /// <summary>See <see cref="RefundPolicy"/>.</summary>
    public int LaterRefundDays { get; init; }

    /// <summary>Whether there is something to pay.</summary>
    public bool IsDue => PriceMinor > 0;

    /// <summary>What one person pays.</summary>
    public Money Price => Money.FromMinor(PriceMinor, Currency);

    /// <summary>The policy of refunds that was said.</summary>
    public RefundPolicy Policy => new(FullRefundDays, LaterRefundPercent, LaterRefundDays);
}

/// <summary>A fee as an officer sets it.</summary>
public sealed record FeePlan
{
    /// <summary>Full price per person, tax included; null or nothing for none.</summary>
    public Money? Price { get; init; }

    /// <summary>What the tax is called; empty for none.</summary>
    public string TaxName { get; init; } = "";

    /// <summary>The rate in per cent, with at most two decimals.</summary>
    public decimal TaxPercent { get; init; }

    /// <summary>How many per cent partners pay less.</summary>
    public int PartnerPercent { get; init; }

    /// <summary>Whether an award makes a partner.</summary>
    public bool PartnerByAward { get; init; }

    /// <summary>The kinds of organisation that count as partners.</summary>
    public IReadOnlyList<OrganisationKind> PartnerKinds { get; init; } = [];

    /// <summary>How many per cent small groups pay less.</summary>
    public int SmallPercent { get; init; }

    /// <summary>Below which yearly income an organisation is small.</summary>
    public Money? SmallBelow { get; init; }

    /// <summary>The policy of refunds.</summary>
    public RefundPolicy Policy { get; init; } = new(14, 50, 3);
}

/// <summary>A code as an officer makes it.</summary>
/// <param name="Code">Letters, digits and dashes.</param>
/// <param name="PercentOff">How many per cent it takes off.</param>
/// <param name="MostUses">For how many people.</param>
/// <param name="ValidUntil">Until when, in UTC; null until booking closes.</param>
public sealed record CodePlan(string Code, int PercentOff, int MostUses, DateTimeOffset? ValidUntil);
