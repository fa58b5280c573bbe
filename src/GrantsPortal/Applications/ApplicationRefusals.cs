using GrantsPortal.Platform;

namespace GrantsPortal.Applications;

/// <summary>Refusals that several use cases share.</summary>
public static class ApplicationRefusals
{
    /// <summary>There is no such application, or it is not the actor's: the page answers 404.</summary>
    public static readonly Refusal NotFound = new("application.not-found");

    /// <summary>A Viewer reads and changes nothing.</summary>
    public static readonly Refusal ViewerMayNot = new("application.viewer-may-not");

    /// <summary>Somebody was quicker.</summary>
    public static Refusal ChangedMeanwhile(Application application) => new("application.changed-meanwhile", application.Reference);

    /// <summary>Whether something was refused because it is not there for this actor.</summary>
    public static bool IsMissing(this IReadOnlyList<Refusal> refusals) => refusals.Contains(NotFound);
}
