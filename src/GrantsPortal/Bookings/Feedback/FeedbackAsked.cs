using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Bookings.Feedback;

/// <summary>Please rate yourself before, or tell us how it was; to whoever takes or took part.</summary>
public sealed record FeedbackAsked(string Title, bool Before, bool Again, string Path) : Message
{
    /// <summary>For the preview.</summary>
    public static FeedbackAsked Sample => new("Listening across difference", false, false, "/bookings/SECRET/feedback/after");
}
