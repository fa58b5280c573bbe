namespace GrantsPortal.Response.Texting;

/// <summary>Where a text message stands.</summary>
public enum TextState
{
    /// <summary>Waits to be handed over.</summary>
    Queued,

    /// <summary>Is being handed over.</summary>
    Sending,

    /// <summary>Taken by the gateway.</summary>
    Sent,

    /// <summary>Refused, or tried too often.</summary>
    Dead,
}

/// <summary>A text message on its way out.</summary>
public sealed class TextMessage
{
    /// <summary>Record id; the gateway gets it as the key by which it knows a repetition.</summary>
    public long Id { get; init; }

    /// <summary>To which number.</summary>
    public string ToNumber { get; init; } = "";

    /// <summary>What it says.</summary>
    public string Body { get; init; } = "";

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Counts moves.</summary>
    public int Version { get; init; }
}
