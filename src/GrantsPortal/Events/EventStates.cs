using GrantsPortal.Platform.States;

namespace GrantsPortal.Events;

/// <summary>The machine of an event. It is published together with its occasion, and called off there.</summary>
public static class EventStates
{
    /// <summary>It comes onto the public pages.</summary>
    public const string Publish = "publish";

    /// <summary>It is put away.</summary>
    public const string Archive = "archive";

    private const string Staff = "Programme officer or focal point";

    /// <summary>The table.</summary>
    public static readonly StateTable<EventState> Table = new(
        "event",
        new Dictionary<EventState, StateName>
        {
            [EventState.Draft] = new("Draft", "Being prepared"),
            [EventState.Published] = new("Published", "Published"),
            [EventState.Archived] = new("Archived", "Archived"),
        },
        [
            new(EventState.Draft, Publish, "Publish", EventState.Published, Staff),
            new(EventState.Draft, Archive, "Put away", EventState.Archived, Staff),
            new(EventState.Published, Archive, "Put away", EventState.Archived, Staff),
        ]);
}
