using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Training.Certificates;

/// <summary>A certificate was withdrawn; to whom it is of.</summary>
public sealed record CertificateWithdrawn(string Title, string Code, string Why) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static CertificateWithdrawn Sample => new("Listening across difference", "7QK2-M9XA-4D1P", "It was noted that you were there on both mornings; it was somebody of the same name.");
}
