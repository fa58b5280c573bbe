using GrantsPortal.Platform;
using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Payments.Schedule;

/// <summary>The payment schedule of an award was set or changed; to its Owners and Editors.</summary>
/// <param name="Reference">Of the award.</param>
/// <param name="Title">What it is for.</param>
/// <param name="Instalments">How many instalments it has.</param>
/// <param name="Amount">The award.</param>
/// <param name="Path">Where to see it.</param>
public sealed record ScheduleSet(string Reference, string Title, int Instalments, Money Amount, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static ScheduleSet Sample => new("AW-2026-0007", "Evenings by the water", 3, new Money(12_000, "GBP"), "/my/awards/AW-2026-0007");
}
