using System.Globalization;
using System.Text;
using CsCheck;
using GrantsPortal.Payments.Bank.Transfers;
using GrantsPortal.Platform.Text;
using Xunit;

namespace GrantsPortal.Rules.Tests.Payments.Bank;

public sealed class BankTextRulesTests
{
    [Theory]
    [InlineData("Weiß & Söhne e.V.", "Weiss + Sohne e.V.")]
    [InlineData("Café “L’Été” – Œuvre", "Cafe 'L'Ete' - Oeuvre")]
    [InlineData("Łódź Żółć Đorđe Øre Þór", "Lodz Zolc Dorde Ore Thor")]
    [InlineData("Ελληνική Κοινότητα", "Elliniki Koinotita")]
    [InlineData("Щука Жар Їжак", "Shchuka Zhar Izhak")]
    [InlineData("a//b///c/", "a/b/c")]
    [InlineData("--:/ text /", "text")]
    [InlineData("Tax\u00A0Office\r\n№ ١٢٣ ４５", "Tax Office No 123 45")]
    [InlineData("50 € from £1", "50 EUR from GBP1")]
    public void Text_is_spelt_in_the_characters_that_banks_take(string text, string spelt) => Assert.Equal(spelt, BankTextRules.Fit(text, 140, "none"));

    [Theory]
    [InlineData("مركز الجالية")]
    [InlineData("🎉🎉")]
    [InlineData("///")]
    [InlineData("\uD800")]
    [InlineData("")]
    [InlineData(null)]
    public void A_name_that_nothing_is_left_of_is_stood_in_for(string? name) => Assert.Equal("Payee of PY-2026-0001", BankTextRules.Fit(name, 70, "Payee of PY-2026-0001"));

    [Fact]
    public void Whatever_is_typed_fits_and_is_never_empty() =>
        Gen.Select(Gen.String[0, 200], Gen.Int[1, 140]).Sample((text, most) =>
        {
            var fit = BankTextRules.Fit(text, most, "X");
            Assert.True(BankTextRules.IsPlain(fit), fit);
            Assert.InRange(fit.Length, 1, most);
            Assert.False(fit.StartsWith('/') || fit.EndsWith('/') || fit.Contains("//", StringComparison.Ordinal), fit);
            Assert.Contains(fit, char.IsAsciiLetterOrDigit);
        });

    [Fact]
    public void No_figure_is_lost_in_any_script() =>
        Gen.OneOf(Gen.Char, Gen.Char["0123456789"], Gen.Char["٠١٢٣۴५৬๗０９"], Gen.Char["ÄßжΩ/ -"]).Array[0, 60].Sample(letters =>
        {
            var text = new string([.. letters.Where(c => !char.IsSurrogate(c))]);
            var figures = WholeText.Normalized(text, NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber)
                .Select(c => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
            Assert.Equal(new string([.. figures]), new string([.. BankTextRules.Spell(text).Where(char.IsAsciiDigit)]));
        });
}
