using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Variations;

/// <summary>A variation was asked for: to the officer or the approvers who answer it.</summary>
public sealed record VariationAsked(string Reference, string Organisation, string Title, int Number, bool ByCity, string Reason, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Notice;

    /// <summary>For the preview.</summary>
    public static VariationAsked Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 1, false, "The hall closes for repairs until March.", "/manage/awards/AW-2026-0007/variations/1");
}
