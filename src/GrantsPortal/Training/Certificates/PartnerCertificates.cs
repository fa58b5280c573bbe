using GrantsPortal.Bookings;
using GrantsPortal.Partnerships.Access;
using GrantsPortal.Partnerships.Partners;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Training.Certificates;

/// <summary>Certificates that people of partners were given.</summary>
public sealed class PartnerCertificates : IPartnerStory, IPartnerDocuments
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryLine>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerCertificateRepository.Given(work, organisation, before, take)).Select(one => new StoryLine(
            one.At, one.AmountMinor == 1 ? "One of them got a certificate of “{0}”" : "{1} of them got certificates of “{0}”", [one.What, one.AmountMinor ?? 0], OccasionRoutes.At(one.Id, "certificates"), PartnerField.Occasions))];

    /// <inheritdoc/>
    async Task<IReadOnlyList<PartnerDocument>> IPartnerDocuments.Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        [.. (await PartnerCertificateRepository.Of(work, organisation, before, take)).Select(one => new PartnerDocument(one.At, one.What, "Certificate of {0}", [one.Other], TrainingRoutes.Certificate(one.Reference), PartnerField.Certificates))];
}

/// <summary>Certificates by the organisations whose people have them; withdrawn ones are left out.</summary>
public static class PartnerCertificateRepository
{
    /// <summary>For each run the last certificate's time and how many there are, the latest first.</summary>
    public static Task<IReadOnlyList<Happening>> Given(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT x.At, 'Given' AS Kind, o.Title AS What, '' AS Other, '' AS Reference, o.Id, x.Number AS AmountMinor, NULL AS Currency
            FROM (
                SELECT c.OccasionId, MAX(c.IssuedAt) AS At, COUNT(*) AS Number
                FROM BookingParty p
                JOIN Booking b ON b.PartyId = p.Id
                JOIN Certificate c ON c.BookingId = b.Id AND c.WithdrawnAt IS NULL
                WHERE p.OrganisationId = @organisation
                GROUP BY c.OccasionId) x
            JOIN Occasion o ON o.Id = x.OccasionId
            WHERE @before IS NULL OR x.At < @before
            ORDER BY x.At DESC, o.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });

    /// <summary>Each certificate, the latest first; the reference is its code.</summary>
    public static Task<IReadOnlyList<Happening>> Of(UnitOfWork work, long organisation, DateTimeOffset? before, int take) =>
        work.List<Happening>(
            $"""
            SELECT c.IssuedAt AS At, 'Certificate' AS Kind, c.Name AS What, c.CourseTitle AS Other, c.Code AS Reference, c.Id, NULL AS AmountMinor, NULL AS Currency
            FROM BookingParty p
            JOIN Booking b ON b.PartyId = p.Id
            JOIN Certificate c ON c.BookingId = b.Id AND c.WithdrawnAt IS NULL
            WHERE p.OrganisationId = @organisation AND (@before IS NULL OR c.IssuedAt < @before)
            ORDER BY c.IssuedAt DESC, c.Id DESC
            {Dialect.Page}
            """,
            new { organisation, before, take });
}
