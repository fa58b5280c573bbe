using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Partnerships.Needs;

/// <summary>What was done about something that a partner raised; to the people of the partner whom the city writes to.</summary>
/// <param name="Organisation">The partner.</param>
/// <param name="Raised">What it raised.</param>
/// <param name="Said">What was done, or why not.</param>
/// <param name="Status">What became of it, in English.</param>
/// <param name="Path">The page on which members read it.</param>
public sealed record NeedAnswered(string Organisation, string Raised, string Said, string Status, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static NeedAnswered Sample =>
        new("Harbour Women’s Circle", "Women do not feel safe at the tram stop after evening classes", "Two lamps were mended, and the guards of the college now wait until the last tram has left.", "Done", PartnershipRoutes.MyNeeds);
}
