using CsCheck;
using GrantsPortal.Bookings;
using GrantsPortal.Platform;
using GrantsPortal.Training;
using GrantsPortal.Training.Certificates;
using Xunit;

namespace GrantsPortal.Rules.Tests.Training;

public sealed class CertificateRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 16, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor Officer = new(1, "Farah", new HashSet<string> { Roles.FocalPoint });
    private static readonly Occasion Over = new() { State = OccasionState.Published, StartsAt = Now.AddDays(-2), EndsAt = Now };

    [Theory]
    [InlineData(80, 4, 5, true)]
    [InlineData(80, 3, 4, false)]
    [InlineData(67, 2, 3, false)]
    [InlineData(66, 2, 3, true)]
    [InlineData(100, 1, 1, true)]
    [InlineData(1, 0, 0, false)]
    public void The_share_of_sessions_is_compared_without_rounding(int percent, int attended, int sessions, bool earned) =>
        Assert.Equal(earned, CertificateRules.Earned(percent, attended, sessions));

    [Fact]
    public void Who_attends_everything_earns_it_and_attending_more_never_takes_it_away() =>
        Gen.Select(Gen.Int[1, 100], Gen.Int[1, 40], Gen.Int[0, 39]).Sample((percent, sessions, attended) =>
            CertificateRules.Earned(percent, sessions, sessions)
            && (attended >= sessions || !CertificateRules.Earned(percent, attended, sessions) || CertificateRules.Earned(percent, attended + 1, sessions)));

    [Fact]
    public void Certificates_are_given_by_staff_where_the_course_has_them_when_the_run_is_over()
    {
        var course = new Course { CertificatePercent = 80 };
        Assert.Null(CertificateRules.MayGive(Officer, course, Over, Now));
        Assert.Equal("certificate.not-over", CertificateRules.MayGive(Officer, course, Over, Now.AddTicks(-1))?.Code);
        Assert.Equal("certificate.none-given", CertificateRules.MayGive(Officer, new Course(), Over, Now)?.Code);
        Assert.Equal("course.not-staff", CertificateRules.MayGive(Actor.Public, course, Over, Now)?.Code);
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public void Feedback_is_needed_where_the_course_asks_for_it(bool asks, bool gave, bool earned) =>
        Assert.Equal(earned, CertificateRules.Earned(new Course { CertificatePercent = 50, CertificateFeedback = asks }, 1, 2, gave));

    [Fact]
    public void A_certificate_is_withdrawn_once_and_with_a_reason_and_has_a_name()
    {
        var holds = new Certificate { Name = "Amina Yusuf" };
        var withdrawn = holds with { WithdrawnAt = Now };
        Assert.Null(CertificateRules.MayWithdraw(Officer, holds, "Somebody else was there."));
        Assert.Equal("certificate.reason-missing", CertificateRules.MayWithdraw(Officer, holds, " ")?.Code);
        Assert.Equal("certificate.withdrawn", CertificateRules.MayWithdraw(Officer, withdrawn, "Again.")?.Code);
        Assert.Equal("course.not-staff", CertificateRules.MayWithdraw(Actor.Public, holds, "No.")?.Code);
        Assert.Null(CertificateRules.MayCorrect(Officer, holds, "Amina Yusuf-Reed"));
        Assert.Equal("certificate.name-missing", CertificateRules.MayCorrect(Officer, holds, "")?.Code);
        Assert.Equal("certificate.withdrawn", CertificateRules.MayCorrect(Officer, withdrawn, "Amina")?.Code);
    }
}
