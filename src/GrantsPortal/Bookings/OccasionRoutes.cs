namespace GrantsPortal.Bookings;

/// <summary>Where staff look after an occasion, be it a run of a course or an event.</summary>
public static class OccasionRoutes
{
    /// <summary>Begins the pages of an occasion on the desk.</summary>
    public const string Desk = "/manage/occasions";

    /// <summary>Route of one occasion, as controllers write it.</summary>
    public const string One = Desk + "/{id:long}";

    /// <summary>An occasion with everybody who booked.</summary>
    public static string Show(long id) => FormattableString.Invariant($"{Desk}/{id}");

    /// <summary>A part of it, such as <c>materials</c>.</summary>
    public static string At(long id, string part) => FormattableString.Invariant($"{Desk}/{id}/{part}");
}
