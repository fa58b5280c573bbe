using GrantsPortal.Calls;
using Xunit;

namespace GrantsPortal.Rules.Tests.Calls;

public sealed class TemplateRulesTests
{
    public static TheoryData<LetterKind> Kinds => [.. Enum.GetValues<LetterKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_portals_own_letters_pass_their_own_rules(LetterKind kind)
    {
        var letter = LetterDefaults.For(kind, "en");
        Assert.Empty(TemplateRules.Check(kind, letter.Subject, letter.Body));
    }

    [Fact]
    public void A_place_that_nothing_fills_is_refused_by_name()
    {
        var refused = TemplateRules.Check(LetterKind.Decline, "About {{reference}}", "{{reason}} {{ammount}}").Single();
        Assert.Equal(("template.place-unknown", "ammount", "Body"), (refused.Code, refused.Args[0], refused.Field));
    }

    [Fact]
    public void A_refusal_without_its_reason_is_no_letter() =>
        Assert.Equal("template.place-missing", TemplateRules.Check(LetterKind.Decline, "No", "We are sorry.").Single().Code);
}
