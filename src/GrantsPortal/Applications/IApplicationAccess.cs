using GrantsPortal.Platform;
using GrantsPortal.Platform.Database;

namespace GrantsPortal.Applications;

/// <summary>
/// Who else may read what was submitted and its documents: modules above implement it for their people (reviewers), and
/// every one that is registered is asked.
/// </summary>
public interface IApplicationAccess
{
    /// <summary>Whether this module lets the actor read what was submitted with the application.</summary>
    Task<bool> MayRead(UnitOfWork work, Actor actor, long applicationId);
}
