using CsCheck;
using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Materials;
using GrantsPortal.Bookings.Minimum;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Bookings;

public sealed class MinimumRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor Officer = new(1, "Farah", new HashSet<string> { Roles.FocalPoint });
    private static readonly Occasion Coming = new() { State = OccasionState.Published, Minimum = 5, StartsAt = Now.AddDays(3), EndsAt = Now.AddDays(3).AddHours(2) };

    [Fact]
    public void It_is_decided_some_days_before_or_when_booking_closes_earlier()
    {
        Assert.True(MinimumRules.IsDue(Coming, Now));
        Assert.False(MinimumRules.IsDue(Coming, Now.AddTicks(-1)));
        Assert.True(MinimumRules.IsDue(Coming with { ClosesAt = Now.AddDays(-2) }, Now.AddDays(-2)));
        Assert.Equal(Now, MinimumRules.DecidedAt(Coming with { ClosesAt = Now.AddDays(1) }));
        Assert.False(MinimumRules.IsDue(Coming, Now.AddDays(3)));
        Assert.False(MinimumRules.IsDue(Coming with { TakesPlaceAt = Now }, Now));
        Assert.Null(MinimumRules.DecidedAt(Coming with { Minimum = 0 }));
    }

    [Fact]
    public void The_officer_is_asked_once_and_again_when_the_time_to_decide_moved() =>
        Gen.Select(Gen.Int[0, 10], Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[0, 10]).Sample((days, asked, looks, places) =>
        {
            var occasion = Coming with { MinimumDays = days, MinimumAskedAt = asked == 0 ? null : Coming.StartsAt!.Value.AddDays(-asked) };
            var now = Coming.StartsAt!.Value.AddDays(-looks);
            var toAsk = MinimumRules.IsToAsk(occasion, places, now);
            Assert.Equal(looks > 0 && looks <= days && places < 5 && (asked == 0 || asked > days), toAsk);
            Assert.False(toAsk && MinimumRules.IsToAsk(occasion with { MinimumAskedAt = now }, places, now));
        });

    [Fact]
    public void It_can_be_held_with_fewer_for_a_reason_and_without_one_when_enough_have_a_place()
    {
        Assert.Equal(("minimum.reason-missing", "Reason"), (MinimumRules.MayConfirm(Officer, Coming, 4, "", Now)?.Code, MinimumRules.MayConfirm(Officer, Coming, 4, "", Now)?.Field));
        Assert.Null(MinimumRules.MayConfirm(Officer, Coming, 4, "Worth it.", Now));
        Assert.Null(MinimumRules.MayConfirm(Officer, Coming, 5, null, Now));
        Assert.Equal("minimum.settled", MinimumRules.MayConfirm(Officer, Coming with { TakesPlaceAt = Now }, 5, null, Now)?.Code);
        Assert.Equal("minimum.past", MinimumRules.MayConfirm(Officer, Coming, 5, null, Now.AddDays(3))?.Code);
        Assert.Equal("minimum.none", MinimumRules.MayConfirm(Officer, Coming with { Minimum = 0 }, 5, null, Now)?.Code);
        Assert.Equal("minimum.not-staff", MinimumRules.MayConfirm(Actor.Public, Coming, 5, null, Now)?.Code);
    }

    [Theory]
    [InlineData("Questions", "en", null, true, null)]
    [InlineData("Questions", "en", "https://films.example/one", false, null)]
    [InlineData("", "en", null, true, "material.title-missing")]
    [InlineData("Questions", "klingon", null, true, "material.language-missing")]
    [InlineData("Questions", "en", null, false, "material.what-missing")]
    [InlineData("Questions", "en", "https://films.example/one", true, "material.both")]
    [InlineData("Questions", "en", "javascript:alert(1)", false, "material.link-wrong")]
    [InlineData("Questions", "en", "http://films.example/one", false, "material.link-wrong")]
    public void A_material_is_a_file_or_a_safe_link_with_a_title_and_a_language(string title, string language, string? url, bool file, string? code) =>
        Assert.Equal(code, MaterialRules.Check(Officer, Coming, new MaterialPlan(MaterialMoment.Before, title, language, url), file, 0).FirstOrDefault()?.Code);
}
