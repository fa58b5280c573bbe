using CsCheck;
using GrantsPortal.DueDiligence.Screening;
using Xunit;

namespace GrantsPortal.Rules.Tests.DueDiligence;

public sealed class NameRulesTests
{
    private static readonly Gen<string> Names = Gen.String[Gen.Char["abcdefghijklmnopqrstuvwxyz "], 1, 30];

    [Theory]
    [InlineData("Muhammad al-Masri", "Mohammed Al Masri")]
    [InlineData("Aleksandr Petrov", "Alexander Petrov")]
    [InlineData("PETROV, Aleksandr", "Aleksandr Petrov")]
    [InlineData("José Núñez", "Jose Nunez")]
    [InlineData("Riverton Relief Trust Ltd", "The Riverton Relief Trust")]
    public void Spellings_of_one_name_are_alike_and_share_a_key(string one, string other)
    {
        Assert.InRange(NameRules.Score(one, other), ScreeningRules.Threshold, 100);
        Assert.NotEmpty(NameRules.Keys(one).Intersect(NameRules.Keys(other)));
    }

    [Theory]
    [InlineData("Maria Alvarez", "Mario Almeida")]
    [InlineData("John Smith", "Joan Smithers-Cole")]
    [InlineData("Harbour Women’s Circle", "Harbour Boat Club")]
    [InlineData("Community Trust", "Riverton Community Trust for Youth")]
    public void Names_of_different_people_are_not_alike(string one, string other) =>
        Assert.InRange(NameRules.Score(one, other), 0, ScreeningRules.Threshold - 1);

    [Fact]
    public void Likeness_is_mutual_bounded_and_full_with_oneself() =>
        Gen.Select(Names, Names).Sample((one, other) =>
        {
            var score = NameRules.Score(one, other);
            Assert.InRange(score, 0, 100);
            Assert.Equal(score, NameRules.Score(other, one));
            Assert.Equal(string.IsNullOrWhiteSpace(one) ? 0 : 100, NameRules.Score(one, one));
        });

    [Fact]
    public void The_order_of_words_does_not_matter() =>
        Names.Sample(name => Assert.Equal(NameRules.Score(name, name), NameRules.Score(name, string.Join(' ', NameRules.Words(name).Reverse()))));
}
