namespace GrantsPortal.Partnerships.Mailbox;

/// <summary>Which reports mean that an address takes no e-mail.</summary>
public static class BounceRules
{
    /// <summary>So many of our e-mails have to fail for now, within <see cref="SoftDays"/> days.</summary>
    public const int SoftOnes = 3;

    /// <summary>Days within which failures for now are counted.</summary>
    public const int SoftDays = 7;

    /// <summary>
    /// Whether a status (RFC 3463) says that the address is not to be reached for good: a permanent failure, and not one of a full mailbox
    /// (x.2.2), of the message's size (x.2.3, x.3.4), content (x.6) or of a policy against it (x.7), which say nothing of the address.
    /// </summary>
    public static bool IsHard(string status) =>
        status.Split('.') is ["5", var subject, var detail] && !(subject is "6" or "7" || (subject, detail) is ("2", "2") or ("2", "3") or ("3", "4"));

    /// <summary>Whether a report fails the address, with the instants of earlier reports of failures for now.</summary>
    public static bool Fails(bool hard, IEnumerable<DateTimeOffset> soft, DateTimeOffset now) =>
        hard || soft.Count(at => at > now.AddDays(-SoftDays)) >= SoftOnes;
}
