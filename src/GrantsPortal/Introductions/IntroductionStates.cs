using GrantsPortal.Platform.States;

namespace GrantsPortal.Introductions;

/// <summary>The machine of an introduction. An officer's begins as proposed; one that a partner asks for begins with that partner's yes.</summary>
public static class IntroductionStates
{
    /// <summary>The officer asks the two.</summary>
    public const string Ask = "ask";

    /// <summary>The officer gives it up.</summary>
    public const string Drop = "drop";

    /// <summary>The first side says yes.</summary>
    public const string Agree = "agree";

    /// <summary>The second side says yes.</summary>
    public const string Make = "make";

    /// <summary>A side says no.</summary>
    public const string Decline = "decline";

    /// <summary>Who asked takes it back.</summary>
    public const string TakeBack = "take-back";

    /// <summary>The time for answering runs out.</summary>
    public const string Lapse = "lapse";

    private const string Officer = "Programme officer or focal point";
    private const string Side = "Owner or Editor of the side that is asked";
    private const string Asker = "Owner or Editor of the side that asked, or an officer";

    /// <summary>The table.</summary>
    public static readonly StateTable<IntroductionState> Table = new(
        "introduction",
        new Dictionary<IntroductionState, StateName>
        {
            [IntroductionState.Proposed] = new("Proposed", "Being looked at"),
            [IntroductionState.Asked] = new("Asked", "Waits for answers"),
            [IntroductionState.AgreedByOne] = new("Agreed by one", "Waits for the other side"),
            [IntroductionState.Made] = new("Made", "You are in touch"),
            [IntroductionState.Declined] = new("Declined", "It did not come about"),
            [IntroductionState.Lapsed] = new("Lapsed", "It did not come about"),
        },
        [
            new(IntroductionState.Proposed, Ask, "Ask both", IntroductionState.Asked, Officer, "IntroductionAsked"),
            new(IntroductionState.Proposed, Drop, "Drop it", IntroductionState.Lapsed, Officer),
            new(IntroductionState.Asked, Agree, "Agree", IntroductionState.AgreedByOne, Side, "IntroductionAsked"),
            new(IntroductionState.Asked, Decline, "Not now", IntroductionState.Declined, Side, "IntroductionNotMade"),
            new(IntroductionState.Asked, TakeBack, "Take it back", IntroductionState.Lapsed, Asker, "IntroductionNotMade"),
            new(IntroductionState.Asked, Lapse, "Let it lapse", IntroductionState.Lapsed, "The clock", "IntroductionNotMade"),
            new(IntroductionState.AgreedByOne, Make, "Agree", IntroductionState.Made, Side, "IntroductionMade"),
            new(IntroductionState.AgreedByOne, Decline, "Not now", IntroductionState.Declined, Side, "IntroductionNotMade"),
            new(IntroductionState.AgreedByOne, TakeBack, "Take it back", IntroductionState.Lapsed, Asker, "IntroductionNotMade"),
            new(IntroductionState.AgreedByOne, Lapse, "Let it lapse", IntroductionState.Lapsed, "The clock", "IntroductionNotMade"),
        ]);
}
