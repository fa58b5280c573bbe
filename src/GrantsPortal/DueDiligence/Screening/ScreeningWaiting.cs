using GrantsPortal.Platform.Mail;

namespace GrantsPortal.DueDiligence.Screening;

/// <summary>To the person named for a list: names are like names on it. The names themselves stay behind sign-in.</summary>
public sealed record ScreeningWaiting(string Organisation, int Number, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static ScreeningWaiting Sample => new("Harbour Women’s Circle", 2, "/manage/payments/screening");
}
