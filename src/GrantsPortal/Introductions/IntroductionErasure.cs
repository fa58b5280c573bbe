using GrantsPortal.People.Erasure;
using GrantsPortal.Platform.Database;
using GrantsPortal.Platform.Events;

namespace GrantsPortal.Introductions;

/// <summary>What the module holds about a person, and how it lets it go.</summary>
public sealed class IntroductionErasure : IPersonalRecords, ISubscriber<PersonErased>
{
    /// <inheritdoc/>
    public string Part => "introductions";

    /// <inheritdoc/>
    public async Task<object?> Of(long person, UnitOfWork work) =>
        await IntroductionRepository.OfPerson(work, person) is { Count: > 0 } introductions ? introductions : null;

    /// <inheritdoc/>
    public Task On(PersonErased happened, UnitOfWork work) => IntroductionRepository.Forget(work, happened.PersonId);
}
