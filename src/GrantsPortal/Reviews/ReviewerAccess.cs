using GrantsPortal.Applications;
using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Reviews;

/// <summary>Reviewers read the applications they accepted to review, and their documents.</summary>
public sealed class ReviewerAccess : IApplicationAccess
{
    /// <inheritdoc/>
    public async Task<bool> MayRead(UnitOfWork work, Actor actor, long applicationId) =>
        actor.PersonId is { } person && actor.Is(Roles.Reviewer) && await ReviewRepository.MayRead(work, applicationId, person);
}
