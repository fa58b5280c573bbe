namespace GrantsPortal.Bookings;

/// <summary>A reminder before an occasion.</summary>
public enum Reminder
{
    /// <summary>Seven days before.</summary>
    Week,

    /// <summary>The day before.</summary>
    Day,
}

/// <summary>When people are reminded of what they booked.</summary>
public static class ReminderRules
{
    /// <summary>How long before the start a reminder is due.</summary>
    public static TimeSpan Before(Reminder reminder) => TimeSpan.FromDays(reminder == Reminder.Week ? 7 : 1);

    /// <summary>
    /// The reminder that is due for somebody whose place was confirmed at an instant; null when none is. Who got the place
    /// after a reminder's time is not sent it, and of two that are due at once the later is enough.
    /// </summary>
    public static Reminder? Due(DateTimeOffset starts, DateTimeOffset confirmed, DateTimeOffset now, bool weekSent, bool daySent)
    {
        bool IsDue(Reminder reminder, bool sent) => !sent && now < starts && now >= starts - Before(reminder) && confirmed < starts - Before(reminder);
        return IsDue(Reminder.Day, daySent) ? Reminder.Day
            : IsDue(Reminder.Week, weekSent) && now < starts - Before(Reminder.Day) ? Reminder.Week
            : null;
    }
}
