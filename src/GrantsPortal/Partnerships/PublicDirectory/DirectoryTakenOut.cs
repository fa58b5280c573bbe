using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships.PublicDirectory;

/// <summary>An officer took an organisation's entry out of the public directory.</summary>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Reason">Why, in the officer's words.</param>
/// <param name="Path">Where its entry is.</param>
public sealed record DirectoryTakenOut(string Organisation, string Reason, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static DirectoryTakenOut Sample => new("Riverton Interfaith Walkers", "The website you name belongs to somebody else now.", "/my/organisation/riverton-interfaith-walkers/directory");
}
