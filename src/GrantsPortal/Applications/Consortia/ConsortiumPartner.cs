using GrantsPortal.Platform;
using GrantsPortal.Platform.States;

namespace GrantsPortal.Applications.Consortia;

/// <summary>Where an organisation stands that an application names as its partner.</summary>
public enum ConsortiumState
{
    /// <summary>Named and asked; an organisation that is not registered here is named only.</summary>
    Asked,

    /// <summary>It said that it applies too.</summary>
    Joined,

    /// <summary>It said that it does not.</summary>
    Declined,

    /// <summary>It had joined and left again.</summary>
    Left,
}

/// <summary>An organisation that an application names as its partner.</summary>
public sealed record ConsortiumPartner
{
    /// <summary>Record id.</summary>
    public long Id { get; init; }

    /// <summary>The application.</summary>
    public long ApplicationId { get; init; }

    /// <summary>The organisation; null where it is not registered here and is named only.</summary>
    public long? OrganisationId { get; init; }

    /// <summary>Its name when it was named.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it does in the project.</summary>
    public string Part { get; init; } = "";

    /// <summary>Its share of the amount asked for, in minor units of the call's currency.</summary>
    public long? ShareMinor { get; init; }

    /// <summary>ISO 4217 code of the call's currency.</summary>
    public string Currency { get; init; } = "GBP";

    /// <summary>Where it stands.</summary>
    public ConsortiumState State { get; init; }

    /// <summary>When it was named, in UTC.</summary>
    public DateTimeOffset NamedAt { get; init; }

    /// <summary>When it answered or left, in UTC.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; init; }

    /// <summary>Its share.</summary>
    public Money? Share => ShareMinor is { } minor ? Money.FromMinor(minor, Currency) : null;

    /// <summary>Whether it still counts among the partners.</summary>
    public bool Counts => State is ConsortiumState.Asked or ConsortiumState.Joined;
}

/// <summary>The machine of a consortium's partner.</summary>
public static class ConsortiumStates
{
    /// <summary>Says that it applies too.</summary>
    public const string Join = "join";

    /// <summary>Says that it does not.</summary>
    public const string Decline = "decline";

    /// <summary>Leaves again.</summary>
    public const string Leave = "leave";

    private const string Partner = "Owner or Editor of the partner";

    /// <summary>The table.</summary>
    public static readonly StateTable<ConsortiumState> Table = new(
        "consortium partner",
        new Dictionary<ConsortiumState, StateName>
        {
            [ConsortiumState.Asked] = new("Asked", "Not answered yet"),
            [ConsortiumState.Joined] = new("Joined", "Applies with you"),
            [ConsortiumState.Declined] = new("Declined", "Declined"),
            [ConsortiumState.Left] = new("Left", "Left"),
        },
        [
            new(ConsortiumState.Asked, Join, "We apply together", ConsortiumState.Joined, Partner, nameof(ConsortiumNews)),
            new(ConsortiumState.Asked, Decline, "We do not", ConsortiumState.Declined, Partner, nameof(ConsortiumNews)),
            new(ConsortiumState.Joined, Leave, "Leave this application", ConsortiumState.Left, Partner, nameof(ConsortiumNews)),
        ]);
}
