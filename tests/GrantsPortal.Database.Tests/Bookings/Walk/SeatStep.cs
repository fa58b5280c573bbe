using CsCheck;
using GrantsPortal.TestWorld;

namespace GrantsPortal.Database.Tests.Bookings.Walk;

/// <summary>What somebody does about a place, or what happens.</summary>
public enum SeatAct
{
    /// <summary>Somebody asks for one, two or three places; with a code, or together, or not.</summary>
    Book,

    /// <summary>Somebody goes on to the payment page.</summary>
    Open,

    /// <summary>Somebody pays on a page they were led to and that can be paid on, whatever the portal thinks of it.</summary>
    Pay,

    /// <summary>An event of Stripe's arrives: now, late, once more, or before what it is about.</summary>
    Announce,

    /// <summary>An offer is taken.</summary>
    Take,

    /// <summary>An offer is refused.</summary>
    Decline,

    /// <summary>A booking is given up.</summary>
    Cancel,

    /// <summary>The city ends a booking.</summary>
    EndByCity,

    /// <summary>A place is given to a colleague.</summary>
    Give,

    /// <summary>A place is moved to another date.</summary>
    MoveTo,

    /// <summary>Holds are let go whose time is over, without asking Stripe first.</summary>
    Lapse,

    /// <summary>The jobs run: they ask Stripe, which answers or does not.</summary>
    Jobs,

    /// <summary>Time goes by.</summary>
    Wait,

    /// <summary>A refund reaches the payer or fails, and Finance tries failed ones again.</summary>
    Refunds,

    /// <summary>The city calls the date off.</summary>
    CallOff,
}

/// <summary>One step of a walk.</summary>
/// <param name="Act">What happens.</param>
/// <param name="Pick">To which party, booking, page or event.</param>
/// <param name="Luck">How it goes: how many people, how long, which fault.</param>
public sealed record SeatStep(SeatAct Act, int Pick = 0, int Luck = 7)
{
    /// <summary>What leads to payments comes more often, so that many are on their way when something else happens.</summary>
    private static readonly SeatAct[] Often =
    [
        SeatAct.Book, SeatAct.Book, SeatAct.Book, SeatAct.Book, SeatAct.Open, SeatAct.Open, SeatAct.Open, SeatAct.Open, SeatAct.Pay, SeatAct.Pay, SeatAct.Pay,
        SeatAct.Pay, SeatAct.Announce, SeatAct.Announce, SeatAct.Announce, SeatAct.Take, SeatAct.Take, SeatAct.Decline, SeatAct.Cancel, SeatAct.Cancel,
        SeatAct.EndByCity, SeatAct.Give, SeatAct.MoveTo, SeatAct.Lapse, SeatAct.Lapse, SeatAct.Jobs, SeatAct.Jobs, SeatAct.Wait, SeatAct.Wait, SeatAct.Wait,
        SeatAct.Refunds,
    ];

    /// <summary>Walks as they may come; a shorter one is simpler. One in eight ends with the date called off.</summary>
    public static readonly Gen<SeatStep[]> Walks =
        from steps in Gen.Select(Gen.Int[0, Often.Length - 1], Gen.Int[0, 23], Gen.Int[0, 7], (act, pick, luck) => new SeatStep(Often[act], pick, luck)).Array[10, 50]
        from calledOff in Gen.Int[0, 7]
        select calledOff == 0 ? [.. steps, new SeatStep(SeatAct.CallOff)] : steps;

    /// <summary>What Stripe does with the next request.</summary>
    public StripeFault? Fault => Luck switch
    {
        0 => StripeFault.CutAfter,
        1 => StripeFault.BrokenAfter,
        2 => StripeFault.Cut,
        3 => StripeFault.RateLimited,
        _ => null,
    };

    /// <summary>How long it waits: from a minute to beyond the time for which Stripe keeps keys.</summary>
    public TimeSpan Time => Luck switch
    {
        0 => TimeSpan.FromHours(26),
        1 => TimeSpan.FromHours(7),
        2 or 3 => TimeSpan.FromMinutes(35),
        4 => TimeSpan.FromMinutes(31),
        5 => TimeSpan.FromMinutes(12),
        _ => TimeSpan.FromMinutes(1),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Act}({Pick}, {Luck})";
}
