using GrantsPortal.Bookings;
using GrantsPortal.Platform.Database;
using GrantsPortal.Training;
using GrantsPortal.Training.Certificates;
using GrantsPortal.Web.Bookings;

namespace GrantsPortal.Web.Training;

/// <summary>The certificate on a booking's page.</summary>
public sealed class CertificatePart : IBookingPart
{
    /// <inheritdoc/>
    public int Order => 80;

    /// <inheritdoc/>
    public async Task<BookingPart?> For(BookingSight sight, UnitOfWork work) =>
        sight.Booking.State == BookingState.Attended && (await CertificateRepository.OfBookings(work, [sight.Booking.Id])).FirstOrDefault() is { } certificate
            ? new BookingPart("certificate", "Your certificate", "/Training/_Certificate.cshtml", certificate)
            : null;
}

/// <summary>Certificates in a person's list of bookings.</summary>
public sealed class CertificateNotes : IBookingNotes
{
    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BookingNote>> Of(long person, IReadOnlyCollection<MyBooking> bookings, UnitOfWork work)
    {
        var attended = bookings.Where(booking => booking.State == BookingState.Attended).Select(booking => booking.Id).ToList();
        return attended.Count == 0 ? [] :
        [
            .. (await CertificateRepository.OfBookings(work, attended)).Where(certificate => certificate.WithdrawnAt is null)
                .Select(certificate => new BookingNote(certificate.BookingId, "Certificate", TrainingRoutes.Certificate(certificate.Code))),
        ];
    }
}
