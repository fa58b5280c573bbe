using GrantsPortal.Bookings.Fees;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using GrantsPortal.Web.Bookings.Desk;
using GrantsPortal.Web.Shared.Forms;

namespace GrantsPortal.Web.Bookings.Fees;

/// <summary>A fee as typed.</summary>
public sealed class FeeForm
{
    /// <summary>The version it was opened at; 0 while there is none.</summary>
    public int Version { get; set; }

    /// <summary>Price per person, tax included; empty where places are free.</summary>
    [BindMoney]
    public decimal? Price { get; set; }

    /// <summary>What the tax is called.</summary>
    public string? TaxName { get; set; }

    /// <summary>The tax in it, in per cent.</summary>
    public decimal? TaxPercent { get; set; }

    /// <summary>How many per cent partners pay less.</summary>
    public int? PartnerPercent { get; set; }

    /// <summary>Whether an award makes a partner.</summary>
    public bool PartnerByAward { get; set; }

    /// <summary>The kinds of organisation that count as partners.</summary>
    public List<OrganisationKind> PartnerKinds { get; set; } = [];

    /// <summary>How many per cent small groups pay less.</summary>
    public int? SmallPercent { get; set; }

    /// <summary>Below which yearly income an organisation is small.</summary>
    [BindMoney]
    public decimal? SmallBelow { get; set; }

    /// <summary>Until how many days before everything comes back.</summary>
    public int? FullRefundDays { get; set; } = 14;

    /// <summary>How many per cent come back later.</summary>
    public int? LaterRefundPercent { get; set; } = 50;

    /// <summary>Until how many days before.</summary>
    public int? LaterRefundDays { get; set; } = 3;

    /// <summary>A fee as it stands.</summary>
    public static FeeForm Of(OccasionFee fee) => new()
    {
        Version = fee.Version,
        Price = fee.PriceMinor > 0 ? fee.Price.Amount : null,
        TaxName = fee.TaxName,
        TaxPercent = fee.TaxBasisPoints / 100m,
        PartnerPercent = fee.PartnerPercent,
        PartnerByAward = fee.PartnerByAward,
        PartnerKinds = [.. fee.Kinds],
        SmallPercent = fee.SmallPercent,
        SmallBelow = fee.SmallBelowMinor is { } below ? Money.FromMinor(below, fee.Currency).Amount : null,
        FullRefundDays = fee.FullRefundDays,
        LaterRefundPercent = fee.LaterRefundPercent,
        LaterRefundDays = fee.LaterRefundDays,
    };

    /// <summary>What the use case takes, in a currency.</summary>
    public FeePlan Read(string currency) => new()
    {
        Price = Price is { } price ? new Money(price, currency) : null,
        TaxName = TaxName ?? "",
        TaxPercent = TaxPercent ?? 0,
        PartnerPercent = PartnerPercent ?? 0,
        PartnerByAward = PartnerByAward,
        PartnerKinds = PartnerKinds,
        SmallPercent = SmallPercent ?? 0,
        SmallBelow = SmallBelow is { } below ? new Money(below, currency) : null,
        Policy = new RefundPolicy(FullRefundDays ?? 0, LaterRefundPercent ?? 0, LaterRefundDays ?? 0),
    };
}

/// <summary>A code as typed.</summary>
public sealed class CodeForm
{
    /// <summary>Its letters.</summary>
    public string? Code { get; set; }

    /// <summary>How many per cent it takes off.</summary>
    public int? PercentOff { get; set; }

    /// <summary>For how many people.</summary>
    public int? MostUses { get; set; }

    /// <summary>Until when, in UTC; empty until booking closes.</summary>
    public DateTimeOffset? ValidUntil { get; set; }
}

/// <summary>The fee of an occasion on its desk.</summary>
/// <param name="Frame">The occasion.</param>
/// <param name="Fee">The fee; null where none was set.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Code">The code as typed.</param>
/// <param name="Codes">Its codes.</param>
/// <param name="Parties">What parties owe, paid and got back.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record FeeDeskPage(OccasionFrame Frame, OccasionFee? Fee, FeeForm Form, CodeForm Code, IReadOnlyList<FeeCode> Codes, IReadOnlyList<PartyMoney> Parties, string Currency)
{
    /// <summary>Whether cards can be charged; without, only free places can be asked for.</summary>
    public bool CanPay { get; init; }
}
