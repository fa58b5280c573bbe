using GrantsPortal.People;
using GrantsPortal.People.Security;
using Xunit;

namespace GrantsPortal.Rules.Tests.People;

public sealed class PersonRulesTests
{
    [Theory]
    [InlineData("  Amal   Haddad ", "Amal Haddad")]
    [InlineData("J.R. O'Neill-Smith", "J.R. O'Neill-Smith")]
    [InlineData("أمل حداد", "أمل حداد")]
    [InlineData("Ngũgĩ wa Thiong’o", "Ngũgĩ wa Thiong’o")]
    [InlineData("Amal\r\nHaddad", "Amal Haddad")]
    [InlineData("Amal\uFFFE", "Amal\uFFFD")]
    public void A_name_is_kept_as_people_write_it(string typed, string kept) => Assert.Equal(kept, PersonNames.Clean(typed).Value);

    [Theory]
    [InlineData("", "person.name-missing")]
    [InlineData(" \t\r\n", "person.name-missing")]
    [InlineData("You won! Go to http://evil.example", "person.name-not-a-name")]
    [InlineData("visit evil.com today", "person.name-not-a-name")]
    [InlineData("www.evil", "person.name-not-a-name")]
    [InlineData("Amal <script>", "person.name-not-a-name")]
    [InlineData("Amal\u202ehaddad", "person.name-not-a-name")]
    [InlineData("12345", "person.name-not-a-name")]
    public void A_name_that_carries_a_message_is_refused(string typed, string code) => Assert.Equal(code, PersonNames.Clean(typed).Refusals.Single().Code);

    [Fact]
    public void A_name_has_eighty_characters_at_most()
    {
        Assert.True(PersonNames.Clean(new string('a', 80)).Done);
        Assert.Equal("person.name-too-long", PersonNames.Clean(new string('a', 81)).Refusals.Single().Code);
    }

    [Theory]
    [InlineData("amal@example.org", true)]
    [InlineData(" amal+grants@mail.example.org ", true)]
    [InlineData("amal", false)]
    [InlineData("amal@localhost", false)]
    [InlineData("\"a b\"@example.org", false)]
    [InlineData("a@b@example.org", false)]
    [InlineData("amal@example.org\r\nBcc: x@example.org", false)]
    [InlineData("amal@example.org,ben@example.org", false)]
    [InlineData("<amal@example.org>", false)]
    public void An_address_is_one_address_and_nothing_else(string typed, bool fits) => Assert.Equal(fits, EmailAddresses.Clean(typed).Done);

    [Theory]
    [InlineData("kettle marsh blue anvil", null)]
    [InlineData("Demo-2026-portal", null)]
    [InlineData("bisikletim mavi renkte", null)]
    [InlineData("", "password.missing")]
    [InlineData("only eleven", "password.too-short")]
    [InlineData("Riverton-portal!", "password.of-context")]
    [InlineData("AmalHaddad12", "password.of-context")]
    [InlineData("passwordpassword", "password.of-context")]
    [InlineData("123456789012", "password.known")]
    [InlineData("qwertyuiop12", "password.known")]
    [InlineData("iloveyou2024", "password.known")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", "password.known")]
    [InlineData("liverpoolfc1892", "password.known")]
    public void A_password_is_long_own_and_not_guessed_first(string password, string? code) =>
        Assert.Equal(code, PasswordRules.Check(password, "Amal Haddad", "amal.haddad@example.org", "Riverton").SingleOrDefault()?.Code);

    [Fact]
    public void A_password_has_at_most_128_characters()
    {
        var long128 = string.Concat(Enumerable.Range(0, 32).Select(i => $"{i * 7919 % 9973:0000}"));
        Assert.Empty(PasswordRules.Check(long128));
        Assert.Equal("password.too-long", PasswordRules.Check(long128 + "x").Single().Code);
    }

    // RFC 6238, appendix B: the last six digits of the SHA-1 column, for the ASCII key "12345678901234567890".
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Assert.Equal(code, Totp.Code(Key, Totp.StepAt(at)));
        Assert.Equal(Totp.StepAt(at), Totp.Match(Key, code[..3] + " " + code[3..], at));
        Assert.Null(Totp.Match(Key, code, at.AddMinutes(2)));
    }

    [Fact]
    public void A_recovery_code_is_known_again_however_it_is_typed()
    {
        Assert.Equal(RecoveryCodes.Hash("K7QM-2XH0-9FTB-W3N1"), RecoveryCodes.Hash("k7qm 2xho 9ftb w3nl"));
        Assert.NotEqual(RecoveryCodes.Hash("K7QM-2XH0-9FTB-W3N1"), RecoveryCodes.Hash("K7QM-2XH0-9FTB-W3N2"));
    }
}
