using GrantsPortal.Platform;

namespace GrantsPortal.Web.Shared.Forms;

/// <summary>A date and a time on the city's clock, as an <c>&lt;instant-field&gt;</c> sends them.</summary>
public sealed record LocalInstantInput(DateOnly Date, TimeOnly Time)
{
    /// <summary>The instant meant. Of an hour that comes twice the later is taken; a skipped one is moved on.</summary>
    public DateTimeOffset In(TimeZoneInfo zone) => Instants.FromLocal(Date.ToDateTime(Time), zone);

    /// <summary>A stored instant, for showing in the field again; null stays null.</summary>
    public static LocalInstantInput? From(DateTimeOffset? instant, TimeZoneInfo zone)
    {
        if (instant is not { } known)
        {
            return null;
        }

        var local = TimeZoneInfo.ConvertTime(known, zone).DateTime;
        return new(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
