using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Variations;

/// <summary>A variation was approved or declined: to the organisation and the officer.</summary>
public sealed record VariationDecided(string Reference, string Organisation, string Title, int Number, bool Approved, string? Note, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static VariationDecided Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 1, true, "Good luck with the new hall.", "/my/awards/AW-2026-0007/variations/1");
}
