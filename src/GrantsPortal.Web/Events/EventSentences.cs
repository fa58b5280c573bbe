using GrantsPortal.Web.Shared.Languages;

namespace GrantsPortal.Web.Events;

/// <summary>The module's refusals as sentences.</summary>
public sealed class EventSentences : IRefusalSentences
{
    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> English { get; } = new Dictionary<string, string>
    {
        ["event.not-staff"] = "Only a programme officer or focal point can do this",
        ["event.title-missing"] = "Enter the event’s title",
        ["event.title-long"] = "The title can have at most {0} characters",
        ["event.summary-missing"] = "Say in a sentence or two what the event is",
        ["event.summary-long"] = "The summary can have at most {0} characters",
        ["event.description-missing"] = "Say what happens there before you publish it",
        ["event.audience-missing"] = "Say for whom it is before you publish it",
        ["event.languages-missing"] = "Choose the languages it is held in",
        ["event.language-unknown"] = "Choose a language of the city",
        ["event.theme-unknown"] = "Choose a theme of the city",
        ["event.archived"] = "This event is put away",
        ["event.still-coming"] = "It is still to come: call it off first",
        ["event.day-missing"] = "Enter the day it starts",
        ["event.day-past"] = "Enter a day to come",
        ["event.changed-meanwhile"] = "Somebody else changed this while you had it open",
        ["agenda.too-many"] = "An agenda can have at most {0} lines",
        ["agenda.title-missing"] = "Enter what it is called",
        ["agenda.start-missing"] = "Enter when it starts",
        ["agenda.end-missing"] = "Enter when it ends",
        ["agenda.ends-before"] = "It ends after it starts",
        ["agenda.outside"] = "It lies in none of the event’s sessions: change its time, or the session’s",
        ["agenda.tracks-many"] = "There can be at most {0} tracks beside one another",
        ["speaker.name-missing"] = "Enter the speaker’s name",
        ["speaker.consent-ahead"] = "The day they agreed is today or earlier",
        ["group.too-many"] = "There can be at most {0} small groups",
        ["group.title-missing"] = "Enter what the group is called",
        ["group.start-missing"] = "Enter when it starts",
        ["group.end-missing"] = "Enter when it ends",
        ["group.ends-before"] = "It ends after it starts",
        ["group.overlaps"] = "It overlaps a group at another time: small groups share a time or lie apart",
        ["group.moved-with-people"] = "People have chosen this time: add another group instead",
        ["group.seats-wrong"] = "Enter the number of seats, from 1 to {0}",
        ["group.seats-taken"] = "{0} seats are taken already: there cannot be fewer",
        ["group.not-empty"] = "Somebody is in this group: it cannot be removed",
        ["group.no-place"] = "Small groups are for those who have a place",
        ["group.called-off"] = "This was called off",
        ["group.closed"] = "Groups could be chosen until {0}",
        ["group.full"] = "“{0}” is full: somebody was quicker. What you had before is still yours",
        ["guests.no-place"] = "The list is for those who have a place",
        ["guests.over"] = "Who is coming is not shown any more",
        ["invite.not-open"] = "People can be invited once the event is published, and until booking closes",
        ["invite.segment-empty"] = "Choose at least one condition: choosing nothing invites nobody",
        ["invite.too-many"] = "This meets more than {0} people: narrow it",
        ["invite.changed-meanwhile"] = "Who is met changed meanwhile: look at the list again before you send",
        ["invite.nobody"] = "Nobody is left to invite",
        ["invite.over"] = "The event has begun, is over or was called off",
    };
}
