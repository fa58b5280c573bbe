using GrantsPortal.Platform.Mail;

namespace GrantsPortal.Events.Invitations;

/// <summary>A session as an invitation says it.</summary>
/// <param name="When">Weekday, date, time and zone.</param>
/// <param name="Where">The venue; empty online.</param>
/// <param name="Online">Whether one can take part online.</param>
public sealed record InvitedTo(string When, string Where, bool Online);

/// <summary>An invitation to an event. Its link shows; who cannot come, or wants no more invitations, presses a button there.</summary>
/// <param name="Title">The event, in the reader's language.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Organisation">The organisation by which the city thought of the reader; empty where an e-mail should not name it.</param>
/// <param name="Sessions">When and where.</param>
/// <param name="Path">Its public page.</param>
/// <param name="Answer">The page of the reader's own invitation.</param>
public sealed record EventInvited(string Title, string Summary, string Organisation, IReadOnlyList<InvitedTo> Sessions, string Path, string Answer) : Message
{
    /// <summary>For the preview.</summary>
    public static EventInvited Sample => new(
        "Neighbours at one table", "An evening on what each of our communities can do when something happens.", "Harbour Women’s Circle",
        [new InvitedTo("Friday 4 December 2026, 18:00 to 21:00 (GMT)", "Quay House", false)], "/events/neighbours-at-one-table", "/events/invitations/SECRET");
}
