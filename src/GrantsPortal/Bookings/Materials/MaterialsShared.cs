using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Bookings.Materials;

/// <summary>Materials were shared; to whoever they are for.</summary>
public sealed record MaterialsShared(string Title, IReadOnlyList<string> Materials, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static MaterialsShared Sample => new("Listening across difference", ["How to find us", "Twelve questions to listen with"], "/bookings/SECRET#materials");
}
