using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Training.Certificates;

/// <summary>A person's certificates among what they download; whoever erases their account can no longer be verified to have been there.</summary>
public sealed class CertificateErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "certificates";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) => await CertificateRepository.OfPerson(work, person) is { Count: > 0 } certificates
        ? certificates.Select(certificate => new { certificate.Spoken, certificate.Name, certificate.CourseTitle, certificate.Attended, certificate.Sessions, certificate.Minutes, certificate.StartsOn, certificate.EndsOn, certificate.IssuedAt, certificate.WithdrawnAt, certificate.WithdrawnReason }).ToList()
        : null;

    /// <inheritdoc/>
    public Task On(PersonErased happened, UnitOfWork work) => CertificateRepository.RemoveOf(work, happened.PersonId);
}
