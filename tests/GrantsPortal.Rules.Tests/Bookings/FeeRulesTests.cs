using CsCheck;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Fees;
using GrantsPortal.Organisations;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Bookings;

public sealed class FeeRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);

    private static readonly Actor Officer = new(1, "Olivia", new HashSet<string> { Roles.ProgrammeOfficer });

    /// <summary>60.00 with 20 % VAT; partners by an award or schools pay 30 % less, groups below 25,000 half, refunds 14 days, then half until 3.</summary>
    private static readonly OccasionFee Sixty = new()
    {
        PriceMinor = 6_000,
        Currency = "GBP",
        TaxName = "VAT",
        TaxBasisPoints = 2_000,
        PartnerPercent = 30,
        PartnerByAward = true,
        PartnerKinds = nameof(OrganisationKind.School),
        SmallPercent = 50,
        SmallBelowMinor = 2_500_000,
        FullRefundDays = 14,
        LaterRefundPercent = 50,
        LaterRefundDays = 3,
    };

    private static readonly FeePlan Plan = new() { Price = new Money(60, "GBP"), TaxName = "VAT", TaxPercent = 20, PartnerPercent = 30, PartnerByAward = true, SmallPercent = 50, SmallBelow = new Money(25_000, "GBP") };

    [Fact]
    public void Each_person_pays_the_lowest_price_that_is_theirs()
    {
        var small = new Organisation { Kind = OrganisationKind.CommunityGroup, YearlyIncomeMinor = 2_499_999, IncomeCurrency = "GBP" };
        var large = small with { YearlyIncomeMinor = 2_500_000 };
        var code = new FeeCode { PercentOff = 50, MostUses = 9 };
        (Payer Payer, long Price, PriceReason Reason)[] all =
        [
            (new(null, true, null), 6_000, PriceReason.Full),
            (new(large, false, null), 6_000, PriceReason.Full),
            (new(large, true, null), 4_200, PriceReason.Partner),
            (new(large with { Kind = OrganisationKind.School }, false, null), 4_200, PriceReason.Partner),
            (new(small, true, null), 3_000, PriceReason.SmallGroup),
            (new(small with { IncomeCurrency = "EUR" }, false, null), 6_000, PriceReason.Full),
            (new(small with { YearlyIncomeMinor = null }, false, null), 6_000, PriceReason.Full),
            (new(null, false, code), 3_000, PriceReason.Code),
            (new(small, false, code), 3_000, PriceReason.SmallGroup),
            (new(small, false, new FeeCode { PercentOff = 51, MostUses = 9 }), 2_940, PriceReason.Code),
        ];
        Assert.All(all, one => Assert.Equal((one.Price, one.Reason), FeeRules.PriceOf(Sixty, one.Payer) is var price ? (price.PriceMinor, price.Reason) : default));
    }

    [Theory]
    [InlineData(1_005, 50, 503)]
    [InlineData(999, 33, 669)]
    [InlineData(6_000, 100, 0)]
    [InlineData(100, 50, 50)]
    [InlineData(100, 51, 0)]
    public void A_reduced_price_is_rounded_half_up_and_free_below_what_a_card_can_pay(long price, int percent, long reduced) => Assert.Equal(reduced, FeeRules.Reduced(price, percent));

    [Theory]
    [InlineData(6_000, 2_000, 1_000)]
    [InlineData(1_999, 2_000, 333)]
    [InlineData(1_000, 700, 65)]
    [InlineData(1_000, 0, 0)]
    [InlineData(10_850, 850, 850)]
    public void Tax_is_taken_out_of_an_amount_that_includes_it(long amount, int basisPoints, long tax) =>
        Assert.Equal(new TaxedAmount(amount, amount - tax, tax), FeeRules.Taxed(amount, basisPoints));

    [Fact]
    public void However_a_price_is_reduced_and_taxed_the_parts_add_up_and_nobody_pays_more_by_a_reduction() => Gen.Select(Gen.Long[0, 10_000_000], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 5_000]).Sample((price, less, more, basisPoints) =>
    {
        var taxed = FeeRules.Taxed(price, basisPoints);
        var exact = (decimal)price * basisPoints / (10_000 + basisPoints);
        var (dear, cheap) = (FeeRules.Reduced(price, Math.Min(less, more)), FeeRules.Reduced(price, Math.Max(less, more)));
        return taxed.NetMinor + taxed.TaxMinor == price && Math.Abs(taxed.TaxMinor - exact) <= 0.5m && taxed.NetMinor >= 0
            && cheap <= dear && dear <= price && dear is 0 or >= FeeRules.LeastMinor && cheap is 0 or >= FeeRules.LeastMinor;
    });

    [Fact]
    public void The_lowest_of_all_prices_is_said_whatever_they_are() => Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[1, 100], Gen.Bool, Gen.Bool).Sample((partner, small, code, award, income) =>
    {
        var fee = Sixty with { PartnerPercent = partner, SmallPercent = small };
        var organisation = new Organisation { YearlyIncomeMinor = income ? 100 : null, IncomeCurrency = "GBP" };
        var percent = new[] { 0, award ? partner : 0, income ? small : 0, code }.Max();
        return FeeRules.PriceOf(fee, new Payer(organisation, award, new FeeCode { PercentOff = code })) is var price && price.PercentOff == percent && price.PriceMinor == FeeRules.Reduced(6_000, percent);
    });

    [Fact]
    public void What_comes_back_goes_by_days_before_the_start_and_is_everything_when_the_city_ends_it()
    {
        var starts = Now.AddDays(20);
        long Back(DateTimeOffset at, BookingEnd reason = BookingEnd.Withdrawn) => FeeRules.Refund(Sixty.Policy, 6_001, starts, at, reason);
        Assert.Equal(6_001, Back(starts.AddDays(-14)));
        Assert.Equal(3_001, Back(starts.AddDays(-14).AddTicks(1)));
        Assert.Equal(3_001, Back(starts.AddDays(-3)));
        Assert.Equal(0, Back(starts.AddDays(-3).AddTicks(1)));
        Assert.All(new[] { BookingEnd.CalledOff, BookingEnd.ByStaff }, reason => Assert.Equal(6_001, Back(starts.AddHours(-1), reason)));
        Assert.Equal(6_001, FeeRules.Refund(Sixty.Policy, 6_001, null, Now, BookingEnd.Withdrawn));
    }

    [Fact]
    public void The_later_a_place_is_given_up_the_less_comes_back_and_never_more_than_was_paid() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 60], Gen.Int[0, 100], Gen.Long[0, 1_000_000], Gen.Int[-90 * 24, 24], Gen.Int[0, 24 * 30]).Sample((full, later, percent, paid, hours, wait) =>
        {
            var policy = new RefundPolicy(Math.Max(full, later), percent, Math.Min(full, later));
            var (early, late) = (FeeRules.Refund(policy, paid, Now, Now.AddHours(hours), BookingEnd.Withdrawn), FeeRules.Refund(policy, paid, Now, Now.AddHours(hours + wait), BookingEnd.Withdrawn));
            return late >= 0 && late <= early && early <= paid;
        });

    [Fact]
    public void A_code_is_read_however_it_is_typed_and_is_good_while_it_is_open_and_for_enough_people()
    {
        Assert.Equal("FRIENDS-7", FeeRules.ReadCode(" fri ends-7\u00a0"));
        Assert.Null(FeeRules.ReadCode(" \t"));
        FeeCode Code(int uses, DateTimeOffset? until = null, DateTimeOffset? closed = null) => new() { MostUses = 7, Uses = uses, ValidUntil = until, ClosedAt = closed };
        string? Why(FeeCode? code, int people) => FeeRules.MayUse(code, people, Now)?.Code;
        Assert.Equal(["fee.code-unknown", "fee.code-unknown", "fee.code-over", "fee.code-used-up"], [Why(null, 1), Why(Code(0, closed: Now), 1), Why(Code(0, until: Now.AddTicks(-1)), 1), Why(Code(5), 3)]);
        Assert.Null(Why(Code(5, until: Now), 2));
    }

    [Fact]
    public void A_seat_is_held_beyond_one_page_and_not_page_after_page()
    {
        var first = Now.AddMinutes(10);
        var until = FeeRules.HoldForPage(first, Now + FeeRules.Hold, 6_000, []);
        Assert.Equal(first + FeeRules.Session + FeeRules.Grace, until);
        var page = new FeeCheckout { State = CheckoutState.Expired, AmountMinor = 6_000, ExpiresAt = first + FeeRules.Session };
        var over = page.ExpiresAt.AddMinutes(1);
        Assert.Null(FeeRules.HoldForPage(over, until!.Value, 6_000, [page]));
        Assert.NotNull(FeeRules.HoldForPage(over, until.Value, 3_000, [page]));
        Assert.NotNull(FeeRules.HoldForPage(over, until.Value, 6_000, [page with { State = CheckoutState.NotMade }]));
        Assert.Equal(Now.AddHours(48), FeeRules.HoldForPage(over, Now.AddHours(48), 6_000, [page]));
    }

    [Fact]
    public void A_page_is_always_over_before_its_seat_is_let_go() => Gen.Select(Gen.Int[0, 3_000], Gen.Int[0, 3_000]).Sample((now, held) =>
        FeeRules.HoldForPage(Now.AddMinutes(now), Now.AddMinutes(held), 6_000, []) is { } until && until > Now.AddMinutes(now) + FeeRules.Session && until >= Now.AddMinutes(held));

    [Fact]
    public void Where_a_place_costs_the_same_it_can_be_moved()
    {
        var terms = new PartyFee { ListMinor = 6_000, PriceMinor = 0, Currency = "GBP", TaxName = "VAT", TaxBasisPoints = 2_000 };
        Assert.True(FeeRules.SameFee(terms, Sixty));
        Assert.True(FeeRules.SameFee(null, null));
        Assert.True(FeeRules.SameFee(null, Sixty with { PriceMinor = 0 }));
        Assert.All(new OccasionFee?[] { null, Sixty with { PriceMinor = 5_999 }, Sixty with { Currency = "EUR" }, Sixty with { TaxBasisPoints = 0 } }, there => Assert.False(FeeRules.SameFee(terms, there)));
        Assert.False(FeeRules.SameFee(null, Sixty));
    }

    [Fact]
    public void A_fee_that_is_complete_stands_and_each_thing_wrong_is_said_at_its_field()
    {
        Assert.Empty(FeeRules.Check(Officer, Plan));
        Assert.Empty(FeeRules.Check(Officer, new FeePlan()));
        Assert.Equal("fee.not-staff", Assert.Single(FeeRules.Check(Actor.Public, Plan)).Code);
        (FeePlan Plan, string Code, string Field)[] wrong =
        [
            (Plan with { Price = new Money(0.49m, "GBP") }, "fee.price-wrong", "Price"),
            (Plan with { Price = new Money(100_000.01m, "GBP") }, "fee.price-wrong", "Price"),
            (Plan with { TaxPercent = 50.01m }, "fee.tax-wrong", "TaxPercent"),
            (Plan with { TaxPercent = 7.001m }, "fee.tax-wrong", "TaxPercent"),
            (Plan with { TaxName = " " }, "fee.tax-name-missing", "TaxName"),
            (Plan with { PartnerPercent = 101 }, "fee.percent-wrong", "PartnerPercent"),
            (Plan with { PartnerByAward = false }, "fee.partner-missing", "PartnerByAward"),
            (Plan with { SmallPercent = -1 }, "fee.percent-wrong", "SmallPercent"),
            (Plan with { SmallBelow = null }, "fee.small-missing", "SmallBelow"),
            (Plan with { Policy = new RefundPolicy(366, 50, 3) }, "fee.days-wrong", "FullRefundDays"),
            (Plan with { Policy = new RefundPolicy(2, 50, 3) }, "fee.days-wrong", "LaterRefundDays"),
            (Plan with { Policy = new RefundPolicy(14, 101, 3) }, "fee.percent-wrong", "LaterRefundPercent"),
        ];
        Assert.All(wrong, one => Assert.Equal((one.Code, one.Field), Assert.Single(FeeRules.Check(Officer, one.Plan)) is var refusal ? (refusal.Code, refusal.Field) : default));
        Assert.Empty(FeeRules.Check(Officer, new CodePlan("friends-7", 100, 7, Now.AddTicks(1)), Now));
        Assert.Equal(
            ["fee.code-wrong", "fee.percent-wrong", "fee.uses-wrong", "fee.until-past"],
            FeeRules.Check(Officer, new CodePlan("a b", 0, 0, Now), Now).Select(refusal => refusal.Code));
    }
}
