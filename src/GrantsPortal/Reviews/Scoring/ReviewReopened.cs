using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Reviews.Scoring;

/// <summary>An officer gave a submitted review back to its reviewer.</summary>
/// <param name="Reference">The application's reference.</param>
/// <param name="CallTitle">The call's title.</param>
/// <param name="Reason">Why.</param>
/// <param name="Path">The review.</param>
public sealed record ReviewReopened(string Reference, string CallTitle, string Reason, string Path) : Message
{
    /// <summary>An example.</summary>
    public static ReviewReopened Sample => new("GP-2026-0042", "Neighbours together 2026", "The budget was clarified after you had scored it.", ReviewRoutes.Show(1));
}
