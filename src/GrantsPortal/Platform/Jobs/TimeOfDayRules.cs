namespace GrantsPortal.Platform.Jobs;

/// <summary>When a job that runs at a time of day is due.</summary>
public static class TimeOfDayRules
{
    /// <summary>The first instant after another at which a zone's clock shows a time.</summary>
    public static DateTimeOffset Next(DateTimeOffset after, TimeOnly at, TimeZoneInfo zone)
    {
        var day = Instants.DayOf(after, zone);
        var today = Instants.FromLocal(day.ToDateTime(at), zone);
        return today > after ? today : Instants.FromLocal(day.AddDays(1).ToDateTime(at), zone);
    }
}
