using GrantsPortal.Platform.Database;

namespace GrantsPortal.Training.Certificates;

/// <summary>Certificates.</summary>
public static class CertificateRepository
{
    private const string Columns = "Id, Code, BookingId, CourseId, OccasionId, PersonId, Name, CourseTitle, Sessions, Attended, Minutes, StartsOn, EndsOn, IssuedAt, IssuedBy, WithdrawnAt, WithdrawnReason, Version";

    /// <summary>The certificate that a code is of; or null.</summary>
    public static Task<Certificate?> Find(UnitOfWork work, string code) =>
        work.Find<Certificate>($"SELECT {Columns} FROM Certificate WHERE Code = @code", new { code });

    /// <summary>The certificates of a run, by name; at most 5,000.</summary>
    public static Task<IReadOnlyList<Certificate>> OfRun(UnitOfWork work, long occasion) =>
        work.List<Certificate>($"SELECT {Columns} FROM Certificate WHERE OccasionId = @occasion ORDER BY Name, Id {Dialect.Page}", new { occasion, take = 5_000 });

    /// <summary>The certificate of a run by its id, for staff; or null.</summary>
    public static Task<Certificate?> Find(UnitOfWork work, long occasion, long id) =>
        work.Find<Certificate>($"SELECT {Columns} FROM Certificate WHERE Id = @id AND OccasionId = @occasion", new { occasion, id });

    /// <summary>The certificates of bookings.</summary>
    public static Task<IReadOnlyList<Certificate>> OfBookings(UnitOfWork work, IReadOnlyCollection<long> bookings) =>
        work.List<Certificate>($"SELECT {Columns} FROM Certificate WHERE BookingId IN @bookings ORDER BY IssuedAt, Id", new { bookings });

    /// <summary>A person's certificates, the latest first; at most 200.</summary>
    public static Task<IReadOnlyList<Certificate>> OfPerson(UnitOfWork work, long person) =>
        work.List<Certificate>($"SELECT {Columns} FROM Certificate WHERE PersonId = @person ORDER BY IssuedAt DESC, Id DESC {Dialect.Page}", new { person, take = 200 });

    /// <summary>The certificates of people who came for an organisation, the latest first; at most 200.</summary>
    public static Task<IReadOnlyList<Certificate>> OfOrganisation(UnitOfWork work, long organisation) =>
        work.List<Certificate>(
            $"""
            SELECT c.Id, c.Code, c.BookingId, c.CourseId, c.OccasionId, c.PersonId, c.Name, c.CourseTitle, c.Sessions, c.Attended, c.Minutes, c.StartsOn, c.EndsOn,
                c.IssuedAt, c.IssuedBy, c.WithdrawnAt, c.WithdrawnReason, c.Version
            FROM Certificate c
            JOIN Booking b ON b.Id = c.BookingId
            JOIN BookingParty p ON p.Id = b.PartyId
            WHERE p.OrganisationId = @organisation AND c.WithdrawnAt IS NULL
            ORDER BY c.IssuedAt DESC, c.Id DESC
            {Dialect.Page}
            """,
            new { organisation, take = 200 });

    /// <summary>Runs that ended since an instant, of courses that give certificates, where somebody who was there has none yet; at most 100.</summary>
    public static Task<IReadOnlyList<long>> ToGive(UnitOfWork work, DateTimeOffset since, DateTimeOffset now) =>
        work.List<long>(
            $"""
            SELECT o.Id
            FROM Occasion o
            JOIN Course c ON c.Id = o.SubjectId AND c.CertificatePercent IS NOT NULL
            WHERE o.Kind = 'Run' AND o.State = 'Published' AND o.EndsAt > @since AND o.EndsAt <= @now
                AND EXISTS (SELECT 1 FROM Booking b WHERE b.OccasionId = o.Id AND b.State = 'Attended'
                    AND NOT EXISTS (SELECT 1 FROM Certificate k WHERE k.BookingId = b.Id))
            ORDER BY o.EndsAt, o.Id
            {Dialect.Page}
            """,
            new { since, now, take = 100 });

    /// <summary>Withdraws one; false when somebody was quicker.</summary>
    public static Task<bool> Withdraw(UnitOfWork work, Certificate certificate, string reason) =>
        work.Guarded(
            "UPDATE Certificate SET WithdrawnAt = @now, WithdrawnReason = @reason, Version = Version + 1 WHERE Id = @Id AND Version = @Version AND WithdrawnAt IS NULL",
            new { certificate.Id, certificate.Version, reason, now = work.Now });

    /// <summary>Corrects the name on one; false when somebody was quicker.</summary>
    public static Task<bool> Rename(UnitOfWork work, Certificate certificate, string name) =>
        work.Guarded(
            "UPDATE Certificate SET Name = @name, Version = Version + 1 WHERE Id = @Id AND Version = @Version AND WithdrawnAt IS NULL",
            new { certificate.Id, certificate.Version, name });

    /// <summary>Adds one; false when there is one for the booking already.</summary>
    public static Task<bool> Insert(UnitOfWork work, Certificate certificate) =>
        work.TryInsert(
            """
            INSERT INTO Certificate (Id, Code, BookingId, CourseId, OccasionId, PersonId, Name, CourseTitle, Sessions, Attended, Minutes, StartsOn, EndsOn, IssuedAt, IssuedBy, Version)
            VALUES (@Id, @Code, @BookingId, @CourseId, @OccasionId, @PersonId, @Name, @CourseTitle, @Sessions, @Attended, @Minutes, @StartsOn, @EndsOn, @IssuedAt, @IssuedBy, 1)
            """,
            new
            {
                certificate.Id,
                certificate.Code,
                certificate.BookingId,
                certificate.CourseId,
                certificate.OccasionId,
                certificate.PersonId,
                certificate.Name,
                certificate.CourseTitle,
                certificate.Sessions,
                certificate.Attended,
                certificate.Minutes,
                certificate.StartsOn,
                certificate.EndsOn,
                certificate.IssuedAt,
                certificate.IssuedBy,
            });

    /// <summary>Takes away the certificates of a person whose account is erased.</summary>
    public static Task<int> RemoveOf(UnitOfWork work, long person) =>
        work.Execute("DELETE FROM Certificate WHERE PersonId = @person", new { person });
}
