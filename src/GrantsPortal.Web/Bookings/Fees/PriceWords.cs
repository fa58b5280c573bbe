using System.Globalization;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Platform;
using GrantsPortal.Web.Organisations;
using GrantsPortal.Web.Shared.Languages;
using Microsoft.Extensions.Localization;

namespace GrantsPortal.Web.Bookings.Fees;

/// <summary>A fee in sentences.</summary>
public static class PriceWords
{
    /// <summary>What a place costs, who pays less, and what comes back; nothing where it is free.</summary>
    public static IReadOnlyList<string> Of(OccasionFee? fee, IStringLocalizer<Texts> texts)
    {
        if (fee is not { PriceMinor: > 0 })
        {
            return [];
        }

        List<string> lines = [fee.TaxBasisPoints > 0 ? texts["{0} a person, {1} {2} % included.", Money(fee.PriceMinor, fee.Currency), fee.TaxName, Percent(fee.TaxBasisPoints)] : texts["{0} a person.", Money(fee.PriceMinor, fee.Currency)]];
        if (fee.PartnerPercent > 0)
        {
            var who = fee.Kinds.Select(kind => texts[OrganisationSentences.Kind(kind)].Value).Prepend(fee.PartnerByAward ? texts["organisations with a grant of the city"].Value : "").Where(one => one.Length > 0);
            lines.Add(fee.PartnerPercent == 100 ? texts["Free for: {0}.", string.Join(", ", who)] : texts["{0} % less for: {1}.", fee.PartnerPercent, string.Join(", ", who)]);
        }

        if (fee is { SmallPercent: > 0, SmallBelowMinor: { } below })
        {
            lines.Add(fee.SmallPercent == 100 ? texts["Free for organisations with less than {0} a year.", Money(below, fee.Currency)] : texts["{0} % less for organisations with less than {1} a year.", fee.SmallPercent, Money(below, fee.Currency)]);
        }

        lines.Add(Of(fee.Policy, texts));
        return lines;
    }

    /// <summary>What comes back of what was paid.</summary>
    public static string Of(RefundPolicy policy, IStringLocalizer<Texts> texts) =>
        policy is { LaterPercent: > 0 } && policy.LaterDays < policy.FullDays
            ? texts["You get all of it back until {0} days before it begins, and {1} % until {2} days before.", policy.FullDays, policy.LaterPercent, policy.LaterDays]
            : texts["You get all of it back until {0} days before it begins.", policy.FullDays];

    /// <summary>Why a party pays what it pays.</summary>
    public static string Of(PriceReason reason) => reason switch
    {
        PriceReason.Partner => "Partner",
        PriceReason.SmallGroup => "Small group",
        PriceReason.Code => "Code",
        _ => "Full price",
    };

    /// <summary>What one person of a party pays, and which reduction makes it so; the code where one was used.</summary>
    public static string Of(PartyFee fee, string? code, IStringLocalizer<Texts> texts)
    {
        var (price, list) = (Money(fee.PriceMinor, fee.Currency), Money(fee.ListMinor, fee.Currency));
        return (fee.Reason, fee.PriceMinor) switch
        {
            (PriceReason.Partner, 0) => texts["You pay nothing, instead of {0} a person: you come from an organisation that is a partner of the city.", list],
            (PriceReason.Partner, _) => texts["{0} a person instead of {1}: you come from an organisation that is a partner of the city.", price, list],
            (PriceReason.SmallGroup, 0) => texts["You pay nothing, instead of {0} a person: your organisation has a small income.", list],
            (PriceReason.SmallGroup, _) => texts["{0} a person instead of {1}: your organisation has a small income.", price, list],
            (PriceReason.Code, 0) => texts["You pay nothing, instead of {0} a person: you used the code {1}.", list, code ?? ""],
            (PriceReason.Code, _) => texts["{0} a person instead of {1}: you used the code {2}.", price, list, code ?? ""],
            _ => texts["{0} a person.", price],
        };
    }

    /// <summary>An amount in the reader's language.</summary>
    public static string Money(long minor, string currency) => GrantsPortal.Platform.Money.FromMinor(minor, currency).Format(CultureInfo.CurrentCulture);

    private static string Percent(int basisPoints) => (basisPoints / 100m).ToString("0.##", CultureInfo.CurrentCulture);
}
