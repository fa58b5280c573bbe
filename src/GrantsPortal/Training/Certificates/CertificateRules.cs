using GrantsPortal.Bookings;
using GrantsPortal.Platform;

namespace GrantsPortal.Training.Certificates;

/// <summary>Who gets a certificate, and what can be done with one.</summary>
public static class CertificateRules
{
    /// <summary>Most characters of a name.</summary>
    public const int NameCharacters = 200;

    /// <summary>Most characters of a reason.</summary>
    public const int ReasonCharacters = 500;

    /// <summary>Whether so many of so many sessions are the share, in per cent, that a course asks for; compared as whole numbers.</summary>
    public static bool Earned(int percent, int attended, int sessions) => sessions > 0 && attended * 100 >= percent * sessions;

    /// <summary>Whether somebody has done what a course asks of whoever gets a certificate: been there, and given feedback where it asks for it.</summary>
    public static bool Earned(Course course, int attended, int sessions, bool feedback) =>
        course.CertificatePercent is { } percent && Earned(percent, attended, sessions) && (feedback || !course.CertificateFeedback);

    /// <summary>What stands against giving certificates: <c>course.not-staff</c>, <c>certificate.none-given</c>, <c>certificate.not-over</c>. The portal gives them by itself.</summary>
    public static Refusal? MayGive(Actor actor, Course course, Occasion occasion, DateTimeOffset now) =>
        actor != Actor.System && !BookingRules.IsStaff(actor) ? new Refusal("course.not-staff")
        : course.CertificatePercent is null ? new Refusal("certificate.none-given")
        : occasion.PhaseAt(now) != BookingPhase.Over ? new Refusal("certificate.not-over")
        : null;

    /// <summary>What stands against withdrawing: <c>course.not-staff</c>, <c>certificate.withdrawn</c>, at <c>Reason</c> <c>certificate.reason-missing</c>, <c>certificate.reason-long</c> (most).</summary>
    public static Refusal? MayWithdraw(Actor actor, Certificate certificate, string? reason) =>
        !BookingRules.IsStaff(actor) ? new Refusal("course.not-staff")
        : certificate.WithdrawnAt is not null ? new Refusal("certificate.withdrawn")
        : string.IsNullOrWhiteSpace(reason) ? new Refusal("certificate.reason-missing").At("Reason")
        : reason.Trim().Length > ReasonCharacters ? new Refusal("certificate.reason-long", ReasonCharacters).At("Reason")
        : null;

    /// <summary>What stands against correcting the name: <c>course.not-staff</c>, <c>certificate.withdrawn</c>, at <c>Name</c> <c>certificate.name-missing</c>, <c>certificate.name-long</c> (most).</summary>
    public static Refusal? MayCorrect(Actor actor, Certificate certificate, string? name) =>
        !BookingRules.IsStaff(actor) ? new Refusal("course.not-staff")
        : certificate.WithdrawnAt is not null ? new Refusal("certificate.withdrawn")
        : string.IsNullOrWhiteSpace(name) ? new Refusal("certificate.name-missing").At("Name")
        : name.Trim().Length > NameCharacters ? new Refusal("certificate.name-long", NameCharacters).At("Name")
        : null;
}
