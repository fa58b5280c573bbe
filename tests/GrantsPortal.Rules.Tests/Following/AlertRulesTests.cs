using CsCheck;
using GrantsPortal.Following;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Text;
using Xunit;

namespace GrantsPortal.Rules.Tests.Following;

public sealed class AlertRulesTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly AlertChoice Everything = new() { Calls = true, Courses = true, Events = true };

    [Fact]
    public void Who_chose_no_theme_district_or_language_hears_of_all_and_what_names_none_is_for_all()
    {
        var item = Item(AlertKind.Event, ["faith"], ["Harbour"], ["so"]);
        Assert.True(AlertRules.Wants(Everything, item));
        Assert.True(AlertRules.Wants(Everything with { Themes = ["schools"], Districts = ["Northgate"], HeldIn = ["de"] }, Item(AlertKind.Event, [], [], [])));
        Assert.False(AlertRules.Wants(Everything with { Events = false }, item));
    }

    [Theory]
    [InlineData("faith", null, null, true)]
    [InlineData("schools", null, null, false)]
    [InlineData(null, "Harbour", null, true)]
    [InlineData(null, "Northgate", null, false)]
    [InlineData(null, null, "so", true)]
    [InlineData(null, null, "de", false)]
    [InlineData("faith", "Harbour", "so", true)]
    [InlineData("faith", "Harbour", "de", false)]
    public void Each_choice_narrows(string? theme, string? district, string? language, bool wanted) =>
        Assert.Equal(wanted, AlertRules.Wants(
            Everything with { Themes = One(theme), Districts = One(district), HeldIn = One(language) }, Item(AlertKind.Course, ["faith", "families"], ["Harbour"], ["so"])));

    [Fact]
    public void Language_does_not_narrow_calls() =>
        Assert.True(AlertRules.Wants(Everything with { HeldIn = ["de"] }, Item(AlertKind.Call, [], [], ["so"])));

    [Fact]
    public void Weekly_is_monday_at_seven_by_the_city_also_when_the_clocks_change()
    {
        // Clocks go back on Sunday 25 October 2026: seven in the morning is 06:00 UTC before and 07:00 UTC after.
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 7, 0, 0, TimeSpan.Zero), AlertRules.NextDue(AlertRhythm.Weekly, new(2026, 10, 19, 6, 0, 0, TimeSpan.Zero), London));
        Assert.Equal(new DateTimeOffset(2026, 10, 19, 6, 0, 0, TimeSpan.Zero), AlertRules.NextDue(AlertRhythm.Weekly, new(2026, 10, 19, 5, 59, 59, TimeSpan.Zero), London));
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 7, 0, 0, TimeSpan.Zero), AlertRules.NextDue(AlertRhythm.Daily, new(2026, 10, 24, 12, 0, 0, TimeSpan.Zero), London));
    }

    [Fact]
    public void The_next_morning_always_lies_ahead_within_a_day_or_a_week() =>
        Gen.Select(Gen.Int[0, 60 * 24 * 800], Gen.Bool).Sample((minutes, weekly) =>
        {
            var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var ahead = AlertRules.NextDue(weekly ? AlertRhythm.Weekly : AlertRhythm.Daily, now, London) - now;
            return ahead > TimeSpan.Zero && ahead <= TimeSpan.FromDays(weekly ? 7 : 1) + TimeSpan.FromHours(1);
        });

    [Fact]
    public void Codes_kept_in_a_column_come_back_as_they_were() =>
        Gen.Int[0, 3].Select(index => new[] { "hate-crime", "Old Town", "so", "Harbour" }[index]).List[0, 6].Sample(codes => CodeList.Of(CodeList.Kept(codes)).SequenceEqual(codes.Distinct()));

    [Fact]
    public void An_address_and_one_kind_are_needed_and_only_what_is_on_the_lists_can_be_chosen()
    {
        var wrong = AlertRules.Check("nobody", new AlertChoice { Themes = ["no-such"], Districts = ["Harbour"] }, PortalTheme.Usual, ["Northgate"], ["en"]);
        Assert.Equal(["Email", "What", "Themes", "Districts"], wrong.Select(refusal => refusal.Field));
        Assert.Empty(AlertRules.Check("amina@harbour.example", Everything with { Themes = ["faith"], Districts = ["Northgate"], HeldIn = ["en"] }, PortalTheme.Usual, ["Northgate"], ["en"]));
    }

    private static AlertItem Item(AlertKind kind, string[] themes, string[] districts, string[] heldIn) =>
        new(kind, "Supper", DateTimeOffset.UnixEpoch, "Europe/London", "/events/supper", DateTimeOffset.UnixEpoch, themes, districts, heldIn);

    private static string[] One(string? text) => text is null ? [] : [text];
}
