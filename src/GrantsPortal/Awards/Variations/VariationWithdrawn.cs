using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Variations;

/// <summary>A variation was taken back before it was answered: to the other side.</summary>
public sealed record VariationWithdrawn(string Reference, string Organisation, string Title, int Number, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Notice;

    /// <summary>For the preview.</summary>
    public static VariationWithdrawn Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 1, "/manage/awards/AW-2026-0007/variations/1");
}
