using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Training.Certificates;

/// <summary>A certificate was given; to whom it is of.</summary>
public sealed record CertificateGiven(string Title, string Code, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static CertificateGiven Sample => new("Listening across difference", "7QK2-M9XA-4D1P", "/certificates/7QK2M9XA4D1P");
}
