using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Bookings.Feedback;

/// <summary>A person's own answers among what they download.</summary>
public sealed class FeedbackRecords : IPersonalRecords
{
    /// <inheritdoc/>
    public string Part => "feedback";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) => await FeedbackRepository.OfPerson(work, person) is { Count: > 0 } answers ? answers : null;
}
