using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Years;

/// <summary>A budget year of an award was held back: the letter to the organisation.</summary>
public sealed record YearWithheld(string Reference, string Organisation, string Title, int Year, string Reason, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Letter;

    /// <summary>For the preview.</summary>
    public static YearWithheld Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 2027, "The report on the first year has not reached us.", "/my/awards/AW-2026-0007");
}
