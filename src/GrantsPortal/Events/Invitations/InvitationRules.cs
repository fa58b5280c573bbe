using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GrantsPortal.Bookings;
using GrantsPortal.Platform;

namespace GrantsPortal.Events.Invitations;

/// <summary>Who is invited, and what can be answered.</summary>
public static class InvitationRules
{
    /// <summary>Most people of one sending.</summary>
    public const int MostPeople = 2_000;

    /// <summary>Since when somebody has to have been seen not to count as unseen: six months before an instant.</summary>
    public static DateTimeOffset SeenSince(DateTimeOffset now) => now.AddMonths(-6);

    /// <summary>What stands against inviting by a segment: <c>event.not-staff</c>, <c>invite.not-open</c>, <c>invite.segment-empty</c>, <c>event.language-unknown</c>, <c>event.theme-unknown</c>.</summary>
    public static Refusal? MayInvite(Actor actor, Occasion occasion, Segment segment, PortalOptions portal, DateTimeOffset now) =>
        !BookingRules.IsStaff(actor) ? new Refusal("event.not-staff")
        : occasion.PhaseAt(now) is not (BookingPhase.Open or BookingPhase.NotYet) ? new Refusal("invite.not-open")
        : segment.IsEmpty ? new Refusal("invite.segment-empty")
        : segment.Languages.Except(portal.Languages).Any() ? new Refusal("event.language-unknown")
        : segment.Themes.Except(portal.ThemesInUse.Select(theme => theme.Code)).Any() ? new Refusal("event.theme-unknown")
        : null;

    /// <summary>
    /// Those a segment invites: each person once, by the first organisation it meets them with, without those who were
    /// invited, have a booking, or want none.
    /// </summary>
    public static SegmentList List(IEnumerable<SegmentPerson> met)
    {
        var people = met.DistinctBy(person => person.PersonId).ToList();
        var invited = people.Where(person => !person.Invited && !person.Booked && !person.WantsNone).ToList();
        return new SegmentList(
            invited,
            people.Count(person => person.Invited),
            people.Count(person => !person.Invited && person.Booked),
            people.Count(person => !person.Invited && !person.Booked && person.WantsNone),
            Seal(invited.Select(person => person.PersonId)));
    }

    /// <summary>Stands for a set of people, in whatever order.</summary>
    public static string Seal(IEnumerable<long> people) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(',', people.Order().Select(id => id.ToString(CultureInfo.InvariantCulture))))));

    /// <summary>What stands against answering an invitation: <c>invite.over</c>.</summary>
    public static Refusal? MayAnswer(Occasion occasion, DateTimeOffset now) =>
        occasion.PhaseAt(now) is BookingPhase.Open or BookingPhase.NotYet or BookingPhase.Closed && now < occasion.StartsAt ? null : new Refusal("invite.over");
}
