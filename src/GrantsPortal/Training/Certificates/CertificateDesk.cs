using GrantsPortal.Bookings;
using GrantsPortal.Bookings.Feedback;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Mail;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Training.Certificates;

/// <summary>Gives certificates to those who did what a course asks for, withdraws them, and corrects the names on them.</summary>
public sealed class CertificateDesk(PortalDatabase database, IOptions<PortalOptions> portal)
{
    /// <summary>
    /// Gives a certificate to everybody who earned one and has none yet, and tells them; says how many. Null when there is
    /// no such run; refused like <see cref="CertificateRules.MayGive"/>.
    /// </summary>
    public async Task<Outcome<int>?> Give(Actor actor, long id)
    {
        await using var work = await database.Write(actor);
        if (await OccasionRepository.Lock(work, id) is not { Kind: OccasionKind.Run } occasion || await CourseRepository.Find(work, occasion.SubjectId, portal.Value.SourceLanguage) is not { } course)
        {
            return null;
        }

        if (CertificateRules.MayGive(actor, course, occasion, work.Now) is { } refused)
        {
            return (Outcome<int>)refused;
        }

        var sessions = (await OccasionRepository.Sessions(work, id)).Where(session => session.CancelledAt is null).ToDictionary(session => session.Id);
        var present = (await BookingRepository.Attendance(work, id)).Where(row => row.Present).ToLookup(row => row.BookingId, row => sessions[row.SessionId]);
        var answered = await FeedbackRepository.Answered(work, id);
        var has = (await CertificateRepository.OfRun(work, id)).Select(certificate => certificate.BookingId).ToHashSet();
        var given = 0;
        foreach (var booking in (await BookingRepository.In(work, id, [BookingState.Attended])).Where(booking => !has.Contains(booking.Id)))
        {
            var attended = present[booking.Id].ToList();
            if (CertificateRules.Earned(course, attended.Count, sessions.Count, answered.Contains(booking.Id))
                && Make(work, course, occasion, booking, attended, sessions.Count) is var certificate && await CertificateRepository.Insert(work, certificate))
            {
                given++;
                work.Audit("certificate.given", nameof(Certificate), certificate.Id, new { booking = booking.Id, occasion = id, attended = attended.Count, sessions = sessions.Count });
                work.Mail(To(booking), new CertificateGiven(course.Title, certificate.Spoken, TrainingRoutes.Certificate(certificate.Code)), nameof(Booking), booking.Id);
            }
        }

        await work.Commit();
        return (Outcome<int>)given;
    }

    /// <summary>Withdraws a certificate: whoever verifies it reads so, and the person is told why. Null when there is none; refused like <see cref="CertificateRules.MayWithdraw"/>, or with <c>certificate.changed-meanwhile</c>.</summary>
    public Task<Outcome?> Withdraw(Actor actor, long occasion, long id, int version, string? reason) => Change(actor, occasion, id, version, async (work, certificate, booking) =>
    {
        if (CertificateRules.MayWithdraw(actor, certificate, reason) is { } refused)
        {
            return refused;
        }

        if (!await CertificateRepository.Withdraw(work, certificate, reason!.Trim()))
        {
            return new Refusal("certificate.changed-meanwhile");
        }

        work.Audit("certificate.withdrawn", nameof(Certificate), id);
        work.Mail(To(booking), new CertificateWithdrawn(certificate.CourseTitle, certificate.Spoken, reason.Trim()), nameof(Booking), booking.Id);
        return Outcome.Ok;
    });

    /// <summary>Corrects the name on a certificate and tells the person. Null when there is none; refused like <see cref="CertificateRules.MayCorrect"/>, or with <c>certificate.changed-meanwhile</c>.</summary>
    public Task<Outcome?> Correct(Actor actor, long occasion, long id, int version, string? name) => Change(actor, occasion, id, version, async (work, certificate, booking) =>
    {
        if (CertificateRules.MayCorrect(actor, certificate, name) is { } refused)
        {
            return refused;
        }

        if (!await CertificateRepository.Rename(work, certificate, name!.Trim()))
        {
            return new Refusal("certificate.changed-meanwhile");
        }

        work.Audit("certificate.corrected", nameof(Certificate), id);
        work.Mail(To(booking), new CertificateCorrected(certificate.CourseTitle, certificate.Spoken, name.Trim(), TrainingRoutes.Certificate(certificate.Code)), nameof(Booking), booking.Id);
        return Outcome.Ok;
    });

    private async Task<Outcome?> Change(Actor actor, long occasion, long id, int version, Func<UnitOfWork, Certificate, Booking, Task<Outcome>> change)
    {
        await using var work = await database.Write(actor);
        if (await CertificateRepository.Find(work, occasion, id) is not { } certificate || await BookingRepository.Find(work, occasion, certificate.BookingId) is not { } booking)
        {
            return null;
        }

        var changed = await change(work, certificate with { Version = version }, booking);
        if (changed.Done)
        {
            await work.Commit();
        }

        return changed;
    }

    private static Certificate Make(UnitOfWork work, Course course, Occasion occasion, Booking booking, IReadOnlyList<OccasionSession> attended, int sessions)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(occasion.TimeZone);
        return new Certificate
        {
            Id = work.NewId(),
            Code = BookingCodes.Ticket(),
            BookingId = booking.Id,
            CourseId = course.Id,
            OccasionId = occasion.Id,
            PersonId = booking.PersonId,
            Name = booking.Name,
            CourseTitle = course.Title,
            Sessions = sessions,
            Attended = attended.Count,
            Minutes = (int)attended.Sum(session => (session.EndsAt - session.StartsAt).TotalMinutes),
            StartsOn = Instants.DayOf(occasion.StartsAt!.Value, zone),
            EndsOn = Instants.DayOf(occasion.EndsAt!.Value, zone),
            IssuedAt = work.Now,
            IssuedBy = work.Actor.PersonId,
        };
    }

    private static Recipient To(Booking booking) => new(booking.PersonId, booking.Email, booking.Name, booking.Language);
}
