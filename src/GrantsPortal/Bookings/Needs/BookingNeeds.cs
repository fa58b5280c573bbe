namespace GrantsPortal.Bookings.Needs;

/// <summary>What somebody eats or does not.</summary>
public enum Diet
{
    /// <summary>No meat or fish.</summary>
    Vegetarian,

    /// <summary>Nothing from animals.</summary>
    Vegan,

    /// <summary>Halal.</summary>
    Halal,

    /// <summary>Kosher.</summary>
    Kosher,

    /// <summary>No gluten.</summary>
    GlutenFree,

    /// <summary>No milk.</summary>
    DairyFree,

    /// <summary>No nuts.</summary>
    NutFree,
}

/// <summary>What somebody needs to take part.</summary>
public enum AccessNeed
{
    /// <summary>No steps, room for a wheelchair.</summary>
    StepFree,

    /// <summary>A sign language interpreter.</summary>
    SignLanguage,

    /// <summary>A hearing loop.</summary>
    HearingLoop,

    /// <summary>Captions.</summary>
    Captions,

    /// <summary>Papers in large print.</summary>
    LargePrint,

    /// <summary>Somebody who comes along to assist.</summary>
    Companion,

    /// <summary>A quiet room.</summary>
    QuietRoom,

    /// <summary>A place and time to pray.</summary>
    Prayer,

    /// <summary>Somebody to look after children.</summary>
    Childcare,
}

/// <summary>What somebody needs to eat and to take part. Never in an e-mail, a log or the audit trail.</summary>
public sealed record BookingNeeds
{
    /// <summary>What they eat or do not.</summary>
    public IReadOnlyList<Diet> Diets { get; init; } = [];

    /// <summary>What else of food, such as an allergy.</summary>
    public string Food { get; init; } = "";

    /// <summary>What they need to take part.</summary>
    public IReadOnlyList<AccessNeed> Access { get; init; } = [];

    /// <summary>What else they need.</summary>
    public string Other { get; init; } = "";

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => Diets.Count == 0 && Access.Count == 0 && string.IsNullOrWhiteSpace(Food) && string.IsNullOrWhiteSpace(Other);
}

/// <summary>A booking's needs as they are stored: sealed.</summary>
public sealed class StoredNeeds
{
    /// <summary>The booking.</summary>
    public long BookingId { get; init; }

    /// <summary>What <see cref="NeedSeal"/> opens.</summary>
    public string Sealed { get; init; } = "";

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset WrittenAt { get; init; }

    /// <summary>Name of the person.</summary>
    public string Name { get; init; } = "";

    /// <summary>Reference of the booking.</summary>
    public string Reference { get; init; } = "";

    /// <summary>The organisation they come from, if any.</summary>
    public string? OrganisationName { get; init; }
}

/// <summary>One person's line on the list.</summary>
public sealed record NeedLine(string Name, string Reference, string? Organisation, BookingNeeds Needs);

/// <summary>How many people need what, without names; for the caterer and the venue.</summary>
public sealed record NeedCounts(int People, IReadOnlyDictionary<Diet, int> Diets, IReadOnlyDictionary<AccessNeed, int> Access, int OtherFood, int OtherAccess, int Unreadable);

/// <summary>An officer who runs an occasion.</summary>
public sealed class RunningOfficer
{
    /// <summary>The person.</summary>
    public long Id { get; init; }

    /// <summary>Their name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the account is switched off.</summary>
    public bool SwitchedOff { get; init; }
}
