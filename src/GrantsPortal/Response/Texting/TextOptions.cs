namespace GrantsPortal.Response.Texting;

/// <summary>Where text messages are handed over; section <c>Text</c> of the configuration.</summary>
public sealed class TextOptions
{
    /// <summary>Address of the webhook; without one no text message is written.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>What requests to it are signed with.</summary>
    public string? Secret { get; set; }

    /// <summary>How long an answer is waited for, in seconds.</summary>
    public int Seconds { get; set; } = 15;

    /// <summary>Whether text messages can leave.</summary>
    public bool IsSet => Uri.TryCreate(WebhookUrl, UriKind.Absolute, out _) && !string.IsNullOrWhiteSpace(Secret);
}
