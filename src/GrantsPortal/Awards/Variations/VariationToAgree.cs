using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Variations;

/// <summary>The city asks an organisation to agree to a variation of its award.</summary>
public sealed record VariationToAgree(string Reference, string Organisation, string Title, int Number, string Reason, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static VariationToAgree Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 1, "The school asked for a second group.", "/my/awards/AW-2026-0007/variations/1");
}
