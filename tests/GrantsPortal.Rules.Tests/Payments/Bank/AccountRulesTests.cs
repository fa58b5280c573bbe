using CsCheck;
using GrantsPortal.Payments.Bank.Accounts;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments.Bank;

public sealed class AccountRulesTests
{
    private static readonly string[] Countries = [.. IbanCountries.Codes.Order()];

    private static readonly Gen<string> Numbers =
        from country in Gen.Int[0, Countries.Length - 1].Select(i => Countries[i])
        from bban in Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"].Array[IbanCountries.StructureOf(country)!.Length]
        select WithCheckDigits(country, new string([.. bban.Zip(IbanCountries.StructureOf(country)!, Fit)]));

    /// <summary>Examples printed in SWIFT's IBAN Registry.</summary>
    [Theory]
    [InlineData("GB29 NWBK 6016 1331 9268 19")]
    [InlineData("de89 3704 0044 0532 0130 00")]
    [InlineData("IBAN: FR14 2004 1010 0505 0001 3M02 606")]
    [InlineData("NO93-8601-1117-947")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    [InlineData("SC18 SSCB 1101 0000 0000 0000 1497 USD")]
    [InlineData("BR15 0000 0000 0000 1093 2840 814P 2")]
    [InlineData("\u200ELC55 HEMM 0001 0001 0012 0012 0002 3015")]
    public void Numbers_of_the_registry_are_taken_however_they_are_typed(string typed) =>
        Assert.Equal(1, IbanRules.Remainder(Iban(typed).Iban!));

    [Theory]
    [InlineData("", "account.iban-missing")]
    [InlineData("GB29 NWBK 6016 1331 9268 1", "account.iban-length")]
    [InlineData("GB29 NWBK 6016 1331 9268 199", "account.iban-length")]
    [InlineData("GB29 NWBK 6016 1331 9268 18", "account.iban-check")]
    [InlineData("GB29 NWB1 6016 1331 9268 19", "account.iban-form")]
    [InlineData("GBX9 NWBK 6016 1331 9268 19", "account.iban-form")]
    [InlineData("US29 NWBK 6016 1331 9268 19", "account.iban-country")]
    [InlineData("GB29 NWBK 6016 1331 9268 1ä", "account.iban-character")]
    [InlineData("=HYPERLINK(\"x\")", "account.iban-character")]
    [InlineData("GB29\uFFFENWBK\uD800", "account.iban-character")]
    [InlineData("G", "account.iban-country")]
    [InlineData("GB", "account.iban-length")]
    public void A_wrong_IBAN_is_refused_at_its_field(string typed, string code)
    {
        var refusal = Assert.Single(AccountRules.Read(new TypedAccount { Scheme = AccountScheme.Iban, Holder = "A group", Iban = typed }).Refusals);
        Assert.Equal((code, "Iban"), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void Every_IBAN_of_its_countrys_structure_with_right_check_digits_is_taken() =>
        Numbers.Sample(iban => Assert.Null(IbanRules.Check(iban)));

    [Fact]
    public void One_character_mistyped_is_always_seen() =>
        Gen.Select(Numbers, Gen.Int[4, 33], Gen.Int[1, 9]).Sample((iban, at, by) =>
        {
            var place = 4 + ((at - 4) % (iban.Length - 4));
            var other = char.IsAsciiDigit(iban[place]) ? (char)('0' + ((iban[place] - '0' + by) % 10)) : (char)('A' + ((iban[place] - 'A' + by) % 26));
            Assert.NotNull(IbanRules.Check(string.Concat(iban.AsSpan(0, place), other.ToString(), iban.AsSpan(place + 1))));
        });

    [Fact]
    public void Two_neighbouring_digits_swapped_are_always_seen() =>
        Gen.Select(Numbers, Gen.Int[4, 32]).Sample((iban, at) =>
        {
            var place = 4 + ((at - 4) % (iban.Length - 5));
            if (iban[place] != iban[place + 1] && char.IsAsciiDigit(iban[place]) && char.IsAsciiDigit(iban[place + 1]))
            {
                Assert.NotNull(IbanRules.Check(string.Concat(iban.AsSpan(0, place), iban[place + 1].ToString(), iban[place].ToString(), iban.AsSpan(place + 2))));
            }
        });

    [Theory]
    [InlineData("NWBKGB2L", null)]
    [InlineData("nwbk gb 2l xxx", null)]
    [InlineData("BARCJEH1", null)]
    [InlineData("", null)]
    [InlineData("NWBKGB2", "account.bic-form")]
    [InlineData("NWBKGB2L12", "account.bic-form")]
    [InlineData("NWBKG12L", "account.bic-form")]
    [InlineData("NWBKQQ2L", "account.bic-country")]
    [InlineData("DEUTDEFF", "account.bic-elsewhere")]
    public void A_BIC_has_its_form_and_its_bank_is_where_the_account_is(string bic, string? code)
    {
        var read = AccountRules.Read(new TypedAccount { Scheme = AccountScheme.Iban, Holder = "A group", Iban = "GB29NWBK60161331926819", Bic = bic });
        Assert.Equal((code, code is null ? null : "Bic"), (read.Refusals.SingleOrDefault()?.Code, read.Refusals.SingleOrDefault()?.Field));
    }

    [Theory]
    [InlineData("60-16-13", "31926819", "60-16-13 31926819")]
    [InlineData("60 16 13", "1926819", "60-16-13 01926819")]
    [InlineData("601613", "926 819", "60-16-13 00926819")]
    public void A_short_British_number_is_filled_up_with_zeros(string sortCode, string number, string written) =>
        Assert.Equal(written, Uk(sortCode, number).Value.Written);

    [Theory]
    [InlineData("", "31926819", "account.sort-code-missing", "SortCode")]
    [InlineData("60-16-1", "31926819", "account.sort-code-form", "SortCode")]
    [InlineData("60-16-1x", "31926819", "account.sort-code-form", "SortCode")]
    [InlineData("60-16-13", "", "account.number-missing", "AccountNumber")]
    [InlineData("60-16-13", "12345", "account.uk-number-short", "AccountNumber")]
    [InlineData("60-16-13", "1234567890", "account.uk-number-long", "AccountNumber")]
    [InlineData("60-16-13", "3192681x", "account.number-digits", "AccountNumber")]
    public void A_wrong_British_account_is_refused_at_its_field(string sortCode, string number, string code, string field)
    {
        var refusal = Assert.Single(Uk(sortCode, number).Refusals);
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Theory]
    [InlineData("021000021", null)]
    [InlineData("0110-0001-5", null)]
    [InlineData("021000022", "account.routing-check")]
    [InlineData("210000021", "account.routing-check")]
    [InlineData("02100002", "account.routing-form")]
    [InlineData("", "account.routing-missing")]
    public void A_routing_number_carries_its_check_digit(string routing, string? code)
    {
        var read = AccountRules.Read(new TypedAccount { Scheme = AccountScheme.Us, Holder = "A group", RoutingNumber = routing, AccountNumber = "123456789", Kind = UsAccountKind.Checking });
        Assert.Equal(code, read.Refusals.SingleOrDefault()?.Code);
    }

    [Fact]
    public void One_digit_of_a_routing_number_mistyped_is_always_seen() =>
        Gen.Select(Gen.Int[0, 99_999_999], Gen.Int[0, 8], Gen.Int[1, 9]).Sample((head, place, by) =>
        {
            var eight = head.ToString("00000000", System.Globalization.CultureInfo.InvariantCulture);
            var right = eight + ((10 - (UsRules.WeightedSum(eight) % 10)) % 10);
            var wrong = right.ToCharArray();
            wrong[place] = (char)('0' + ((wrong[place] - '0' + by) % 10));
            Assert.Equal(0, UsRules.WeightedSum(right) % 10);
            Assert.NotEqual(0, UsRules.WeightedSum(new string(wrong)) % 10);
        });

    [Fact]
    public void Everything_wrong_with_an_account_is_said_at_once() =>
        Assert.Equal(
            ["account.holder-missing", "account.routing-missing", "account.number-missing", "account.us-kind-missing"],
            AccountRules.Read(new TypedAccount { Scheme = AccountScheme.Us }).Refusals.Select(refusal => refusal.Code));

    [Fact]
    public void A_masked_account_shows_four_figures_at_most_and_never_more_than_half()
    {
        Assert.Equal("GB •••• 6819", Iban("GB29NWBK60161331926819").Masked);
        Assert.Equal("GB •••• 6819", Uk("60-16-13", "31926819").Value.Masked);
        var us = AccountRules.Read(new TypedAccount { Scheme = AccountScheme.Us, Holder = "A group", RoutingNumber = "021000021", AccountNumber = "1234", Kind = UsAccountKind.Savings }).Value;
        Assert.Equal("US •••• 34", us.Masked);
        Assert.Equal(us.Masked, us.ToString());
    }

    [Fact]
    public void Numbers_of_another_scheme_are_not_kept()
    {
        var account = AccountRules.Read(new TypedAccount { Scheme = AccountScheme.Iban, Holder = "  A   group ", Iban = "GB29NWBK60161331926819", SortCode = "60-16-13", AccountNumber = "31926819", RoutingNumber = "021000021" }).Value;
        Assert.Equal(new BankAccount { Scheme = AccountScheme.Iban, Holder = "A group", Iban = "GB29NWBK60161331926819" }, account);
    }

    private static BankAccount Iban(string typed) => AccountRules.Read(new TypedAccount { Scheme = AccountScheme.Iban, Holder = "A group", Iban = typed }).Value;

    private static GrantsPortal.Platform.Outcome<BankAccount> Uk(string sortCode, string number) =>
        AccountRules.Read(new TypedAccount { Scheme = AccountScheme.Uk, Holder = "A group", SortCode = sortCode, AccountNumber = number });

    private static char Fit(char any, char kind) => (kind, char.IsAsciiDigit(any)) switch
    {
        ('n', false) => (char)('0' + ((any - 'A') % 10)),
        ('a', true) => (char)('A' + any - '0'),
        _ => any,
    };

    private static string WithCheckDigits(string country, string bban)
    {
        var digits = 98 - IbanRules.Remainder($"{country}00{bban}");
        return FormattableString.Invariant($"{country}{digits:00}{bban}");
    }
}
