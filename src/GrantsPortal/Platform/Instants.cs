using System.Globalization;

namespace GrantsPortal.Platform;

/// <summary>Instants as people read them: in the city's time zone, which is always named.</summary>
public static class Instants
{
    /// <summary>"Friday 4 December 2026, 17:00 (GMT)".</summary>
    public static string Long(DateTimeOffset instant, TimeZoneInfo zone, CultureInfo? culture = null)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return $"{local.ToString("dddd d MMMM yyyy, HH:mm", Of(culture))} ({ZoneName(local, zone)})";
    }

    /// <summary>"4 Dec 2026, 17:00".</summary>
    public static string Short(DateTimeOffset instant, TimeZoneInfo zone, CultureInfo? culture = null) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("d MMM yyyy, HH:mm", Of(culture));

    /// <summary>"4 December 2026".</summary>
    public static string Day(DateOnly day, CultureInfo? culture = null) => day.ToString("d MMMM yyyy", Of(culture));

    /// <summary>The city's calendar day of an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>
    /// The instant of a local date and time. A time that the clocks skip is moved on by the skipped hour; of one that
    /// comes twice the later is taken, so that nobody loses an hour.
    /// </summary>
    public static DateTimeOffset FromLocal(DateTime local, TimeZoneInfo zone)
    {
        var plain = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(plain))
        {
            plain = plain.AddHours(1);
        }

        var offset = zone.IsAmbiguousTime(plain) ? zone.GetAmbiguousTimeOffsets(plain).Min() : zone.GetUtcOffset(plain);
        return new DateTimeOffset(plain, offset).ToUniversalTime();
    }

    /// <summary>The zone's short name at an instant: "GMT", "BST", or "UTC+02:00" where there is none.</summary>
    public static string ZoneName(DateTimeOffset local, TimeZoneInfo zone)
    {
        var summer = zone.IsDaylightSavingTime(local);
        var letters = zone.Id switch
        {
            "Europe/London" or "Europe/Belfast" => summer ? "BST" : "GMT",
            "Europe/Dublin" => local.Offset == TimeSpan.Zero ? "GMT" : "IST",
            "UTC" or "Etc/UTC" => "UTC",
            _ when local.Offset == TimeSpan.FromHours(1) && zone.Id.StartsWith("Europe/", StringComparison.Ordinal) && !summer => "CET",
            _ when local.Offset == TimeSpan.FromHours(2) && zone.Id.StartsWith("Europe/", StringComparison.Ordinal) && summer => "CEST",
            _ => null,
        };
        return letters ?? $"UTC{(local.Offset < TimeSpan.Zero ? '-' : '+')}{local.Offset:hh\\:mm}";
    }

    private static CultureInfo Of(CultureInfo? culture) => culture switch
    {
        null => English(CultureInfo.CurrentCulture),
        _ => English(culture),
    };

    private static CultureInfo English(CultureInfo culture) =>
        culture.Equals(CultureInfo.InvariantCulture) || culture.Name is "en" ? CultureInfo.GetCultureInfo("en-GB") : culture;
}
