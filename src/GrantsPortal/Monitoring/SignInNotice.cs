using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Monitoring;

/// <summary>To an organisation that reads its letters behind sign-in: something waits there. Says neither what nor about which award.</summary>
public sealed record SignInNotice(string Path, bool ToRead) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => ToRead ? MessageKind.Letter : MessageKind.Notice;

    /// <summary>For the preview.</summary>
    public static SignInNotice Sample => new("/my", true);
}
