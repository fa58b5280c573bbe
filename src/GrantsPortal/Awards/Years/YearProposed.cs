using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Awards.Years;

/// <summary>An officer proposes to confirm a budget year of an award: to the approvers.</summary>
public sealed record YearProposed(string Reference, string Organisation, string Title, int Year, Money Amount, string Note, string Path) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => MessageKind.Notice;

    /// <summary>For the preview.</summary>
    public static YearProposed Sample => new("AW-2026-0007", "Harbour Women's Circle", "Evenings by the water", 2027, new Money(6_000, "GBP"), "Both reports came in time, and the group grew.", "/manage/awards/AW-2026-0007/years");
}
