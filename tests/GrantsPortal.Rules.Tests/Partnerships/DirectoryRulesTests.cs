using CsCheck;
using GrantsPortal.Organisations;
using GrantsPortal.Partnerships.PublicDirectory;
using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships;

public sealed class DirectoryRulesTests
{
    private static readonly string[] Districts = ["Harbour", "Priory"];
    private static readonly string[] Themes = ["faith"];

    [Theory]
    [InlineData("", null, null, null, "directory.name-missing")]
    [InlineData("Ring me@home", null, null, null, "directory.name-odd")]
    [InlineData("Circle", "javascript:alert(1)", null, null, "directory.website-odd")]
    [InlineData("Circle", "https://bank.example@evil.example", null, null, "directory.website-odd")]
    [InlineData("Circle", null, "nobody", null, "directory.email-odd")]
    [InlineData("Circle", null, null, "ask Amina", "directory.phone-odd")]
    [InlineData("Circle", "https://circle.example", "us@circle.example", "+44 (0)1632 960 145", null)]
    public void An_entry_holds_what_its_fields_are_for(string name, string? site, string? email, string? phone, string? code) =>
        Assert.Equal(code, DirectoryRules.Check(new DirectoryText { Name = name, Website = site, Email = email, Phone = phone }, Districts, Themes).SingleOrDefault()?.Code);

    [Fact]
    public void Districts_and_themes_are_the_citys()
    {
        var against = DirectoryRules.Check(new DirectoryText { Name = "Circle", Districts = ["Harbour", "Elsewhere"], Themes = ["faith", "none"] }, Districts, Themes);
        Assert.Equal(["directory.district-unknown", "directory.theme-unknown"], against.Select(refusal => refusal.Code));
    }

    [Fact]
    public void Tidying_twice_is_tidying_once() =>
        Gen.Select(Gen.String, Gen.String.Null(), Gen.String.List[0, 6]).Sample(
            (name, about, languages) =>
            {
                var once = DirectoryRules.Tidied(new DirectoryText { Name = name, About = about, Languages = languages });
                var twice = DirectoryRules.Tidied(once);
                return once.Name == twice.Name && once.About == twice.About && once.Languages.SequenceEqual(twice.Languages);
            },
            iter: 300);

    [Theory]
    [InlineData(MemberRole.Owner, false, true, false, "")]
    [InlineData(MemberRole.Owner, true, true, true, "")]
    [InlineData(MemberRole.Owner, true, true, false, "directory.warning-unread")]
    [InlineData(MemberRole.Owner, false, false, false, "directory.consent-missing")]
    [InlineData(MemberRole.Owner, true, false, false, "directory.warning-unread directory.consent-missing")]
    [InlineData(MemberRole.Editor, false, true, true, "directory.owners-agree")]
    [InlineData(MemberRole.Viewer, false, true, true, "directory.owners-agree")]
    public void An_Owner_agrees_and_those_at_risk_are_warned_first(MemberRole role, bool atRisk, bool agreed, bool warned, string codes) =>
        Assert.Equal(codes, string.Join(' ', DirectoryRules.Publish(role, atRisk, agreed, warned).Select(refusal => refusal.Code)));
}
