namespace GrantsPortal.Awards.Agreements;

/// <summary>For whom somebody signed.</summary>
public enum SignatureSide
{
    /// <summary>For the organisation.</summary>
    Organisation,

    /// <summary>For the city.</summary>
    City,
}

/// <summary>A signature under an award's agreement: a typed name, after the password.</summary>
public sealed class AwardSignature
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The award.</summary>
    public long AwardId { get; init; }

    /// <summary>For whom.</summary>
    public SignatureSide Side { get; init; }

    /// <summary>Who signed.</summary>
    public long PersonId { get; init; }

    /// <summary>The name typed.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name on the account that typed it.</summary>
    public string Account { get; init; } = "";

    /// <summary>When it reached the server, in UTC.</summary>
    public DateTimeOffset SignedAt { get; init; }

    /// <summary>Since when it does not count, because who gave it was no Owner any more when the other signed; in UTC.</summary>
    public DateTimeOffset? SetAsideAt { get; init; }

    /// <summary>Whether who signed is an Owner of the organisation now.</summary>
    public bool OwnerNow { get; init; }
}
