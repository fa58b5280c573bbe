using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Years;

/// <summary>A budget year of an award begins soon and is not confirmed: to the officer.</summary>
public sealed record YearReminder(string Reference, string Organisation, string Title, int Year, DateOnly Begins, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Notice;

    /// <summary>For the preview.</summary>
    public static YearReminder Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 2027, new DateOnly(2027, 1, 1), "/manage/awards/AW-2026-0007/years");
}
