using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Training.Certificates;

/// <summary>The name on a certificate was corrected; to whom it is of.</summary>
public sealed record CertificateCorrected(string Title, string Code, string NameNow, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static CertificateCorrected Sample => new("Listening across difference", "7QK2-M9XA-4D1P", "Amina Yusuf", "/certificates/7QK2M9XA4D1P");
}
