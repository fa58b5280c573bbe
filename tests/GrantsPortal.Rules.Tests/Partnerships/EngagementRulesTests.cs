using GrantsPortal.Partnerships.Engagements;
using GrantsPortal.Platform;
using Xunit;

namespace GrantsPortal.Rules.Tests.Partnerships;

public sealed class EngagementRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 9, 0, 0, TimeSpan.Zero);
    private static readonly Actor Officer = new(7, "Farah", new HashSet<string> { Roles.FocalPoint });

    [Theory]
    [InlineData("", false, "engagement.words-missing")]
    [InlineData("", true, null)]
    [InlineData("Light.", true, null)]
    [InlineData("Light.", false, null)]
    public void Words_may_be_missing_only_where_they_are_finished_later(string words, bool later, string? refused)
    {
        var plan = new EngagementPlan { OrganisationId = 1, Kind = EngagementKind.Call, OfficerId = 7, Words = words, Unfinished = later };
        Assert.Equal(refused, EngagementRules.Check(Officer, plan, Now, new DateOnly(2026, 11, 25)).FirstOrDefault()?.Code);
        Assert.Equal("engagement.kind-missing", Assert.Single(EngagementRules.Check(Officer, plan with { Kind = null, Words = "Light." }, Now, new DateOnly(2026, 11, 25))).Code);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(0, true)]
    [InlineData(24 * 60, true)]
    [InlineData((24 * 60) + 1, false)]
    public void Finishing_within_a_day_corrects_nothing_and_whatever_was_not_left_open_is_corrected(int? minutesAgo, bool finishes)
    {
        var engagement = new Engagement { UnfinishedSince = minutesAgo is { } minutes ? Now.AddMinutes(-minutes) : null };
        Assert.Equal(finishes, EngagementRules.Finishes(engagement, Now));
    }
}
