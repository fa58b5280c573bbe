using System.Globalization;
using GrantsPortal.Platform;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GrantsPortal.Web.Shared.Languages;

/// <summary>Writes values for reading, in the city's zone and the reader's language.</summary>
public sealed class Written(IOptions<PortalOptions> portal, IStringLocalizer<Texts> texts, TimeProvider clock)
{
    /// <summary>The city's time zone.</summary>
    public TimeZoneInfo Zone { get; } = portal.Value.Zone;

    /// <summary>What people call the city's zone where they enter a time: "London time".</summary>
    public string ZoneName => Zone.Id is "UTC" or "Etc/UTC" ? "UTC" : texts["{0} time", Zone.Id[(Zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ')];

    /// <summary>"Friday 27 November 2026, 17:00 (GMT)".</summary>
    public string Instant(DateTimeOffset instant) => Instants.Long(instant, Zone);

    /// <summary>"27 Nov 2026, 17:00": for tables.</summary>
    public string ShortInstant(DateTimeOffset instant) => Instants.Short(instant, Zone);

    /// <summary>"27 November 2026".</summary>
    public string Day(DateOnly day) => Instants.Day(day);

    /// <summary>"£12,000" for an amount in minor units.</summary>
    public string Amount(long minor, string? currency = null) => Money.FromMinor(minor, currency ?? portal.Value.Currency).Format();

    /// <summary>How long is left until an instant: "3 days left", "closes today, 5 hours left"; null when it has passed.</summary>
    public string? Left(DateTimeOffset until)
    {
        var now = clock.GetUtcNow();
        var left = until - now;
        if (left <= TimeSpan.Zero)
        {
            return null;
        }

        var days = Instants.DayOf(until, Zone).DayNumber - Instants.DayOf(now, Zone).DayNumber;
        return (days, left) switch
        {
            (_, { TotalMinutes: < 2 }) => texts["1 minute left"],
            (_, { TotalHours: < 1 }) => texts["{0} minutes left", (int)left.TotalMinutes],
            (_, { TotalHours: < 2 }) => texts["1 hour left"],
            (0, _) or (_, { TotalHours: < 24 }) => texts["{0} hours left", (int)left.TotalHours],
            (1, _) => texts["1 day left"],
            _ => texts["{0} days left", days],
        };
    }

    /// <summary>Any argument of a sentence as text.</summary>
    public object Out(object? value) => value switch
    {
        null => "",
        DateTimeOffset instant => Instant(instant),
        DateOnly day => Day(day),
        Money money => money.Format(),
        Enum state => texts[StateWords.Of(state.ToString())].Value,
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => value,
    };
}
