namespace GrantsPortal.Platform.Mail;

/// <summary>How long a message waits before it is tried again, and when it is given up.</summary>
public static class OutboxRules
{
    /// <summary>Tries after which a message is given up: about four days, as mail servers do.</summary>
    public const int MostAttempts = 12;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(12),
    ];

    private static readonly TimeSpan LongestOutageWait = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The wait after a number of tries (from 1) that were answered "later"; null when it was tried often enough.
    /// <paramref name="chance"/> (0 to 1) moves it by up to a fifth, so that messages do not all come back at once.
    /// </summary>
    public static TimeSpan? After(int attempts, double chance) =>
        attempts >= MostAttempts ? null : Waits[Math.Clamp(attempts - 1, 0, Waits.Length - 1)] * (0.8 + (0.4 * chance));

    /// <summary>
    /// The wait after a number of times (from 1) that the server was not reached at all. No message is given up for
    /// that: it is not the message's fault, and it must leave soon after the server is back.
    /// </summary>
    public static TimeSpan AfterOutage(int times)
    {
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(times, 10) - 1));
        return wait < LongestOutageWait ? wait : LongestOutageWait;
    }
}
