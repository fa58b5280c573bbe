using GrantsPortal.Organisations;
using GrantsPortal.Platform;

namespace GrantsPortal.Bookings.Fees;

/// <summary>What is known of who asks, for the price.</summary>
/// <param name="Organisation">The organisation they come from; null when they come for themselves.</param>
/// <param name="HasAward">Whether it holds or held an award.</param>
/// <param name="Code">The code they gave, if it is one of this occasion.</param>
public sealed record Payer(Organisation? Organisation, bool HasAward, FeeCode? Code);

/// <summary>The price for one person and why.</summary>
/// <param name="PriceMinor">In minor units, tax included.</param>
/// <param name="Reason">Why.</param>
/// <param name="PercentOff">How many per cent below the full price.</param>
public sealed record Price(long PriceMinor, PriceReason Reason, int PercentOff);

/// <summary>An amount, tax included, taken apart; net and tax add up to it.</summary>
public readonly record struct TaxedAmount(long AmountMinor, long NetMinor, long TaxMinor);

/// <summary>Which price applies, its tax, and what comes back.</summary>
public static class FeeRules
{
    /// <summary>For how long a seat is held for somebody who is paying (product: 30 minutes).</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(30);

    /// <summary>
    /// For how long a payment page can be paid on: half an hour is the least that Stripe takes (expires_at,
    /// docs.stripe.com/api/checkout/sessions/create), counted by its own clock, so a minute more.
    /// </summary>
    public static readonly TimeSpan Session = TimeSpan.FromMinutes(31);

    /// <summary>How much longer than its payment page a seat is held, so that the word of a payment finds it.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(3);

    /// <summary>How long after its time a seat is kept while Stripe does not say whether it was paid.</summary>
    public static readonly TimeSpan Unheard = TimeSpan.FromHours(6);

    /// <summary>
    /// The least that can be paid by card, in minor units: Stripe's own least is 0.50 USD or EUR, 0.30 GBP, 50 JPY
    /// (docs.stripe.com/currencies). A reduced price below it is free.
    /// </summary>
    public const long LeastMinor = 50;

    /// <summary>Highest price per person in whole units.</summary>
    public const decimal MostPrice = 100_000;

    /// <summary>Most people one code is good for.</summary>
    public const int MostUses = 100_000;

    /// <summary>Most letters of a code.</summary>
    public const int CodeLetters = 40;

    /// <summary>
    /// The price for one person: the lowest of the full price, the partner's, the small group's and the code's. Of two
    /// that are the same, the one that needs no code comes first, so that no use of a code is spent for nothing.
    /// </summary>
    public static Price PriceOf(OccasionFee fee, Payer payer)
    {
        List<(PriceReason Reason, int Percent)> offers = [(PriceReason.Full, 0)];
        if (fee.PartnerPercent > 0 && IsPartner(fee, payer))
        {
            offers.Add((PriceReason.Partner, fee.PartnerPercent));
        }

        if (fee.SmallPercent > 0 && IsSmall(fee, payer.Organisation))
        {
            offers.Add((PriceReason.SmallGroup, fee.SmallPercent));
        }

        if (payer.Code is { } code)
        {
            offers.Add((PriceReason.Code, code.PercentOff));
        }

        var (reason, percent) = offers.MaxBy(offer => offer.Percent);
        return new Price(Reduced(fee.PriceMinor, percent), reason, percent);
    }

    /// <summary>A price less so many per cent, rounded to the minor unit, halves up; free below <see cref="LeastMinor"/>.</summary>
    public static long Reduced(long priceMinor, int percentOff) =>
        Part(priceMinor, 100 - percentOff) is var reduced && reduced < LeastMinor ? 0 : reduced;

    /// <summary>
    /// The tax in an amount that includes it: amount × rate / (100 % + rate), rounded to the minor unit, halves up. Each
    /// line is rounded for itself and its net is what is left, so that lines add up to what is paid.
    /// </summary>
    public static TaxedAmount Taxed(long amountMinor, int basisPoints)
    {
        var tax = (long)decimal.Round((decimal)amountMinor * basisPoints / (10_000 + basisPoints), MidpointRounding.AwayFromZero);
        return new TaxedAmount(amountMinor, amountMinor - tax, tax);
    }

    /// <summary>
    /// What comes back of what was paid for one place: everything when the city ends it; by the policy when it is given up,
    /// counted in days of 24 hours before the start; rounded to the minor unit, halves up.
    /// </summary>
    public static long Refund(RefundPolicy policy, long paidMinor, DateTimeOffset? startsAt, DateTimeOffset now, BookingEnd reason) =>
        reason is BookingEnd.CalledOff or BookingEnd.ByStaff or BookingEnd.NotApproved || startsAt is not { } starts ? paidMinor
        : now <= starts.AddDays(-policy.FullDays) ? paidMinor
        : now <= starts.AddDays(-policy.LaterDays) ? Part(paidMinor, policy.LaterPercent)
        : 0;

    /// <summary>Until when a seat is held for somebody who has just been given one to pay: half an hour, or as long as an earlier word gave them.</summary>
    public static DateTimeOffset HoldUntil(DateTimeOffset now, DateTimeOffset? given) => given is { } until && until > now + Hold ? until : now + Hold;

    /// <summary>
    /// Until when seats are held for whoever goes on to pay now: beyond the end of their page. Null when a page has held them
    /// longer before and they would be held for ever, page after page; a page that is over since another sum was owed does not count.
    /// </summary>
    /// <param name="now">Now.</param>
    /// <param name="held">Until when they are held.</param>
    /// <param name="owedMinor">What is owed now.</param>
    /// <param name="before">The pages there were.</param>
    public static DateTimeOffset? HoldForPage(DateTimeOffset now, DateTimeOffset held, long owedMinor, IEnumerable<FeeCheckout> before)
    {
        var until = now + Session + Grace;
        return until <= held ? held
            : before.Any(page => page.State != CheckoutState.NotMade && page.AmountMinor == owedMinor && page.ExpiresAt + Grace == held) ? null
            : until;
    }

    /// <summary>Whether a page that was asked for may be asked for again under the same key: while Stripe would still take its end.</summary>
    public static bool CanAskAgain(FeeCheckout page, DateTimeOffset now) => page.State == CheckoutState.Asked && page.ExpiresAt - Hold > now;

    /// <summary>A code as it was typed: without blanks, in capitals; null when nothing was.</summary>
    public static string? ReadCode(string? typed) =>
        new string([.. (typed ?? "").Where(letter => !char.IsWhiteSpace(letter))]).ToUpperInvariant() is { Length: > 0 } code ? code : null;

    /// <summary>What stands against a code: <c>fee.code-unknown</c>, <c>fee.code-over</c> (when), <c>fee.code-used-up</c> (for how many it is still good); at <c>Code</c>.</summary>
    public static Refusal? MayUse(FeeCode? code, int people, DateTimeOffset now) =>
        code is null || code.ClosedAt is not null ? new Refusal("fee.code-unknown").At("Code")
        : now > code.ValidUntil ? new Refusal("fee.code-over", code.ValidUntil).At("Code")
        : code.MostUses - code.Uses < people ? new Refusal("fee.code-used-up", code.MostUses - code.Uses).At("Code")
        : null;

    /// <summary>
    /// What is wrong with a fee: <c>fee.not-staff</c>, <c>fee.price-wrong</c> (least, most) at <c>Price</c>, <c>fee.tax-wrong</c> at
    /// <c>TaxPercent</c>, <c>fee.tax-name-missing</c> at <c>TaxName</c>, <c>fee.percent-wrong</c> at <c>PartnerPercent</c>,
    /// <c>SmallPercent</c> or <c>LaterRefundPercent</c>, <c>fee.partner-missing</c> at <c>PartnerByAward</c>, <c>fee.small-missing</c>
    /// at <c>SmallBelow</c>, <c>fee.days-wrong</c> at <c>FullRefundDays</c> or <c>LaterRefundDays</c>.
    /// </summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, FeePlan plan)
    {
        List<Refusal> wrong = [];
        void Unless(bool holds, string field, string code, params object?[] args)
        {
            if (!holds)
            {
                wrong.Add(new Refusal(code, args).At(field));
            }
        }

        if (!BookingRules.IsStaff(actor))
        {
            wrong.Add(new Refusal("fee.not-staff"));
        }

        if (plan.Price is { } price)
        {
            Unless(price.Amount is >= 0 and <= MostPrice && price.Minor is 0 or >= LeastMinor, "Price", "fee.price-wrong", Money.FromMinor(LeastMinor, price.Currency), new Money(MostPrice, price.Currency));
        }

        Unless(plan.TaxPercent is >= 0 and <= 50 && decimal.Round(plan.TaxPercent, 2) == plan.TaxPercent, "TaxPercent", "fee.tax-wrong");
        Unless(plan.TaxPercent == 0 || plan.TaxName.Trim().Length is > 0 and <= 60, "TaxName", "fee.tax-name-missing");
        Unless(plan.PartnerPercent is >= 0 and <= 100, "PartnerPercent", "fee.percent-wrong");
        Unless(plan.PartnerPercent == 0 || plan.PartnerByAward || plan.PartnerKinds.Count > 0, "PartnerByAward", "fee.partner-missing");
        Unless(plan.SmallPercent is >= 0 and <= 100, "SmallPercent", "fee.percent-wrong");
        Unless(plan.SmallPercent == 0 || plan.SmallBelow is { Amount: > 0 }, "SmallBelow", "fee.small-missing");
        Unless(plan.Policy.LaterPercent is >= 0 and <= 100, "LaterRefundPercent", "fee.percent-wrong");
        Unless(plan.Policy.FullDays is >= 0 and <= 365, "FullRefundDays", "fee.days-wrong", 365);
        Unless(plan.Policy.LaterDays >= 0 && plan.Policy.LaterDays <= plan.Policy.FullDays, "LaterRefundDays", "fee.days-wrong", plan.Policy.FullDays);
        return wrong;
    }

    /// <summary>What is wrong with a code: <c>fee.not-staff</c>, <c>fee.code-wrong</c> (most letters) at <c>Code</c>, <c>fee.percent-wrong</c> at <c>PercentOff</c>, <c>fee.uses-wrong</c> (most) at <c>MostUses</c>, <c>fee.until-past</c> at <c>ValidUntil</c>.</summary>
    public static IReadOnlyList<Refusal> Check(Actor actor, CodePlan plan, DateTimeOffset now) =>
    [
        .. BookingRules.IsStaff(actor) ? Array.Empty<Refusal>() : [new Refusal("fee.not-staff")],
        .. ReadCode(plan.Code) is { Length: >= 4 and <= CodeLetters } code && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? Array.Empty<Refusal>() : [new Refusal("fee.code-wrong", CodeLetters).At("Code")],
        .. plan.PercentOff is >= 1 and <= 100 ? Array.Empty<Refusal>() : [new Refusal("fee.percent-wrong").At("PercentOff")],
        .. plan.MostUses is >= 1 and <= MostUses ? Array.Empty<Refusal>() : [new Refusal("fee.uses-wrong", MostUses).At("MostUses")],
        .. plan.ValidUntil <= now ? [new Refusal("fee.until-past").At("ValidUntil")] : Array.Empty<Refusal>(),
    ];

    /// <summary>Whether a place with these terms can move to an occasion with that fee: only where a place costs the same there.</summary>
    public static bool SameFee(PartyFee? terms, OccasionFee? there) =>
        terms is null ? there is null or { PriceMinor: 0 }
        : there is not null && (terms.ListMinor, terms.Currency, terms.TaxName, terms.TaxBasisPoints) == (there.PriceMinor, there.Currency, there.TaxName, there.TaxBasisPoints);

    private static bool IsPartner(OccasionFee fee, Payer payer) =>
        payer.Organisation is { } organisation && ((fee.PartnerByAward && payer.HasAward) || fee.Kinds.Contains(organisation.Kind));

    private static bool IsSmall(OccasionFee fee, Organisation? organisation) =>
        organisation?.YearlyIncomeMinor is { } income && organisation.IncomeCurrency == fee.Currency && income < fee.SmallBelowMinor;

    private static long Part(long minor, int percent) => (long)decimal.Round(minor * percent / 100m, MidpointRounding.AwayFromZero);
}
