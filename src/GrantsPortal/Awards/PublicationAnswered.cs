using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards;

/// <summary>An officer answered the request that less of an award be published; to the organisation.</summary>
public sealed record PublicationAnswered(string Reference, string Published, string Reason, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static PublicationAnswered Sample => new("AW-2026-0007", "Unnamed", "We understand that being named could put people at risk.", "/my/awards/AW-2026-0007");
}
