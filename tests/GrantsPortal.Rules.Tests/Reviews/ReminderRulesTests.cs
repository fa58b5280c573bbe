using GrantsPortal.Reviews.Reminding;
using Xunit;

namespace GrantsPortal.Rules.Tests.Reviews;

public sealed class ReminderRulesTests
{
    private static readonly DateTimeOffset Due = new(2026, 7, 10, 16, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-20, -4, null, false)]
    [InlineData(-20, -3, null, true)]
    [InlineData(-20, -1, null, true)]
    [InlineData(-20, -1, -2, false)]
    [InlineData(-20, -1, -4, true)]
    [InlineData(-2, -1, null, false)]
    [InlineData(-2, 1, null, true)]
    [InlineData(-20, 1, -2, true)]
    [InlineData(-20, 5, 1, false)]
    public void A_reminder_goes_once_three_days_before_and_once_when_late(int assigned, int now, int? reminded, bool due) =>
        Assert.Equal(due, ReminderRules.IsDue(Due.AddDays(assigned), Due, reminded is { } days ? Due.AddDays(days) : null, Due.AddDays(now)));

    [Fact]
    public void Without_a_due_date_nobody_is_reminded() => Assert.False(ReminderRules.IsDue(Due, null, null, Due.AddYears(1)));
}
