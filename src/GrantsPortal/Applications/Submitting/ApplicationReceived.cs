using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Applications.Submitting;

/// <summary>The receipt of a submission; carries no answers, since e-mail is not private.</summary>
public sealed record ApplicationReceived(
    string Reference, string Call, string Organisation, string SubmittedBy, DateTimeOffset ReceivedAt, string Hash, int Number, bool ToSubmitter) : Message
{
    /// <inheritdoc/>
    public override MessageKind Kind => ToSubmitter ? MessageKind.Letter : MessageKind.Notice;

    /// <summary>By when a decision is promised, in UTC, where it is promised within hours.</summary>
    public DateTimeOffset? PromisedAt { get; init; }

    /// <summary>Whether it is a clarified application sent again.</summary>
    public bool Again => Number > 1;

    /// <summary>Where the receipt and the application can be read.</summary>
    public string Path => ApplicationRoutes.Receipt(Reference, Number);

    /// <summary>An example.</summary>
    public static ApplicationReceived Sample => new(
        "GP-2026-0042", "Neighbours together", "Riverside Youth Collective", "Amina Yusuf", new DateTimeOffset(2026, 11, 27, 16, 58, 3, TimeSpan.Zero),
        "9f2feb0f1ef425b292f2f94bc8482494df430413f5d3f1c6b5f3e7f0c9a1d2e3", 1, true);
}
