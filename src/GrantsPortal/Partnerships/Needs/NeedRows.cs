namespace GrantsPortal.Partnerships.Needs;

/// <summary>Which needs and concerns a list shows.</summary>
public sealed record NeedFilter
{
    /// <summary>Needs or concerns alone.</summary>
    public NeedKind? Kind { get; init; }

    /// <summary>Code of a theme.</summary>
    public string? Theme { get; init; }

    /// <summary>A district.</summary>
    public string? District { get; init; }

    /// <summary>How much they weigh.</summary>
    public Seriousness? Seriousness { get; init; }

    /// <summary>What became of them.</summary>
    public NeedStatus? Status { get; init; }

    /// <summary>From a day on.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Up to and with a day.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The partner who raised them.</summary>
    public long? OrganisationId { get; init; }
}

/// <summary>Where a page of needs and concerns ends.</summary>
/// <param name="On">When its last one was raised.</param>
/// <param name="Id">Its id.</param>
public sealed record NeedKey(DateOnly On, long Id);

/// <summary>How many were raised on a day, of a kind and theme.</summary>
public sealed class NeedDay
{
    /// <summary>The day.</summary>
    public DateOnly RaisedOn { get; init; }

    /// <summary>Code of the theme.</summary>
    public string Theme { get; init; } = "";

    /// <summary>Needs or concerns.</summary>
    public NeedKind Kind { get; init; }

    /// <summary>What became of them.</summary>
    public NeedStatus Status { get; init; }

    /// <summary>How many.</summary>
    public int Number { get; init; }
}

/// <summary>How many there are of a status.</summary>
public sealed class NeedCount
{
    /// <summary>The status.</summary>
    public NeedStatus Status { get; init; }

    /// <summary>How many.</summary>
    public int Number { get; init; }
}

/// <summary>What was said of something that a partner raised.</summary>
public sealed class NeedAnswer
{
    /// <summary>The need or concern.</summary>
    public long NeedId { get; init; }

    /// <summary>What was raised.</summary>
    public string Raised { get; init; } = "";

    /// <summary>What was said of it.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether the partner was told.</summary>
    public bool Told { get; init; }

    /// <summary>When, in UTC.</summary>
    public DateTimeOffset SaidAt { get; init; }
}

/// <summary>Something that a partner raised, for its story.</summary>
public sealed class NeedRaised
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>Need or concern.</summary>
    public NeedKind Kind { get; init; }

    /// <summary>What was raised.</summary>
    public string Words { get; init; } = "";

    /// <summary>When it was written down, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
