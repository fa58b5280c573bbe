namespace GrantsPortal.Bookings.Calendar;

/// <summary>What a calendar file is for (RFC 5546).</summary>
public enum CalendarMethod
{
    /// <summary>To be read: a feed or a file, no answer wanted.</summary>
    Publish,

    /// <summary>An invitation, or the change of one.</summary>
    Request,

    /// <summary>An invitation taken back.</summary>
    Cancel,
}

/// <summary>Somebody in a calendar entry.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Address">E-mail address.</param>
public sealed record CalendarPerson(string Name, string Address);

/// <summary>One entry of a calendar.</summary>
public sealed record CalendarEntry
{
    /// <summary>Identifier that stays the same for as long as there is the entry.</summary>
    public required string Uid { get; init; }

    /// <summary>How often it changed; a calendar program takes a higher one for news.</summary>
    public int Sequence { get; init; }

    /// <summary>When this was said, in UTC.</summary>
    public required DateTimeOffset Stamp { get; init; }

    /// <summary>When it starts.</summary>
    public required DateTimeOffset Starts { get; init; }

    /// <summary>When it ends; null for an instant, such as a closing date.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>IANA zone its times are said in.</summary>
    public required string TimeZone { get; init; }

    /// <summary>What it is called.</summary>
    public required string Summary { get; init; }

    /// <summary>Where it is; may be empty.</summary>
    public string Location { get; init; } = "";

    /// <summary>What else is to be said; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Its page.</summary>
    public Uri? Link { get; init; }

    /// <summary>Whether it does not take place, or not for the reader.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Who invites.</summary>
    public CalendarPerson? Organiser { get; init; }

    /// <summary>The one person invited; others who come are not named to them.</summary>
    public CalendarPerson? Guest { get; init; }
}
